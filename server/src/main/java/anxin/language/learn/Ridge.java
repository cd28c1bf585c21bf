package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression: every example says how much a text like it belongs to each class, by
 * meaning (a bell around it) and by words. Solved in one step; the best with few examples, and only
 * for few, because its time grows with the cube of their number.
 */
final class Ridge {

    static final int MOST = 2_500;

    private static final float WORDS = 0.3f;
    private static final float RIDGE = 0.078f;
    private static final float UNIT = 8;

    private final int classes;
    private final int size;
    private final int part;
    private final int count;

    /** The mean of the examples' vectors, which is taken off before they are compared. */
    private final float[] middle;

    /** One dimension of all examples after the other. */
    private final float[] columns;

    /** Of each example what it says of every class. */
    private final float[] says;

    /** Of each n-gram the weights of all classes. */
    private final float[] words;

    private Ridge(
            int classes,
            int part,
            int count,
            float[] middle,
            float[] columns,
            float[] says,
            float[] words) {
        this.classes = classes;
        this.size = middle.length;
        this.part = part;
        this.count = count;
        this.middle = middle;
        this.columns = columns;
        this.says = says;
        this.words = words;
    }

    /**
     * @param part how many numbers of a vector together have length one
     * @param vocabulary how many n-grams there are
     */
    static Ridge fit(List<Row> rows, int[] labels, int classes, int part, int vocabulary) {
        int count = rows.size();
        var middle = middle(rows);
        var points = rows.parallelStream().map(row -> around(row.vector(), middle, part)).toList();
        var likeness = new float[count][];
        IntStream.range(0, count)
                .parallel()
                .forEach(
                        i -> {
                            var byWords = new float[vocabulary];
                            spread(rows.get(i), byWords);
                            likeness[i] = new float[i + 1];
                            for (int j = 0; j <= i; j++) {
                                likeness[i][j] =
                                        bell(
                                                        Cholesky.dot(
                                                                points.get(i),
                                                                points.get(j),
                                                                middle.length),
                                                        middle.length / part)
                                                + WORDS * along(rows.get(j), byWords);
                            }
                            likeness[i][i] += RIDGE;
                        });
        Cholesky.decompose(likeness);
        var says = new float[count * classes];
        IntStream.range(0, classes)
                .parallel()
                .forEach(k -> solve(likeness, labels, classes, k, says));
        var words = new float[vocabulary * classes];
        var columns = new float[middle.length * count];
        for (int i = 0; i < count; i++) {
            var row = rows.get(i);
            for (int n = 0; n < row.index().length; n++) {
                Softmax.axpy(
                        WORDS * row.value()[n],
                        says,
                        i * classes,
                        words,
                        row.index()[n] * classes,
                        classes);
            }
            for (int d = 0; d < middle.length; d++) {
                columns[d * count + i] = points.get(i)[d];
            }
        }
        return new Ridge(classes, part, count, middle, columns, says, words);
    }

    private static void solve(
            float[][] likeness, int[] labels, int classes, int label, float[] into) {
        int own = 0;
        for (int one : labels) {
            own += one == label ? 1 : 0;
        }
        var wanted = new float[labels.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (labels[i] == label ? 1f : 0f) - own / (float) labels.length;
        }
        var solved = Cholesky.solve(likeness, wanted);
        for (int i = 0; i < solved.length; i++) {
            into[i * classes + label] = (float) solved[i];
        }
    }

    private static float[] middle(List<Row> rows) {
        var middle = new float[rows.getFirst().vector().length];
        for (var row : rows) {
            Softmax.axpy(1f / rows.size(), row.vector(), 0, middle, 0, middle.length);
        }
        return middle;
    }

    /** Seen from the middle; each part of length one again. */
    private static float[] around(float[] vector, float[] middle, int part) {
        var point = vector.clone();
        Softmax.axpy(-1, middle, 0, point, 0, point.length);
        for (int from = 0; from < point.length; from += part) {
            double square = 1e-12;
            for (int d = from; d < from + part; d++) {
                square += point[d] * point[d];
            }
            for (int d = from; d < from + part; d++) {
                point[d] /= (float) Math.sqrt(square);
            }
        }
        return point;
    }

    private static float bell(double product, int parts) {
        return (float) Math.exp(product / parts - 1);
    }

    private static void spread(Row row, float[] into) {
        for (int n = 0; n < row.index().length; n++) {
            into[row.index()[n]] = row.value()[n];
        }
    }

    private static float along(Row row, float[] words) {
        float sum = 0;
        for (int n = 0; n < row.index().length; n++) {
            sum += row.value()[n] * words[row.index()[n]];
        }
        return sum;
    }

    float[] scores(Row row) {
        var point = around(row.vector(), middle, part);
        var near = new float[count];
        for (int d = 0; d < size; d++) {
            Softmax.axpy(point[d], columns, d * count, near, 0, count);
        }
        var scores = new float[classes];
        for (int i = 0; i < count; i++) {
            Softmax.axpy(bell(near[i], size / part), says, i * classes, scores, 0, classes);
        }
        for (int n = 0; n < row.index().length; n++) {
            Softmax.axpy(row.value()[n], words, row.index()[n] * classes, scores, 0, classes);
        }
        for (int k = 0; k < classes; k++) {
            scores[k] *= UNIT;
        }
        return scores;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(part);
        out.writeInt(count);
        Floats.write(out, middle);
        Floats.write(out, columns);
        Floats.write(out, says);
        Floats.write(out, words);
    }

    static Ridge read(DataInput in) throws IOException {
        return new Ridge(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Floats.read(in),
                Floats.read(in),
                Floats.read(in),
                Floats.read(in));
    }
}
