package anxin.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.attachments.TestFiles;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@AnxinTest
class AttachmentTest {

    private static final List<Permission> AGENT =
            List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired TestFiles files;
    @Autowired MockMvc http;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor agent = request -> request;
    private RequestPostProcessor linXiao = request -> request;
    private HttpServer market;

    AttachmentTest() throws IOException {
        market = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        market.createContext(
                "/files/",
                exchange -> {
                    var body =
                            exchange.getRequestURI().getPath().endsWith("photo")
                                    ? TestFiles.picture()
                                    : "%PDF-1.7 发票".getBytes(StandardCharsets.UTF_8);
                    var there = !exchange.getRequestURI().getPath().endsWith("gone");
                    exchange.sendResponseHeaders(there ? 200 : 404, there ? body.length : -1);
                    if (there) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
    }

    @BeforeEach
    void aShopWithTwoChannels() {
        market.start();
        shop = stage.shop();
        agent = people.asStaff(AGENT, shop);
        linXiao = people.asCustomer(shop, "lin-xiao");
        channel("chat-" + shop, "{\"kind\":\"WEB_CHAT\",\"name\":\"网页聊天\"}");
        channel(
                "market-" + shop,
                "{\"kind\":\"WEBHOOK\",\"name\":\"市场\",\"secret\":\"a secret of sixteen\",\"url\":\"%s/answers\"}"
                        .formatted(marketAddress()));
    }

    @AfterEach
    void closeTheMarket() {
        market.stop(0);
    }

    @Test
    void a_customer_sends_a_photo_and_the_agent_sees_it() throws Exception {
        var photo = upload(linXiao, "portal/chat/attachments/", "破损.png", TestFiles.picture());
        var said = chat(photo, "");
        assertThat(said.status()).as(said.body().toPrettyString()).isEqualTo(200);
        var shown = thread(said.text("conversation")).at("/items/0/attachments/0");
        assertThat(shown.path("name").asString()).isEqualTo("破损.jpg");
        assertThat(shown.path("state").asString()).isEqualTo("READY");
        assertThat(shown.path("width").asInt()).isEqualTo(40);
        var file = open(shown.path("url").asString());
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentType()).isEqualTo("image/jpeg");
        assertThat(file.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        var mine = stage.look(linXiao, "portal/chat").body().at("/messages/0/attachments/0/url");
        assertThat(open(mine.asString()).getStatus()).isEqualTo(200);
    }

    @Test
    void a_page_is_a_file_to_put_down_and_runs_nothing() throws Exception {
        var page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var said = chat(upload(linXiao, "portal/chat/attachments/", "a.html", page), "看看");
        var file = open(url(said.text("conversation"), 0));
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(file.getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void a_program_is_refused_and_so_is_what_is_too_large() throws Exception {
        assertThat(send(linXiao, "portal/chat/attachments/", "x.jpg", new byte[] {'M', 'Z', 1}))
                .isEqualTo(415);
        assertThat(send(linXiao, "portal/chat/attachments/", "x.txt", new byte[13 << 20]))
                .isEqualTo(413);
        assertThat(send(linXiao, "portal/chat/attachments/", "x.txt", new byte[0])).isEqualTo(422);
    }

    @Test
    void the_agent_answers_with_a_file_which_leaves_as_an_address_for_a_while() throws Exception {
        var conversation = write("m1", "[]");
        var folder = "conversations/" + conversation + "/attachments/";
        var file = upload(agent, folder, "说明.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        var answered = answer(conversation, file, "");
        assertThat(answered.status()).as(answered.body().toPrettyString()).isEqualTo(200);
        assertThat(thread(conversation).at("/items/1/attachments/0/name").asString())
                .isEqualTo("说明.pdf");
        assertThat(answer(conversation, null, " ").text("fields.0.pointer")).isEqualTo("/text");
    }

    @Test
    void a_file_of_a_colleague_of_another_shop_or_of_nobody_goes_with_no_answer() throws Exception {
        var conversation = write("m1", "[]");
        var other = stage.shop();
        var stranger = people.asStaff(AGENT, other);
        var folder = "conversations/" + conversation + "/attachments/";
        assertThat(send(stranger, folder, "x.txt", "x".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(404);
        var colleague = people.asStaff(AGENT, shop);
        var theirs = upload(colleague, folder, "x.txt", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(answer(conversation, theirs, "看附件").status()).isEqualTo(404);
        assertThat(answer(conversation, UUID.randomUUID(), "看附件").status()).isEqualTo(404);
        assertThat(chat(theirs, "我的").status()).isEqualTo(404);
        assertThat(thread(conversation).path("items")).hasSize(1);
    }

    @Test
    void a_link_opens_one_file_for_a_while_and_a_forged_one_opens_none() throws Exception {
        var photo = upload(linXiao, "portal/chat/attachments/", "a.png", TestFiles.picture());
        var url = url(chat(photo, "").text("conversation"), 0);
        assertThat(open(url).getStatus()).isEqualTo(200);
        assertThat(open(url.replace(shop.value(), stage.shop().value())).getStatus())
                .as("another shop")
                .isEqualTo(404);
        assertThat(open(url.replace(photo.toString(), UUID.randomUUID().toString())).getStatus())
                .as("another file")
                .isEqualTo(404);
        assertThat(open(url.replaceAll("until=\\d+", "until=4102444800")).getStatus())
                .as("a longer time")
                .isEqualTo(404);
        assertThat(open(url.replaceAll("signature=.*", "signature=x")).getStatus()).isEqualTo(404);
        clock.forward(Duration.ofHours(3));
        assertThat(open(url).getStatus()).as("over").isEqualTo(410);
    }

    @Test
    void what_a_channel_names_is_fetched_from_its_own_host_and_kept() throws Exception {
        var files =
                "[{\"url\":\"%1$s/files/photo\",\"name\":\"杯子.jpg\"},{\"url\":\"%1$s/files/invoice.pdf?x=1\"},{\"url\":\"%1$s/files/gone\"}]"
                        .formatted(marketAddress());
        var conversation = write("m1", files);
        assertThat(thread(conversation).at("/items/0/attachments/0/state").asString())
                .isEqualTo("FETCHING");
        this.files.work();
        var shown = thread(conversation).at("/items/0/attachments");
        assertThat(shown.at("/0/state").asString()).isEqualTo("READY");
        assertThat(shown.at("/0/width").asInt()).isEqualTo(40);
        assertThat(shown.at("/1/name").asString()).isEqualTo("invoice.pdf");
        assertThat(shown.at("/2/state").asString()).isEqualTo("REFUSED");
        assertThat(write("m1", files)).as("again").isEqualTo(conversation);
        assertThat(thread(conversation).path("items")).hasSize(1);
    }

    @Test
    void what_lies_in_our_own_network_is_not_fetched_for_a_channel_from_elsewhere()
            throws Exception {
        channel(
                "market-" + shop,
                "{\"kind\":\"WEBHOOK\",\"name\":\"市场\",\"url\":\"https://market.example/answers\"}");
        clock.forward(Duration.ofSeconds(10));
        var conversation = write("m1", "[{\"url\":\"%s/files/photo\"}]".formatted(marketAddress()));
        files.work();
        assertThat(thread(conversation).at("/items/0/attachments/0/trouble").asString())
                .contains("not a public one");
    }

    private String marketAddress() {
        return "http://127.0.0.1:" + market.getAddress().getPort();
    }

    private void channel(String id, String body) {
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/channels/" + id)
                                .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                                .contentType("application/json")
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private String write(String id, String attachments) {
        var answer =
                stage.perform(
                        post("/api/v1/channels/market-" + shop + "/messages")
                                .with(people.withKey(Permission.CHANNEL_DELIVER, shop))
                                .content(
                                        """
                                        {"id":"%s","sender":{"id":"wx-1","name":"林晓"},"text":"看图","attachments":%s,
                                         "at":"2026-11-13T01:59:00Z"}
                                        """
                                                .formatted(id, attachments)));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        return answer.text("conversation");
    }

    private Stage.Answer chat(UUID file, String text) {
        return stage.perform(
                put("/api/v1/portal/chat/messages/" + UUID.randomUUID())
                        .with(linXiao)
                        .contentType("application/json")
                        .content(
                                "{\"text\":\"%s\",\"attachments\":[\"%s\"]}"
                                        .formatted(text, file)));
    }

    private Stage.Answer answer(
            String conversation, @org.jspecify.annotations.Nullable UUID file, String text) {
        return stage.perform(
                put("/api/v1/conversations/" + conversation + "/messages/" + UUID.randomUUID())
                        .with(agent)
                        .contentType("application/json")
                        .content(
                                "{\"text\":\"%s\",\"note\":false,\"attachments\":[%s]}"
                                        .formatted(text, file == null ? "" : "\"" + file + "\"")));
    }

    private JsonNode thread(String conversation) {
        return stage.look(agent, "conversations/" + conversation + "/messages").body();
    }

    private String url(String conversation, int n) {
        return thread(conversation).at("/items/" + n + "/attachments/0/url").asString();
    }

    private MockHttpServletResponse open(String url) throws Exception {
        return http.perform(get(java.net.URI.create(url))).andReturn().getResponse();
    }

    private UUID upload(RequestPostProcessor who, String folder, String name, byte[] content)
            throws Exception {
        var id = UUID.randomUUID();
        assertThat(sendTo(who, folder + id, name, content)).as(name).isEqualTo(200);
        return id;
    }

    private int send(RequestPostProcessor who, String folder, String name, byte[] content)
            throws Exception {
        return sendTo(who, folder + UUID.randomUUID(), name, content);
    }

    private int sendTo(RequestPostProcessor who, String path, String name, byte[] content)
            throws Exception {
        var request = multipart(HttpMethod.PUT, "/api/v1/" + path);
        request.file(new MockMultipartFile("file", name, "image/jpeg", content));
        return http.perform(request.with(who)).andReturn().getResponse().getStatus();
    }
}
