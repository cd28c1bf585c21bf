package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The examples themselves: how near is the nearest, and of which classes are the near ones. */
final class Neighbours {

    private static final int NEAR = 12;
    private static final float SHARPNESS = 20;

    private final int classes;
    private final int size;
    private final int part;
    private final int count;
    private final int[] labels;

    /** One dimension of all examples after the other. */
    private final float[] columns;

    private Neighbours(int classes, int size, int part, int[] labels, float[] columns) {
        this.classes = classes;
        this.size = size;
        this.part = part;
        this.count = labels.length;
        this.labels = labels;
        this.columns = columns;
    }

    /**
     * @param part how many numbers of a vector together have length one
     */
    static Neighbours of(List<Row> rows, int[] labels, int classes, int part) {
        int size = rows.getFirst().vector().length;
        var columns = new float[size * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int d = 0; d < size; d++) {
                columns[d * rows.size() + i] = rows.get(i).vector()[d];
            }
        }
        return new Neighbours(classes, size, part, labels.clone(), columns);
    }

    /**
     * @param nearest the cosine to the nearest example
     * @param near the mean cosine to the nearest three
     * @param scores of each class: how much of the neighbourhood is its own, as log-probability
     */
    record Neighbourhood(float nearest, float near, float[] scores) {}

    Neighbourhood of(float[] row) {
        var cosines = new float[count];
        for (int d = 0; d < size; d++) {
            Softmax.axpy(row[d] * part / size, columns, d * count, cosines, 0, count);
        }
        var best = new float[NEAR];
        var who = new int[NEAR];
        java.util.Arrays.fill(best, -1);
        for (int i = 0; i < count; i++) {
            if (cosines[i] > best[NEAR - 1]) {
                int at = NEAR - 1;
                while (at > 0 && best[at - 1] < cosines[i]) {
                    best[at] = best[at - 1];
                    who[at] = who[at - 1];
                    at--;
                }
                best[at] = cosines[i];
                who[at] = i;
            }
        }
        var scores = new float[classes];
        java.util.Arrays.fill(scores, 0.02f);
        for (int n = 0; n < NEAR && best[n] > -1; n++) {
            scores[labels[who[n]]] += (float) Math.exp(SHARPNESS * (best[n] - best[0]));
        }
        for (int k = 0; k < classes; k++) {
            scores[k] = (float) Math.log(scores[k]);
        }
        return new Neighbourhood(best[0], (best[0] + best[1] + best[2]) / 3, scores);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(size);
        out.writeInt(part);
        out.writeInt(count);
        for (int label : labels) {
            out.writeShort(label);
        }
        Floats.write(out, columns);
    }

    static Neighbours read(DataInput in) throws IOException {
        int classes = in.readInt();
        int size = in.readInt();
        int part = in.readInt();
        var labels = new int[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readUnsignedShort();
        }
        return new Neighbours(classes, size, part, labels, Floats.read(in));
    }
}
