package anxin.aftersales.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values where a template names them. */
public final class Filling {

    /** {@code {name}} or {@code {name:format}} at its place in the text. */
    public record Blank(String name, @Nullable String format, int from, int to) {}

    /** Gives the value of a blank. */
    public interface Values {
        String of(String name, @Nullable String format);
    }

    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]\\w*)(?::([a-z]+))?}");
    private static final int SHORT = 20;

    private Filling() {}

    public static List<Blank> blanks(String template) {
        var blanks = new ArrayList<Blank>();
        var found = BLANK.matcher(template);
        while (found.find()) {
            blanks.add(new Blank(found.group(1), found.group(2), found.start(), found.end()));
        }
        return blanks;
    }

    public static String fill(String template, Values values) {
        var filled = new StringBuilder();
        int at = 0;
        for (var blank : blanks(template)) {
            filled.append(template, at, blank.from());
            filled.append(values.of(blank.name(), blank.format()));
            at = blank.to();
        }
        return filled.append(template.substring(at)).toString().strip();
    }

    /** What an SMS vendor is given: each value once, in the order in which it is named first. */
    public static Map<String, String> params(String template, Values values) {
        var params = new LinkedHashMap<String, String>();
        for (var blank : blanks(template)) {
            params.computeIfAbsent(blank.name(), name -> values.of(name, blank.format()));
        }
        return params;
    }

    /** As much as fits, with a sign that something was left out. */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    public static String shortened(String text) {
        return cut(text, SHORT);
    }
}
