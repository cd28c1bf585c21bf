package anxin.language.learn;

import anxin.language.learn.NGrams.Shape;
import java.util.Arrays;
import java.util.List;

/** Longer texts as the numbers of their pieces, of which there are too many to keep a list. */
final class Pieces {

    static final int BITS = 21;
    static final int ALL = 1 << BITS;

    private static final Shape SHAPE = new Shape(4, 0, 2);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Pieces() {}

    /** Each piece once. */
    static int[] of(String text) {
        return Arrays.stream(NGrams.sorted(text, SHAPE))
                .mapToInt(piece -> (int) ((piece * SPREAD) >>> (Long.SIZE - BITS)))
                .sorted()
                .distinct()
                .toArray();
    }

    static List<int[]> of(List<String> texts) {
        return texts.parallelStream().map(Pieces::of).toList();
    }

    /** In how many texts each piece is. */
    static int[] counts(List<int[]> texts) {
        var counts = new int[ALL];
        for (var text : texts) {
            for (int piece : text) {
                counts[piece]++;
            }
        }
        return counts;
    }
}
