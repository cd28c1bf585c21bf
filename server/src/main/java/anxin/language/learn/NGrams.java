package anxin.language.learn;

import anxin.language.text.Pinyin;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The pieces of a normalised text, each as a number: runs of characters, words and pairs of words
 * where the script has spaces, and syllables where it is Chinese, because a typo often sounds
 * right.
 */
public final class NGrams {

    /**
     * @param characters the longest run of characters
     * @param syllables the longest run of syllables; 0: none
     * @param words the longest run of words; 0: none
     */
    public record Shape(int characters, int syllables, int words) {
        public static final Shape MESSAGE = new Shape(5, 3, 2);
    }

    private static final long CHARACTER = 0x9E3779B97F4A7C15L;
    private static final long SYLLABLE = 0xC2B2AE3D27D4EB4FL;
    private static final long WORD = 0x165667B19E3779F9L;

    /** Longer runs than this tell more about one example than about its class. */
    private static final int IDEOGRAPHS = 4;

    private NGrams() {}

    public static void of(String text, Shape shape, LongConsumer into) {
        var points = (" " + text + " ").codePoints().toArray();
        characters(points, shape.characters(), into);
        if (shape.syllables() > 0) {
            syllables(points, shape.syllables(), into);
        }
        if (shape.words() > 0) {
            words(points, shape.words(), into);
        }
    }

    private static void characters(int[] points, int longest, LongConsumer into) {
        for (int from = 0; from < points.length; from++) {
            long hash = CHARACTER;
            int most = isIdeograph(points[from]) ? Math.min(longest, IDEOGRAPHS) : longest;
            for (int to = from; to < points.length && to - from < most; to++) {
                hash = mix(hash, points[to]);
                if (to > from || points[from] != ' ') {
                    into.accept(hash);
                }
            }
        }
    }

    private static void syllables(int[] points, int longest, LongConsumer into) {
        var sounds = new int[points.length];
        int count = 0;
        for (int point : points) {
            int sound = Pinyin.fuzzy(point);
            if (sound >= 0) {
                sounds[count++] = sound;
            }
        }
        for (int from = 0; from < count; from++) {
            long hash = SYLLABLE;
            for (int to = from; to < count && to - from < longest; to++) {
                hash = mix(hash, sounds[to]);
                into.accept(hash);
            }
        }
    }

    private static void words(int[] points, int longest, LongConsumer into) {
        var words = new long[points.length];
        int count = 0;
        long word = 0;
        for (int point : points) {
            if (Character.isLetterOrDigit(point) && !isIdeograph(point) || point == '\'') {
                word = mix(word == 0 ? WORD : word, point);
            } else if (word != 0) {
                words[count++] = word;
                word = 0;
            }
        }
        for (int from = 0; from < count; from++) {
            long hash = WORD;
            for (int to = from; to < count && to - from < longest; to++) {
                hash = mix(hash, words[to]);
                into.accept(hash);
            }
        }
    }

    private static boolean isIdeograph(int point) {
        return point >= 0x3040 && point <= 0x9fff || point >= 0x20000;
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0xFF51AFD7ED558CCDL;
        return mixed ^ (mixed >>> 32);
    }

    /** All pieces in order, once for every time they occur. */
    static long[] sorted(String text, Shape shape) {
        var collected = new Collected();
        of(text, shape, collected);
        var all = Arrays.copyOf(collected.values, collected.size);
        Arrays.sort(all);
        return all;
    }

    private static final class Collected implements LongConsumer {
        private long[] values = new long[256];
        private int size;

        @Override
        public void accept(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }
}
