package anxin.tickets.matter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when its owner must be done.
 *
 * @param from since when it runs
 * @param lateAt when it was missed
 * @param alarmAt when somebody is told next; null once everybody was
 * @param escalations how often it went further up
 */
public record Limit(
        Instant from,
        Instant at,
        @Nullable Instant lateAt,
        @Nullable Instant alarmAt,
        int escalations) {

    /** The team's leader, the manager, and whoever answers for the shop. */
    public static final int LEVELS = 3;

    public static Limit of(Instant from, Duration time) {
        var at = from.plus(time);
        return new Limit(from, at, null, at, 0);
    }

    /** The same beginning with another length; what was missed stays missed. */
    Limit lasting(Duration time) {
        var ends = from.plus(time);
        return lateAt == null
                ? new Limit(from, ends, null, ends, escalations)
                : new Limit(from, ends, lateAt, alarmAt, escalations);
    }

    Limit missed(Instant now, Duration untilNext) {
        var level = escalations + 1;
        return new Limit(
                from,
                at,
                lateAt == null ? now : lateAt,
                level < LEVELS ? now.plus(untilNext) : null,
                level);
    }
}
