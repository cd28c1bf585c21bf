package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.cases.CaseState;
import anxin.kernel.Text;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTextTest {

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void every_rule_has_its_words_in_both_languages(ReasonCode code) {
        var words = RuleText.of(code);
        for (var text : new Text[] {words.title(), words.explanation(), words.basis()}) {
            assertThat(text.zh()).isNotBlank().matches("(?s).*[\\u4e00-\\u9fff].*");
            assertThat(text.en()).isNotBlank().doesNotContainPattern("[\\u4e00-\\u9fff]");
        }
        assertThat(words.explanation().zh()).containsPattern("[。？]$");
        assertThat(words.explanation().en()).containsPattern("[.?]$");
        assertThat(words.title().zh().length()).isLessThan(20);
    }

    @Test
    void no_two_rules_say_the_same() {
        assertThat(Arrays.stream(ReasonCode.values()).map(code -> RuleText.of(code).explanation()))
                .doesNotHaveDuplicates();
    }

    @Test
    void states_types_reasons_and_flags_are_named_in_both_languages() {
        Stream.of(
                        Arrays.stream(CaseState.values()).map(CaseState::label),
                        Arrays.stream(CaseType.values()).map(CaseType::text),
                        Arrays.stream(Reason.values()).map(Reason::text),
                        Arrays.stream(Flag.values()).map(Flag::text))
                .flatMap(texts -> texts)
                .forEach(
                        text -> {
                            assertThat(text.zh()).isNotBlank();
                            assertThat(text.en()).isNotBlank();
                        });
        assertThat(Reason.UNCLEAR.offered()).isFalse();
        assertThat(Reason.LOGISTICS_DAMAGE.photosNeeded()).isEqualTo(2);
    }

    @Test
    void a_text_names_the_times_of_the_shops_own_policy() {
        var own =
                Policy.of(
                        Example.JSON.readTree(
                                "{\"appealHours\":240,\"reviewHours\":6,\"storeConfirmHours\":0.25,\"qualityRefundDays\":8}"),
                        Policy.DEFAULT);
        assertThat(RuleText.of(ReasonCode.VIRTUAL_USED, own).explanation().zh())
                .contains("可在10天内申诉");
        assertThat(RuleText.of(ReasonCode.RISK_REVIEW, own).explanation().en())
                .contains("within 6 hours (fresh goods: 1 hour)");
        assertThat(RuleText.of(ReasonCode.STORE_STOCK_STALE, own).explanation().zh())
                .contains("15分钟内");
        assertThat(RuleText.of(ReasonCode.QUALITY_7D, own).title().en())
                .isEqualTo("Fault within 8 days");
        for (var code : ReasonCode.values()) {
            assertThat(RuleText.of(code).explanation().zh()).doesNotContain("{");
            assertThat(RuleText.of(code).explanation().en()).doesNotContain("{");
        }
    }
}
