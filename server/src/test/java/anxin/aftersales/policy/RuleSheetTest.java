package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.policy.Decision.Outcome;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that people read is the one that decides. */
class RuleSheetTest {

    private static final Set<ReasonCode> GATES =
            Set.of(ReasonCode.LIMIT_EXCEEDED, ReasonCode.RISK_REVIEW, ReasonCode.SHOP_REVIEW);

    @Test
    void a_rule_gives_what_its_row_says() {
        var cases = new RandomCase(new Random(19));
        var softly = new SoftAssertions();
        for (int i = 0; i < 100_000; i++) {
            var one = cases.next();
            var decision =
                    Decide.decide(
                            one.order(),
                            one.request(),
                            one.now(),
                            Policy.DEFAULT,
                            Calendar.WEEKENDS);
            var sheet = RuleSheet.of(decision.reasonCode());
            softly.assertThat(sheet.outcomes())
                    .as(decision.reasonCode().name())
                    .contains(decision.outcome());
            var freight = sheet.freight();
            if (freight != null
                    && decision.freightPayer() != null
                    && freight != Decision.FreightPayer.BUYER) {
                softly.assertThat(decision.freightPayer())
                        .as(decision.reasonCode().name())
                        .isEqualTo(freight);
            }
            var hours = sheet.hours();
            if (hours != null && !goesAnotherWay(decision)) {
                softly.assertThat(decision.deadlineHours())
                        .as(decision.reasonCode().name())
                        .isIn(((Number) hours.of(Policy.DEFAULT)).doubleValue(), 1.0);
            }
        }
        softly.assertAll();
    }

    /** A complaint of grave matters goes to an expert; evidence of fresh goods is asked sooner. */
    private static boolean goesAnotherWay(Decision decision) {
        return decision.queue() == Decision.Queue.EXPERT
                || decision.reasonCode() == ReasonCode.REFUSED_RETURNED;
    }

    @Test
    void what_is_automatic_has_a_limit_and_what_is_not_has_none() {
        for (var code : ReasonCode.values()) {
            var sheet = RuleSheet.of(code);
            if (GATES.contains(code) || code == ReasonCode.CUSTOMER_CHOICE) {
                continue;
            }
            assertThat(sheet.limit() != null)
                    .as(code.name())
                    .isEqualTo(sheet.outcomes().contains(Outcome.AUTO_APPROVE));
        }
    }

    @ParameterizedTest(name = "{0} is refused at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"noReasonDays":6}                             | /noReasonDays               | Consumer Protection Law, art. 25
                    {"qualityRefundDays":6}                        | /qualityRefundDays          | Consumer Protection Law, art. 24
                    {"qualityExchangeDays":14}                     | /qualityExchangeDays        | Repair, Replacement
                    {"warrantyDays":182}                           | /warrantyDays               | art. 23(3)
                    {"repairOverdueDays":31}                       | /repairOverdueDays          | Repair, Replacement
                    {"failedRepairs":3}                            | /failedRepairs              | Repair, Replacement
                    {"euReturnHours":335}                          | /euReturnHours              | 2011/83/EU
                    {"refundingHours":169}                         | /refundingHours             | art. 25
                    {"reviewHours":361}                            | /reviewHours                | Penalty Measures
                    {"cbecFileDays":31}                            | /cbecFileDays               | notice 45
                    {"cbecArriveDays":46}                          | /cbecArriveDays             | notice 45
                    {"rules":{"NO_REASON_7D":{"mode":"OFF"}}}      | /rules/NO_REASON_7D/mode    | Consumer Protection Law, art. 25
                    {"rules":{"QUALITY_7D":{"mode":"OFF"}}}        | /rules/QUALITY_7D/mode      | Consumer Protection Law
                    {"rules":{"NOT_PAID":{"mode":"REVIEW"}}}       | /rules/NOT_PAID/mode        | never says yes
                    {"rules":{"NOT_PAID":{"limitMinor":1}}}        | /rules/NOT_PAID/limitMinor  | no automatic limit
                    {"rules":{"BORED":{}}}                         | /rules/BORED                | no such rule
                    {"exemptions":{"SHOES":{}}}                    | /exemptions/SHOES           | Seven-Day
                    {"exemptions":{"MEDICINE":{"on":false}}}       | /exemptions/MEDICINE/on     | Good Supply Practice
                    {"exemptions":{"FRESH":{"words":{"zh":"x"}}}}  | /exemptions/FRESH/words/en  | is required
                    {"promises":[{"id":"a","about":"ALL","days":0}]} | /promises/0/days          | between 1 and 3650
                    {"guards":[{"id":"a","name":"n","when":"order.x"}]} | /guards/0/when         | column 1: there is no fact called order.x
                    {"guards":[{"id":"a","name":"n","when":"now > 3"}]} | /guards/0/when         | column 7: a time is expected, this is a number
                    {"guards":[{"id":"a","name":"n","when":"true","action":"YES"}]} | /guards/0/action | must be one of REVIEW, FLAG
                    {"guards":[{"id":"a","name":"n","when":"true","approve":true}]} | /guards/0/approve | is not known here
                    """)
    void what_a_shop_cannot_have_is_told_with_its_place_and_why(
            String document, String pointer, String why) {
        assertThat(Policy.check(Example.JSON.readTree(document)).wrong())
                .anySatisfy(
                        wrong -> {
                            assertThat(wrong.pointer()).isEqualTo(pointer);
                            assertThat(wrong.expected().en()).contains(why);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}
                    {"noReasonDays":7,"failedRepairs":2,"refundingHours":168}
                    {"noReasonDays":30,"failedRepairs":1}
                    {"rules":{"GOODWILL":{"mode":"OFF"},"QUALITY_7D":{"mode":"REVIEW","limitMinor":0}}}
                    """)
    void what_gives_as_much_as_the_law_may_be_published(String document) {
        assertThat(Policy.check(Example.JSON.readTree(document)).wrong()).isEmpty();
    }

    @Test
    void every_constant_of_the_document_is_described() {
        for (var field : Example.JSON.valueToTree(Policy.DEFAULT).propertyNames()) {
            if (!field.equals("version")) {
                assertThat(Constant.named(field)).as(field).isNotNull();
            }
        }
    }
}
