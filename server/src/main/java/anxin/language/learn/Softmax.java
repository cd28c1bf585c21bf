package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Softmax regression, trained by stochastic gradient descent with averaging over the later epochs.
 * A feature's weights of all classes lie side by side, so that the inner loops run over them.
 */
final class Softmax {

    /**
     * @param rate the size of the first steps
     * @param decay the weight of the squared norm in what is minimised
     * @param meaning by how much the vector is multiplied; 0 leaves it out
     * @param words by how much the n-grams are multiplied
     */
    record Plan(int epochs, float rate, float decay, float meaning, float words) {}

    private static final float TOO_SMALL = 1e-4f;

    private final int dense;
    private final int classes;
    private final float meaning;
    private final float words;
    private final float[] weights;

    private Softmax(int dense, int classes, float meaning, float words, float[] weights) {
        this.dense = dense;
        this.classes = classes;
        this.meaning = meaning;
        this.words = words;
        this.weights = weights;
    }

    /**
     * @param vocabulary how many n-grams there are
     */
    static Softmax fit(List<Row> rows, int[] labels, int classes, int vocabulary, Plan plan) {
        int dense = plan.meaning() == 0 ? 0 : rows.getFirst().vector().length;
        var weights = new float[(dense + vocabulary + 1) * classes];
        var model = new Softmax(dense, classes, plan.meaning(), plan.words(), weights);
        var mean = new float[weights.length];
        int averaged = 0;
        var order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        var random = new SplittableRandom(20_260_101);
        var error = new float[classes];
        float scale = 1;
        long step = 0;
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            shuffle(order, random);
            for (int row : order) {
                float rate =
                        plan.rate() * (1 - 0.95f * step / ((float) plan.epochs() * order.length));
                scale *= 1 - rate * plan.decay();
                model.error(rows.get(row), labels[row], scale, error);
                model.add(rows.get(row), error, -rate / scale);
                if (scale < TOO_SMALL) {
                    multiply(weights, scale);
                    scale = 1;
                }
                step++;
            }
            multiply(weights, scale);
            scale = 1;
            if (epoch >= plan.epochs() / 2) {
                averaged++;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += (weights[i] - mean[i]) / averaged;
                }
            }
        }
        return new Softmax(dense, classes, plan.meaning(), plan.words(), mean);
    }

    private void error(Row row, int label, float scale, float[] into) {
        scores(row, into);
        multiply(into, scale);
        toProbabilities(into);
        into[label] -= 1;
    }

    private void add(Row row, float[] error, float by) {
        for (int j = 0; j < dense; j++) {
            axpy(by * meaning * row.vector()[j], error, 0, weights, j * classes, classes);
        }
        var index = row.index();
        for (int i = 0; i < index.length; i++) {
            axpy(
                    by * words * row.value()[i],
                    error,
                    0,
                    weights,
                    (dense + index[i]) * classes,
                    classes);
        }
        axpy(by, error, 0, weights, weights.length - classes, classes);
    }

    /** The unnormalised log-probabilities. */
    private void scores(Row row, float[] into) {
        System.arraycopy(weights, weights.length - classes, into, 0, classes);
        for (int j = 0; j < dense; j++) {
            axpy(meaning * row.vector()[j], weights, j * classes, into, 0, classes);
        }
        var index = row.index();
        for (int i = 0; i < index.length; i++) {
            axpy(words * row.value()[i], weights, (dense + index[i]) * classes, into, 0, classes);
        }
    }

    float[] scores(Row row) {
        var scores = new float[classes];
        scores(row, scores);
        return scores;
    }

    static void toProbabilities(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - most);
            sum += scores[k];
        }
        multiply(scores, 1 / sum);
    }

    static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    static void axpy(float by, float[] from, int fromAt, float[] into, int at, int length) {
        for (int k = 0; k < length; k++) {
            into[at + k] += by * from[fromAt + k];
        }
    }

    private static void multiply(float[] values, float by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(dense);
        out.writeInt(classes);
        out.writeFloat(meaning);
        out.writeFloat(words);
        Floats.write(out, weights);
    }

    static Softmax read(DataInput in) throws IOException {
        return new Softmax(
                in.readInt(), in.readInt(), in.readFloat(), in.readFloat(), Floats.read(in));
    }
}
