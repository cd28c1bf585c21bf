package anxin.tickets.matter;

import java.time.Instant;

/** How it ended. */
public record Closing(Instant at, Ending ending) {

    public enum Ending {
        /** The customer said that it is solved. */
        CONFIRMED,
        /** The customer was told and said nothing more. */
        UNANSWERED
    }
}
