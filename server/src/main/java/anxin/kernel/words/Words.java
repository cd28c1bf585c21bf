package anxin.kernel.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as it is found again: every two neighbouring characters of Chinese, Japanese, Korean, Thai
 * and their neighbours, which are written without spaces; whole words and numbers of everything
 * else. What the database reads by itself ({@code aftersales.words}) it reads the same way.
 */
public final class Words {

    private static final int MOST = 600;
    private static final int LONGEST = 40;

    /** The first and the last of each stretch of characters that are written without spaces. */
    private static final int[][] DENSE = {
        {0x0E01, 0x0E3A}, // Thai, with its marks and digits
        {0x0E40, 0x0E4E},
        {0x0E50, 0x0E59},
        {0x0E81, 0x0EDF}, // Lao
        {0x1000, 0x1049}, // Burmese
        {0x1050, 0x109D},
        {0x1100, 0x11FF}, // Korean
        {0x1780, 0x17D3}, // Khmer
        {0x17E0, 0x17E9},
        {0x3005, 0x3007}, // What stands for the Chinese character before it, and zero
        {0x3041, 0x3096}, // Japanese
        {0x309D, 0x309F},
        {0x30A1, 0x30FA},
        {0x30FC, 0x30FF},
        {0x31F0, 0x31FF},
        {0x3400, 0x4DBF}, // Chinese
        {0x4E00, 0x9FFF},
        {0xA960, 0xA97C}, // Korean
        {0xAC00, 0xD7FB},
        {0xF900, 0xFAD9}, // Chinese
        {0x20000, 0x323AF},
    };

    private Words() {}

    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            if (!isDense(run.codePointAt(0))) {
                words.add(beginning(run));
                continue;
            }
            var points = run.codePoints().toArray();
            if (points.length == 1) {
                words.add(run);
            }
            for (var i = 0; i + 1 < points.length && words.size() < MOST; i++) {
                words.add(new String(points, i, 2));
            }
        }
        return words.size() <= MOST
                ? words
                : new LinkedHashSet<>(words.stream().limit(MOST).toList());
    }

    private static String beginning(String run) {
        return run.codePointCount(0, run.length()) <= LONGEST
                ? run
                : run.substring(0, run.offsetByCodePoints(0, LONGEST));
    }

    /** Letters and digits that stand together and are of one kind. */
    public static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        var dense = false;
        for (var point : folded(text)) {
            var isDense = isDense(point);
            var belongs = isDense || Character.isAlphabetic(point) || isDigit(point);
            if (!run.isEmpty() && (!belongs || isDense != dense)) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (belongs) {
                dense = isDense;
                run.appendCodePoint(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    /** Full-width and half-width, large and small letters are the same. */
    private static int[] folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isDense(int point) {
        for (var stretch : DENSE) {
            if (point < stretch[0]) {
                return false;
            }
            if (point <= stretch[1]) {
                return true;
            }
        }
        return false;
    }
}
