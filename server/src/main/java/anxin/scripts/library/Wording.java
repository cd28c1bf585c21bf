package anxin.scripts.library;

import java.util.List;

/**
 * What is said, and when it fits.
 *
 * @param scene where it stands in the library
 * @param intents what the customer may want when it fits
 * @param text with {@code {{blanks}}}
 */
public record Wording(
        String scene,
        List<String> intents,
        Mood emotion,
        Tone tone,
        Channel channel,
        State state,
        String text) {

    /** How the customer feels to whom it is said. */
    public enum Mood {
        NEUTRAL,
        ANGRY,
        ANXIOUS,
        DISAPPOINTED,
        SATISFIED
    }

    /** How it sounds. */
    public enum Tone {
        WARM,
        FORMAL,
        CONCISE,
        LIVELY
    }

    /** Where it is said. */
    public enum Channel {
        ANY,
        CHAT,
        SMS,
        PHONE,
        LIVE
    }

    /** How the matter must stand for it to fit. */
    public enum State {
        ANY,
        NO_ORDER,
        UNSHIPPED,
        SHIPPED,
        SIGNED,
        CASE
    }
}
