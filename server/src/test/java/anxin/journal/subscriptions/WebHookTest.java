package anxin.journal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.fact.Position;
import anxin.kernel.wire.SignedHook;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Against a subscriber that checks signatures, is slow, fails, and hangs up. */
@AnxinTest
class WebHookTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired QueueDeliveries queue;
    @Autowired SubscriptionStore subscriptions;
    @Autowired DeliveryStore deliveries;
    @Autowired FactLog facts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private int status = 204;
    private final Stub subscriber = new Stub(request -> Reply.of(status, ""));
    private final UUID id = UUID.randomUUID();
    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor keeper = request -> request;
    private String secret = "";

    @BeforeEach
    void aSubscription() {
        shop = stage.shop();
        keeper = people.asStaff(Permission.KEYS_MANAGE, shop);
        var made = put(null, List.of("aftersales.*"), true);
        assertThat(made.status()).as(made.body().toPrettyString()).isEqualTo(200);
        secret = made.text("secret");
    }

    @AfterEach
    void close() {
        subscriber.close();
    }

    @Test
    void an_event_is_told_once_signed_however_often_it_is_heard() {
        var fact = happened("aftersales.case-changed");
        queue.on(fact);
        queue.on(fact);
        assertThat(send()).isEqualTo(1);
        assertThat(send()).isZero();
        assertThat(subscriber.requests).hasSize(1);
        var request = subscriber.requests.getFirst();
        assertThat(good(secret, request)).isTrue();
        assertThat(good("another", request)).isFalse();
        assertThat(request.headers()).containsEntry("idempotency-key", fact.position().toString());
        var event = JsonMapper.shared().readTree(request.body());
        assertThat(event.path("type").asString()).isEqualTo("aftersales.case-changed");
        assertThat(event.path("data").path("no").asString()).isEqualTo("AS1");
        assertThat(log(0, "state")).isEqualTo("DELIVERED");
    }

    @Test
    void only_what_was_asked_for_and_is_fit_to_be_heard_is_told() {
        queue.on(happened("commerce.order-changed"));
        queue.on(fact("aftersales.secret", Audience.NONE, shop));
        queue.on(fact("aftersales.case-changed", Audience.STAFF, stage.shop()));
        assertThat(send()).isZero();
    }

    @Test
    void one_that_fails_is_asked_again_later_and_nothing_is_lost() {
        queue.on(happened("aftersales.case-changed"));
        status = 500;
        assertThat(send()).isZero();
        assertThat(log(0, "trouble")).isEqualTo("HTTP 500");
        subscriber.line(Line.SILENT_AFTER);
        clock.forward(Duration.ofSeconds(15));
        assertThat(send()).as("no answer is no success").isZero();
        status = 204;
        assertThat(send()).as("not before the pause is over").isZero();
        clock.forward(Duration.ofSeconds(30));
        assertThat(send()).isEqualTo(1);
        assertThat(log(0, "attempts")).isEqualTo("3");
        var keys = subscriber.requests.stream().map(r -> r.headers().get("idempotency-key"));
        assertThat(keys.distinct()).as("the same event under the same key").hasSize(1);
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day() {
        var rotated = stage.act(keeper, path() + "/rotation", null, null);
        var fresh = rotated.text("secret");
        assertThat(fresh).isNotEqualTo(secret);
        queue.on(happened("aftersales.case-changed"));
        send();
        assertThat(good(secret, subscriber.requests.getFirst())).isTrue();
        assertThat(good(fresh, subscriber.requests.getFirst())).isTrue();
        clock.forward(Duration.ofHours(25));
        queue.on(happened("aftersales.case-changed"));
        send();
        assertThat(good(secret, subscriber.requests.getLast())).isFalse();
        assertThat(good(fresh, subscriber.requests.getLast())).isTrue();
    }

    @Test
    void
            one_that_failed_for_a_day_is_switched_off_with_a_notice_and_begins_anew_when_switched_on() {
        queue.on(happened("aftersales.case-changed"));
        status = 503;
        for (int i = 0; i < 40; i++) {
            send();
            clock.forward(Duration.ofHours(1));
        }
        var seen = stage.look(keeper, "shops/" + shop + "/subscriptions");
        assertThat(seen.text("subscriptions.0.disabledWhy")).isEqualTo("FAILING");
        assertThat(notices()).isEqualTo(1);
        status = 204;
        var version = (int) seen.number("subscriptions.0.version");
        assertThat(put(version, List.of("aftersales.*"), true).body().path("active").asBoolean())
                .isTrue();
        assertThat(send()).as("what waited is told at last").isEqualTo(1);
    }

    @Test
    void one_that_says_it_is_gone_is_switched_off_at_once() {
        queue.on(happened("aftersales.case-changed"));
        status = 410;
        send();
        assertThat(
                        stage.look(keeper, "shops/" + shop + "/subscriptions")
                                .text("subscriptions.0.disabledWhy"))
                .isEqualTo("GONE");
    }

    @Test
    void a_delivery_is_sent_again_by_hand_once() {
        queue.on(happened("aftersales.case-changed"));
        send();
        var first = stage.look(keeper, path() + "/deliveries").text("items.0.id");
        var again = path() + "/deliveries/" + first + "/copies/" + UUID.randomUUID();
        assertThat(stage.act(keeper, again, null, null).status()).isEqualTo(200);
        assertThat(stage.act(keeper, again, null, null).status()).isEqualTo(200);
        assertThat(send()).isEqualTo(1);
        assertThat(subscriber.requests).hasSize(2);
    }

    @Test
    void an_unsafe_address_is_refused_and_another_shop_sees_nothing() {
        for (var url : List.of("http://example.com/x", "ftp://x/y", "https://a:b@example.com/")) {
            assertThat(
                            stage.act(
                                            keeper,
                                            "shops/" + shop + "/subscriptions/" + UUID.randomUUID(),
                                            null,
                                            Map.of("url", url, "types", List.of("aftersales.*")))
                                    .status())
                    .as(url)
                    .isEqualTo(400);
        }
        var stranger = people.asStaff(Permission.KEYS_MANAGE, stage.shop());
        assertThat(stage.look(stranger, path() + "/deliveries").status()).isEqualTo(404);
        assertThat(stage.send(delete("/api/v1/" + path()), keeper, null).status()).isEqualTo(200);
        queue.on(happened("aftersales.case-changed"));
        assertThat(send()).isZero();
    }

    private String path() {
        return "shops/" + shop + "/subscriptions/" + id;
    }

    private Stage.Answer put(@Nullable Integer version, List<String> types, boolean active) {
        return stage.act(
                keeper,
                path(),
                version,
                Map.of("url", subscriber.address() + "/hook", "types", types, "active", active));
    }

    private int send() {
        return new HookSender(
                        subscriptions,
                        deliveries,
                        facts,
                        transaction,
                        clock,
                        Duration.ofMillis(700),
                        false)
                .sendDue(id);
    }

    private static boolean good(String with, Stub.Request request) {
        var header = String.valueOf(request.headers().get("anxin-signature"));
        var seconds = Long.parseLong(header.substring(2, header.indexOf(',')));
        return SignedHook.isGood(
                with,
                header,
                request.body(),
                java.time.Instant.ofEpochSecond(seconds),
                Duration.ofMinutes(5));
    }

    private Fact happened(String type) {
        return fact(type, Audience.STAFF, shop);
    }

    private Fact fact(String type, Audience audience, ShopId of) {
        Position before = facts.end();
        transaction.executeWithoutResult(
                status ->
                        facts.append(
                                new NewFact(
                                        of,
                                        type,
                                        "case:1",
                                        "system",
                                        null,
                                        audience,
                                        Map.of("no", "AS1"))));
        return facts.after(before, 10).getLast();
    }

    private String log(int index, String field) {
        return stage.look(keeper, path() + "/deliveries").text("items." + index + "." + field);
    }

    private long notices() {
        return db.sql(
                        "select count(*) from kernel.fact f where f.shop_id = :shop and f.type = 'journal.subscription-disabled'")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
