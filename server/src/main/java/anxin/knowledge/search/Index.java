package anxin.knowledge.search;

import anxin.language.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be found in one language. A question is compared with every way in which an
 * entry may be asked for, by its words and by its meaning; the best few are looked at closely.
 */
final class Index<K> {

    private static final int CLOSELY = 40;
    private static final int SUPPORT = 3;
    private static final int RESTS = 2;

    /** As near as the rest of a question comes to nothing. */
    private static final float MORE_ASKED = 0.4f;

    /**
     * Something that can be found.
     *
     * @param questions ways to ask for it
     * @param passages what it says, in short pieces
     */
    record Entry<K>(K key, List<String> questions, List<String> passages) {}

    /** One text of an entry, with what it takes to compare it. */
    private record Line(
            int entry, boolean question, String text, Set<String> words, Set<String> sounds) {}

    /**
     * @param question the phrasing that comes nearest
     * @param score for the order; larger is better
     * @param look in what the two are alike and different
     */
    record Hit<K>(K key, String question, float score, Look look) {}

    /**
     * What was found, the best first.
     *
     * @param depth of the best; null where nothing was found
     */
    record Hits<K>(List<Hit<K>> hits, @Nullable Depth depth) {}

    private final Meaning meaning;
    private final String language;
    private final List<Entry<K>> entries;
    private final List<Line> lines = new ArrayList<>();
    private final float[][] vectors;
    private final Bm25 words;
    private final Bm25 sounds;

    /**
     * @param known vectors from before, by text; what is new is added
     */
    Index(Meaning meaning, String language, List<Entry<K>> entries, Map<String, float[]> known) {
        this.meaning = meaning;
        this.language = language;
        this.entries = List.copyOf(entries);
        for (int e = 0; e < this.entries.size(); e++) {
            var entry = this.entries.get(e);
            for (var question : entry.questions()) {
                add(e, true, question);
            }
            for (var passage : entry.passages()) {
                add(e, false, passage);
            }
        }
        words = new Bm25(lines.stream().map(line -> Pieces.words(line.text())).toList());
        sounds = new Bm25(lines.stream().map(line -> Pieces.sounds(line.text(), meaning)).toList());
        vectors = vectors(known);
    }

    private void add(int entry, boolean question, String written) {
        var text = Pieces.bare(meaning.plain(written));
        if (!text.isBlank()) {
            lines.add(
                    new Line(
                            entry,
                            question,
                            text,
                            new HashSet<>(Pieces.words(text)),
                            new HashSet<>(Pieces.sounds(text, meaning))));
        }
    }

    private float[][] vectors(Map<String, float[]> known) {
        var fresh =
                lines.stream()
                        .map(Line::text)
                        .distinct()
                        .filter(text -> !known.containsKey(text))
                        .toList();
        if (!fresh.isEmpty()) {
            var encoded = meaning.vectors(language, fresh);
            for (int i = 0; i < fresh.size(); i++) {
                known.put(fresh.get(i), encoded.get(i));
            }
        }
        return lines.stream().map(line -> known.get(line.text())).toArray(float[][]::new);
    }

    /** The texts whose vectors an index of {@code entries} compares. */
    static <K> List<String> texts(Meaning meaning, List<Entry<K>> entries) {
        return entries.stream()
                .flatMap(
                        entry ->
                                Stream.concat(
                                        entry.questions().stream(), entry.passages().stream()))
                .map(written -> Pieces.bare(meaning.plain(written)))
                .distinct()
                .toList();
    }

    int size() {
        return entries.size();
    }

    List<K> keys() {
        return entries.stream().map(Entry::key).toList();
    }

    /** The best first, of those that may be shown. */
    Hits<K> search(String asked, Predicate<K> shown, int most) {
        var text = Pieces.bare(meaning.plain(asked));
        if (lines.isEmpty() || text.isBlank()) {
            return new Hits<>(List.of(), null);
        }
        var encoded = meaning.vectors(language, List.of(text));
        var vector = encoded.isEmpty() ? new float[0] : encoded.getFirst();
        var questionWords = Pieces.words(text);
        var questionSounds = Pieces.sounds(text, meaning);
        var byWords = words.scores(questionWords);
        var bySound = sounds.scores(questionSounds);
        var near = new float[lines.size()];
        for (int i = 0; i < near.length; i++) {
            near[i] =
                    shown.test(entries.get(lines.get(i).entry()).key())
                            ? dot(vector, vectors[i])
                            : Float.NaN;
        }
        var sharp = new Question(text, new HashSet<>(questionWords), new HashSet<>(questionSounds));
        var best = new HashMap<Integer, Hit<K>>();
        for (int line : closest(near, byWords, bySound)) {
            var at = lines.get(line);
            var look = look(sharp, at, near[line], byWords[line], bySound[line]);
            var hit = new Hit<>(entries.get(at.entry()).key(), at.text(), look.score(), look);
            best.merge(at.entry(), hit, (a, b) -> b.score() > a.score() ? b : a);
        }
        var sorted =
                best.entrySet().stream()
                        .sorted(Comparator.comparing(one -> -one.getValue().score()))
                        .limit(most)
                        .toList();
        return new Hits<>(
                sorted.stream().map(Map.Entry::getValue).toList(),
                sorted.isEmpty() ? null : depth(sharp, sorted.getFirst().getKey(), near));
    }

    private Depth depth(Question question, int entry, float[] near) {
        var said = new HashSet<String>();
        var nearest = new ArrayList<Integer>();
        for (int i = 0; i < near.length; i++) {
            if (lines.get(i).entry() == entry) {
                said.addAll(lines.get(i).words());
                if (lines.get(i).question()) {
                    nearest.add(i);
                }
            }
        }
        nearest.sort(Comparator.comparing(i -> -near[i]));
        float support = 0;
        for (int line : nearest.subList(0, Math.min(SUPPORT, nearest.size()))) {
            support += near[line] / Math.min(SUPPORT, nearest.size());
        }
        float rest = 0;
        float unsaid = 1;
        for (int line : nearest.subList(0, Math.min(RESTS, nearest.size()))) {
            var rests = Rests.of(question.text(), lines.get(line).text());
            rest = Math.max(rest, compared(rests));
            unsaid = Math.min(unsaid, rests.share(question.text()));
        }
        return new Depth(
                rest,
                unsaid,
                words.covered(question.words(), said),
                words.rarestMissing(question.words(), said),
                support);
    }

    /** Where nothing is left of the question everything is said. */
    private float compared(Rests rests) {
        if (rests.a().isEmpty()) {
            return 1;
        }
        if (rests.b().isEmpty()) {
            return MORE_ASKED;
        }
        var vectorsOfRests = meaning.vectors(language, rests.both());
        return dot(vectorsOfRests.getFirst(), vectorsOfRests.getLast());
    }

    private record Question(String text, Set<String> words, Set<String> sounds) {}

    private Look look(Question question, Line line, float near, float byWords, float bySound) {
        return new Look(
                near,
                byWords,
                bySound,
                words.covered(question.words(), line.words()),
                words.covered(line.words(), question.words()),
                sounds.covered(question.sounds(), line.sounds()),
                words.rarestMissing(question.words(), line.words()),
                words.rarestMissing(line.words(), question.words()),
                Differences.numbers(question.text(), line.text()),
                Differences.negation(question.text(), line.text()),
                Differences.asks(question.text(), line.text()),
                Differences.opposites(question.text(), line.text()),
                Math.min(question.text().length(), line.text().length())
                        / (float) Math.max(question.text().length(), line.text().length()),
                line.question());
    }

    private int[] closest(float[] near, float[] byWords, float[] bySound) {
        var first = new float[near.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = near[i] + 0.2f * byWords[i] + 0.1f * bySound[i];
        }
        return IntStream.range(0, first.length)
                .filter(i -> !Float.isNaN(first[i]))
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -first[i]))
                .limit(CLOSELY)
                .mapToInt(i -> i)
                .toArray();
    }

    static float dot(float[] a, float[] b) {
        int length = Math.min(a.length, b.length);
        var sums = new float[8];
        int d = 0;
        for (; d + 8 <= length; d += 8) {
            for (int lane = 0; lane < 8; lane++) {
                sums[lane] += a[d + lane] * b[d + lane];
            }
        }
        float sum = 0;
        for (; d < length; d++) {
            sum += a[d] * b[d];
        }
        for (float lane : sums) {
            sum += lane;
        }
        return sum;
    }
}
