package anxin.knowledge.search;

import anxin.knowledge.articles.Audience;
import anxin.knowledge.articles.Sheet;
import anxin.language.Meaning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Finds documents for the questions of a file by the code of the product, and says how often the
 * right one was found, and how much can be answered when few answers may be wrong.
 */
public final class RetrievalJudge {

    private static final int LOOKED_AT = 10;
    private static final double WRONG = 0.03;

    /** A question, and the documents that answer it; none: nothing does. */
    record Asked(String text, Set<String> answers) {}

    /** What was found for a question. */
    record Found(int rank, float sure, boolean right) {}

    private final Meaning meaning;

    public RetrievalJudge(Meaning meaning) {
        this.meaning = meaning;
    }

    /**
     * {@code DOCS QUERIES}: lines of document-id and document, and of query-id, query and
     * document-id; a document with several lines may be asked for in several ways, and a query
     * without a document has no answer.
     */
    public void retrieval(String... files) throws IOException {
        if (files.length != 2) {
            throw new IllegalArgumentException("expected: DOCS QUERIES");
        }
        long begun = System.nanoTime();
        var index = index(files[0]);
        IO.println("%d documents in %.1f s".formatted(index.size(), seconds(begun)));
        var asked = asked(files[1]);
        begun = System.nanoTime();
        var found = new ArrayList<Found>();
        var times = new double[asked.size()];
        for (int i = 0; i < times.length; i++) {
            long from = System.nanoTime();
            found.add(find(index, asked.get(i)));
            times[i] = (System.nanoTime() - from) / 1e6;
        }
        report(asked, found).forEach(IO::println);
        Arrays.sort(times);
        IO.println(
                "time                     %7.1f s, p50 %.1f ms, p99 %.1f ms"
                        .formatted(
                                seconds(begun),
                                times[times.length / 2],
                                times[(int) (times.length * 0.99)]));
    }

    /** The shipped questions against the shipped articles: what is answered, and what is wrong. */
    public void answers() throws IOException {
        long begun = System.nanoTime();
        for (var language : List.of("zh", "en")) {
            var asked = new ArrayList<Asked>();
            var found = new ArrayList<Found>();
            for (var shop : SHOPS) {
                var index = shipped(shop, language);
                for (var question : questions(shop, language)) {
                    asked.add(question);
                    found.add(find(index, question));
                }
            }
            IO.println(language);
            report(asked, found).forEach(IO::println);
        }
        IO.println("time                     %7.1f s".formatted(seconds(begun)));
    }

    static final List<String> SHOPS = List.of("harbour-tea", "mulan", "starlight-live");

    /**
     * What a shop knows on its first day: the articles of the demo and the questions of the policy.
     */
    Index<String> shipped(String shop, String language) {
        var entries =
                Stream.concat(
                                Sheet.of("starter/" + shop).stream(),
                                Sheet.of("policy-questions").stream())
                        .filter(sheet -> sheet.language().equals(language))
                        .filter(sheet -> sheet.audience() == Audience.CUSTOMER)
                        .map(
                                sheet ->
                                        new Index.Entry<>(
                                                sheet.key(),
                                                sheet.questions(),
                                                Passages.of(sheet.answer())))
                        .toList();
        return new Index<>(meaning, language, entries, new HashMap<>());
    }

    static List<Asked> questions(String shop, String language) throws IOException {
        try (var in = RetrievalJudge.class.getResourceAsStream("/knowledge/questions.tsv")) {
            if (in == null) {
                throw new IOException("the questions are not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[0].equals(language) && cells[1].equals(shop))
                    .map(
                            cells ->
                                    new Asked(
                                            cells[2],
                                            cells[3].equals("-") ? Set.of() : Set.of(cells[3])))
                    .toList();
        }
    }

    Index<String> index(String file) throws IOException {
        var documents = new LinkedHashMap<String, List<String>>();
        for (var cells : rows(file, 2)) {
            documents.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells[1]);
        }
        var entries =
                documents.entrySet().stream()
                        .map(one -> new Index.Entry<>(one.getKey(), one.getValue(), List.of()))
                        .toList();
        return new Index<>(meaning, language(documents), entries, new HashMap<>());
    }

    /** In which language most of them may be. */
    private String language(Map<String, List<String>> documents) {
        var counts = new HashMap<String, Integer>();
        documents.values().stream()
                .limit(500)
                .map(lines -> meaning.languages(lines.getFirst()))
                .filter(possible -> possible.size() < 9)
                .forEach(possible -> counts.merge(possible.getFirst(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("zh");
    }

    static List<Asked> asked(String file) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        var answers = new HashMap<String, Set<String>>();
        for (var cells : rows(file, 2)) {
            texts.put(cells[0], cells[1]);
            var of = answers.computeIfAbsent(cells[0], id -> new HashSet<>());
            if (cells.length > 2 && !cells[2].isBlank() && !cells[2].equals("-")) {
                of.add(cells[2]);
            }
        }
        return texts.entrySet().stream()
                .map(one -> new Asked(one.getValue(), answers.getOrDefault(one.getKey(), Set.of())))
                .toList();
    }

    static Found find(Index<String> index, Asked asked) {
        var searched = index.search(asked.text(), id -> true, LOOKED_AT);
        var hits = searched.hits();
        int rank = 0;
        for (int i = 0; i < hits.size() && rank == 0; i++) {
            rank = asked.answers().contains(hits.get(i).key()) ? i + 1 : 0;
        }
        return new Found(rank, Sure.of(searched), rank == 1);
    }

    static List<String> report(List<Asked> asked, List<Found> found) {
        double answerable = 0;
        double first = 0;
        double third = 0;
        double reciprocal = 0;
        int said = 0;
        int saidWrong = 0;
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            if (!asked.get(i).answers().isEmpty()) {
                answerable++;
                first += one.rank() == 1 ? 1 : 0;
                third += one.rank() > 0 && one.rank() <= 3 ? 1 : 0;
                reciprocal += one.rank() > 0 ? 1.0 / one.rank() : 0;
            }
            if (one.sure() >= Sure.ENOUGH) {
                said++;
                saidWrong += one.right() ? 0 : 1;
            }
        }
        return List.of(
                "questions                %7d, %d of them with an answer"
                        .formatted(found.size(), (int) answerable),
                "R@1                      %7.2f %%".formatted(100 * first / answerable),
                "R@3                      %7.2f %%".formatted(100 * third / answerable),
                "MRR@10                   %7.4f".formatted(reciprocal / answerable),
                "answered at <= 3 %% wrong %7.2f %%".formatted(100 * answered(found)),
                "answered by the product  %7.2f %%, %.2f %% of them wrong"
                        .formatted(
                                100.0 * said / found.size(),
                                100.0 * saidWrong / Math.max(1, said)));
    }

    /** The largest share of questions, the surest first, of whose answers few are wrong. */
    static double answered(List<Found> found) {
        var sorted = found.stream().sorted(Comparator.comparing(Found::sure).reversed()).toList();
        int wrong = 0;
        int most = 0;
        for (int i = 0; i < sorted.size(); i++) {
            wrong += sorted.get(i).right() ? 0 : 1;
            boolean last =
                    i + 1 == sorted.size() || sorted.get(i + 1).sure() < sorted.get(i).sure();
            if (last && wrong <= WRONG * (i + 1)) {
                most = i + 1;
            }
        }
        return most / (double) Math.max(1, sorted.size());
    }

    private static List<String[]> rows(String file, int least) throws IOException {
        var stream = Files.newInputStream(Path.of(file));
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                file.endsWith(".gz") ? new GZIPInputStream(stream) : stream,
                                StandardCharsets.UTF_8))) {
            var rows = new ArrayList<String[]>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = line.split("\t", -1);
                if (cells.length >= least) {
                    rows.add(cells);
                } else if (!line.isBlank()) {
                    throw new IOException(file + ": a line without a tab: " + line);
                }
            }
            return rows;
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
