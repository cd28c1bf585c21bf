package anxin.tickets.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import anxin.kernel.problem.Problem;
import anxin.tickets.matter.Course.State;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CourseTest {

    private static final Instant START = Instant.parse("2026-11-13T02:00:00Z");
    private static final UUID TRANSFER = new UUID(1, 1);
    private static final Triage SIMPLE = new Triage(Topic.LOGISTICS, Grade.SIMPLE, Priority.NORMAL);

    private static final Times TIMES =
            new Times() {
                @Override
                public Duration limit(Grade grade) {
                    return Duration.ofHours(
                            switch (grade) {
                                case SIMPLE -> 8;
                                case COMPLEX -> 24;
                                case MAJOR_COMPLAINT -> 48;
                            });
                }

                @Override
                public Duration untilNextLevel() {
                    return Duration.ofHours(4);
                }

                @Override
                public Duration untilSilence() {
                    return Duration.ofHours(48);
                }

                @Override
                public Duration toRead() {
                    return Duration.ofHours(4);
                }
            };

    /** Whatever people, parties, customers and clocks do, in whatever order. */
    @Property(tries = 500)
    void somebody_must_always_act_until_a_result_was_told_and_agreed_with(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 13) Integer> acts) {
        var course = Course.begun(SIMPLE, Owner.of("AFTERSALES"), START, TIMES);
        var now = START;
        var wasTold = false;
        for (var act : acts) {
            now = now.plus(Duration.ofMinutes(50));
            var before = course;
            try {
                course = act(course, act, now);
            } catch (Problem refused) {
                assertThat(refused.status()).isEqualTo(422);
                course = before;
            }
            wasTold |= course.state() == State.TOLD;
            assertThat(course.nextAt() == null).isEqualTo(course.state() == State.CLOSED);
            assertThat((course.owner().staff() == null) != (course.owner().team() == null))
                    .isTrue();
            assertThat(course.closing() != null).isEqualTo(course.state() == State.CLOSED);
            assertThat(course.asked() != null && course.asked().waits())
                    .isEqualTo(course.state() == State.WAITING);
            if (course.state() == State.CLOSED) {
                assertThat(wasTold).isTrue();
                assertThat(course.telling()).isNotNull();
                assertThat(clocks(course)).isEmpty();
            } else if (course.limit().escalations() < Limit.LEVELS) {
                assertThat(clocks(course)).as("%s", course).isNotEmpty();
            }
        }
    }

    private static List<Instant> clocks(Course of) {
        return java.util.stream.Stream.of(of.limitAlarm(), of.partyAlarm(), of.silenceAlarm())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static Course act(Course course, int act, Instant now) {
        return switch (act) {
            case 0 -> course.ask(TRANSFER, "WAREHOUSE", now, Duration.ofHours(2));
            case 1 -> course.askedBack(TRANSFER, now);
            case 2 -> course.replied(TRANSFER, now);
            case 3 -> course.cameBack(TRANSFER);
            case 4 -> course.told(now, TIMES);
            case 5 -> course.heard(now, now, TIMES);
            case 6 -> course.confirmed(now);
            case 7 -> course.unsolved(now, TIMES);
            case 8 -> course.silent(now);
            case 9 -> course.reopen(now, TIMES);
            case 10 -> course.givenTo(Owner.of(new UUID(2, 2)));
            case 11 -> course.triaged(new Triage(Topic.OTHER, Grade.COMPLEX, Priority.HIGH), TIMES);
            case 12 -> course.limitAlarm() == null ? course : course.limitMissed(now, TIMES);
            default -> course.partyMissed(now);
        };
    }

    @Example
    void another_grade_has_its_own_limit_from_the_same_beginning() {
        var course = Course.begun(SIMPLE, Owner.of("A"), START, TIMES);
        assertThat(course.limit().at()).isEqualTo(START.plus(Duration.ofHours(8)));
        var major = new Triage(Topic.COMPLAINT, Grade.MAJOR_COMPLAINT, Priority.URGENT);
        assertThat(course.triaged(major, TIMES).limit().at())
                .isEqualTo(START.plus(Duration.ofHours(48)));
    }

    @Example
    void the_partys_time_stands_still_while_it_waits_for_us() {
        var course =
                Course.begun(SIMPLE, Owner.of("A"), START, TIMES)
                        .ask(TRANSFER, "WAREHOUSE", START, Duration.ofHours(2));
        var back = course.askedBack(TRANSFER, START.plus(Duration.ofMinutes(30)));
        assertThat(back.partyAlarm()).isNull();
        assertThat(back.state()).isEqualTo(State.OPEN);
        var later = START.plus(Duration.ofHours(5));
        assertThat(back.replied(TRANSFER, later).partyAlarm())
                .isEqualTo(later.plus(Duration.ofMinutes(90)));
    }

    @Example
    void nothing_ends_without_a_result_that_was_told() {
        var course = Course.begun(SIMPLE, Owner.of("A"), START, TIMES);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> course.confirmed(START))
                .satisfies(no -> assertThat(no.type()).isEqualTo("no-result-told"));
        assertThat(course.silent(START)).isEqualTo(course);
        var asked = course.ask(TRANSFER, "FINANCE", START, Duration.ofHours(2));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> asked.told(START, TIMES))
                .satisfies(no -> assertThat(no.type()).isEqualTo("somebody-is-asked"));
    }

    @Example
    void a_missed_limit_goes_up_three_times_and_then_stands() {
        var course = Course.begun(SIMPLE, Owner.of("A"), START, TIMES);
        var now = course.limit().at();
        for (int level = 1; level <= Limit.LEVELS; level++) {
            course = course.limitMissed(now, TIMES);
            assertThat(course.limit().escalations()).isEqualTo(level);
            now = now.plus(Duration.ofHours(4));
        }
        assertThat(course.limitAlarm()).isNull();
        assertThat(course.isOverdue()).isTrue();
        assertThat(course.told(now, TIMES).isOverdue()).isFalse();
    }
}
