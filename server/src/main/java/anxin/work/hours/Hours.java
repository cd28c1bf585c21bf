package anxin.work.hours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When work is done, in a zone: several shifts a day, which may end on the next; holidays without
 * any; and days worked to make up for them (调休), each as the weekday whose shifts it has. Pure, and
 * exact to the second over every change of the clocks.
 */
public record Hours(
        @NotBlank(message = "请选择时区 | choose the zone") String zone,
        @NotEmpty(message = "至少一个班次 | at least one shift")
                @Size(max = 20, message = "最多20个班次 | at most 20 shifts")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Shift> shifts,
        @NotNull(message = "缺少节假日 | the holidays are missing")
                @Size(max = 200, message = "最多200天 | at most 200 days")
                Set<LocalDate> holidays,
        @NotNull(message = "缺少调休日 | the make-up days are missing")
                @Size(max = 100, message = "最多100天 | at most 100 days")
                Map<LocalDate, DayOfWeek> makeUpDays) {

    /** On these weekdays; until {@code to}, on the next day when that is not after {@code from}. */
    public record Shift(
            @NotEmpty(message = "请选择星期 | choose the days") Set<DayOfWeek> days,
            @NotNull(message = "请填写开始时间 | when does it begin") LocalTime from,
            @NotNull(message = "请填写结束时间 | when does it end") LocalTime to) {}

    /** A stretch of work that counted. */
    public record Step(LocalDate day, Instant from, Instant to) {

        public long seconds() {
            return Duration.between(from, to).toSeconds();
        }
    }

    /** Longer than any holiday: where nothing is worked for so long, nothing ever is. */
    private static final int MOST_DAYS = 400;

    /**
     * The stretches after {@code from} that together are {@code work} long: the last one ends when
     * it is done. Empty where that is never.
     */
    public List<Step> after(Instant from, Duration work) {
        var steps = new ArrayList<Step>();
        var left = work;
        var done = from;
        var first = LocalDate.ofInstant(from, zoneId()).minusDays(1);
        for (var day = first; !left.isZero(); day = day.plusDays(1)) {
            if (day.isAfter(first.plusDays(MOST_DAYS))) {
                return List.of();
            }
            for (var span : on(day)) {
                var begins = span.from().isAfter(done) ? span.from() : done;
                if (!begins.isBefore(span.to()) || left.isZero()) {
                    continue;
                }
                var length = Duration.between(begins, span.to());
                var taken = length.compareTo(left) < 0 ? length : left;
                done = begins.plus(taken);
                left = left.minus(taken);
                steps.add(new Step(day, begins, done));
            }
        }
        return List.copyOf(steps);
    }

    /** How much of the time between the two was worked. */
    public Duration between(Instant from, Instant to) {
        var worked = Duration.ZERO;
        var done = from;
        var last = LocalDate.ofInstant(to, zoneId());
        for (var day = LocalDate.ofInstant(from, zoneId()).minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (var span : on(day)) {
                var begins = span.from().isAfter(done) ? span.from() : done;
                var ends = span.to().isBefore(to) ? span.to() : to;
                if (begins.isBefore(ends)) {
                    worked = worked.plus(Duration.between(begins, ends));
                    done = ends;
                }
            }
        }
        return worked;
    }

    /** Throws a {@link DateTimeException} where there is no such zone. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** By their beginning; two that overlap are counted once by whoever goes through them. */
    private List<Step> on(LocalDate day) {
        var weekday = weekday(day);
        return weekday == null
                ? List.of()
                : shifts.stream()
                        .filter(shift -> shift.days().contains(weekday))
                        .map(shift -> span(day, shift))
                        .sorted(Comparator.comparing(Step::from))
                        .toList();
    }

    private @Nullable DayOfWeek weekday(LocalDate day) {
        var madeUp = makeUpDays.get(day);
        if (madeUp != null) {
            return madeUp;
        }
        return holidays.contains(day) ? null : day.getDayOfWeek();
    }

    private Step span(LocalDate day, Shift shift) {
        var ends = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
        return new Step(
                day,
                day.atTime(shift.from()).atZone(zoneId()).toInstant(),
                ends.atTime(shift.to()).atZone(zoneId()).toInstant());
    }
}
