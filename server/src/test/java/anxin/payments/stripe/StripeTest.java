package anxin.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.PaymentGateway.Answer;
import anxin.payments.PaymentGateway.Order;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import anxin.payments.Stub.Request;
import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.ShopGateway;
import anxin.payments.connections.ShopGateway.Forged;
import anxin.payments.wire.Forms;
import anxin.payments.wire.GatewayHttp;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StripeTest {

    private static final String SECRET = "whsec_test";

    private final TestClock clock = new TestClock();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
    private final Stub stub = new Stub(this::answer);
    private final ShopGateway gateway =
            new StripeMaker(new GatewayHttp(Duration.ofSeconds(3)), json, clock)
                    .open(
                            new Connection(
                                    new ShopId("harbour-tea"),
                                    GatewayKind.STRIPE,
                                    1,
                                    Set.of("CARD"),
                                    Map.of(
                                            "secretKey",
                                            "sk_test",
                                            "webhookSecret",
                                            SECRET,
                                            "address",
                                            stub.address())));
    private String refusal = "";
    private String status = "succeeded";

    @AfterEach
    void theStubEnds() {
        stub.close();
    }

    @Test
    void a_refund_carries_our_number_as_key_and_is_found_by_it() {
        assertThat(gateway.refund(order("RF1"))).isEqualTo(new Answer.Succeeded("re_1"));
        assertThat(gateway.query(order("RF1"))).isEqualTo(new Answer.Succeeded("re_1"));
        assertThat(gateway.query(order("RF2"))).isEqualTo(new Answer.NotFound());
        assertThat(stub.requests.getFirst().headers())
                .containsEntry("idempotency-key", "RF1")
                .containsEntry("authorization", "Bearer sk_test");
    }

    @Test
    void a_refund_is_found_behind_a_hundred_others_when_the_key_is_long_forgotten() {
        for (int i = 0; i < 150; i++) {
            gateway.refund(order("RF" + i));
        }
        assertThat(gateway.query(order("RF149"))).isEqualTo(new Answer.Succeeded("re_150"));
        assertThat(gateway.query(order("RF150"))).isEqualTo(new Answer.NotFound());
    }

    @Test
    void an_answer_that_is_lost_leaves_one_refund() {
        stub.line(Line.SILENT_AFTER, Line.CUT_AFTER, Line.CUT_BEFORE);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gateway.refund(order("RF1")))
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(gateway.refund(order("RF1"))).isEqualTo(new Answer.Succeeded("re_1"));
        assertThat(byKey).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 charge_already_refunded",
                "400 charge_disputed",
                "400 amount_too_large",
                "404 resource_missing"
            })
    void a_refusal_for_certain_is_final(String told) {
        refusal = told;
        assertThat(gateway.refund(order("RF1"))).isInstanceOf(Answer.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "409 idempotency_key_in_use",
                "429 rate_limit",
                "500 api_error",
                "401 resource_missing",
                "400 something_new"
            })
    void a_trouble_leaves_the_outcome_unknown(String told) {
        refusal = told;
        assertThat(gateway.refund(order("RF1"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void what_is_under_way_failed_or_waits_for_the_customer_is_told_as_such() {
        status = "pending";
        assertThat(gateway.refund(order("RF1"))).isEqualTo(new Answer.Processing("re_1"));
        status = "failed";
        assertThat(gateway.refund(order("RF2"))).isInstanceOf(Answer.Rejected.class);
        status = "requires_action";
        assertThat(gateway.refund(order("RF3"))).isInstanceOf(Answer.Stuck.class);
    }

    @Test
    void an_answer_about_another_amount_is_not_believed() {
        gateway.refund(order("RF1"));
        byKey.put("RF1", refund(Map.of("amount", "1", "metadata[out_refund_no]", "RF1")));
        assertThat(gateway.query(order("RF1"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_web_hook_is_believed_only_with_a_fresh_signature() {
        gateway.refund(order("RF1"));
        var body =
                json.writeValueAsString(
                        Map.of(
                                "type",
                                "refund.updated",
                                "data",
                                Map.of("object", byKey.get("RF1"))));
        var now = clock.instant().getEpochSecond();
        assertThat(open("t=" + now + ",v1=" + "0".repeat(64) + ",v1=" + sign(now, body), body))
                .contains(new Notice("RF1", 129_00L, new Answer.Succeeded("re_1")));
        for (var forged :
                List.of(
                        "",
                        "t=" + now,
                        "t=" + now + ",v1=" + sign(now + 1, body),
                        "t=" + now + ",v0=" + sign(now, body),
                        "t=" + (now - 301) + ",v1=" + sign(now - 301, body),
                        "t=" + (now + 301) + ",v1=" + sign(now + 301, body))) {
            assertThatThrownBy(() -> open(forged, body)).as(forged).isInstanceOf(Forged.class);
        }
        var other = "{\"type\":\"charge.succeeded\",\"data\":{\"object\":{\"object\":\"charge\"}}}";
        assertThat(open("t=" + now + ",v1=" + sign(now, other), other)).isEmpty();
    }

    @Test
    void the_days_refunds_are_its_bill() {
        gateway.refund(order("RF1"));
        assertThat(gateway.bill(LocalDate.of(2026, 11, 12)).orElseThrow().entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.outRefundNo()).isEqualTo("RF1");
                            assertThat(entry.amountMinor()).isEqualTo(129_00);
                            assertThat(entry.paid()).isTrue();
                        });
    }

    private Optional<Notice> open(String signature, String body) {
        return gateway.open(
                        Map.of("stripe-signature", signature),
                        body.getBytes(StandardCharsets.UTF_8))
                .map(Notice.class::cast);
    }

    /** Stripe's side: a key makes one refund; lists are paged. */
    private synchronized Reply answer(Request request) {
        if (!refusal.isEmpty()) {
            var words = refusal.split(" ");
            return Reply.of(
                    Integer.parseInt(words[0]),
                    "{\"error\":{\"code\":\"" + words[1] + "\",\"message\":\"no\"}}");
        }
        if (request.method().equals("POST")) {
            var form = Forms.read(request.body());
            return Reply.of(
                    200,
                    json.writeValueAsString(
                            byKey.computeIfAbsent(
                                    request.headers().get("idempotency-key"),
                                    key -> refund(form))));
        }
        var query = Forms.read(request.path().replaceAll("^[^?]*\\??", ""));
        var all = new ArrayList<>(byKey.values());
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (String.valueOf(all.get(i).get("id")).equals(query.get("starting_after"))) {
                from = i + 1;
            }
        }
        var to = Math.min(all.size(), from + 100);
        return Reply.of(
                200,
                json.writeValueAsString(
                        Map.of("data", all.subList(from, to), "has_more", to < all.size())));
    }

    private Map<String, Object> refund(Map<String, String> form) {
        return new LinkedHashMap<>(
                Map.of(
                        "id",
                        "re_" + (byKey.size() + 1),
                        "object",
                        "refund",
                        "amount",
                        Long.parseLong(form.getOrDefault("amount", "0")),
                        "currency",
                        "eur",
                        "status",
                        status,
                        "metadata",
                        Map.of("out_refund_no", form.getOrDefault("metadata[out_refund_no]", ""))));
    }

    private static String sign(long at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Order order(String number) {
        return new Order(number, "pi_1", "CARD", 129_00, 129_00, "EUR", "after-sales", null);
    }
}
