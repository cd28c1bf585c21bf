package anxin.messaging.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.PushSubscriptions.Browser;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way.Undelivered;
import anxin.messaging.connections.Connections;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Against a stub of a browser's push service. */
@AnxinTest
class WebPushTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired JdbcClient db;
    @Autowired Connections connections;
    @Autowired Messages messages;
    @Autowired JsonMapper json;
    @Autowired TestClock clock;

    private int status = 201;
    private final Stub service = new Stub(request -> Reply.of(status, ""));
    private final UUID browser = UUID.randomUUID();
    private ShopId shop = new ShopId("unset");

    @BeforeEach
    void aShopThatPushesAndABrowser() {
        shop = stage.shop();
        var set =
                stage.act(
                        people.asStaff(Permission.KEYS_MANAGE, shop),
                        "shops/" + shop + "/message-channels/WEB_PUSH",
                        null,
                        Map.of(
                                "kind",
                                "WEB_PUSH",
                                "settings",
                                Map.of("contact", "mailto:care@example.com")));
        assertThat(set.status()).as(set.body().toPrettyString()).isEqualTo(200);
        subscriptions().add(shop, "lin-xiao", browser, browser(service.address() + "/push/1"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_push_is_sealed_signed_and_named_so_that_its_repetition_replaces_it() throws Undelivered {
        webPush().deliver(letter());
        var request = service.requests.getFirst();
        assertThat(request.headers())
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("ttl", "259200")
                .containsEntry("topic", letter().id().toString().replace("-", ""));
        assertThat(request.headers().get("authorization")).startsWith("vapid t=");
        assertThat(request.body()).doesNotContain("退款");
    }

    @Test
    void a_browser_that_is_gone_is_forgotten_and_a_busy_service_asked_again() {
        status = 429;
        assertThat(refused().isForGood()).isFalse();
        status = 503;
        assertThat(refused().isForGood()).isFalse();
        assertThat(subscriptions().of(shop, "lin-xiao")).hasSize(1);
        status = 410;
        assertThat(refused().isForGood()).isTrue();
        assertThat(subscriptions().of(shop, "lin-xiao")).isEmpty();
        assertThat(refused().code()).as("and stays so").isEqualTo("HTTP_410");
    }

    @Test
    void a_lost_answer_is_no_success() {
        service.line(Line.CUT_AFTER);
        status = 201;
        service.line(Line.SILENT_AFTER);
        assertThat(refused().isForGood()).isFalse();
    }

    @Test
    void the_same_browser_again_is_one_subscription() {
        subscriptions()
                .add(shop, "lin-xiao", UUID.randomUUID(), browser(service.address() + "/push/1"));
        assertThat(subscriptions().of(shop, "lin-xiao")).hasSize(1);
        assertThat(messages.reaches(shop, Channel.WEB_PUSH)).isTrue();
        assertThat(subscriptions().publicKey(shop)).isPresent();
    }

    @Test
    void nobody_makes_us_call_another_address_than_a_browsers_service() {
        var customer = stage.linXiao(shop);
        for (var address :
                List.of(
                        "https://intranet.example.com/x",
                        "http://fcm.googleapis.com/x",
                        "https://fcm.googleapis.com.evil.example/x",
                        "https://fcm.googleapis.com@10.0.0.1/x",
                        "http://169.254.169.254/latest")) {
            var tried =
                    stage.act(
                            customer,
                            "portal/push-subscriptions/" + UUID.randomUUID(),
                            null,
                            browser(address));
            assertThat(tried.status()).as(address).isEqualTo(400);
        }
        var good =
                stage.act(
                        customer,
                        "portal/push-subscriptions/" + UUID.randomUUID(),
                        null,
                        browser("https://fcm.googleapis.com/fcm/send/abc"));
        assertThat(good.status()).as(good.body().toPrettyString()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_is_refused() {
        var bad =
                new Browser(
                        service.address() + "/push/2", BASE64.encodeToString(new byte[65]), "x");
        assertThat(
                        catchThrowableOfType(
                                Problem.class,
                                () -> subscriptions().add(shop, "x", UUID.randomUUID(), bad)))
                .isNotNull();
    }

    private Undelivered refused() {
        return catchThrowableOfType(Undelivered.class, () -> webPush().deliver(letter()));
    }

    private WebPush webPush() {
        return new WebPush(
                connections, subscriptions(), new ChannelHttp(Duration.ofMillis(700)), json, clock);
    }

    private SubscriptionStore subscriptions() {
        return new SubscriptionStore(db, connections, List.of("127.0.0.1"), clock);
    }

    private static Browser browser(String endpoint) {
        return new Browser(
                endpoint,
                BASE64.encodeToString(P256.raw((ECPublicKey) P256.newPair().getPublic())),
                BASE64.encodeToString(new byte[16]));
    }

    private Letter letter() {
        return new Letter(
                UUID.nameUUIDFromBytes(new byte[] {7}),
                shop.value(),
                Channel.WEB_PUSH,
                browser.toString(),
                "退款已到账",
                "退款已到账",
                Extras.NONE,
                1,
                clock.instant());
    }
}
