package anxin.tickets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.kernel.Text;
import anxin.language.Analysis;
import anxin.language.Analysis.Emotion;
import anxin.language.Analysis.Escalation;
import anxin.language.Analysis.Feeling;
import anxin.language.Analysis.Intent;
import anxin.language.Analysis.Signal;
import anxin.tickets.matter.Proposals.ByLanguage;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstoodTest {

    private static final Feeling CALM = new Feeling(Emotion.NEUTRAL, 0.9f, 0.1f);

    @Test
    void what_is_wanted_says_the_type() {
        assertThat(Understood.of(said("wrong_missing", 0.8f, CALM)))
                .isEqualTo(new ByLanguage(Topic.WAREHOUSE, null, null, 0.8f, List.of("意图 intent")));
        assertThat(Understood.of(said("complaint", 0.8f, CALM)))
                .extracting(ByLanguage::grade)
                .isEqualTo(Grade.COMPLEX);
    }

    @Test
    void who_turns_to_the_regulator_has_a_major_complaint() {
        var signal = new Signal(Escalation.REGULATOR, "12315", 0, 5);
        assertThat(Understood.of(said("coupon_promo", 0.8f, CALM, signal)))
                .isEqualTo(
                        new ByLanguage(
                                null, Grade.MAJOR_COMPLAINT, Priority.URGENT, 0, List.of("12315")));
    }

    @Test
    void who_is_loud_is_looked_at_sooner_and_who_says_nothing_of_it_proposes_nothing() {
        var angry = new Feeling(Emotion.ANGRY, 0.9f, 0.8f);
        assertThat(Understood.of(said("quality_issue", 0.7f, angry)))
                .extracting(ByLanguage::priority)
                .isEqualTo(Priority.HIGH);
        assertThat(Understood.of(said("quality_issue", 0.2f, CALM))).isNull();
        assertThat(Understood.of(said("greeting_thanks", 0.9f, CALM))).isNull();
    }

    private static Analysis said(
            String intent, float confidence, Feeling feeling, Signal... signals) {
        return new Analysis(
                "zh",
                1,
                List.of(new Intent(intent, Text.of("意图", "intent"), confidence)),
                0.9f,
                List.of(),
                feeling,
                List.of(signals),
                false,
                List.of(),
                List.of(),
                0);
    }
}
