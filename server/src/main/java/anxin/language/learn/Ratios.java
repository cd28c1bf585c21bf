package anxin.language.learn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Each piece counts by how much oftener it is in the texts that say yes (naive Bayes); a regression
 * then weighs the pieces against each other.
 */
final class Ratios {

    private static final int EPOCHS = 12;
    private static final float RATE = 0.3f;
    private static final float DECAY = 1e-5f;
    private static final float LENGTH = 4;
    private static final int LEAST = 2;

    private final float[] ratios;
    private final float[] weights;
    private final float offset;

    private Ratios(float[] ratios, float[] weights, float offset) {
        this.ratios = ratios;
        this.weights = weights;
        this.offset = offset;
    }

    static Ratios fit(List<int[]> texts, int[] truth) {
        var ratios = ratios(texts, truth);
        var weights = new float[Pieces.ALL];
        var mean = new float[Pieces.ALL];
        float offset = 0;
        float meanOffset = 0;
        int averaged = 0;
        var order = new int[truth.length];
        Arrays.setAll(order, i -> i);
        var random = new SplittableRandom(3);
        long step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Softmax.shuffle(order, random);
            for (int i : order) {
                var text = texts.get(i);
                float norm = norm(ratios, text);
                float sum = offset;
                for (int piece : text) {
                    sum += weights[piece] * ratios[piece] * norm;
                }
                float error = (float) (1 / (1 + Math.exp(-sum))) - truth[i];
                float rate = RATE * (1 - 0.95f * step++ / ((float) EPOCHS * truth.length));
                for (int piece : text) {
                    weights[piece] -=
                            rate * (error * ratios[piece] * norm + DECAY * weights[piece]);
                }
                offset -= rate * error * 0.1f;
            }
            if (epoch >= EPOCHS / 2) {
                averaged++;
                for (int piece = 0; piece < mean.length; piece++) {
                    mean[piece] += (weights[piece] - mean[piece]) / averaged;
                }
                meanOffset += (offset - meanOffset) / averaged;
            }
        }
        return new Ratios(ratios, mean, meanOffset);
    }

    private static float[] ratios(List<int[]> texts, int[] truth) {
        var yes = new float[Pieces.ALL];
        var no = new float[Pieces.ALL];
        for (int i = 0; i < truth.length; i++) {
            for (int piece : texts.get(i)) {
                (truth[i] == 1 ? yes : no)[piece]++;
            }
        }
        double allYes = 0;
        double allNo = 0;
        for (int piece = 0; piece < yes.length; piece++) {
            if (yes[piece] + no[piece] >= LEAST) {
                allYes += yes[piece] + 1;
                allNo += no[piece] + 1;
            }
        }
        var ratios = new float[Pieces.ALL];
        for (int piece = 0; piece < yes.length; piece++) {
            if (yes[piece] + no[piece] >= LEAST) {
                ratios[piece] =
                        (float) Math.log((yes[piece] + 1) / allYes / ((no[piece] + 1) / allNo));
            }
        }
        return ratios;
    }

    private static float norm(float[] ratios, int[] text) {
        float square = 0;
        for (int piece : text) {
            square += ratios[piece] * ratios[piece];
        }
        return (float) (LENGTH / Math.sqrt(Math.max(1e-6, square)));
    }

    float score(int[] text) {
        float norm = norm(ratios, text);
        float sum = offset;
        for (int piece : text) {
            sum += weights[piece] * ratios[piece] * norm;
        }
        return sum;
    }
}
