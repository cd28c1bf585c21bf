package anxin.language.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that lie beside the code: lines with tabs; a line that begins with # is a remark. */
public final class Tables {

    private Tables() {}

    static List<String> lines(String name) {
        return read("/language/text/" + name);
    }

    public static List<String> read(String path) {
        try (var in = Tables.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
