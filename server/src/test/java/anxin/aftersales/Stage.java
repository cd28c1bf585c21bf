package anxin.aftersales;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.TestClock;
import anxin.aftersales.refund.RefundSender;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.work.deadlines.DeadlineClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop with orders, a customer, agents, and time that moves: what the tests of after-sales play
 * on.
 */
public class Stage {

    public static final Instant TODAY = Instant.parse("2026-11-13T02:00:00Z");

    /** An answer with its status, version and body. */
    public record Answer(int status, @Nullable String etag, JsonNode body) {
        public String text(String path) {
            return body.at("/" + path.replace('.', '/')).asString();
        }

        public long number(String path) {
            return body.at("/" + path.replace('.', '/')).asLong();
        }
    }

    private final MockMvc http;
    private final TestPeople people;
    private final TestClock clock;
    private final JsonMapper json;
    private final DeadlineClock deadlines;
    private final RefundSender sender;
    private final JdbcClient db;

    Stage(
            MockMvc http,
            TestPeople people,
            TestClock clock,
            JsonMapper json,
            DeadlineClock deadlines,
            RefundSender sender,
            JdbcClient db) {
        this.http = http;
        this.people = people;
        this.clock = clock;
        this.json = json;
        this.deadlines = deadlines;
        this.sender = sender;
        this.db = db;
    }

    /** A shop of its own for one test. */
    public ShopId shop() {
        clock.set(TODAY);
        var shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 12));
        send(
                put("/api/v1/shops/" + shop),
                everything(),
                Map.of(
                        "name",
                        Map.of("zh", "港湾茶集", "en", "Harbour Tea"),
                        "zone",
                        "Asia/Shanghai",
                        "currency",
                        "CNY"));
        return shop;
    }

    /**
     * An order of Lin Xiao's, signed three days ago; {@code changes} overwrite what is different
     * about it.
     */
    public String order(ShopId shop, Map<String, Object> changes) {
        var no = "T" + UUID.randomUUID().toString().substring(0, 8);
        var order =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "no",
                                no,
                                "channel",
                                "APP",
                                "payStatus",
                                "PAID",
                                "paidAt",
                                TODAY.minus(Duration.ofDays(5)).toString(),
                                "fulfil",
                                "SIGNED",
                                "signedAt",
                                TODAY.minus(Duration.ofDays(3)).toString(),
                                "currency",
                                "CNY",
                                "freightMinor",
                                0,
                                "customer",
                                Map.of("id", "lin-xiao", "tier", "NORMAL", "riskScore", 10)));
        order.put("lines", List.of(line("L1", 1, 129_00)));
        order.putAll(changes);
        var body = new LinkedHashMap<>(order);
        body.put(
                "buyer",
                Map.of("name", "林晓", "phone", "13812345678", "email", "linxiao@example.com"));
        var answer = send(put("/api/v1/shops/" + shop + "/orders/" + no), everything(), body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body().toPrettyString());
        }
        return no;
    }

    public static Map<String, Object> line(String id, int qty, long paidMinor) {
        return new LinkedHashMap<>(
                Map.of(
                        "id",
                        id,
                        "sku",
                        "SKU-" + id,
                        "title",
                        "真丝衬衫",
                        "category",
                        "APPAREL",
                        "qty",
                        qty,
                        "paidMinor",
                        paidMinor));
    }

    public RequestPostProcessor linXiao(ShopId shop) {
        return people.asCustomer(shop, "lin-xiao");
    }

    public RequestPostProcessor customer(ShopId shop, String id) {
        return people.asCustomer(shop, id);
    }

    public RequestPostProcessor agent(String tier, ShopId... shops) {
        return people.asAgent(tier, shops);
    }

    public RequestPostProcessor everything() {
        return people.withKey(EnumSet.allOf(Permission.class));
    }

    public Answer submit(
            RequestPostProcessor who,
            UUID id,
            String order,
            String reason,
            Map<String, Object> more) {
        var body =
                new LinkedHashMap<String, Object>(Map.of("orderNumber", order, "reason", reason));
        body.putAll(more);
        return send(put("/api/v1/portal/cases/" + id), who, body);
    }

    public Answer mine(RequestPostProcessor who, UUID id) {
        return send(get("/api/v1/portal/cases/" + id), who, null);
    }

    public Answer act(
            RequestPostProcessor who,
            String path,
            @Nullable Object version,
            @Nullable Object body) {
        var request = put("/api/v1/" + path);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(request, who, body);
    }

    /** A photo that a colleague takes of the goods of a case. */
    public UUID photo(RequestPostProcessor who, UUID caseId) {
        return upload(who, "cases/" + caseId + "/inspection-photos/");
    }

    /** A photo that a customer has ready. */
    public UUID proof(RequestPostProcessor who) {
        return upload(who, "portal/evidence/");
    }

    private UUID upload(RequestPostProcessor who, String folder) {
        var picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var photo = UUID.randomUUID();
        var request = multipart(HttpMethod.PUT, "/api/v1/" + folder + photo);
        request.file(new MockMultipartFile("file", "x.jpg", "image/jpeg", picture.toByteArray()));
        request.with(who);
        var answer = perform(request);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body().toPrettyString());
        }
        return photo;
    }

    public Answer look(RequestPostProcessor who, String path) {
        return send(get("/api/v1/" + path), who, null);
    }

    public Answer send(
            MockHttpServletRequestBuilder request,
            RequestPostProcessor who,
            @Nullable Object body) {
        request.with(who).header("Accept-Language", "en");
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        return perform(request);
    }

    public Answer perform(RequestBuilder request) {
        try {
            var response = http.perform(request).andReturn().getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(),
                    response.getHeader("ETag"),
                    text.isBlank() ? json.createObjectNode() : json.readTree(text));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** All of them at the same time; what each answered, in their order. */
    public static <T> List<T> together(List<Callable<T>> acts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Time goes on, and everything that falls due on the way happens. */
    public void after(Duration time) {
        clock.forward(time);
        deadlines.runDue();
        sender.runDue();
    }

    /** What is to be sent is sent and asked about until the gateway has settled. */
    public void settle() {
        sender.runDue();
        clock.forward(Duration.ofSeconds(5));
        sender.runDue();
    }

    /** What other tests left under way to the gateway does not come between. */
    public void alone() {
        db.sql(
                        """
                update aftersales.refund_intent set next_query_at = timestamptz '9999-01-01'
                 where status in ('INIT', 'SENT', 'UNKNOWN')
                """)
                .update();
    }
}
