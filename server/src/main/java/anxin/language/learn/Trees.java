package anxin.language.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Many small decision trees, each mending what those before it got wrong; answers yes or no. */
final class Trees {

    private static final int BINS = 32;
    private static final int ROUNDS = 160;
    private static final int DEPTH = 4;
    private static final float RATE = 0.08f;
    private static final float SHARE = 0.7f;
    private static final float RIDGE = 5;

    /** All nodes of one tree: where node {@code n} splits, its children are 2n+1 and 2n+2. */
    private record Tree(int[] feature, float[] limit, float[] value) {}

    private final List<Tree> trees;
    private final float offset;

    private Trees(List<Tree> trees, float offset) {
        this.trees = trees;
        this.offset = offset;
    }

    static Trees fit(List<float[]> rows, int[] truth) {
        int features = rows.getFirst().length;
        var limits = limits(rows, features);
        var bins = new byte[features][rows.size()];
        IntStream.range(0, features)
                .parallel()
                .forEach(
                        f -> {
                            for (int i = 0; i < rows.size(); i++) {
                                bins[f][i] = (byte) bin(limits[f], rows.get(i)[f]);
                            }
                        });
        int yes = 0;
        for (int one : truth) {
            yes += one;
        }
        float offset = (float) Math.log((yes + 1.0) / (truth.length - yes + 1.0));
        var scores = new float[truth.length];
        Arrays.fill(scores, offset);
        var random = new SplittableRandom(11);
        var trees = new ArrayList<Tree>();
        for (int round = 0; round < ROUNDS; round++) {
            var slope = new float[truth.length];
            var weight = new float[truth.length];
            for (int i = 0; i < truth.length; i++) {
                float p = (float) (1 / (1 + Math.exp(-scores[i])));
                boolean taken = random.nextDouble() < SHARE;
                slope[i] = taken ? p - truth[i] : 0;
                weight[i] = taken ? p * (1 - p) : 0;
            }
            var tree = grow(bins, limits, slope, weight);
            trees.add(tree);
            for (int i = 0; i < truth.length; i++) {
                scores[i] += value(tree, rows.get(i));
            }
        }
        return new Trees(trees, offset);
    }

    private static Tree grow(byte[][] bins, float[][] limits, float[] slope, float[] weight) {
        int nodes = (1 << (DEPTH + 1)) - 1;
        var tree = new Tree(new int[nodes], new float[nodes], new float[nodes]);
        Arrays.fill(tree.feature(), -1);
        var at = new int[slope.length];
        int first = 0;
        for (int depth = 0; depth <= DEPTH; depth++) {
            int count = 1 << depth;
            for (int node = first; node < first + count; node++) {
                double g = 0;
                double h = 0;
                for (int i = 0; i < at.length; i++) {
                    if (at[i] == node) {
                        g += slope[i];
                        h += weight[i];
                    }
                }
                tree.value()[node] = (float) (-RATE * g / (h + RIDGE));
            }
            if (depth < DEPTH) {
                split(tree, bins, limits, slope, weight, at, first, count);
            }
            first += count;
        }
        return tree;
    }

    private record Split(int feature, int bin, double gain) {}

    private static void split(
            Tree tree,
            byte[][] bins,
            float[][] limits,
            float[] slope,
            float[] weight,
            int[] at,
            int first,
            int count) {
        var best = new Split[count];
        Arrays.fill(best, new Split(-1, 0, 1e-3));
        var candidates =
                IntStream.range(0, bins.length)
                        .parallel()
                        .mapToObj(f -> best(f, bins[f], slope, weight, at, first, count))
                        .toList();
        for (var candidate : candidates) {
            for (int n = 0; n < count; n++) {
                best[n] = candidate[n].gain() > best[n].gain() ? candidate[n] : best[n];
            }
        }
        for (int n = 0; n < count; n++) {
            int feature = best[n].feature();
            tree.feature()[first + n] = feature;
            if (feature >= 0) {
                tree.limit()[first + n] = limits[feature][best[n].bin()];
            }
        }
        for (int i = 0; i < at.length; i++) {
            int node = at[i];
            if (node >= first && tree.feature()[node] >= 0) {
                var split = best[node - first];
                at[i] = 2 * node + (bins[split.feature()][i] <= split.bin() ? 1 : 2);
            }
        }
    }

    private static Split[] best(
            int feature,
            byte[] bins,
            float[] slope,
            float[] weight,
            int[] at,
            int first,
            int count) {
        var g = new double[count][BINS];
        var h = new double[count][BINS];
        for (int i = 0; i < at.length; i++) {
            int node = at[i] - first;
            if (node >= 0 && node < count) {
                g[node][bins[i]] += slope[i];
                h[node][bins[i]] += weight[i];
            }
        }
        var best = new Split[count];
        for (int node = 0; node < count; node++) {
            double allG = Arrays.stream(g[node]).sum();
            double allH = Arrays.stream(h[node]).sum();
            double whole = allG * allG / (allH + RIDGE);
            best[node] = new Split(-1, 0, 0);
            double leftG = 0;
            double leftH = 0;
            for (int bin = 0; bin < BINS - 1; bin++) {
                leftG += g[node][bin];
                leftH += h[node][bin];
                double rightG = allG - leftG;
                double gain =
                        leftG * leftG / (leftH + RIDGE)
                                + rightG * rightG / (allH - leftH + RIDGE)
                                - whole;
                if (gain > best[node].gain()) {
                    best[node] = new Split(feature, bin, gain);
                }
            }
        }
        return best;
    }

    /** What divides the values of each feature into parts of like size. */
    private static float[][] limits(List<float[]> rows, int features) {
        var limits = new float[features][BINS - 1];
        for (int f = 0; f < features; f++) {
            int feature = f;
            var values = new double[rows.size()];
            Arrays.setAll(values, i -> rows.get(i)[feature]);
            Arrays.sort(values);
            for (int b = 0; b < BINS - 1; b++) {
                limits[f][b] = (float) values[(int) ((b + 1L) * values.length / BINS)];
            }
        }
        return limits;
    }

    private static int bin(float[] limits, float value) {
        int bin = 0;
        while (bin < limits.length && value > limits[bin]) {
            bin++;
        }
        return bin;
    }

    private static float value(Tree tree, float[] row) {
        int node = 0;
        while (tree.feature()[node] >= 0) {
            node = 2 * node + (row[tree.feature()[node]] <= tree.limit()[node] ? 1 : 2);
        }
        return tree.value()[node];
    }

    float score(float[] row) {
        float score = offset;
        for (var tree : trees) {
            score += value(tree, row);
        }
        return score;
    }
}
