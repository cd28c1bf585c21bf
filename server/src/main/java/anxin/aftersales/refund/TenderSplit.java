package anxin.aftersales.refund;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an amount over means of payment: largest remainder on what is left of each (money rule
 * M2).
 */
final class TenderSplit {

    private TenderSplit() {}

    /**
     * One share per entry of {@code left}, in its order; they sum to {@code amount} exactly and
     * none is more than what is left. Throws {@link IllegalArgumentException} when all that is left
     * is less than the amount.
     */
    static long[] of(long amount, List<Long> left) {
        var total = left.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (amount < 0 || amount > total) {
            throw new IllegalArgumentException(amount + " is not within what is left, " + total);
        }
        var shares = new long[left.size()];
        if (amount == 0) {
            return shares;
        }
        var remainders = new long[left.size()];
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            var exact =
                    java.math.BigInteger.valueOf(amount)
                            .multiply(java.math.BigInteger.valueOf(left.get(i)))
                            .divideAndRemainder(java.math.BigInteger.valueOf(total));
            shares[i] = exact[0].longValueExact();
            remainders[i] = exact[1].longValueExact();
            given += shares[i];
        }
        var byRemainder =
                IntStream.range(0, shares.length)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                        .toList();
        for (int k = 0; given < amount; k++) {
            shares[byRemainder.get(k)]++;
            given++;
        }
        return shares;
    }
}
