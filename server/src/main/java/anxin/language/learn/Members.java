package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The views on a text that are asked together: its words, its meaning, both, its neighbours, and
 * where the examples are few what each of them says.
 */
final class Members {

    private static final float SHRINKAGE = 0.1f;

    private final int firstPart;
    private final Softmax words;
    private final @Nullable Softmax both;
    private final @Nullable Gaussian meaning;
    private final @Nullable Neighbours near;
    private final @Nullable Ridge ridge;

    private Members(
            int firstPart,
            Softmax words,
            @Nullable Softmax both,
            @Nullable Gaussian meaning,
            @Nullable Neighbours near,
            @Nullable Ridge ridge) {
        this.firstPart = firstPart;
        this.words = words;
        this.both = both;
        this.meaning = meaning;
        this.near = near;
        this.ridge = ridge;
    }

    /**
     * @param few whether the examples are so few that each of them is heard
     */
    static Members fit(
            List<Row> rows, int[] labels, int classes, int vocabulary, int firstPart, boolean few) {
        int epochs = Math.clamp(120_000 / labels.length, 12, 30);
        float decay = 0.5f / labels.length;
        var words =
                Softmax.fit(
                        rows,
                        labels,
                        classes,
                        vocabulary,
                        new Softmax.Plan(epochs, 0.15f, decay, 0, 4));
        if (firstPart == 0) {
            return new Members(0, words, null, null, null, null);
        }
        var both =
                Softmax.fit(
                        rows,
                        labels,
                        classes,
                        vocabulary,
                        new Softmax.Plan(epochs, 0.1f, decay, 4, 3));
        return new Members(
                firstPart,
                words,
                both,
                Gaussian.fit(rows, labels, classes, SHRINKAGE),
                Neighbours.of(rows, labels, classes, firstPart),
                few ? Ridge.fit(rows, labels, classes, firstPart, vocabulary) : null);
    }

    /**
     * @param scores of each view, of each class
     * @param nearest how near the nearest example is, and {@code near} the nearest three
     */
    record Opinion(float[][] scores, float nearest, float near) {}

    Opinion of(Row row) {
        var byWords = Stack.centred(words.scores(row));
        if (both == null || meaning == null || near == null) {
            return new Opinion(new float[][] {byWords}, 1, 1);
        }
        var around = near.of(row.vector());
        var scores = new ArrayList<float[]>();
        scores.add(byWords);
        scores.add(Stack.centred(both.scores(row)));
        scores.add(Stack.centred(meaning.scores(row.vector())));
        scores.add(Stack.centred(around.scores()));
        if (ridge != null) {
            scores.add(Stack.centred(ridge.scores(row)));
        }
        return new Opinion(scores.toArray(float[][]::new), around.nearest(), around.near());
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(firstPart);
        words.write(out);
        if (both != null && meaning != null && near != null) {
            both.write(out);
            meaning.write(out);
            near.write(out);
            out.writeBoolean(ridge != null);
            if (ridge != null) {
                ridge.write(out);
            }
        }
    }

    static Members read(DataInput in) throws IOException {
        int firstPart = in.readInt();
        var words = Softmax.read(in);
        return firstPart == 0
                ? new Members(0, words, null, null, null, null)
                : new Members(
                        firstPart,
                        words,
                        Softmax.read(in),
                        Gaussian.read(in),
                        Neighbours.read(in),
                        in.readBoolean() ? Ridge.read(in) : null);
    }
}
