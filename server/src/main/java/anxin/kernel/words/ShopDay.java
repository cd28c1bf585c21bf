package anxin.kernel.words;

import anxin.kernel.ShopId;
import java.time.Duration;
import java.time.Instant;

/**
 * A shop's day, kept among the words of what was written on it: a search that looks at the newest
 * days first reads only what is of them, however often a word was written in all. No word begins
 * with an @.
 */
public final class ShopDay {

    private static final long LENGTH = Duration.ofDays(1).toSeconds();

    private ShopDay() {}

    public static String of(ShopId shop, Instant at) {
        return of(shop, number(at));
    }

    static String of(ShopId shop, long number) {
        return "@" + shop + "/" + number;
    }

    static long number(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), LENGTH);
    }

    static Instant start(long number) {
        return Instant.ofEpochSecond(number * LENGTH);
    }
}
