package anxin.aftersales.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are not worked: weekends and {@code holidays}, save the weekends that are worked to
 * make up for a holiday (调休).
 */
public record Calendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    /** Weekends only. */
    public static final Calendar WEEKENDS = new Calendar(Set.of(), Set.of());

    public Calendar {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** {@code day} itself, or the first working day after it. */
    public LocalDate workingDayFrom(LocalDate day) {
        var working = day;
        for (int i = 0; i < 366 && !isWorkingDay(working); i++) {
            working = working.plusDays(1);
        }
        return working;
    }
}
