package anxin.language.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One spelling for what was written in many: full width and half, capitals, traditional characters,
 * long numbers, words of dialects. Emoji stay.
 */
public final class Normaliser {

    private static final int LONG_NUMBER = 4;

    private Normaliser() {}

    public static String of(String text) {
        return Dialect.standard(plain(text));
    }

    /** The same, with words of dialects left as they are. */
    public static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(folded.length());
        int digits = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = Traditional.simplified(folded.charAt(i));
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
                continue;
            }
            hideLongNumber(plain, digits);
            digits = 0;
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT && !isThird(plain, c)) {
                plain.append(c);
            }
        }
        hideLongNumber(plain, digits);
        return plain.toString().strip();
    }

    /** Which order it was says nothing about what is wanted; 12315 says much. */
    private static void hideLongNumber(StringBuilder plain, int digits) {
        int from = plain.length() - digits;
        if (digits < LONG_NUMBER || plain.substring(from).matches("123[14]5")) {
            return;
        }
        plain.setLength(from);
        plain.append(digits > 6 ? "000000" : "0000");
    }

    /** “快点快点！！！！！！” says no more than with two. */
    private static boolean isThird(StringBuilder plain, char c) {
        int length = plain.length();
        return length > 1
                && !Character.isSurrogate(c)
                && plain.charAt(length - 1) == c
                && plain.charAt(length - 2) == c;
    }
}
