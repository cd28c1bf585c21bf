package anxin.knowledge.articles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A shipped article: a line {@code @ key language}, with STAFF where customers do not read it; ways
 * to ask for it, each behind a question mark; and the answer.
 */
public record Sheet(
        String key, String language, Audience audience, List<String> questions, String answer) {

    private static final Pattern HEAD = Pattern.compile("@ (\\S+) (STAFF )?([a-z]{2})");

    /** Those of a file of ours; none where there is no such file. */
    public static List<Sheet> of(String file) {
        try (var in = Sheet.class.getResourceAsStream("/knowledge/" + file + ".txt")) {
            return in == null
                    ? List.of()
                    : read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sheet> read(String text) {
        var sheets = new ArrayList<Sheet>();
        for (var part : text.split("\n(?=@ )")) {
            var lines = part.lines().filter(line -> !line.startsWith("#")).toList();
            var head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
            if (head.matches()) {
                sheets.add(
                        new Sheet(
                                head.group(1),
                                head.group(3),
                                head.group(2) == null ? Audience.CUSTOMER : Audience.STAFF,
                                lines.stream()
                                        .filter(line -> line.startsWith("? "))
                                        .map(line -> line.substring(2).strip())
                                        .toList(),
                                String.join(
                                                "\n",
                                                lines.stream()
                                                        .skip(1)
                                                        .filter(line -> !line.startsWith("? "))
                                                        .toList())
                                        .strip()));
            }
        }
        return sheets;
    }
}
