package harness;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many things took, in nanoseconds. */
public record Times(long[] sorted) {

    public static Times of(Collection<long[]> parts) {
        var all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Times(all);
    }

    public int count() {
        return sorted.length;
    }

    public double millis(double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] / 1e6;
    }

    public double max() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %7.2f ms   p99 %7.2f ms   max %7.1f ms".formatted(millis(.5), millis(.99), max());
    }
}
