package anxin.messaging.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.wire.SignedHook;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ChannelTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired Messages messages;
    @Autowired JdbcClient db;

    ShopId shop = new ShopId("unset");
    RequestPostProcessor keeper = request -> request;

    @BeforeEach
    void aKeeperOfTheKeys() {
        shop = stage.shop();
        keeper = people.asStaff(Permission.KEYS_MANAGE, shop);
    }

    private static final Map<String, String> ALIYUN =
            Map.of(
                    "accessKeyId", "LTAI",
                    "accessKeySecret", "the secret",
                    "signName", "港湾茶集",
                    "templateCode", "SMS_1");

    @Test
    void a_secret_is_kept_sealed_never_shown_and_stays_when_it_is_left_away() {
        var set = connect("SMS", "ALIYUN_SMS", ALIYUN);
        assertThat(set.status()).as(set.body().toPrettyString()).isEqualTo(200);
        assertThat(set.body().toString()).doesNotContain("the secret");
        assertThat(set.body().path("secrets").toString()).isEqualTo("[\"accessKeySecret\"]");
        var again =
                connect(
                        "SMS",
                        "ALIYUN_SMS",
                        Map.of("accessKeyId", "LTAI", "signName", "港湾", "accessKeySecret", ""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("receiptPath")).isEqualTo(set.text("receiptPath"));
        var stored =
                db.sql("select c.sealed from messaging.connection c where c.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(byte[].class)
                        .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("the secret");
        assertThat(messages.reaches(shop, Channel.SMS)).isTrue();
    }

    @Test
    void what_is_missing_or_not_known_is_named() {
        assertThat(
                        connect("SMS", "ALIYUN_SMS", Map.of("accessKeyId", "x"))
                                .text("fields.0.pointer"))
                .startsWith("/settings/");
        assertThat(connect("SMS", "WEB_PUSH", Map.of()).status()).isEqualTo(400);
        assertThat(
                        connect(
                                        "APP_PUSH",
                                        "APP_PUSH",
                                        Map.of(
                                                "url",
                                                "http://example.com/push",
                                                "secret",
                                                "0123456789abcdef"))
                                .text("fields.0.pointer"))
                .isEqualTo("/settings/url");
    }

    @Test
    void a_receipt_tells_what_arrived_once_and_never_goes_back() {
        var path = connect("SMS", "ALIYUN_SMS", ALIYUN).text("receiptPath");
        var id = message(Channel.SMS, "13812345678");
        var delivered =
                "[{\"success\":true,\"err_code\":\"DELIVERED\",\"out_id\":\"%s\",\"biz_id\":\"B\"}]"
                        .formatted(id);
        var failed =
                "[{\"success\":false,\"err_code\":\"MOBILE_NOT_ON_SERVICE\",\"out_id\":\"%s\"}]"
                        .formatted(id);
        var heard = stage.perform(post(path).content(delivered));
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.number("code")).isZero();
        stage.perform(post(path).content(delivered));
        stage.perform(post(path).content(failed));
        var sent = messages.about(shop, "case:x").getFirst();
        assertThat(sent.state()).as("proven to have gone out").isEqualTo("SENT");
        assertThat(sent.deliveredAt()).isNotNull();
        assertThat(facts()).as("told live once").isEqualTo(1);
    }

    @Test
    void a_failure_says_why_in_words() {
        var path = connect("SMS", "ALIYUN_SMS", ALIYUN).text("receiptPath");
        var id = message(Channel.SMS, "13812345678");
        stage.perform(
                post(path)
                        .content(
                                "[{\"success\":false,\"err_code\":\"MOBILE_NOT_ON_SERVICE\",\"err_msg\":\"空号\",\"out_id\":\"%s\"}]"
                                        .formatted(id)));
        var sent = messages.about(shop, "case:x").getFirst();
        assertThat(sent.state()).isEqualTo("FAILED");
        assertThat(sent.trouble()).asString().contains("空号");
    }

    @Test
    void a_stranger_tells_us_nothing() {
        var path = connect("SMS", "ALIYUN_SMS", ALIYUN).text("receiptPath");
        var wrong = path.substring(0, path.lastIndexOf('/')) + "/guessed";
        assertThat(stage.perform(post(wrong).content("[]")).status()).isEqualTo(401);
        assertThat(stage.perform(post(path).content("not json")).status()).isEqualTo(401);
    }

    @Test
    void the_shops_app_tells_with_its_signature() {
        var secret = "0123456789abcdef";
        var path =
                connect(
                                "APP_PUSH",
                                "APP_PUSH",
                                Map.of("url", "http://127.0.0.1:1/push", "secret", secret))
                        .text("receiptPath");
        var id = message(Channel.APP_PUSH, "lin-xiao");
        var body = "{\"id\":\"%s\",\"state\":\"READ\"}".formatted(id);
        assertThat(stage.perform(post(path).content(body)).status()).isEqualTo(401);
        var signed = SignedHook.sign(List.of(secret), clock.instant(), body);
        assertThat(
                        stage.perform(post(path).header(SignedHook.HEADER, signed).content(body))
                                .status())
                .isEqualTo(200);
        assertThat(messages.about(shop, "case:x").getFirst().readAt()).isNotNull();
        var old = SignedHook.sign(List.of(secret), clock.instant().minusSeconds(600), body);
        assertThat(stage.perform(post(path).header(SignedHook.HEADER, old).content(body)).status())
                .isEqualTo(401);
    }

    @Test
    void whoever_opens_the_message_has_read_it() {
        var id = message(Channel.EMAIL, "linxiao@example.com");
        var seen =
                stage.perform(
                        put("/api/v1/portal/messages/" + id + "/receipt")
                                .contentType("application/json")
                                .content("{\"state\":\"READ\"}"));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(messages.about(shop, "case:x").getFirst().readAt()).isNotNull();
    }

    @Test
    void a_test_is_sent_to_oneself_and_tells_what_became_of_it() {
        connect("SMS", "ALIYUN_SMS", ALIYUN);
        var path = "shops/" + shop + "/message-channels/SMS/tests/" + UUID.randomUUID();
        var sent = stage.act(keeper, path, null, Map.of("to", "13812345678"));
        assertThat(sent.text("state")).isEqualTo("WAITING");
        assertThat(stage.act(keeper, path, null, Map.of("to", "13812345678")).text("id"))
                .isEqualTo(sent.text("id"));
        assertThat(stage.look(keeper, path).text("id")).isEqualTo(sent.text("id"));
        assertThat(
                        stage.act(
                                        people.asStaff(Permission.CASE_READ, shop),
                                        path,
                                        null,
                                        Map.of("to", "1"))
                                .status())
                .isEqualTo(403);
    }

    private Stage.Answer connect(String channel, String kind, Map<String, String> settings) {
        return stage.act(
                keeper,
                "shops/" + shop + "/message-channels/" + channel,
                null,
                Map.of("kind", kind, "settings", settings));
    }

    private UUID message(Channel channel, String to) {
        return messages.send(
                new OutboundMessage(
                        UUID.randomUUID().toString(),
                        shop,
                        channel,
                        to,
                        "",
                        "……",
                        null,
                        false,
                        Extras.ofNotice("case:x", null, null, Map.of(), null, null)));
    }

    private long facts() {
        return db.sql(
                        "select count(*) from kernel.fact f where f.shop_id = :shop and f.type = 'messaging.receipt-came'")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
