package anxin.commerce.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When people buy: a weekly and a daily rhythm, the peaks of 618 and 双十一, a quiet Spring Festival,
 * and a shop that grows.
 */
final class DemoCalendar {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MONTHS = 15;

    private static final int[] SHOP_HOURS = {
        3, 2, 1, 1, 1, 1, 2, 4, 6, 8, 10, 9, 8, 7, 8, 9, 8, 7, 7, 9, 12, 14, 12, 7
    };
    private static final int[] LIVE_HOURS = {
        4, 2, 1, 1, 0, 0, 1, 2, 3, 4, 5, 5, 5, 4, 4, 5, 5, 6, 8, 16, 26, 28, 22, 10
    };

    private final Instant now;
    private final int[] hours;
    private final List<LocalDate> days = new ArrayList<>();
    private final double[] upTo;

    DemoCalendar(Instant now, boolean live) {
        this.now = now;
        this.hours = live ? LIVE_HOURS : SHOP_HOURS;
        var today = now.atZone(ZONE).toLocalDate();
        for (var day = today.minusMonths(MONTHS); !day.isAfter(today); day = day.plusDays(1)) {
            days.add(day);
        }
        upTo = new double[days.size()];
        var sum = 0.0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight(days.get(i)) * (0.8 + 0.4 * i / upTo.length);
            upTo[i] = sum;
        }
    }

    LocalDate firstDay() {
        return days.getFirst();
    }

    /** A moment of buying, never after now. */
    Instant moment(SplittableRandom random) {
        while (true) {
            var place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            var day = days.get(Math.min(upTo.length - 1, place < 0 ? -place - 1 : place));
            var moment =
                    day.atTime(hour(random), random.nextInt(60), random.nextInt(60))
                            .atZone(ZONE)
                            .toInstant();
            if (!moment.isAfter(now)) {
                return moment;
            }
        }
    }

    /** How much busier than an ordinary day. */
    static double weight(LocalDate day) {
        var date = MonthDay.from(day);
        var weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return peak(date) * (weekend ? 1.25 : 1);
    }

    private static double peak(MonthDay date) {
        if (between(date, 11, 10, 11, 11)) {
            return 9;
        }
        if (between(date, 6, 17, 6, 18)) {
            return 7;
        }
        if (between(date, 10, 31, 11, 3) || between(date, 11, 12, 11, 13)) {
            return 3;
        }
        if (between(date, 6, 1, 6, 3)
                || between(date, 6, 14, 6, 16)
                || between(date, 12, 11, 12, 12)) {
            return 2.5;
        }
        if (between(date, 1, 25, 2, 20)) {
            return 0.45;
        }
        return 1;
    }

    private static boolean between(MonthDay date, int month, int day, int toMonth, int toDay) {
        return !date.isBefore(MonthDay.of(month, day))
                && !date.isAfter(MonthDay.of(toMonth, toDay));
    }

    private int hour(SplittableRandom random) {
        var pick = random.nextInt(Arrays.stream(hours).sum());
        int hour = 0;
        while (pick >= hours[hour]) {
            pick -= hours[hour++];
        }
        return hour;
    }
}
