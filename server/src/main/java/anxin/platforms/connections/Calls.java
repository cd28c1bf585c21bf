package anxin.platforms.connections;

import anxin.platforms.Outcome;
import anxin.platforms.PlatformTrouble;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** What a call that changes something may come to. */
public final class Calls {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofMinutes(30);

    private Calls() {}

    /** A trouble as what it says about the errand: done, refused, or not known. */
    public static Outcome outcome(Supplier<Outcome> call) {
        try {
            return call.get();
        } catch (PlatformTrouble trouble) {
            var why = String.valueOf(trouble.getMessage());
            return switch (trouble.kind()) {
                case TOO_MANY_CALLS ->
                        new Outcome.Later(
                                Objects.requireNonNullElse(trouble.pause(), A_WHILE), why);
                case NOT_AUTHORISED, NOT_CONNECTED -> new Outcome.Later(UNTIL_SOMEBODY_LOOKS, why);
                case REFUSED -> new Outcome.Refused(trouble.code(), why);
                case NO_ANSWER, NOT_UNDERSTOOD -> new Outcome.Unknown(why);
            };
        }
    }
}
