package anxin.language.endpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts a mark in the place of everything personal before a text leaves the house, the same mark for
 * the same thing, and what it stood for back into what comes home.
 */
final class Redaction {

    static final char OPEN = '⟦';
    static final char CLOSE = '⟧';

    private static final Pattern MARK = Pattern.compile("⟦([A-Z]+_\\d+)⟧");

    /** What is left of a mark that somebody has changed. */
    private static final Pattern BROKEN =
            Pattern.compile("[⟦⟧]|\\b(?:EMAIL|LINK|PHONE|ID|ORDER|NUMBER|ADDRESS|NAME)_\\d+\\b");

    private final Collection<String> known;
    private final Map<String, String> marks = new HashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final Map<Personal.Kind, Integer> counts = new HashMap<>();

    /**
     * @param known words that are the customer's
     */
    Redaction(Collection<String> known) {
        this.known = known;
    }

    String hide(String text) {
        // Nobody writes a mark of ours but we.
        var plain = text.replace(OPEN, '[').replace(CLOSE, ']');
        var out = new StringBuilder();
        int at = 0;
        for (var found : Personal.in(plain, known)) {
            out.append(plain, at, found.from())
                    .append(OPEN)
                    .append(mark(found.kind(), plain.substring(found.from(), found.to())))
                    .append(CLOSE);
            at = found.to();
        }
        return out.append(plain, at, plain.length()).toString();
    }

    private String mark(Personal.Kind kind, String value) {
        return marks.computeIfAbsent(
                value,
                v -> {
                    var mark = kind + "_" + counts.merge(kind, 1, Integer::sum);
                    hidden.put(mark, v);
                    return mark;
                });
    }

    int count() {
        return hidden.size();
    }

    /** Whether every mark in the text is one that we made. */
    boolean knows(String text) {
        var matcher = MARK.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            if (!hidden.containsKey(matcher.group(1))) {
                return false;
            }
            matcher.appendReplacement(rest, "");
        }
        matcher.appendTail(rest);
        return !BROKEN.matcher(rest).find();
    }

    String show(String text) {
        return MARK.matcher(text)
                .replaceAll(
                        mark ->
                                java.util.regex.Matcher.quoteReplacement(
                                        hidden.getOrDefault(mark.group(1), mark.group())));
    }

    static String withoutMarks(String text) {
        return MARK.matcher(text).replaceAll(" ");
    }
}
