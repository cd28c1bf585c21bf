package anxin.tickets.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a party at the moment.
 *
 * @param party {@code WAREHOUSE}, or {@code outside:…}
 * @param dueAt by when it must answer; null while it waits for our reply
 * @param leftSeconds of its time, while it waits for our reply
 */
public record Asked(
        UUID transfer,
        String party,
        @Nullable Instant dueAt,
        @Nullable Instant lateAt,
        @Nullable Long leftSeconds) {

    /** Whoever got an answer has at least so long to use it. */
    private static final Duration LEAST = Duration.ofMinutes(30);

    static Asked of(UUID transfer, String party, Instant now, Duration time) {
        return new Asked(transfer, party, now.plus(time), null, null);
    }

    Asked back(Instant now) {
        var left = dueAt == null ? 0 : Math.max(0, Duration.between(now, dueAt).toSeconds());
        return new Asked(transfer, party, null, lateAt, left);
    }

    Asked again(Instant now) {
        var left = Math.max(LEAST.toSeconds(), leftSeconds == null ? 0 : leftSeconds);
        return new Asked(transfer, party, now.plusSeconds(left), null, null);
    }

    Asked missed(Instant now) {
        return new Asked(transfer, party, dueAt, now, null);
    }

    /** Whether it is the party's turn. */
    public boolean waits() {
        return dueAt != null;
    }
}
