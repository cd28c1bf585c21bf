package anxin.conversation.thread;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as it is found again: every two neighbouring characters of Chinese, Japanese, Korean and
 * Thai, which are written without spaces; whole words and numbers of everything else.
 */
public final class Words {

    private static final int MOST = 600;
    private static final int LONGEST = 40;

    private Words() {}

    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            if (!isDense(run.codePointAt(0))) {
                words.add(run.substring(0, Math.min(LONGEST, run.length())));
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

    /** Letters and digits that stand together and are of one kind. */
    public static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        var dense = false;
        for (var point : folded(text).codePoints().toArray()) {
            var belongs = Character.isLetterOrDigit(point);
            if (!run.isEmpty() && (!belongs || isDense(point) != dense)) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (belongs) {
                dense = isDense(point);
                run.appendCodePoint(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    /** Full-width and half-width, large and small letters are the same. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isDense(int point) {
        if (point < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
