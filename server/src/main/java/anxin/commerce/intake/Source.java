package anxin.commerce.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The place of a write among all writes of the same thing: a greater version wins, then a later
 * time; of two that claim the same place with different content the greater fingerprint wins, so
 * that the outcome never depends on which arrived first.
 */
public record Source(long version, @Nullable Instant time, String fingerprint)
        implements Comparable<Source> {

    private static final Comparator<Source> ORDER =
            Comparator.comparingLong(Source::version)
                    .thenComparing(Source::timeOrEarliest)
                    .thenComparing(Source::fingerprint);

    private static final AtomicReference<Arrival> LAST_ARRIVAL =
            new AtomicReference<>(new Arrival(Instant.EPOCH, 0));

    private record Arrival(Instant clock, int place) {
        Arrival next(Instant now) {
            return new Arrival(now, now.equals(clock) ? place + 1 : 0);
        }
    }

    /**
     * A write that names neither version nor time is of the moment it arrives, and no two arrive
     * here at the same one.
     */
    public static Source of(
            @Nullable Long version, @Nullable Instant time, Instant arrived, String content) {
        return new Source(
                version == null ? 0 : version,
                time == null && version == null ? arrival(arrived) : micros(time),
                fingerprint(content));
    }

    private static Instant arrival(Instant now) {
        var micros = now.truncatedTo(ChronoUnit.MICROS);
        var arrival = LAST_ARRIVAL.updateAndGet(last -> last.next(micros));
        return micros.plus(arrival.place(), ChronoUnit.MICROS);
    }

    public @Nullable OffsetDateTime timeAtUtc() {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }

    private static Instant timeOrEarliest(Source source) {
        return source.time == null ? Instant.MIN : source.time;
    }

    /** The database keeps microseconds; what is finer would make a repeated write look newer. */
    private static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static String fingerprint(String content) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
