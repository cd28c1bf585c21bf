package anxin.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.wire.SignedHook;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ChannelMessageTest {

    private static final String SECRET = "a secret of sixteen";

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;

    ShopId shop = new ShopId("unset");
    String channel = "";
    RequestPostProcessor keeper = request -> request;

    @BeforeEach
    void aChannel() {
        shop = stage.shop();
        channel = "market-" + shop;
        keeper =
                people.asStaff(List.of(Permission.KEYS_MANAGE, Permission.CONVERSATION_READ), shop);
        assertThat(setUp(shop, channel, SECRET, keeper).status()).isEqualTo(200);
    }

    @Test
    void a_signed_message_is_kept_and_answered_with_our_id_however_often_it_is_sent() {
        var body = message("m1", "我要退款");
        var first = signed(body, SECRET);
        assertThat(first.status()).as(first.body().toPrettyString()).isEqualTo(202);
        assertThat(first.number("seq")).isEqualTo(1);
        clock.forward(Duration.ofMinutes(4));
        var again = signed(body, SECRET);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_of_the_shop_that_may_deliver_needs_no_signature() {
        var body = message("m1", "你好");
        assertThat(by(people.withKey(Permission.CHANNEL_DELIVER, shop), body).status())
                .isEqualTo(202);
        var wrong = by(people.withKey(Permission.CASE_READ, shop), body);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("permission")).isEqualTo("CHANNEL_DELIVER");
    }

    @Test
    void a_key_of_another_shop_finds_no_channel() {
        var stranger = people.withKey(Permission.CHANNEL_DELIVER, stage.shop());
        assertThat(by(stranger, message("m1", "你好")).status()).isEqualTo(404);
    }

    @Test
    void a_forged_signature_an_old_one_and_none_are_refused_alike() {
        var body = message("m1", "你好");
        assertThat(signed(body, "another secret of 16").status()).isEqualTo(401);
        assertThat(send(body, null).status()).isEqualTo(401);
        var signature = SignedHook.sign(List.of(SECRET), clock.instant(), body);
        assertThat(send(body.replace("你好", "再见"), signature).status()).isEqualTo(401);
        clock.forward(Duration.ofMinutes(6));
        assertThat(send(body, signature).status()).as("outside the window").isEqualTo(401);
        assertThat(
                        stage.perform(
                                        post("/api/v1/channels/nobody/messages")
                                                .content(body)
                                                .header(SignedHook.HEADER, "t=1,v1=x"))
                                .text("type"))
                .isEqualTo("urn:anxin:problem:signature-not-valid");
    }

    @Test
    void a_session_of_staff_is_no_signature() {
        assertThat(
                        by(people.asStaff(List.of(Permission.values()), shop), message("m1", "x"))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void a_changed_secret_leaves_the_old_one_good_until_the_next_change() {
        setUp(shop, channel, "the second secret", keeper);
        assertThat(signed(message("m1", "一"), SECRET).status()).isEqualTo(202);
        assertThat(signed(message("m2", "二"), "the second secret").status()).isEqualTo(202);
        setUp(shop, channel, "and the third secret", keeper);
        assertThat(signed(message("m3", "三"), SECRET).status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(signed("{\"id\":\"m1\"}", SECRET).text("fields.0.pointer")).isEqualTo("/at");
        assertThat(signed("no json", SECRET).status()).isEqualTo(400);
        assertThat(signed(message("m1", " "), SECRET).text("fields.0.pointer")).isEqualTo("/text");
        assertThat(signed(message("m\\u0000", "x"), SECRET).status()).isEqualTo(400);
        assertThat(
                        signed(message("m1", "x").replace("2026-11", "2036-11"), SECRET)
                                .text("fields.0.pointer"))
                .isEqualTo("/at");
    }

    @Test
    void a_channel_is_shown_without_its_secret_and_its_id_belongs_to_one_shop() {
        var shown = stage.perform(get("/api/v1/shops/" + shop + "/channels").with(keeper));
        assertThat(shown.body().toString()).contains(channel).doesNotContain(SECRET);
        var other = stage.shop();
        var stranger = people.asStaff(Permission.KEYS_MANAGE, other);
        assertThat(setUp(other, channel, SECRET, stranger).text("type"))
                .isEqualTo("urn:anxin:problem:channel-taken");
        assertThat(
                        stage.perform(
                                        delete("/api/v1/shops/" + other + "/channels/" + channel)
                                                .with(stranger))
                                .status())
                .isEqualTo(404);
        assertThat(
                        stage.perform(
                                        delete("/api/v1/shops/" + shop + "/channels/" + channel)
                                                .with(keeper))
                                .status())
                .isEqualTo(200);
        assertThat(signed(message("m1", "x"), SECRET).status()).isEqualTo(401);
    }

    private Stage.Answer setUp(ShopId of, String id, String secret, RequestPostProcessor by) {
        return stage.perform(
                put("/api/v1/shops/" + of + "/channels/" + id)
                        .with(by)
                        .contentType("application/json")
                        .content(
                                "{\"kind\":\"WEBHOOK\",\"name\":\"市场\",\"secret\":\"%s\"}"
                                        .formatted(secret)));
    }

    private Stage.Answer signed(String body, String secret) {
        return send(body, SignedHook.sign(List.of(secret), clock.instant(), body));
    }

    private Stage.Answer send(String body, @Nullable String signature) {
        var request = post("/api/v1/channels/" + channel + "/messages").content(body);
        return stage.perform(
                signature == null ? request : request.header(SignedHook.HEADER, signature));
    }

    private Stage.Answer by(RequestPostProcessor who, String body) {
        return stage.perform(
                post("/api/v1/channels/" + channel + "/messages").content(body).with(who));
    }

    private String message(String id, String text) {
        return """
               {"id":"%s","sender":{"id":"wx-1","name":"林晓"},"text":"%s","at":"2026-11-13T01:59:00Z",
                "context":{"orderNumber":"HT-1"}}
               """
                .formatted(id, text);
    }
}
