package anxin.commerce.orders;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Splits an amount over lines by their list price: whole units, largest remainder first, ties by
 * the order of the lines. The shares always add up to the amount.
 */
final class Shares {

    private Shares() {}

    static long[] of(long amount, long[] weights) {
        var shares = new long[weights.length];
        var total = BigInteger.ZERO;
        for (var weight : weights) {
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            return shares;
        }
        var remainders = new BigInteger[weights.length];
        var left = amount;
        for (int i = 0; i < weights.length; i++) {
            var parts =
                    BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(weights[i]))
                            .divideAndRemainder(total);
            shares[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= shares[i];
        }
        // The sort is stable, so that equal remainders keep the order of the lines.
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> remainders[b].compareTo(remainders[a]))
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
