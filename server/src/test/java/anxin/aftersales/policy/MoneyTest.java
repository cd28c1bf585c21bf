package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.commerce.Order.Tender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules M1 and M2, on more splits than anybody would write down. */
class MoneyTest {

    private static final int SPLITS = 100_000;

    private final Random random = new Random(20261113);

    @Test
    void the_parts_of_a_line_are_together_exactly_what_was_paid() {
        for (int i = 0; i < SPLITS; i++) {
            long paid = amount();
            int units = 1 + random.nextInt(50);
            long sum = 0;
            for (int done = 0; done < units; ) {
                int asked = 1 + random.nextInt(units - done);
                long part = Shares.ofUnits(paid, units, done, asked);
                assertThat(part).isBetween(0L, paid);
                sum += part;
                done += asked;
            }
            assertThat(sum).as("%d over %d units", paid, units).isEqualTo(paid);
        }
    }

    @Test
    void shares_by_largest_remainder_are_together_exactly_the_amount() {
        for (int i = 0; i < SPLITS; i++) {
            var weights = new long[1 + random.nextInt(8)];
            for (int w = 0; w < weights.length; w++) {
                weights[w] = random.nextInt(5) == 0 ? 0 : amount();
            }
            long whole = Arrays.stream(weights).sum();
            long amount = whole == 0 ? 0 : Math.floorMod(random.nextLong(), whole + 1);
            var shares = Shares.byLargestRemainder(amount, weights);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
            for (int w = 0; w < weights.length; w++) {
                assertThat(shares[w]).isBetween(0L, weights[w]);
            }
        }
    }

    @Test
    void refunds_one_after_another_never_take_more_from_a_tender_than_it_paid() {
        for (int i = 0; i < SPLITS / 10; i++) {
            var tenders = new ArrayList<Tender>();
            for (int t = 0; t <= random.nextInt(4); t++) {
                tenders.add(new Tender("T" + t, random.nextInt(100_000), 0, null));
            }
            while (Shares.leftOn(tenders) > 0) {
                long refund = 1 + Math.floorMod(random.nextLong(), Shares.leftOn(tenders));
                var split = Shares.overTenders(refund, tenders);
                assertThat(split.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(refund);
                tenders.replaceAll(
                        tender ->
                                new Tender(
                                        tender.kind(),
                                        tender.minor(),
                                        tender.refundedMinor()
                                                + split.getOrDefault(tender.kind(), 0L),
                                        null));
                assertThat(tenders).allMatch(tender -> tender.refundedMinor() <= tender.minor());
            }
        }
    }

    @Test
    void of_equal_remainders_the_earlier_one_gets_the_unit() {
        assertThat(Shares.byLargestRemainder(100, new long[] {1, 1, 1}))
                .containsExactly(34, 33, 33);
        assertThat(Shares.byLargestRemainder(1, new long[] {5, 5})).containsExactly(1, 0);
        assertThat(Shares.byLargestRemainder(0, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void large_amounts_do_not_wrap_around() {
        long most = Reading.MOST_MINOR;
        assertThat(Shares.part(most, most - 1, most)).isEqualTo(most - 1);
        assertThat(Shares.byLargestRemainder(most, new long[] {most, most}))
                .containsExactly(most / 2, most / 2);
    }

    private long amount() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(10);
            case 1 -> random.nextInt(1_000);
            case 2 -> random.nextInt(10_000_000);
            default -> Math.floorMod(random.nextLong(), Reading.MOST_MINOR);
        };
    }
}
