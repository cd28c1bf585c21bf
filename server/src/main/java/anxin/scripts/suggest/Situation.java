package anxin.scripts.suggest;

import anxin.language.Analysis;
import anxin.scripts.library.Wording.Channel;
import anxin.scripts.library.Wording.Mood;
import anxin.scripts.library.Wording.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the customer wants and feels, and how the matter stands.
 *
 * @param intents each with how probable it is, 0 to 1
 * @param strength of the feeling, 0 to 1
 * @param blanks what is known of the customer, order and case, by the names of the blanks
 */
record Situation(
        Map<String, Float> intents,
        Mood mood,
        float strength,
        Channel channel,
        Set<State> states,
        Map<String, String> blanks) {

    private static final float SURE = 0.5f;

    static Situation of(
            Analysis heard, Channel channel, Set<State> states, Map<String, String> blanks) {
        var intents = new LinkedHashMap<String, Float>();
        heard.intents().forEach(one -> intents.put(one.key(), one.confidence()));
        var feeling = heard.feeling();
        var mood = Mood.valueOf(feeling.emotion().name());
        return new Situation(
                intents,
                feeling.confidence() < SURE ? Mood.NEUTRAL : mood,
                feeling.strength(),
                channel,
                states,
                blanks);
    }

    /** Nobody has said anything yet. */
    static Situation opening(Channel channel, Set<State> states, Map<String, String> blanks) {
        return new Situation(
                Map.of("greeting_thanks", 1f), Mood.NEUTRAL, 0, channel, states, blanks);
    }

    boolean isUpset() {
        return mood == Mood.ANGRY || mood == Mood.ANXIOUS || mood == Mood.DISAPPOINTED;
    }
}
