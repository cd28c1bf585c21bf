package anxin.language.learn;

import anxin.language.learn.NGrams.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Which n-grams count, and how rare each is (TF-IDF). */
final class Vocabulary {

    private final Shape shape;
    private final long[] known;
    private final float[] rarity;

    private Vocabulary(Shape shape, long[] known, float[] rarity) {
        this.shape = shape;
        this.known = known;
        this.rarity = rarity;
    }

    /**
     * @param least in how many texts an n-gram must occur
     */
    static Vocabulary of(List<String> texts, Shape shape, int least) {
        int size = 0;
        var all = new long[1 << 16];
        for (var text : texts) {
            long last = 0;
            for (long piece : NGrams.sorted(text, shape)) {
                if (piece != last) {
                    if (size == all.length) {
                        all = Arrays.copyOf(all, size * 2);
                    }
                    all[size++] = piece;
                    last = piece;
                }
            }
        }
        Arrays.sort(all, 0, size);
        var known = new long[size];
        var rarity = new float[size];
        int kept = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && all[to] == all[from]) {
                to++;
            }
            if (to - from >= least) {
                known[kept] = all[from];
                rarity[kept++] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + to - from)));
            }
            from = to;
        }
        return new Vocabulary(shape, Arrays.copyOf(known, kept), Arrays.copyOf(rarity, kept));
    }

    int size() {
        return known.length;
    }

    /** The n-grams of a text that count, with weights whose squares sum to one. */
    Row row(String text, float[] vector) {
        var pieces = NGrams.sorted(text, shape);
        var index = new int[pieces.length];
        var value = new float[pieces.length];
        int count = 0;
        double square = 0;
        for (int from = 0; from < pieces.length; ) {
            int to = from;
            while (to < pieces.length && pieces[to] == pieces[from]) {
                to++;
            }
            int at = Arrays.binarySearch(known, pieces[from]);
            if (at >= 0) {
                float weight = (float) (1 + Math.log(to - from)) * rarity[at];
                index[count] = at;
                value[count++] = weight;
                square += weight * weight;
            }
            from = to;
        }
        float norm = square == 0 ? 1 : (float) Math.sqrt(square);
        var values = Arrays.copyOf(value, count);
        for (int i = 0; i < count; i++) {
            values[i] /= norm;
        }
        return new Row(vector, Arrays.copyOf(index, count), values);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(shape.characters());
        out.writeByte(shape.syllables());
        out.writeByte(shape.words());
        Floats.write(out, known);
        Floats.write(out, rarity);
    }

    static Vocabulary read(DataInput in) throws IOException {
        var shape = new Shape(in.readByte(), in.readByte(), in.readByte());
        return new Vocabulary(shape, Floats.readLongs(in), Floats.read(in));
    }
}
