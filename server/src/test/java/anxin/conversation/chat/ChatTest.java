package anxin.conversation.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@AnxinTest
class ChatTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");
    private String channel = "";
    private RequestPostProcessor linXiao = request -> request;
    private RequestPostProcessor zhouNing = request -> request;

    @BeforeEach
    void aShopWithAChat() {
        shop = stage.shop();
        channel = "chat-" + shop;
        stage.perform(
                put("/api/v1/shops/" + shop + "/channels/" + channel)
                        .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                        .contentType("application/json")
                        .content(
                                """
                                {"kind":"WEB_CHAT","name":"网页聊天","sites":["https://tea.example"]}
                                """));
        linXiao = people.asCustomer(shop, "lin-xiao");
        zhouNing =
                people.asStaff(
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        shop);
    }

    @Test
    void from_the_customer_to_the_desk_and_back_without_a_gap() {
        var first = say(linXiao, UUID.randomUUID(), "杯子破损了");
        assertThat(first.status()).as(first.body().toPrettyString()).isEqualTo(200);
        var conversation = first.text("conversation");
        note(conversation, "老客户");
        answer(conversation, "马上为您处理");
        var chat = read(linXiao, "");
        assertThat(chat.path("conversation").asString()).isEqualTo(conversation);
        assertThat(texts(chat)).as("no word among staff").containsExactly("杯子破损了", "马上为您处理");
        assertThat(chat.at("/messages/1/author").asString()).isEqualTo("Zhou Ning");
        assertThat(texts(read(linXiao, "?conversation=" + conversation + "&after=1")))
                .containsExactly("马上为您处理");
        assertThat(texts(read(linXiao, "?conversation=" + conversation + "&after=3"))).isEmpty();
        assertThat(outbound()).as("it is on the customer's own screen").isZero();
    }

    @Test
    void the_same_message_again_is_one_also_when_the_answer_was_lost() {
        var id = UUID.randomUUID();
        var first = say(linXiao, id, "你好");
        assertThat(say(linXiao, id, "你好").body()).isEqualTo(first.body());
        var another = say(people.asCustomer(shop, "somebody"), id, "我的");
        assertThat(another.text("id")).isNotEqualTo(first.text("id"));
        assertThat(texts(read(linXiao, ""))).containsExactly("你好");
    }

    @Test
    void after_the_end_a_new_word_begins_another_conversation() {
        var first = say(linXiao, UUID.randomUUID(), "谢谢").text("conversation");
        stage.perform(
                put("/api/v1/conversations/" + first + "/state")
                        .with(zhouNing)
                        .contentType("application/json")
                        .content("{\"state\":\"CLOSED\"}"));
        assertThat(read(linXiao, "").path("state").asString()).isEqualTo("CLOSED");
        var second = say(linXiao, UUID.randomUUID(), "还有").text("conversation");
        assertThat(second).isNotEqualTo(first);
        assertThat(texts(read(linXiao, "?conversation=" + first + "&after=1")))
                .as("all of the new one")
                .containsExactly("还有");
    }

    @Test
    void a_visitor_is_known_by_the_browser_alone_and_sees_their_own_words() {
        var opened = start(null);
        var session = stageSession(opened);
        assertThat(session.path("visitor").asBoolean()).isTrue();
        assertThat(session.path("customerId").asString()).startsWith("visitor:");
        var cookies = opened.getCookies();
        assertThat(cookies).extracting(c -> c.getName()).contains("anxin-portal", "anxin-csrf");
        RequestPostProcessor visitor =
                request -> {
                    request.setCookies(cookies);
                    var csrf = opened.getCookie("anxin-csrf");
                    request.addHeader("X-CSRF", csrf == null ? "" : csrf.getValue());
                    return request;
                };
        say(visitor, UUID.randomUUID(), "在吗");
        assertThat(texts(read(visitor, ""))).containsExactly("在吗");
        var again =
                http.perform(
                                post("/api/v1/portal/chat/session")
                                        .with(visitor)
                                        .contentType("application/json")
                                        .content("{\"channel\":\"" + channel + "\"}"))
                        .getResponse();
        assertThat(stageSession(again).path("customerId"))
                .as("the same visitor as before")
                .isEqualTo(session.path("customerId"));
        assertThat(texts(read(linXiao, ""))).isEmpty();
    }

    @Test
    void over_tls_the_cookies_of_the_framed_page_are_kept_apart() {
        var response =
                http.perform(
                                post("/api/v1/portal/chat/session")
                                        .secure(true)
                                        .contentType("application/json")
                                        .content("{\"channel\":\"" + channel + "\"}"))
                        .getResponse();
        assertThat(response.getHeaders("Set-Cookie"))
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .contains("Partitioned")
                                        .contains("SameSite=None")
                                        .contains("Secure"));
    }

    @Test
    void a_token_that_is_not_the_shops_makes_a_visitor_and_a_channel_that_is_no_chat_nothing() {
        assertThat(stageSession(start("forged")).path("visitor").asBoolean()).isTrue();
        assertThat(
                        stage.perform(
                                        post("/api/v1/portal/chat/session")
                                                .contentType("application/json")
                                                .content("{\"channel\":\"nobody\"}"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void whoever_came_in_by_the_code_of_one_order_does_not_read_what_its_owner_said() {
        say(linXiao, UUID.randomUUID(), "你好");
        var byCode = people.asCustomer(shop, "lin-xiao", "HT-1");
        assertThat(stage.look(byCode, "portal/chat").status()).isEqualTo(404);
        assertThat(say(byCode, UUID.randomUUID(), "x").status()).isEqualTo(404);
    }

    @Test
    void the_widget_is_shown_by_the_channels_sites_and_by_no_other() {
        var page = http.get().uri("/widget/" + channel).exchange().getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'self' https://tea.example");
        assertThat(page.getHeader("X-Frame-Options")).isNull();
        assertThat(http.get().uri("/widget/nobody").exchange().getResponse().getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse start(@org.jspecify.annotations.Nullable String token) {
        return http.perform(
                        post("/api/v1/portal/chat/session")
                                .contentType("application/json")
                                .content(
                                        "{\"channel\":\"%s\",\"token\":%s}"
                                                .formatted(
                                                        channel,
                                                        token == null
                                                                ? "null"
                                                                : "\"" + token + "\"")))
                .getResponse();
    }

    private static JsonNode stageSession(MockHttpServletResponse response) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(response.getContentAsByteArray());
    }

    private Stage.Answer say(RequestPostProcessor who, UUID id, String text) {
        return stage.perform(
                MockMvcRequestBuilders.put("/api/v1/portal/chat/messages/" + id)
                        .with(who)
                        .contentType("application/json")
                        .content("{\"text\":\"%s\"}".formatted(text)));
    }

    private void answer(String conversation, String text) {
        write(conversation, text, false);
    }

    private void note(String conversation, String text) {
        write(conversation, text, true);
    }

    private void write(String conversation, String text, boolean note) {
        var answer =
                stage.perform(
                        put("/api/v1/conversations/"
                                        + conversation
                                        + "/messages/"
                                        + UUID.randomUUID())
                                .with(zhouNing)
                                .contentType("application/json")
                                .content("{\"text\":\"%s\",\"note\":%s}".formatted(text, note)));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private JsonNode read(RequestPostProcessor who, String query) {
        return stage.look(who, "portal/chat" + query).body();
    }

    private static List<String> texts(JsonNode chat) {
        return chat.path("messages").valueStream().map(one -> one.path("text").asString()).toList();
    }

    private int outbound() {
        return db.sql("select count(*) from messaging.outbound o where o.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }
}
