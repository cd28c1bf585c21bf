package anxin.language.catalogue;

import anxin.kernel.Text;
import anxin.language.learn.Labelled;
import anxin.language.text.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is shipped: intents with their examples in each language, feelings, and what is none of
 * them.
 */
public final class Shipped {

    /**
     * One thing that a writer may want.
     *
     * @param scene where it belongs: pre-sale, order, delivery, after-sale, account, live or talk
     */
    public record Intent(String key, String scene, Text name, Text description) {}

    /**
     * @param slice what kind of wording it is: plain, typo, dialect, indirect and so on
     */
    public record Example(String intent, String slice, String text) {}

    public static final List<String> LANGUAGES =
            List.of("zh", "en", "ja", "es", "th", "vi", "id", "ms", "tl");

    private static final String FOLDER = "/language/catalogue/";
    private static final Map<String, Intent> INTENTS = readIntents();
    private static final Map<String, List<Example>> EXAMPLES = new ConcurrentHashMap<>();

    private Shipped() {}

    public static Map<String, Intent> intents() {
        return INTENTS;
    }

    public static List<Example> examples(String language) {
        return EXAMPLES.computeIfAbsent(
                language,
                of ->
                        rows("examples-" + of + ".tsv").stream()
                                .map(
                                        row ->
                                                new Example(
                                                        row.get("intent"),
                                                        row.get("slice"),
                                                        row.get("text")))
                                .toList());
    }

    /** How many examples each intent has, in all languages together. */
    static Map<String, Integer> exampleCounts() {
        var counts = new HashMap<String, Integer>();
        for (var language : LANGUAGES) {
            examples(language).forEach(one -> counts.merge(one.intent(), 1, Integer::sum));
        }
        return counts;
    }

    public static List<Labelled> emotions(String language) {
        return rows("emotions-" + language + ".tsv").stream()
                .map(row -> new Labelled(row.get("emotion"), row.get("text")))
                .toList();
    }

    public static List<Labelled> outOfScope(String language) {
        return rows("out-of-scope-" + language + ".tsv").stream()
                .map(row -> new Labelled(Labelled.OUT_OF_SCOPE, row.get("text")))
                .toList();
    }

    /** Short messages and the language that each is written in. */
    public static List<Labelled> languages() {
        return rows("language-id.tsv").stream()
                .map(row -> new Labelled(row.get("language"), row.get("text")))
                .toList();
    }

    private static Map<String, Intent> readIntents() {
        var intents = new LinkedHashMap<String, Intent>();
        for (var row : rows("intents.tsv")) {
            intents.put(
                    row.get("key"),
                    new Intent(
                            row.get("key"),
                            row.get("scene"),
                            Text.of(row.get("name_zh"), row.get("name_en")),
                            Text.of(row.get("description_zh"), row.get("description_en"))));
        }
        return java.util.Collections.unmodifiableMap(intents);
    }

    /** The rows by the names in the first line; none where there is no such file. */
    private static List<Row> rows(String file) {
        if (Shipped.class.getResource(FOLDER + file) == null) {
            return List.of();
        }
        var lines = Tables.read(FOLDER + file);
        var names = List.of(lines.getFirst().split("\t", -1));
        var rows = new ArrayList<Row>(lines.size());
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < Math.min(cells.length, names.size()); i++) {
                row.put(names.get(i), cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private record Row(Map<String, String> cells) {
        String get(String name) {
            return cells.getOrDefault(name, "");
        }
    }
}
