package anxin.language.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anxin.language.learn.Report.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report =
            new Report(
                    List.of(
                            answer("a", "a", 0.9f, 0.9f),
                            answer("a", "b", 0.6f, 0.8f),
                            answer("b", "b", 0.8f, 0.4f),
                            answer("oos", "a", 0.4f, 0.5f),
                            answer("oos", "b", 0.4f, 0.1f)),
                    "oos");

    @Test
    void accuracy_is_counted_over_what_is_in_scope() {
        assertThat(report.accuracy()).isEqualTo(2.0 / 3, within(1e-9));
    }

    @Test
    void macro_f1_weighs_classes_alike() {
        assertThat(report.macroF1()).isEqualTo((2.0 / 3 + 2.0 / 3) / 2, within(1e-9));
    }

    @Test
    void auroc_is_how_often_ours_is_held_for_ours_more() {
        assertThat(report.outOfScopeAuroc()).isEqualTo(5.0 / 6, within(1e-9));
    }

    @Test
    void calibration_is_how_far_the_certainty_is_from_the_truth() {
        assertThat(report.calibrationError()).isEqualTo((0.1 + 0.6 + 0.2) / 3, within(1e-6));
    }

    @Test
    void the_pairs_that_are_mixed_up_are_named_with_an_example() {
        assertThat(report.confusions()).containsExactly(new Report.Confusion("a", "b", 1, "text"));
    }

    private static Answer answer(String truth, String said, float confidence, float inScope) {
        return new Answer("", truth, said, confidence, inScope, "text");
    }
}
