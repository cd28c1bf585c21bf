package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.policy.Decision.Outcome;
import anxin.aftersales.policy.Decision.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shop makes of the table, and what it cannot make of it. */
class ShopRulesTest {

    private static final String RETURN =
            """
            {"order": {"no": "T1", "channel": "APP", "payStatus": "PAID", "paidAt": "2026-11-08T10:00:00+08:00",
                       "fulfil": "SIGNED", "signedAt": "2026-11-10T15:20:00+08:00", "currency": "CNY",
                       "customer": {"id": "U1", "tier": "DIAMOND", "riskScore": 10},
                       "lines": [{"id": "L1", "sku": "S1", "category": "CATEGORY", "qty": 1, "paidMinor": 12900}]},
             "request": {"reason": "NO_REASON", "type": "RETURN_REFUND"}, "now": "NOW"}
            """;

    @Test
    void a_rule_under_review_is_looked_at_by_a_person() {
        var decision = decide("APPAREL", "{\"rules\":{\"NO_REASON_7D\":{\"mode\":\"REVIEW\"}}}");
        assertThat(decision.outcome()).isEqualTo(Outcome.MANUAL_REVIEW);
        assertThat(decision.reasonCode()).isEqualTo(ReasonCode.SHOP_REVIEW);
        assertThat(decision.deadlineHours()).isEqualTo(4);
        assertThat(decision.approvalTier()).isEqualTo("L1");
    }

    @Test
    void a_rule_s_own_limit_counts_for_it_alone() {
        var limit = "{\"rules\":{\"NO_REASON_7D\":{\"limitMinor\":12899}}}";
        assertThat(decide("APPAREL", limit).reasonCode()).isEqualTo(ReasonCode.LIMIT_EXCEEDED);
        var enough = "{\"rules\":{\"NO_REASON_7D\":{\"limitMinor\":12900}}}";
        assertThat(decide("APPAREL", enough).reasonCode()).isEqualTo(ReasonCode.NO_REASON_7D);
    }

    @Test
    void without_goodwill_the_next_rule_speaks() {
        var late = "2026-11-18T10:00:00+08:00";
        assertThat(decide("APPAREL", late, "{}").reasonCode()).isEqualTo(ReasonCode.GOODWILL);
        assertThat(
                        decide("APPAREL", late, "{\"rules\":{\"GOODWILL\":{\"mode\":\"OFF\"}}}")
                                .reasonCode())
                .isEqualTo(ReasonCode.NO_REASON_EXPIRED);
    }

    @Test
    void an_exemption_decides_in_the_words_that_were_shown() {
        var own =
                "{\"exemptions\":{\"FRESH\":{\"words\":{\"zh\":\"鲜货不退。\",\"en\":\"Fresh: no returns.\"}}}}";
        var decision = decide("FRESH", own);
        assertThat(decision.reasonCode()).isEqualTo(ReasonCode.FRESH_EXEMPT);
        assertThat(decision.exemption())
                .isEqualTo(anxin.kernel.Text.of("鲜货不退。", "Fresh: no returns."));
        assertThat(decide("FRESH", "{}").exemption()).isEqualTo(Exempt.FRESH.words());
        assertThat(decide("APPAREL", "{}").exemption()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "FRESH, FRESH",
        "PLANT, FRESH",
        "CUSTOM, CUSTOM",
        "DIGITAL_CONTENT, DIGITAL",
        "NEWSPAPER, PERIODICAL"
    })
    void an_exemption_that_the_shop_gives_up_is_none(String category, String exempt) {
        var given = "{\"exemptions\":{\"%s\":{\"on\":false}}}".formatted(exempt);
        assertThat(decide(category, given).reasonCode()).isEqualTo(ReasonCode.NO_REASON_7D);
    }

    @Test
    void a_promise_of_the_shop_is_kept_to_its_last_day() {
        var promise =
                """
                {"promises":[{"id":"p","about":"CATEGORY","value":"APPAREL","days":30,"freight":"SELLER"}]}
                """;
        var last = decide("APPAREL", "2026-12-10T23:59:59+08:00", promise);
        assertThat(last.reasonCode()).isEqualTo(ReasonCode.PROMISE_WINDOW);
        assertThat(last.freightPayer()).isEqualTo(Decision.FreightPayer.SELLER);
        assertThat(decide("APPAREL", "2026-12-12T00:00:01+08:00", promise).reasonCode())
                .isEqualTo(ReasonCode.NO_REASON_EXPIRED);
        assertThat(decide("PHONE", "2026-12-01T00:00:00+08:00", promise).reasonCode())
                .isEqualTo(ReasonCode.NO_REASON_EXPIRED);
    }

    @Test
    void a_guard_turns_an_automatic_yes_into_a_review() {
        var decision = decide("APPAREL", guard("sum(order.lines, paidMinor) >= 12900", "REVIEW"));
        assertThat(decision.outcome()).isEqualTo(Outcome.MANUAL_REVIEW);
        assertThat(decision.reasonCode()).isEqualTo(ReasonCode.SHOP_REVIEW);
        assertThat(decision.queue()).isEqualTo(Queue.EXPERT);
        assertThat(decision.flags()).contains(Flag.SHOP_GUARD).doesNotContain(Flag.INSTANT_REFUND);
        assertThat(decision.guards()).containsExactly("g");
        assertThat(decision.approvalTier()).isEqualTo("L1");
    }

    @Test
    void a_guard_that_flags_lets_the_decision_stand() {
        var decision = decide("APPAREL", guard("decision.refundCny > 10000", "FLAG"));
        assertThat(decision.outcome()).isEqualTo(Outcome.AUTO_APPROVE);
        assertThat(decision.flags()).contains(Flag.SHOP_GUARD, Flag.INSTANT_REFUND);
        assertThat(decision.queue()).isNull();
    }

    @Test
    void a_guard_that_does_not_hold_changes_nothing() {
        assertThat(decide("APPAREL", guard("order.customer.riskScore > 10", "REVIEW")))
                .isEqualTo(decide("APPAREL", "{}"));
    }

    /** Whatever a shop writes: what was no yes before is none after. */
    @Test
    void no_guard_and_no_review_ever_makes_a_yes() {
        var cases = new RandomCase(new Random(7));
        var strict =
                Policy.of(
                        Example.JSON.readTree(
                                """
                                {"rules":{"NO_REASON_7D":{"mode":"REVIEW"},"FRESH_24H":{"limitMinor":0}},
                                 "guards":[{"id":"a","name":"a","when":"true","action":"FLAG","queue":"STORE"},
                                           {"id":"b","name":"b","when":"size(request.evidence) > 0","action":"REVIEW"}]}
                                """),
                        Policy.DEFAULT);
        for (int i = 0; i < 50_000; i++) {
            var one = cases.next();
            var before =
                    Decide.decide(
                            one.order(),
                            one.request(),
                            one.now(),
                            Policy.DEFAULT,
                            Calendar.WEEKENDS);
            var after =
                    Decide.decide(one.order(), one.request(), one.now(), strict, Calendar.WEEKENDS);
            if (after.outcome() == Outcome.AUTO_APPROVE) {
                assertThat(before.outcome()).isEqualTo(Outcome.AUTO_APPROVE);
                assertThat(after.refundMinor()).isEqualTo(before.refundMinor());
            } else if (before.outcome() != Outcome.AUTO_APPROVE) {
                assertThat(after.outcome()).isEqualTo(before.outcome());
            }
        }
    }

    private static String guard(String when, String action) {
        return Example.JSON.writeValueAsString(
                java.util.Map.of(
                        "guards",
                        java.util.List.of(
                                java.util.Map.of(
                                        "id", "g", "name", "g", "when", when, "action", action,
                                        "queue", "EXPERT"))));
    }

    private static Decision decide(String category, String policy) {
        return decide(category, "2026-11-13T10:00:00+08:00", policy);
    }

    private static Decision decide(String category, String now, String policy) {
        var body = Example.JSON.readTree(RETURN.replace("CATEGORY", category).replace("NOW", now));
        var reading = Reading.of(body, "");
        var order = ReadOrder.read(reading.object("order"));
        var request = ReadRequest.read(reading.object("request"), order);
        return Decide.decide(
                order,
                request,
                reading.requiredTime("now"),
                Policy.of(Example.JSON.readTree(policy), Policy.DEFAULT),
                Calendar.WEEKENDS);
    }
}
