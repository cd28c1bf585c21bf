package anxin.language.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A view that knows nothing but how many examples each class has: nine of ten are of the first. */
class StackTest {

    private final float[][] view = {{(float) Math.log(0.9), (float) Math.log(0.1)}};
    private final int[] labels = IntStream.range(0, 1000).map(i -> i % 10 == 0 ? 1 : 0).toArray();

    @Test
    void what_is_frequent_is_believed_to_be_so() {
        var stack = Stack.fit(Collections.nCopies(labels.length, view), labels);
        assertThat(stack.probabilities(view)[0]).isCloseTo(0.9f, within(0.02f));
    }

    @Test
    void or_half_of_it_where_the_number_of_examples_is_only_how_many_were_written() {
        var stack =
                Stack.fitDoubting(
                        Collections.nCopies(labels.length, view), labels, new int[] {900, 100});
        assertThat(stack.probabilities(view)[0]).isCloseTo(0.75f, within(0.02f));
    }
}
