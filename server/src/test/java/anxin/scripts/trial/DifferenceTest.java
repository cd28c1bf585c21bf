package anxin.scripts.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anxin.scripts.trial.Difference.Verdict;
import org.junit.jupiter.api.Test;

/** Two shares are called different when they are, and not before. */
class DifferenceTest {

    @Test
    void a_few_conversations_say_nothing_however_far_apart() {
        assertThat(Difference.of(29, 29, 0, 29).verdict()).isEqualTo(Verdict.NOT_ENOUGH);
        assertThat(Difference.of(0, 0, 0, 0).verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    }

    @Test
    void a_small_difference_of_many_is_none() {
        assertThat(Difference.of(52, 100, 48, 100).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void a_large_difference_of_many_is_one_either_way() {
        assertThat(Difference.of(80, 100, 50, 100).verdict()).isEqualTo(Verdict.FIRST_BETTER);
        assertThat(Difference.of(50, 100, 80, 100).verdict()).isEqualTo(Verdict.SECOND_BETTER);
    }

    /** Newcombe's own example (Statistics in Medicine 1998): 56 of 70 and 48 of 80. */
    @Test
    void the_interval_is_that_of_the_book() {
        var found = Difference.of(56, 70, 48, 80);
        assertThat(found.difference()).isCloseTo(.2, within(1e-9));
        assertThat(found.low()).isCloseTo(.0524, within(5e-4));
        assertThat(found.high()).isCloseTo(.3339, within(5e-4));
    }
}
