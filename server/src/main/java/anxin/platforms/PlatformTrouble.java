package anxin.platforms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A platform gave no answer that we could use. */
public final class PlatformTrouble extends RuntimeException {

    /** What kind of trouble, in the order of who can mend it. */
    public enum Kind {
        /** Nothing to do but wait: the platform asks for fewer calls. */
        TOO_MANY_CALLS,
        /** No answer in time, or the line broke: what was asked may have happened. */
        NO_ANSWER,
        /** Our key or authorisation is not good (any more): an administrator connects again. */
        NOT_AUTHORISED,
        /** Understood and refused. */
        REFUSED,
        /** Not in the protocol's words. */
        NOT_UNDERSTOOD,
        /** The shop has not connected the platform. */
        NOT_CONNECTED
    }

    private final Kind kind;
    private final String code;
    private final @Nullable Duration pause;

    private PlatformTrouble(Kind kind, String code, String message, @Nullable Duration pause) {
        super(code.isEmpty() ? message : code + ": " + message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.pause = pause;
    }

    public static PlatformTrouble of(Kind kind, String message) {
        return new PlatformTrouble(kind, "", message, null);
    }

    public static PlatformTrouble of(Kind kind, String code, String message) {
        return new PlatformTrouble(kind, code, message, null);
    }

    /** {@code pause} is what the platform asks for; null when it does not say. */
    public static PlatformTrouble tooMany(String code, String message, @Nullable Duration pause) {
        return new PlatformTrouble(Kind.TOO_MANY_CALLS, code, message, pause);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable Duration pause() {
        return pause;
    }
}
