package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Each class is a cloud around its mean and all clouds have one shape (linear discriminant
 * analysis). Solved in one step, good with few examples.
 */
final class Gaussian {

    private final int classes;

    /** Of each dimension the weights of all classes, and in the last row their offsets. */
    private final float[] weights;

    private Gaussian(int classes, float[] weights) {
        this.classes = classes;
        this.weights = weights;
    }

    /**
     * @param shrinkage how far the common shape is pulled to a ball, 0 to 1
     */
    static Gaussian fit(List<Row> rows, int[] labels, int classes, float shrinkage) {
        int size = rows.getFirst().vector().length;
        var counts = new int[classes];
        var means = new float[classes][size];
        for (int i = 0; i < rows.size(); i++) {
            counts[labels[i]]++;
            Softmax.axpy(1, rows.get(i).vector(), 0, means[labels[i]], 0, size);
        }
        for (int k = 0; k < classes; k++) {
            for (int d = 0; d < size; d++) {
                means[k][d] /= Math.max(1, counts[k]);
            }
        }
        var spread = spread(rows, means, counts);
        shrink(spread, shrinkage);
        Cholesky.decompose(spread);
        var weights = new float[(size + 1) * classes];
        IntStream.range(0, classes)
                .parallel()
                .forEach(
                        k -> {
                            var solved = Cholesky.solve(spread, means[k]);
                            double offset = 0;
                            for (int d = 0; d < size; d++) {
                                weights[d * classes + k] = (float) solved[d];
                                offset += solved[d] * means[k][d];
                            }
                            weights[size * classes + k] =
                                    (float)
                                            (Math.log((counts[k] + 0.5) / rows.size())
                                                    - offset / 2);
                        });
        return new Gaussian(classes, weights);
    }

    /** The covariance around the means of the classes; only its lower triangle is filled. */
    private static float[][] spread(List<Row> rows, float[][] means, int[] counts) {
        int size = means[0].length;
        var spread = new float[size][];
        int block = 64;
        IntStream.range(0, (size + block - 1) / block)
                .parallel()
                .forEach(
                        b -> {
                            int from = b * block;
                            int until = Math.min(size, from + block);
                            for (int d = from; d < until; d++) {
                                spread[d] = new float[d + 1];
                            }
                            for (var row : rows) {
                                add(1f / rows.size(), row.vector(), from, until, spread);
                            }
                            for (int k = 0; k < means.length; k++) {
                                add(
                                        -(float) counts[k] / rows.size(),
                                        means[k],
                                        from,
                                        until,
                                        spread);
                            }
                        });
        return spread;
    }

    private static void add(float by, float[] vector, int from, int until, float[][] into) {
        for (int d = from; d < until; d++) {
            Softmax.axpy(by * vector[d], vector, 0, into[d], 0, d + 1);
        }
    }

    private static void shrink(float[][] spread, float by) {
        double trace = 0;
        for (int d = 0; d < spread.length; d++) {
            trace += spread[d][d];
        }
        float ball = (float) (by * trace / spread.length) + 1e-9f;
        for (int d = 0; d < spread.length; d++) {
            for (int e = 0; e <= d; e++) {
                spread[d][e] *= 1 - by;
            }
            spread[d][d] += ball;
        }
    }

    float[] scores(float[] row) {
        var scores = new float[classes];
        System.arraycopy(weights, row.length * classes, scores, 0, classes);
        for (int d = 0; d < row.length; d++) {
            Softmax.axpy(row[d], weights, d * classes, scores, 0, classes);
        }
        return scores;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static Gaussian read(DataInput in) throws IOException {
        int classes = in.readInt();
        var weights = new float[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new Gaussian(classes, weights);
    }
}
