package anxin.conversation.thread;

import anxin.kernel.ShopId;
import java.time.Duration;
import java.time.Instant;

/**
 * A shop's day, kept among the words of each message: a search that looks at the newest days first
 * reads only what was said in them, however often a word was said in all. No word begins with an @.
 */
public final class Day {

    private static final long LENGTH = Duration.ofDays(1).toSeconds();

    private Day() {}

    static String of(ShopId shop, Instant at) {
        return of(shop, number(at));
    }

    public static String of(ShopId shop, long number) {
        return "@" + shop + "/" + number;
    }

    public static long number(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), LENGTH);
    }
}
