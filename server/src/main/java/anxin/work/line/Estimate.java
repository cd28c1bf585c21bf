package anxin.work.line;

import anxin.work.WaitingPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In how long those at a place of a line are served: pure. By how fast the line moved of late,
 * reckoned for {@link WaitingPlace#PERCENT} in a hundred, and corrected by how right we were: where
 * customers waited longer than they were told, the next are told more.
 */
final class Estimate {

    /**
     * One that was served.
     *
     * @param at when
     * @param ratio how long it took for each second that was reckoned; null where nothing was
     */
    record Served(Instant at, @Nullable Double ratio) {}

    /**
     * @param reckoned by the speed of the line alone
     * @param within what is told
     */
    record Told(double reckoned, int within) {}

    /** Served before, too long ago to say how fast the line moves now. */
    static final Duration OF_LATE = Duration.ofHours(1);

    /** So many are looked at. */
    static final int LOOKED_AT = 50;

    private static final int TOO_FEW = 5;
    private static final int TOO_FEW_TOLD = 10;
    private static final double SPREAD = 0.8416; // Of the normal distribution, four in five.

    /** A little above what is promised: who waits at once with others is late with them. */
    private static final double SHARE = WaitingPlace.PERCENT / 100.0 + 0.05;

    private static final double LEAST = 0.5;
    private static final double MOST = 4;
    private static final int FINE = 30;
    private static final int COARSE = 60;

    private Estimate() {}

    /** In seconds; null while too little was served to say. */
    static @Nullable Told within(int place, List<Served> newestFirst, Instant now) {
        var recent =
                newestFirst.stream().filter(one -> !one.at().isBefore(now.minus(OF_LATE))).toList();
        if (recent.size() < TOO_FEW) {
            return null;
        }
        var between =
                Duration.between(recent.getLast().at(), now).toMillis() / 1000.0 / recent.size();
        var plain = between * (place + SPREAD * Math.sqrt(place));
        return new Told(plain, rounded(plain * correction(recent)));
    }

    private static double correction(List<Served> recent) {
        var ratios =
                recent.stream().flatMap(one -> Stream.ofNullable(one.ratio())).sorted().toList();
        if (ratios.size() < TOO_FEW_TOLD) {
            return 1;
        }
        var at = (int) Math.ceil(SHARE * ratios.size()) - 1;
        return Math.clamp(ratios.get(at), LEAST, MOST);
    }

    /** Up to a half minute, and above five minutes to a whole one. */
    private static int rounded(double seconds) {
        var step = seconds > 5 * COARSE ? COARSE : FINE;
        return Math.max(1, (int) Math.ceil(seconds / step)) * step;
    }
}
