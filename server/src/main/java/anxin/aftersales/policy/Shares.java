package anxin.aftersales.policy;

import anxin.commerce.Order.Tender;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Money split without losing or inventing a fen (rules M1 and M2). */
final class Shares {

    private Shares() {}

    /**
     * M1: what {@code asked} more units of a line are worth when {@code done} of its {@code units}
     * went before. All parts of a line together are exactly what was paid.
     */
    static long ofUnits(long paid, int units, int done, int asked) {
        if (units <= 0 || asked <= 0) {
            return 0;
        }
        return part(paid, Math.min(done + (long) asked, units), units)
                - part(paid, Math.min(done, units), units);
    }

    /** {@code floor(amount * of / whole)}, exact whatever the size; 0 for a whole of nothing. */
    static long part(long amount, long of, long whole) {
        if (whole <= 0) {
            return 0;
        }
        if (of == whole) {
            return amount;
        }
        if (Math.multiplyHigh(amount, of) == 0 && amount * of >= 0) {
            return amount * of / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(of))
                .divide(BigInteger.valueOf(whole))
                .longValue();
    }

    /**
     * M2: {@code amount} in proportion to {@code weights}; the largest remainders get the units
     * left over, the earlier one of equals first.
     */
    static long[] byLargestRemainder(long amount, long[] weights) {
        long whole = 0;
        for (long weight : weights) {
            whole += weight;
        }
        var shares = new long[weights.length];
        if (whole <= 0) {
            return shares;
        }
        var remainders = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = part(amount, weights[i], whole);
            remainders[i] = remainder(amount, weights[i], whole);
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = -1;
            for (int i = 0; i < weights.length; i++) {
                if (remainders[i] > 0 && (largest < 0 || remainders[i] > remainders[largest])) {
                    largest = i;
                }
            }
            shares[largest]++;
            remainders[largest] = 0;
        }
        return shares;
    }

    private static long remainder(long amount, long weight, long whole) {
        if (Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0) {
            return amount * weight % whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .mod(BigInteger.valueOf(whole))
                .longValue();
    }

    /** What can still go back over the means of payment. */
    static long leftOn(List<Tender> tenders) {
        long left = 0;
        for (var tender : tenders) {
            left += leftOn(tender);
        }
        return left;
    }

    /** A refund over the means of payment, by what is left on each. */
    static Map<String, Long> overTenders(long refund, List<Tender> tenders) {
        var weights = new long[tenders.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = leftOn(tenders.get(i));
        }
        var shares = byLargestRemainder(refund, weights);
        var split = LinkedHashMap.<String, Long>newLinkedHashMap(weights.length);
        for (int i = 0; i < weights.length; i++) {
            split.merge(tenders.get(i).kind(), shares[i], Long::sum);
        }
        return split;
    }

    private static long leftOn(Tender tender) {
        return Math.max(0, tender.minor() - tender.refundedMinor());
    }
}
