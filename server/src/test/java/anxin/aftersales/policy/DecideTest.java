package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.policy.Decision.Outcome;
import anxin.commerce.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every decision, whatever the order. */
class DecideTest {

    private static final List<Example> EXAMPLES =
            Stream.concat(Example.of("cases.jsonl"), Example.of("edges.jsonl")).toList();

    private final RandomCase cases = new RandomCase(new Random(53));

    @Test
    void every_well_formed_order_gets_a_decision_that_a_case_can_follow() {
        for (int i = 0; i < 200_000; i++) {
            var one = cases.next();
            var decision = decide(one);
            assertThat(decision.flags()).doesNotContainNull();
            switch (decision.outcome()) {
                case AUTO_APPROVE, MANUAL_REVIEW, NEED_EVIDENCE, OFFER_ALTERNATIVES, ROUTE -> {
                    assertThat(decision.nextState()).as("%s", decision).isNotNull();
                    assertThat(decision.deadlineHours()).as("%s", decision).isNotNull();
                }
                case DUPLICATE -> assertThat(decision.existingCaseId()).isNotNull();
                case REJECT -> assertThat(decision.refundMinor()).isNull();
            }
            if (decision.outcome() == Outcome.OFFER_ALTERNATIVES) {
                assertThat(decision.alternatives()).isNotEmpty();
            }
            if (decision.outcome() == Outcome.AUTO_APPROVE) {
                assertThat(decision.type()).isNotNull();
                assertThat(decision.refundMinor()).isNotNull();
            }
        }
    }

    @Test
    void no_decision_gives_back_more_than_is_left() {
        for (int i = 0; i < 200_000; i++) {
            var one = cases.next();
            var refund = decide(one).refundMinor();
            if (refund != null) {
                assertThat(refund).isBetween(0L, Math.max(0, left(one.order())));
            }
        }
    }

    @Test
    void the_same_question_has_the_same_answer() {
        for (int i = 0; i < 10_000; i++) {
            var one = cases.next();
            assertThat(decide(one)).isEqualTo(decide(one));
        }
    }

    @Test
    void the_split_over_tenders_is_the_refund() {
        for (int i = 0; i < 100_000; i++) {
            var decision = decide(cases.next());
            var split = decision.tenderSplit();
            if (split != null) {
                assertThat(split.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(decision.refundMinor());
            }
        }
    }

    @Test
    void every_rule_speaks_in_some_example() {
        var spoken = EnumSet.noneOf(ReasonCode.class);
        for (var example : EXAMPLES) {
            spoken.add(decide(example, Example.JSON.createObjectNode()).reasonCode());
        }
        // What was chosen is no part of a first request; ChoiceTest plays it.
        spoken.add(ReasonCode.CUSTOMER_CHOICE);
        // A shop asks for it; ShopRulesTest does.
        spoken.add(ReasonCode.SHOP_REVIEW);
        assertThat(spoken).containsExactlyInAnyOrder(ReasonCode.values());
    }

    @Test
    void every_code_stands_in_the_table_or_is_a_gate() {
        var codes = new HashSet<ReasonCode>();
        Rules.TABLE.forEach(rule -> codes.add(rule.code()));
        codes.addAll(
                Set.of(ReasonCode.LIMIT_EXCEEDED, ReasonCode.RISK_REVIEW, ReasonCode.SHOP_REVIEW));
        assertThat(codes).containsExactlyInAnyOrder(ReasonCode.values());
    }

    /** Each constant, with one more and one less; the hours of a state show themselves. */
    static Stream<String> constants() {
        return Stream.of(
                "noReasonDays",
                "freshAutoHours",
                "damageAutoHours",
                "missingDays",
                "lostNoTraceHours",
                "evidenceHours",
                "evidenceHoursFresh",
                "evidenceHoursVirtual",
                "choiceHours",
                "buyerReturnHours",
                "euReturnHours",
                "storeConfirmHours",
                "stockFreshMinutes",
                "reviewHours",
                "reviewHoursUrgent",
                "refundingHours",
                "expertHandoverMinutes",
                "expertHours",
                "complaintHours",
                "majorComplaintHours",
                "appealHours",
                "limUnshipped",
                "limReturn",
                "limRefundOnly",
                "limComp",
                "limInstant",
                "riskReview",
                "riskNoInstant",
                "refundOnly30d",
                "qualityRefundDays",
                "qualityExchangeDays",
                "warrantyDays",
                "repairOverdueDays",
                "failedRepairs",
                "graceHours",
                "priceProtectDays",
                "routeMaxDays",
                "cbecFileDays",
                "cbecArriveDays",
                "damagePct.MINOR",
                "damagePct.MODERATE",
                "damagePct.SEVERE");
    }

    @ParameterizedTest
    @MethodSource("constants")
    void a_constant_decides_to_the_last_unit(String constant) {
        var ordinary = Example.JSON.valueToTree(numbers()).get(constant.replace('.', '_'));
        double value = ordinary.doubleValue();
        double step = constant.equals("storeConfirmHours") ? 0.25 : 1;
        assertThat(changedBy(constant, value - step)).as(constant + " one less").isPositive();
        if (!constant.equals("damagePct.SEVERE")) { // More than all cannot be.
            assertThat(changedBy(constant, value + step)).as(constant + " one more").isPositive();
        }
    }

    private static long changedBy(String constant, double value) {
        var document = Example.JSON.createObjectNode();
        int dot = constant.indexOf('.');
        var holder = dot < 0 ? document : document.putObject(constant.substring(0, dot));
        var name = constant.substring(dot + 1);
        if (value == Math.rint(value)) {
            holder.put(name, (long) value);
        } else {
            holder.put(name, value);
        }
        return EXAMPLES.stream()
                .filter(
                        example ->
                                !decide(example, document)
                                        .equals(decide(example, Example.JSON.createObjectNode())))
                .count();
    }

    private static java.util.Map<String, Object> numbers() {
        var numbers = new java.util.HashMap<String, Object>();
        var all = Example.JSON.valueToTree(Policy.DEFAULT);
        for (var field : all.properties()) {
            if (field.getValue().isNumber()) {
                numbers.put(field.getKey(), field.getValue().decimalValue());
            }
        }
        numbers.put("damagePct_MINOR", 10);
        numbers.put("damagePct_MODERATE", 30);
        numbers.put("damagePct_SEVERE", 100);
        return numbers;
    }

    private static Decision decide(Example example, ObjectNode over) {
        JsonNode whole = example.whole();
        var reading = Reading.of(whole, "");
        var order = ReadOrder.read(reading.object("order"));
        var request = ReadRequest.read(reading.object("request"), order);
        var text = request.reasonText();
        if (request.reason() == null && text != null) {
            var intake = Intake.of(text, request.lang());
            request = request.understoodAs(intake.reason(), intake.type(), intake.wantsHuman());
        }
        var own = ReadPolicy.read(reading.object("policy"), Policy.DEFAULT);
        var policy = ReadPolicy.read(Reading.of(over, ""), own);
        var calendar = ReadPolicy.calendar(reading.object("calendar"));
        var now = reading.requiredTime("now");
        reading.check();
        return Decide.decide(order, request, now, policy, calendar);
    }

    private static Decision decide(RandomCase.Case one) {
        return Decide.decide(
                one.order(), one.request(), one.now(), one.policy(), Calendar.WEEKENDS);
    }

    private static long left(Order order) {
        long paid = order.freightMinor();
        long gone = 0;
        for (var line : order.lines()) {
            paid += line.paidMinor();
            gone += Shares.ofUnits(line.paidMinor(), line.qty(), 0, line.refundedQty());
        }
        var refunded = order.refundedMinor();
        var compensated = order.compensatedMinor();
        return paid
                - (refunded == null ? gone : refunded)
                - (compensated == null ? 0 : compensated);
    }

    /** The whole of a refund in parts is the whole: no order of asking gains or loses a fen. */
    @Test
    void asking_unit_by_unit_comes_to_what_was_paid() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            long paid = 1 + random.nextInt(100_000);
            int units = 1 + random.nextInt(12);
            long sum = 0;
            for (int done = 0; done < units; done++) {
                sum += refundOfOneMore(paid, units, done);
            }
            assertThat(sum).isEqualTo(paid);
        }
    }

    private static long refundOfOneMore(long paid, int units, int done) {
        var body =
                Example.JSON.readTree(
                        """
                        {"no": "T", "payStatus": "PAID", "fulfil": "SIGNED", "signedAt": "2026-11-10T15:20:00+08:00",
                         "lines": [{"id": "L", "category": "APPAREL", "qty": %d, "paidMinor": %d, "refundedQty": %d}]}
                        """
                                .formatted(units, paid, done));
        var order = ReadOrder.read(Reading.of(body, ""));
        var request =
                new Request(
                        null,
                        null,
                        Reason.NO_REASON,
                        null,
                        CaseType.RETURN_REFUND,
                        new ArrayList<>(List.of(new Request.Item("L", 1))),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        null);
        var refund =
                Decide.decide(
                                order,
                                request,
                                Instant.parse("2026-11-13T02:00:00Z"),
                                Policy.DEFAULT,
                                Calendar.WEEKENDS)
                        .refundMinor();
        return refund == null ? 0 : refund;
    }
}
