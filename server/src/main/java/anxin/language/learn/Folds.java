package anxin.language.learn;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Parts of the examples that take turns in being held out, with a like share of every class. Of
 * many examples one part is enough to learn from.
 */
final class Folds {

    private static final int PARTS = 4;
    private static final int MANY = 4000;

    private final int[] part;
    private final int count;

    private Folds(int[] part, int count) {
        this.part = part;
        this.count = count;
    }

    static Folds of(int[] labels) {
        var folds = of(labels, PARTS);
        return labels.length > MANY ? new Folds(folds.part, 1) : folds;
    }

    static Folds of(int[] labels, int parts) {
        var order = IntStream.range(0, labels.length).toArray();
        Softmax.shuffle(order, new SplittableRandom(7));
        var part = new int[labels.length];
        var next = new int[IntStream.of(labels).max().orElse(0) + 2];
        for (int i : order) {
            int label = labels[i] + 1;
            part[i] = (next[label]++ + label) % parts;
        }
        return new Folds(part, parts);
    }

    int count() {
        return count;
    }

    IntStream in(int fold) {
        return IntStream.range(0, part.length).filter(i -> part[i] == fold);
    }

    /** What may be learned from: of a known class, and not in this part. */
    IntStream without(int fold, int[] labels) {
        return IntStream.range(0, part.length).filter(i -> part[i] != fold && labels[i] >= 0);
    }
}
