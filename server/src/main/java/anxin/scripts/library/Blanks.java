package anxin.scripts.library;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blanks of a wording, written {@code {{name}}}. */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([a-zA-Z][a-zA-Z0-9_]*)\\s*}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");

    private Blanks() {}

    /** Their names, each once, in the order in which they are read. */
    public static List<String> of(String text) {
        return BLANK.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    /** What is known stands in its place; the others stay blank. */
    public static String filled(String text, Map<String, String> known) {
        return BLANK.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        known.getOrDefault(match.group(1), match.group())));
    }

    /** Whether braces stand open, or hold what is no name. */
    static boolean areDamaged(String text) {
        var rest = BLANK.matcher(text).replaceAll((MatchResult match) -> "");
        return BRACES.matcher(rest).find();
    }
}
