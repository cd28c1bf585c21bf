package anxin.messaging.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier tells of a message later.
 *
 * @param id ours, where the carrier gives it back
 * @param reference the carrier's own name of it
 * @param code why it failed, in the carrier's words
 */
public record Receipt(
        @Nullable String id,
        @Nullable String reference,
        Fate fate,
        @Nullable String code,
        @Nullable String text,
        Instant at) {

    /** What became of it. */
    public enum Fate {
        DELIVERED,
        READ,
        FAILED
    }
}
