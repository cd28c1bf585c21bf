package anxin.commerce.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an order after it is paid. Times may lie ahead of now: then it has not happened
 * yet.
 *
 * @param releasedAt when customs let it go, for imports
 * @param arrivesAt when it is signed for, refused at the door or collected in the store
 */
record Journey(
        Fate fate,
        Instant paidAt,
        @Nullable Instant releasedAt,
        Instant shippedAt,
        Instant arrivesAt) {

    enum Fate {
        DELIVERED,
        REFUSED,
        LOST,
        REFUNDED,
        STORE,
        DIGITAL,
        UNPAID
    }

    static Journey of(DemoProduct slowest, Instant paidAt, Fate fate, SplittableRandom random) {
        var busy = DemoCalendar.weight(paidAt.atZone(DemoCalendar.ZONE).toLocalDate()) > 2;
        var released = slowest.customs() == null ? null : after(paidAt, 12, 72, random);
        var ready = released == null ? paidAt : released;
        var shipped =
                slowest.category().equals("CUSTOM")
                        ? after(paidAt, 72, 150, random)
                        : slowest.isFresh()
                                ? after(ready, 2, 14, random)
                                : after(ready, 4, busy ? 70 : 30, random);
        var direct = "DIRECT_9610".equals(slowest.customs());
        var arrives =
                slowest.isFresh()
                        ? after(shipped, 14, 34, random)
                        : after(shipped, direct ? 72 : 26, direct ? 160 : 90, random);
        if (fate == Fate.STORE) {
            arrives = after(paidAt, 3, 60, random);
        }
        return new Journey(fate, paidAt, released, shipped, byDay(arrives, random));
    }

    private static Instant after(Instant start, int from, int to, SplittableRandom random) {
        return start.plus(Duration.ofSeconds(random.nextLong(from * 3600L, to * 3600L)));
    }

    /** Couriers ring between 8 and 21; what would come at night comes the next morning. */
    private static Instant byDay(Instant at, SplittableRandom random) {
        var local = at.atZone(DemoCalendar.ZONE);
        if (local.getHour() >= 8 && local.getHour() < 21) {
            return at;
        }
        var day = local.getHour() < 8 ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(8 + random.nextInt(4), random.nextInt(60), random.nextInt(60))
                .atZone(DemoCalendar.ZONE)
                .toInstant();
    }
}
