package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How much each view's word counts, learned on texts that none of them has seen. That also sets the
 * temperature: what is said with 80 % is right in eight cases of ten.
 */
final class Stack {

    private static final int ROUNDS = 250;
    private static final float RATE = 0.05f;

    /**
     * Of how much more often it is asked, when a class has more examples, so much is not believed.
     */
    private static final float DOUBT = 0.5f;

    private final float[] trust;

    /** Of each class, what is added to its score. */
    private final float[] offsets;

    private Stack(float[] trust, float[] offsets) {
        this.trust = trust;
        this.offsets = offsets;
    }

    /**
     * @param scores of each text, of each view, of each class
     */
    static Stack fit(List<float[][]> scores, int[] labels) {
        return fit(scores, labels, new float[scores.getFirst()[0].length]);
    }

    /**
     * That somebody wrote many examples of a class does not make it as much more frequent.
     *
     * @param counts how many examples each class has
     */
    static Stack fitDoubting(List<float[][]> scores, int[] labels, int[] counts) {
        var offsets = new float[counts.length];
        for (int k = 0; k < counts.length; k++) {
            offsets[k] = (float) (-DOUBT * Math.log(counts[k] + 1.0));
        }
        return fit(scores, labels, offsets);
    }

    private static Stack fit(List<float[][]> scores, int[] labels, float[] offsets) {
        int views = scores.getFirst().length;
        var trust = new float[views];
        Arrays.fill(trust, 1f / views);
        var weights = weights(labels, offsets);
        var first = new float[views];
        var second = new float[views];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = slope(scores, labels, weights, new Stack(trust, offsets));
            for (int v = 0; v < views; v++) {
                first[v] = 0.9f * first[v] + 0.1f * slope[v];
                second[v] = 0.99f * second[v] + 0.01f * slope[v] * slope[v];
                double step =
                        first[v]
                                / (1 - Math.pow(0.9, round))
                                / (Math.sqrt(second[v] / (1 - Math.pow(0.99, round))) + 1e-8);
                trust[v] =
                        Math.max(0, trust[v] - (float) (RATE * step * (1 - 0.9 * round / ROUNDS)));
            }
        }
        return new Stack(trust, offsets);
    }

    /** What each text counts, so that the classes are as frequent as is believed. */
    private static float[] weights(int[] labels, float[] offsets) {
        var weights = new float[labels.length];
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            weights[i] = (float) Math.exp(offsets[labels[i]]);
            sum += weights[i];
        }
        for (int i = 0; i < labels.length; i++) {
            weights[i] /= (float) sum;
        }
        return weights;
    }

    private static float[] slope(
            List<float[][]> scores, int[] labels, float[] weights, Stack stack) {
        var slope = new float[stack.trust.length];
        for (int i = 0; i < labels.length; i++) {
            var views = scores.get(i);
            var error = stack.probabilities(views);
            error[labels[i]] -= 1;
            for (int v = 0; v < slope.length; v++) {
                for (int k = 0; k < error.length; k++) {
                    slope[v] += weights[i] * error[k] * views[v][k];
                }
            }
        }
        return slope;
    }

    float[] probabilities(float[][] views) {
        var sum = offsets.clone();
        for (int v = 0; v < views.length; v++) {
            Softmax.axpy(trust[v], views[v], 0, sum, 0, sum.length);
        }
        Softmax.toProbabilities(sum);
        return sum;
    }

    /** Scores of different views made comparable: none is larger than another by its unit alone. */
    static float[] centred(float[] scores) {
        double mean = 0;
        for (float score : scores) {
            mean += score;
        }
        mean /= scores.length;
        for (int k = 0; k < scores.length; k++) {
            scores[k] -= (float) mean;
        }
        return scores;
    }

    @Override
    public String toString() {
        return Arrays.toString(trust);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(trust.length);
        for (float one : trust) {
            out.writeFloat(one);
        }
        out.writeShort(offsets.length);
        for (float one : offsets) {
            out.writeFloat(one);
        }
    }

    static Stack read(DataInput in) throws IOException {
        var trust = new float[in.readByte()];
        for (int v = 0; v < trust.length; v++) {
            trust[v] = in.readFloat();
        }
        var offsets = new float[in.readUnsignedShort()];
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = in.readFloat();
        }
        return new Stack(trust, offsets);
    }
}
