package anxin.knowledge.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Questions that mean the same, gathered round a centre. Each goes to the nearest centre that is
 * near enough, or becomes one; then all are dealt once more, so that their order matters little.
 */
final class Cluster {

    private static final int ROUNDS = 3;

    private float[] centre;
    private final List<Integer> members = new ArrayList<>();

    private Cluster(float[] centre) {
        this.centre = centre;
    }

    float[] centre() {
        return centre;
    }

    List<Integer> members() {
        return members;
    }

    /** The one that lies nearest to the centre. */
    int typical(List<float[]> vectors) {
        return members.stream()
                .max((one, other) -> Float.compare(near(vectors, one), near(vectors, other)))
                .orElseThrow();
    }

    private float near(List<float[]> vectors, int one) {
        return alike(centre, vectors.get(one));
    }

    /** {@code known} are the centres of earlier gaps, in front and in their order. */
    static List<Cluster> of(List<float[]> vectors, List<float[]> known, float alike) {
        var clusters = new ArrayList<Cluster>();
        known.forEach(centre -> clusters.add(new Cluster(centre)));
        for (int round = 0; round < ROUNDS; round++) {
            clusters.forEach(one -> one.members.clear());
            for (int i = 0; i < vectors.size(); i++) {
                var nearest = nearest(clusters, vectors.get(i), alike);
                if (nearest == null) {
                    nearest = new Cluster(vectors.get(i));
                    clusters.add(nearest);
                }
                nearest.members.add(i);
            }
            for (int c = known.size(); c < clusters.size(); c++) {
                var one = clusters.get(c);
                if (!one.members.isEmpty()) {
                    one.centre = mean(one.members.stream().map(vectors::get).toList());
                }
            }
        }
        return clusters;
    }

    static @Nullable Cluster nearest(List<Cluster> clusters, float[] vector, float alike) {
        @Nullable Cluster best = null;
        float most = alike;
        for (var one : clusters) {
            float how = alike(one.centre, vector);
            if (how >= most) {
                most = how;
                best = one;
            }
        }
        return best;
    }

    /** Of vectors of length one: 1 is the same. */
    static float alike(float[] one, float[] other) {
        if (one.length != other.length) {
            return 0;
        }
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] mean(List<float[]> vectors) {
        var mean = new float[vectors.getFirst().length];
        vectors.forEach(one -> IntStream.range(0, mean.length).forEach(i -> mean[i] += one[i]));
        double length =
                Math.sqrt(
                        IntStream.range(0, mean.length)
                                .mapToDouble(i -> (double) mean[i] * mean[i])
                                .sum());
        var unit = Arrays.copyOf(mean, mean.length);
        IntStream.range(0, unit.length).forEach(i -> unit[i] = (float) (mean[i] / length));
        return unit;
    }
}
