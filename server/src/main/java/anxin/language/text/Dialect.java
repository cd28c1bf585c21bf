package anxin.language.text;

import java.util.HashMap;
import java.util.Map;

/** Words of dialects and of haste in the words of the standard language; the longest first. */
final class Dialect {

    private static final Map<String, String> STANDARD = new HashMap<>();
    private static final int LONGEST;

    static {
        int longest = 0;
        for (var line : Tables.lines("dialect.tsv")) {
            var cells = line.split("\t", -1);
            STANDARD.put(cells[0], cells[1]);
            longest = Math.max(longest, cells[0].length());
        }
        LONGEST = longest;
    }

    private Dialect() {}

    static String standard(String text) {
        var standard = new StringBuilder(text.length() + 8);
        for (int from = 0; from < text.length(); ) {
            int length = Math.min(LONGEST, text.length() - from);
            String found = null;
            while (length > 0 && found == null) {
                found = STANDARD.get(text.substring(from, from + length));
                if (found == null) {
                    length--;
                }
            }
            if (found == null) {
                standard.append(text.charAt(from++));
            } else {
                standard.append(found);
                from += length;
            }
        }
        return standard.toString();
    }
}
