package anxin.aftersales.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where windows end. A window of n days ends with the local day (start + n): n times 24 hours from
 * midnight after the start, as the clocks of the zone count them. Every end is the first instant
 * that is too late.
 */
final class Window {

    private Window() {}

    /** n days, the day of the start not counted. */
    static Instant ofDays(Instant start, int days, ZoneId zone) {
        return endOf(dayOf(start, zone).plusDays(days), zone);
    }

    /** n days, moved to the end of the next working day when the last one is none. */
    static Instant ofDaysToWorkingDay(Instant start, int days, ZoneId zone, Calendar calendar) {
        return endOf(calendar.workingDayFrom(dayOf(start, zone).plusDays(days)), zone);
    }

    /** So many months, the same way. */
    static Instant ofMonths(Instant start, int months, ZoneId zone) {
        return endOf(dayOf(start, zone).plusMonths(months), zone);
    }

    static LocalDate dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The first instant after the local day. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Has at most so much time passed? The last instant counts. */
    static boolean within(Instant start, double hours, Instant now) {
        return !now.isAfter(start.plus(hours(hours)));
    }

    static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * 3_600_000));
    }
}
