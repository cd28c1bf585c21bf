package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTest {

    /** The last second of a window is on its last local day, the next one is not, in every zone. */
    @Test
    void a_window_ends_with_its_last_local_day_to_the_second_in_every_zone() {
        var random = new Random(7);
        for (var name : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(name);
            for (int i = 0; i < 20; i++) {
                var start =
                        Instant.ofEpochSecond(
                                Instant.parse("2015-01-01T00:00:00Z").getEpochSecond()
                                        + random.nextInt(60 * 365 * 24 * 3600 / 4));
                int days = random.nextInt(40);
                var end = Window.ofDays(start, days, zone);
                var last = start.atZone(zone).toLocalDate().plusDays(days);
                assertThat(end.minusSeconds(1).atZone(zone).toLocalDate())
                        .as("%s from %s in %s", days, start, name)
                        .isBeforeOrEqualTo(last);
                assertThat(end.atZone(zone).toLocalDate()).isAfter(last);
                // A whole local day can be missing (Samoa, 2011) or an hour at midnight; else
                // exact.
                if (!last.atStartOfDay(zone).toLocalDate().isAfter(last)) {
                    assertThat(end.minusNanos(1).atZone(zone).toLocalDate()).isEqualTo(last);
                }
            }
        }
    }

    @Test
    void seven_days_are_168_hours_from_the_midnight_after_receipt() {
        var shanghai = ZoneId.of("Asia/Shanghai");
        var end = Window.ofDays(Instant.parse("2026-11-10T07:20:00Z"), 7, shanghai);
        assertThat(end).isEqualTo(Instant.parse("2026-11-10T16:00:00Z").plusSeconds(168 * 3600));
    }

    @Test
    void a_last_day_that_is_not_worked_moves_to_the_next_that_is() {
        var saturday = LocalDate.of(2026, 11, 14);
        assertThat(Calendar.WEEKENDS.workingDayFrom(saturday)).isEqualTo(saturday.plusDays(2));
        var monday = saturday.plusDays(2);
        assertThat(new Calendar(Set.of(monday), Set.of()).workingDayFrom(saturday))
                .isEqualTo(monday.plusDays(1));
        assertThat(new Calendar(Set.of(), Set.of(saturday)).workingDayFrom(saturday))
                .isEqualTo(saturday);
    }

    @Test
    void half_an_hour_is_half_an_hour() {
        assertThat(Window.hours(0.5).toMinutes()).isEqualTo(30);
        assertThat(Window.within(Instant.EPOCH, 24, Instant.EPOCH.plusSeconds(86_400))).isTrue();
        assertThat(Window.within(Instant.EPOCH, 24, Instant.EPOCH.plusSeconds(86_401))).isFalse();
    }
}
