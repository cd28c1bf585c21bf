package anxin.work.line;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.work.line.Estimate.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");

    @Test
    void who_is_further_behind_is_told_more_and_the_speed_of_the_line_says_how_much() {
        var everyMinute = every(Duration.ofMinutes(1), 20, null);
        assertThat(told(1, everyMinute, NOW).within()).isEqualTo(120);
        assertThat(told(10, everyMinute, NOW).within()).isEqualTo(780);
        assertThat(told(1, every(Duration.ofSeconds(1), 20, null), NOW).within())
                .as("never less than half a minute")
                .isEqualTo(30);
    }

    @Test
    void where_little_was_served_of_late_nothing_is_told() {
        assertThat(Estimate.within(1, every(Duration.ofMinutes(1), 4, null), NOW)).isNull();
        assertThat(Estimate.within(1, every(Duration.ofHours(1), 50, null), NOW)).isNull();
    }

    @Test
    void a_line_that_stands_still_tells_more_by_the_minute() {
        var before = every(Duration.ofMinutes(1), 20, null);
        assertThat(told(5, before, NOW.plus(Duration.ofMinutes(20))).within())
                .isGreaterThan(told(5, before, NOW).within());
    }

    @Test
    void where_we_said_too_little_the_next_are_told_more() {
        var twice = told(4, every(Duration.ofMinutes(1), 20, 2.0), NOW);
        var right = told(4, every(Duration.ofMinutes(1), 20, 1.0), NOW);
        assertThat(twice.within()).isGreaterThan(right.within());
        assertThat(twice.reckoned()).isEqualTo(right.reckoned());
    }

    /** A line in which people come and are served at random, faster and slower by the hour. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void of_those_who_are_told_about_four_in_five_are_served_within_it(long seed) {
        var chance = new Random(seed);
        var served = new ArrayDeque<Served>();
        var waiting = new ArrayDeque<Told>();
        var now = NOW;
        var told = 0;
        var kept = 0;
        for (var n = 0; n < 4_000; n++) {
            var speed = n % 1_000 < 500 ? 40.0 : 70.0;
            now = now.plusMillis((long) (-Math.log(1 - chance.nextDouble()) * speed * 1000));
            while (waiting.size() < 5 + chance.nextInt(15)) {
                var recent = served.stream().limit(Estimate.LOOKED_AT).toList();
                waiting.add(new Told(now, Estimate.within(waiting.size() + 1, recent, now)));
            }
            var next = waiting.remove();
            var promise = next.promise();
            var took = Duration.between(next.at(), now).toMillis() / 1000.0;
            served.addFirst(new Served(now, promise == null ? null : took / promise.reckoned()));
            if (promise != null) {
                told++;
                kept += took <= promise.within() ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(3_000);
        assertThat((double) kept / told).isBetween(.76, .9);
    }

    private static Estimate.Told told(int place, List<Served> served, Instant now) {
        return Objects.requireNonNull(Estimate.within(place, served, now));
    }

    private record Told(Instant at, Estimate.@Nullable Told promise) {}

    private static List<Served> every(Duration between, int count, @Nullable Double ratio) {
        var served = new ArrayList<Served>();
        for (var n = 1; n <= count; n++) {
            served.add(new Served(NOW.minus(between.multipliedBy(n)), ratio));
        }
        return served;
    }
}
