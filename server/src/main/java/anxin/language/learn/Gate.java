package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Whether a text is about any of the things we know at all. Learned where there are examples of
 * what is not; else the nearest example tells most.
 */
final class Gate {

    private static final int ROUNDS = 4000;
    private static final float RATE = 0.05f;

    /** Nearest example, nearest three, best probability, share that is out of scope, offset. */
    private static final float[] UNTAUGHT = {20, 0, 3, 0, -14.5f};

    private final float[] weights;

    private Gate(float[] weights) {
        this.weights = weights;
    }

    static Gate untaught() {
        return new Gate(UNTAUGHT.clone());
    }

    static float[] features(Members.Opinion opinion, float best, float outside) {
        return new float[] {opinion.nearest(), opinion.near(), best, outside, 1};
    }

    static Gate fit(List<float[]> rows, List<Boolean> inside) {
        var weights = UNTAUGHT.clone();
        int in = (int) inside.stream().filter(one -> one).count();
        float[] share = {0.5f / (inside.size() - in), 0.5f / in};
        for (int round = 0; round < ROUNDS; round++) {
            var slope = new float[weights.length];
            for (int i = 0; i < rows.size(); i++) {
                boolean is = inside.get(i);
                float error = (sigmoid(weights, rows.get(i)) - (is ? 1 : 0)) * share[is ? 1 : 0];
                Softmax.axpy(error, rows.get(i), 0, slope, 0, slope.length);
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= RATE * 20 * (slope[j] + 1e-5f * (weights[j] - UNTAUGHT[j]));
            }
        }
        return new Gate(weights);
    }

    /** The probability that the text is about something we know. */
    float inside(float[] features) {
        return sigmoid(weights, features);
    }

    private static float sigmoid(float[] weights, float[] row) {
        float sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * row[j];
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(weights);
    }

    void write(DataOutput out) throws IOException {
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static Gate read(DataInput in) throws IOException {
        var weights = new float[UNTAUGHT.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = in.readFloat();
        }
        return new Gate(weights);
    }
}
