package anxin.platforms.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fields as a form, and strung together as platforms sign them. */
public final class Form {

    private Form() {}

    public static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** {@code a1b2}: by name, nothing in between, without fields that are empty. */
    public static String strung(Map<String, String> fields) {
        return sorted(fields).entrySet().stream()
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
    }

    /** {@code a=1&b=2}, not encoded. */
    public static String joined(Map<String, String> fields) {
        return sorted(fields).entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static SortedMap<String, String> sorted(Map<String, String> fields) {
        var sorted = new TreeMap<>(fields);
        sorted.values().removeIf(String::isEmpty);
        return sorted;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
