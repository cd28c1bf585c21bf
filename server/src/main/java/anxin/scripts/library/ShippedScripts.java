package anxin.scripts.library;

import anxin.kernel.Text;
import anxin.scripts.library.Wording.Channel;
import anxin.scripts.library.Wording.Mood;
import anxin.scripts.library.Wording.State;
import anxin.scripts.library.Wording.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is shipped: scripts in Chinese and English, and what their blanks are called. */
final class ShippedScripts {

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final Map<String, Map<String, Wording>> SCRIPTS = read();
    private static final Map<String, Text> BLANKS = blanks();

    private ShippedScripts() {}

    /** By key, in the order in which they were written; none in a language that is not shipped. */
    static Map<String, Wording> in(String language) {
        return SCRIPTS.getOrDefault(language, Map.of());
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    static Optional<Wording> find(String key, String language) {
        return Optional.ofNullable(in(language).get(key));
    }

    /** What a blank is called; its own name where the shop invented it. */
    static Text blank(String name) {
        return BLANKS.getOrDefault(name, Text.of(name, name));
    }

    static boolean knowsBlank(String name) {
        return BLANKS.containsKey(name);
    }

    private static Map<String, Map<String, Wording>> read() {
        var all = new LinkedHashMap<String, Map<String, Wording>>();
        for (var language : LANGUAGES) {
            var scripts = new LinkedHashMap<String, Wording>();
            for (var cells : rows("shipped-" + language)) {
                scripts.put(
                        cells[0],
                        new Wording(
                                cells[1],
                                List.of(cells[2].split(",")),
                                Mood.valueOf(upper(cells[3])),
                                Tone.valueOf(upper(cells[4])),
                                Channel.valueOf(upper(cells[5])),
                                State.valueOf(upper(cells[6])),
                                cells[7]));
            }
            all.put(language, scripts);
        }
        return all;
    }

    private static Map<String, Text> blanks() {
        var blanks = new LinkedHashMap<String, Text>();
        rows("blanks").forEach(cells -> blanks.put(cells[0], Text.of(cells[1], cells[2])));
        return blanks;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static List<String[]> rows(String file) {
        var path = "/scripts/" + file + ".tsv";
        try (var in = ShippedScripts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
