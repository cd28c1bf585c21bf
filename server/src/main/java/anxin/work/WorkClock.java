package anxin.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit of time on work, and where its time goes.
 *
 * @param usedSeconds until now
 * @param dueAt null while it stands still, and once it is done
 * @param missedAt when it was missed, if it was
 * @param steps from when it last began to run to when it is due
 */
public record WorkClock(
        Kind kind,
        long limitSeconds,
        long usedSeconds,
        @Nullable Instant dueAt,
        @Nullable Instant missedAt,
        @Nullable Instant doneAt,
        List<Step> steps) {

    public enum Kind {
        /** Until somebody has answered for the first time. */
        FIRST_REPLY,
        /** Until somebody has answered again. */
        NEXT_REPLY,
        /** Until it is closed. */
        RESOLUTION
    }

    /** A stretch of the shop's hours that counts. */
    public record Step(LocalDate day, Instant from, Instant to, long seconds) {}

    /** The next that is due, and whether any was missed. */
    public record Due(@Nullable Instant at, boolean missed) {}
}
