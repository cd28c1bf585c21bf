package anxin.language.text;

/** Traditional characters to simplified ones, one by one. */
final class Traditional {

    private static final char[] SIMPLIFIED = load();

    private Traditional() {}

    static char simplified(char c) {
        return c < SIMPLIFIED.length && SIMPLIFIED[c] != 0 ? SIMPLIFIED[c] : c;
    }

    private static char[] load() {
        var table = new char[0xFB00];
        for (var line : Tables.lines("traditional.tsv")) {
            table[line.charAt(0)] = line.charAt(2);
        }
        return table;
    }
}
