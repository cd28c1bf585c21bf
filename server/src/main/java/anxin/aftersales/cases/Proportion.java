package anxin.aftersales.cases;

import java.math.BigInteger;
import java.util.List;

/**
 * Shows how an amount spreads over the lines it is for; exact in its sum, the rest goes to the last
 * line.
 */
public final class Proportion {

    private Proportion() {}

    public static long[] of(long amount, List<Long> weights) {
        var shares = new long[weights.size()];
        if (shares.length == 0) {
            return shares;
        }
        var total = weights.stream().mapToLong(Long::longValue).sum();
        long given = 0;
        for (int i = 0; i < shares.length - 1; i++) {
            shares[i] =
                    total == 0
                            ? 0
                            : BigInteger.valueOf(amount)
                                    .multiply(BigInteger.valueOf(weights.get(i)))
                                    .divide(BigInteger.valueOf(total))
                                    .longValueExact();
            given += shares[i];
        }
        shares[shares.length - 1] = amount - given;
        return shares;
    }
}
