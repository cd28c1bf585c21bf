package anxin.payments.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fields as a form, {@code a=1&b=2}. */
public final class Forms {

    private Forms() {}

    public static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sorted by name; of a name that comes twice, the last. */
    public static Map<String, String> read(String form) {
        var fields = new TreeMap<String, String>();
        for (var field : form.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) {
                fields.put(decode(field.substring(0, at)), decode(field.substring(at + 1)));
            }
        }
        return fields;
    }

    /** What is signed: the fields that say something, by name, not encoded. */
    public static String sorted(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return "";
        }
    }
}
