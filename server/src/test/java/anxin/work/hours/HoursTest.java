package anxin.work.hours;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.work.hours.Hours.Shift;
import anxin.work.hours.Hours.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Mondays to Fridays, with an hour for lunch; the National Day and what makes up for it. */
    private static final Hours OFFICE =
            new Hours(
                    SHANGHAI.getId(),
                    List.of(shift(WEEK, "09:00", "12:00"), shift(WEEK, "13:00", "18:00")),
                    Set.of(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-02")),
                    Map.of(LocalDate.parse("2026-10-10"), DayOfWeek.FRIDAY));

    @Test
    void it_goes_on_after_lunch_and_each_stretch_is_told() {
        var steps = OFFICE.after(at("2026-09-28T11:48:00"), Duration.ofMinutes(30));
        assertThat(steps).extracting(Step::seconds).containsExactly(720L, 1_080L);
        assertThat(end(steps)).isEqualTo(at("2026-09-28T13:18:00"));
    }

    @Test
    void the_last_second_of_a_shift_still_counts() {
        assertThat(end(OFFICE.after(at("2026-09-28T17:59:59"), Duration.ofSeconds(1))))
                .isEqualTo(at("2026-09-28T18:00:00"));
        assertThat(end(OFFICE.after(at("2026-09-28T18:00:00"), Duration.ofSeconds(1))))
                .isEqualTo(at("2026-09-29T09:00:01"));
    }

    @Test
    void over_a_holiday_and_a_weekend_it_waits() {
        var steps = OFFICE.after(at("2026-09-30T17:30:00"), Duration.ofHours(1));
        assertThat(end(steps)).isEqualTo(at("2026-10-05T09:30:00"));
        assertThat(steps)
                .extracting(Step::day)
                .containsExactly(LocalDate.parse("2026-09-30"), LocalDate.parse("2026-10-05"));
    }

    @Test
    void a_make_up_day_has_the_shifts_of_its_weekday() {
        assertThat(LocalDate.parse("2026-10-10").getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(end(OFFICE.after(at("2026-10-09T17:59:00"), Duration.ofMinutes(2))))
                .isEqualTo(at("2026-10-10T09:01:00"));
    }

    @Test
    void a_night_shift_belongs_to_the_day_on_which_it_begins() {
        var night =
                new Hours(
                        SHANGHAI.getId(),
                        List.of(shift(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00")),
                        Set.of(),
                        Map.of());
        assertThat(end(night.after(at("2026-11-14T05:00:00"), Duration.ofMinutes(30))))
                .as("Saturday morning is Friday's")
                .isEqualTo(at("2026-11-14T05:30:00"));
        assertThat(end(night.after(at("2026-11-14T05:30:00"), Duration.ofHours(1))))
                .isEqualTo(at("2026-11-20T22:30:00"));
    }

    @Test
    void shifts_that_overlap_count_once_and_a_whole_day_is_one() {
        var both =
                new Hours(
                        SHANGHAI.getId(),
                        List.of(shift(WEEK, "09:00", "14:00"), shift(WEEK, "12:00", "18:00")),
                        Set.of(),
                        Map.of());
        assertThat(both.between(at("2026-09-28T00:00:00"), at("2026-09-29T00:00:00")))
                .isEqualTo(Duration.ofHours(9));
        var always =
                new Hours(
                        SHANGHAI.getId(),
                        List.of(shift(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00")),
                        Set.of(),
                        Map.of());
        assertThat(always.between(at("2026-09-28T03:00:00"), at("2026-10-01T03:00:00")))
                .isEqualTo(Duration.ofDays(3));
    }

    @Test
    void when_the_clocks_change_a_second_is_still_a_second() {
        var berlin =
                new Hours(
                        "Europe/Berlin",
                        List.of(shift(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00")),
                        Set.of(),
                        Map.of());
        var from = Instant.parse("2026-10-24T22:00:00Z"); // midnight before the longer day
        assertThat(end(berlin.after(from, Duration.ofHours(25))))
                .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(berlin.after(from, Duration.ofHours(25))).hasSize(1);
    }

    @Test
    void where_nobody_ever_works_nothing_is_ever_due() {
        var never =
                new Hours(
                        SHANGHAI.getId(),
                        List.of(shift(Set.of(DayOfWeek.MONDAY), "09:00", "10:00")),
                        Stream.iterate(LocalDate.parse("2026-11-02"), day -> day.plusWeeks(1))
                                .limit(80)
                                .collect(Collectors.toSet()),
                        Map.of());
        assertThat(never.after(at("2026-11-01T00:00:00"), Duration.ofMinutes(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_lies_before_the_end_is_as_long_as_was_asked_for(long seed) {
        var chance = new Random(seed);
        for (var n = 0; n < 100; n++) {
            var from = at("2026-09-20T00:00:00").plusSeconds(chance.nextInt(40 * 86_400));
            var work = Duration.ofSeconds(1 + chance.nextInt(200_000));
            var steps = OFFICE.after(from, work);
            assertThat(steps.stream().mapToLong(Step::seconds).sum()).isEqualTo(work.toSeconds());
            assertThat(OFFICE.between(from, end(steps))).isEqualTo(work);
        }
    }

    private static Shift shift(Set<DayOfWeek> days, String from, String to) {
        return new Shift(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Instant end(List<Step> steps) {
        return steps.getLast().to();
    }
}
