package anxin.payments.alipay;

import java.util.Optional;

/** Cuts one member out of a JSON object, character for character. */
final class RawNode {

    private RawNode() {}

    /** The value of a member of the outermost object; empty when there is none or it has no end. */
    static Optional<String> of(String text, String name) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == '"') {
                var end = endOfString(text, i);
                if (end < 0) {
                    return Optional.empty();
                }
                var colon = skipSpace(text, end);
                if (depth == 1
                        && colon < text.length()
                        && text.charAt(colon) == ':'
                        && text.substring(i + 1, end - 1).equals(name)) {
                    var start = skipSpace(text, colon + 1);
                    var stop = endOfValue(text, start);
                    return stop < 0 ? Optional.empty() : Optional.of(text.substring(start, stop));
                }
                i = end - 1;
            }
        }
        return Optional.empty();
    }

    private static int endOfValue(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i) - 1;
                if (i < 0) {
                    return -1;
                }
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == '}' || c == ']')) {
                depth--;
            } else if (c == ',' || c == '}') {
                if (depth == 0) {
                    return i;
                }
                continue;
            } else {
                continue;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Behind the closing quote of the string that opens at {@code start}; -1 without one. */
    private static int endOfString(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
