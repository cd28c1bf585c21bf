package anxin.aftersales.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TenderSplitTest {

    @Test
    void the_largest_remainder_gets_the_fen_that_is_left() {
        assertThat(TenderSplit.of(100, List.of(6_667L, 3_333L))).containsExactly(67, 33);
        assertThat(TenderSplit.of(1, List.of(1L, 1L, 1L))).containsExactly(1, 0, 0);
    }

    @Test
    void a_hundred_thousand_random_splits_sum_exactly_and_exceed_nothing() {
        var random = new Random(20261111);
        for (int round = 0; round < 100_000; round++) {
            var left =
                    LongStream.generate(() -> random.nextLong(0, 5_000_000))
                            .limit(random.nextInt(1, 6))
                            .boxed()
                            .toList();
            var total = left.stream().mapToLong(n -> n).sum();
            var amount = total == 0 ? 0 : random.nextLong(0, total + 1);
            var shares = TenderSplit.of(amount, left);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
            for (int i = 0; i < shares.length; i++) {
                assertThat(shares[i]).isBetween(0L, left.get(i));
            }
        }
    }

    @Test
    void more_than_what_is_left_is_refused() {
        assertThatThrownBy(() -> TenderSplit.of(3, List.of(1L, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
