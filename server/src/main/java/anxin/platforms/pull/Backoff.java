package anxin.platforms.pull;

import java.time.Duration;

/** The pause after so many failures in a row: it doubles, up to half an hour. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    static Duration after(int failures) {
        var pause = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
