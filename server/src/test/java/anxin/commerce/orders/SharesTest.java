package anxin.commerce.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void a_discount_is_shared_by_list_price() {
        assertThat(Shares.of(30_00, new long[] {100_00, 200_00})).containsExactly(10_00, 20_00);
    }

    @Test
    void the_fen_that_cannot_be_split_go_to_the_largest_remainder() {
        assertThat(Shares.of(100, new long[] {1, 3, 3})).containsExactly(14, 43, 43);
        assertThat(Shares.of(10, new long[] {16, 25, 59})).containsExactly(2, 2, 6);
    }

    @Test
    void of_equal_remainders_the_earlier_line_comes_first() {
        assertThat(Shares.of(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Shares.of(2, new long[] {5, 5, 5})).containsExactly(1, 1, 0);
    }

    @Test
    void a_line_without_a_price_has_no_share() {
        assertThat(Shares.of(7, new long[] {0, 9})).containsExactly(0, 7);
        assertThat(Shares.of(0, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void shares_always_add_up_and_never_exceed_their_line() {
        var random = new Random(11);
        for (int round = 0; round < 100_000; round++) {
            var weights = random.longs(1 + random.nextInt(9), 0, 1_000_000).toArray();
            var list = Arrays.stream(weights).sum();
            var discount = list == 0 ? 0 : random.nextLong(list + 1);
            var shares = Shares.of(discount, weights);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(discount);
            for (int i = 0; i < shares.length; i++) {
                assertThat(shares[i]).isBetween(0L, weights[i]);
            }
        }
    }
}
