package anxin.scripts.suggest;

import anxin.scripts.library.Blanks;
import anxin.scripts.library.Shelf.Live;
import anxin.scripts.library.Wording;
import anxin.scripts.library.Wording.Channel;
import anxin.scripts.library.Wording.Mood;
import anxin.scripts.library.Wording.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which scripts fit, the best first: by what is wanted, how the customer feels, how the matter
 * stands, what worked, and how little is left to fill in. To a customer who is upset the soothing
 * word comes first.
 */
final class Ranking {

    /** What became of a script so far. */
    record Effect(int decided, double good) {

        static final Effect NONE = new Effect(0, 0);

        private static final double PRIOR_GOOD = 2;
        private static final double PRIOR = 8;

        /** The share that was used and followed by the customer's content, with a prior. */
        double worked() {
            return (good + PRIOR_GOOD) / (decided + PRIOR);
        }
    }

    /**
     * @param intent the one that it fits; null for one that soothes whatever is wanted
     */
    record Ranked(Live script, @Nullable String intent, double score) {}

    private static final double LEAST_FIT = .08;
    private static final double FIT = 2;
    private static final double MOOD = .7;
    private static final double STATE = .4;
    private static final double WORKED = .8;
    private static final double FILLED = .3;
    private static final String TALK = "talk";

    private Ranking() {}

    static List<Ranked> of(
            List<Live> scripts, Situation situation, Map<String, Effect> effects, int most) {
        var ranked = new ArrayList<Ranked>();
        for (var script : scripts) {
            if (!fits(script.wording().channel(), situation.channel())) {
                continue;
            }
            var intent = intent(script.wording(), situation);
            double fit = intent == null ? 0 : situation.intents().getOrDefault(intent, 0f);
            if (fit < LEAST_FIT && !soothes(script.wording(), situation)) {
                continue;
            }
            double score =
                    FIT * fit
                            + MOOD * mood(script.wording().emotion(), situation)
                            + STATE * state(script.wording().state(), situation)
                            + WORKED * effects.getOrDefault(script.key(), Effect.NONE).worked()
                            + FILLED * filled(script.wording(), situation);
            ranked.add(new Ranked(script, fit < LEAST_FIT ? null : intent, score));
        }
        ranked.sort(
                Comparator.comparing((Ranked one) -> !comesFirst(one, situation))
                        .thenComparing(Ranked::score, Comparator.reverseOrder())
                        .thenComparing(one -> one.script().key()));
        return ranked.size() <= most ? ranked : spread(ranked, situation, most);
    }

    /** One soothing word, then by score: an upset customer also wants an answer. */
    private static List<Ranked> spread(List<Ranked> ranked, Situation situation, int most) {
        if (!situation.isUpset()) {
            return ranked.subList(0, most);
        }
        var first = ranked.getFirst();
        var others = new ArrayList<>(ranked.subList(1, ranked.size()));
        others.sort(Comparator.comparing(Ranked::score, Comparator.reverseOrder()));
        others.addFirst(first);
        return others.subList(0, most);
    }

    private static boolean comesFirst(Ranked one, Situation situation) {
        return situation.isUpset() && one.script().wording().emotion() == situation.mood();
    }

    /** A word for this feeling, whatever the matter is. */
    private static boolean soothes(Wording wording, Situation situation) {
        return situation.isUpset()
                && wording.emotion() == situation.mood()
                && wording.scene().equals(TALK);
    }

    private static @Nullable String intent(Wording wording, Situation situation) {
        return wording.intents().stream()
                .filter(situation.intents()::containsKey)
                .max(Comparator.comparing(key -> situation.intents().getOrDefault(key, 0f)))
                .orElse(null);
    }

    private static boolean fits(Channel said, Channel here) {
        return said == Channel.ANY || said == here;
    }

    private static double mood(Mood said, Situation situation) {
        if (said == situation.mood()) {
            return situation.isUpset() ? .5 + situation.strength() / 2 : .3;
        }
        return switch (said) {
            case NEUTRAL -> 0;
            case SATISFIED -> -1;
            case ANGRY -> situation.isUpset() ? .1 : -.8;
            case ANXIOUS, DISAPPOINTED -> situation.isUpset() ? .1 : -.3;
        };
    }

    private static double state(State said, Situation situation) {
        if (said == State.ANY) {
            return 0;
        }
        return situation.states().contains(said) ? 1 : -1;
    }

    private static double filled(Wording wording, Situation situation) {
        var blanks = Blanks.of(wording.text());
        return blanks.isEmpty()
                ? 1
                : blanks.stream().filter(situation.blanks()::containsKey).count()
                        / (double) blanks.size();
    }
}
