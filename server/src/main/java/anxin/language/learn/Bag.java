package anxin.language.learn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Each piece is a small learned vector with a learned weight; their mean decides. */
final class Bag {

    private static final int SIZE = 16;
    private static final int EPOCHS = 10;
    private static final float RATE = 0.5f;
    private static final float LEFT_OUT = 0.3f;
    private static final float STEP = 8;
    private static final float SLOW = 0.1f;
    private static final int LEAST = 2;

    private final boolean[] known;
    private final float[] vectors = new float[Pieces.ALL * SIZE];
    private final float[] loudness = new float[Pieces.ALL];
    private final float[] direction = new float[SIZE];
    private float offset;

    private Bag(boolean[] known) {
        this.known = known;
    }

    static Bag fit(List<int[]> texts, int[] truth, int seed) {
        var counts = Pieces.counts(texts);
        var known = new boolean[counts.length];
        for (int piece = 0; piece < counts.length; piece++) {
            known[piece] = counts[piece] >= LEAST;
        }
        var bag = new Bag(known);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < bag.vectors.length; i++) {
            bag.vectors[i] = (float) (random.nextDouble() - 0.5) / SIZE;
        }
        for (int k = 0; k < SIZE; k++) {
            bag.direction[k] = (float) (random.nextDouble() - 0.5) * 2;
        }
        var order = new int[truth.length];
        Arrays.setAll(order, i -> i);
        long step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Softmax.shuffle(order, random);
            for (int i : order) {
                float rate = RATE * (1 - (float) step++ / ((float) EPOCHS * truth.length));
                bag.learn(texts.get(i), truth[i], rate, random);
            }
        }
        return bag;
    }

    private void learn(int[] text, int truth, float rate, SplittableRandom random) {
        var shares = new float[text.length];
        float sum = 0;
        for (int j = 0; j < text.length; j++) {
            if (known[text[j]] && random.nextDouble() >= LEFT_OUT) {
                shares[j] = loud(text[j]);
                sum += shares[j];
            }
        }
        if (sum == 0) {
            return;
        }
        var mean = new float[SIZE];
        for (int j = 0; j < text.length; j++) {
            shares[j] /= sum;
            if (shares[j] > 0) {
                Softmax.axpy(shares[j], vectors, text[j] * SIZE, mean, 0, SIZE);
            }
        }
        float said = along(mean, 0);
        float error = (float) (1 / (1 + Math.exp(-said - offset))) - truth;
        for (int j = 0; j < text.length; j++) {
            if (shares[j] > 0) {
                int at = text[j] * SIZE;
                loudness[text[j]] -=
                        rate * error * shares[j] * (along(vectors, at) - said) * STEP / 2;
                Softmax.axpy(-rate * error * shares[j] * STEP, direction, 0, vectors, at, SIZE);
            }
        }
        Softmax.axpy(-rate * SLOW * error, mean, 0, direction, 0, SIZE);
        offset -= rate * SLOW * error;
    }

    private float loud(int piece) {
        return (float) Math.exp(Math.clamp(loudness[piece], -4f, 4f));
    }

    private float along(float[] values, int at) {
        float sum = 0;
        for (int k = 0; k < SIZE; k++) {
            sum += values[at + k] * direction[k];
        }
        return sum;
    }

    float score(int[] text) {
        float sum = 0;
        float said = 0;
        for (int piece : text) {
            if (known[piece]) {
                float share = loud(piece);
                sum += share;
                said += share * along(vectors, piece * SIZE);
            }
        }
        return sum == 0 ? offset : offset + said / sum;
    }
}
