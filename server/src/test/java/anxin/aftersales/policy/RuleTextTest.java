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
}
