package anxin.commerce.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.commerce.Orders;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class HookTest {

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired Orders orders;
    @Autowired JsonMapper json;

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID secretId = UUID.randomUUID();
    private RequestPostProcessor keeper;
    private String secret;

    @BeforeEach
    void a_shop_with_a_secret() throws Exception {
        keeper = people.withKey(List.of(Permission.COMMERCE_WRITE, Permission.KEYS_MANAGE), shop);
        assertThat(
                        http.put()
                                .uri("/api/v1/shops/" + shop)
                                .with(keeper)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"name":{"zh":"港湾茶集","en":"Harbour Tea"},"zone":"Asia/Shanghai","currency":"CNY"}
                                        """))
                .hasStatusOk();
        secret = putSecret().path("secret").asString();
    }

    @Test
    void a_secret_is_shown_once() throws Exception {
        assertThat(secret).startsWith("whs_").hasSizeGreaterThan(40);
        assertThat(putSecret().path("secret").isNull()).isTrue();
    }

    @Test
    void a_signed_delivery_is_taken_once_however_often_it_comes() {
        var body = order(2, "SIGNED");
        assertThat(send("d-1", now(), body, secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("repeated")
                .isEqualTo(false);
        assertThat(send("d-1", now(), body, secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("repeated")
                .isEqualTo(true);
        assertThat(send("d-2", now(), order(1, "SHIPPED"), secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("stale")
                .isEqualTo(true);
        assertThat(orders.find(shop, new OrderNumber("A-1")).orElseThrow().sourceVersion())
                .isEqualTo(2);
    }

    @Test
    void a_forged_a_changed_and_a_replayed_delivery_are_refused() {
        var body = order(1, "SIGNED");
        assertThat(send("d-1", now(), body, "whs_guess")).hasStatus(401);
        var signature = HookSignature.of(secret, now(), "d-1", bytes(body));
        assertThat(post("d-1", now(), signature, order(1, "SHIPPED")))
                .as("another body")
                .hasStatus(401);
        assertThat(post("d-2", now(), signature, body)).as("another delivery").hasStatus(401);
        assertThat(post("d-1", String.valueOf(Long.parseLong(now()) + 60), signature, body))
                .as("another time")
                .hasStatus(401);
        assertThat(post("d-1", now(), "", body)).hasStatus(401);
        assertThat(orders.find(shop, new OrderNumber("A-1"))).isEmpty();
    }

    @Test
    void a_delivery_older_than_five_minutes_is_refused() {
        var sent = clock.instant();
        var body = order(1, "SIGNED");
        try {
            clock.forward(Duration.ofMinutes(5));
            assertThat(send("d-1", seconds(sent), body, secret)).hasStatusOk();
            clock.forward(Duration.ofSeconds(1));
            assertThat(send("d-2", seconds(sent), body, secret)).hasStatus(401);
        } finally {
            clock.set(sent);
        }
    }

    @Test
    void a_malformed_document_can_be_mended_and_delivered_again() {
        var broken = order(1, "SIGNED").replace("\"qty\":1", "\"qty\":0");
        assertThat(send("d-1", now(), broken, secret))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("fields[0].pointer")
                .isEqualTo("/data/lines/0/qty");
        assertThat(send("d-1", now(), order(1, "SIGNED"), secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("repeated")
                .isEqualTo(false);
    }

    @Test
    void a_revoked_secret_signs_nothing_any_more() {
        assertThat(
                        http.delete()
                                .uri("/api/v1/shops/" + shop + "/hook-secrets/" + secretId)
                                .with(keeper))
                .hasStatusOk();
        assertThat(send("d-1", now(), order(1, "SIGNED"), secret)).hasStatus(401);
    }

    private tools.jackson.databind.JsonNode putSecret() throws Exception {
        var answer =
                http.put()
                        .uri("/api/v1/shops/" + shop + "/hook-secrets/" + secretId)
                        .with(keeper)
                        .exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private MvcTestResult send(String delivery, String at, String body, String with) {
        return post(delivery, at, HookSignature.of(with, at, delivery, bytes(body)), body);
    }

    private MvcTestResult post(String delivery, String at, String signature, String body) {
        return http.post()
                .uri("/api/v1/hooks/commerce/" + shop)
                .header("Anxin-Timestamp", at)
                .header("Anxin-Delivery", delivery)
                .header("Anxin-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(body))
                .exchange();
    }

    private String now() {
        return seconds(clock.instant());
    }

    private static String seconds(Instant instant) {
        return String.valueOf(instant.getEpochSecond());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String order(int version, String fulfil) {
        return """
        {"event":"order.updated","data":{"no":"A-1","sourceVersion":%d,"payStatus":"PAID","fulfil":"%s","currency":"CNY",
         "lines":[{"id":"1","sku":"TEA-1","category":"FOOD","qty":1,"paidMinor":12900}]}}
        """
                .formatted(version, fulfil);
    }
}
