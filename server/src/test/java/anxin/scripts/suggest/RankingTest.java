package anxin.scripts.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.scripts.library.Shelf.Live;
import anxin.scripts.library.Wording;
import anxin.scripts.library.Wording.Channel;
import anxin.scripts.library.Wording.Mood;
import anxin.scripts.library.Wording.State;
import anxin.scripts.library.Wording.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which script comes first, and why. */
class RankingTest {

    private static final Live WHEN =
            script("when", "ship_urge", Mood.NEUTRAL, State.UNSHIPPED, "{{order}}{{ship_by}}");
    private static final Live LATE =
            script("late", "ship_urge", Mood.ANGRY, State.UNSHIPPED, "{{promised_at}}");
    private static final Live WHERE =
            script("where", "logistics_track", Mood.NEUTRAL, State.SHIPPED, "{{tracking}}");
    private static final Live SORRY = talk("sorry", Mood.ANGRY);
    private static final List<Live> ALL = List.of(WHEN, LATE, WHERE, SORRY);

    @Test
    void a_calm_question_is_answered_by_what_fits_it() {
        assertThat(first(calm(Map.of("ship_urge", .9f), State.UNSHIPPED))).isEqualTo("when");
        assertThat(first(calm(Map.of("logistics_track", .9f), State.SHIPPED))).isEqualTo("where");
    }

    @Test
    void to_an_angry_customer_the_soothing_word_comes_first_and_then_the_answer() {
        var keys = keys(angry(Map.of("ship_urge", .9f)));
        assertThat(keys.getFirst()).isEqualTo("late");
        assertThat(keys).contains("when", "sorry");
        assertThat(keys(angry(Map.of("store_info", .9f)))).containsExactly("sorry");
    }

    @Test
    void how_the_order_stands_decides_between_two_that_fit() {
        var both = Map.of("ship_urge", .5f, "logistics_track", .5f);
        assertThat(first(calm(both, State.SHIPPED))).isEqualTo("where");
        assertThat(first(calm(both, State.UNSHIPPED))).isEqualTo("when");
    }

    @Test
    void what_worked_comes_before_what_did_not() {
        var other =
                script("other", "ship_urge", Mood.NEUTRAL, State.UNSHIPPED, "{{order}}{{ship_by}}");
        var scripts = List.of(WHEN, other);
        var effects =
                Map.of("other", new Ranking.Effect(20, 15), "when", new Ranking.Effect(20, 0));
        var situation = calm(Map.of("ship_urge", .9f), State.UNSHIPPED);
        assertThat(Ranking.of(scripts, situation, effects, 2).getFirst().script().key())
                .isEqualTo("other");
        assertThat(new Ranking.Effect(1, 1).worked())
                .isLessThan(new Ranking.Effect(30, 25).worked());
    }

    @Test
    void what_is_said_elsewhere_is_not_offered_here() {
        var sms =
                new Live(
                        "sms",
                        "zh",
                        0,
                        new Wording(
                                "order",
                                List.of("ship_urge"),
                                Mood.NEUTRAL,
                                Tone.WARM,
                                Channel.SMS,
                                State.ANY,
                                "x"));
        assertThat(
                        Ranking.of(
                                List.of(sms),
                                calm(Map.of("ship_urge", 1f), State.UNSHIPPED),
                                Map.of(),
                                6))
                .isEmpty();
    }

    private static String first(Situation situation) {
        return keys(situation).getFirst();
    }

    private static List<String> keys(Situation situation) {
        return Ranking.of(ALL, situation, Map.of(), 6).stream()
                .map(one -> one.script().key())
                .toList();
    }

    private static Situation calm(Map<String, Float> intents, State state) {
        return new Situation(
                intents, Mood.NEUTRAL, 0, Channel.CHAT, EnumSet.of(state), Map.of("order", "A-1"));
    }

    private static Situation angry(Map<String, Float> intents) {
        return new Situation(
                intents, Mood.ANGRY, .8f, Channel.CHAT, Set.of(State.UNSHIPPED), Map.of());
    }

    private static Live script(String key, String intent, Mood mood, State state, String text) {
        return new Live(
                key,
                "zh",
                0,
                new Wording("order", List.of(intent), mood, Tone.WARM, Channel.ANY, state, text));
    }

    private static Live talk(String key, Mood mood) {
        return new Live(
                key,
                "zh",
                0,
                new Wording(
                        "talk",
                        List.of("complaint"),
                        mood,
                        Tone.WARM,
                        Channel.ANY,
                        State.ANY,
                        "x"));
    }
}
