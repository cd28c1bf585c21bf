package anxin.language.learn;

import anxin.language.encoder.Embedder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether two questions ask the same. A first learner weighs what stands in both and what in one
 * alone; trees then decide with that and with what is known to turn a meaning round: numbers,
 * negation, the kind of question.
 */
public final class SameQuestion {

    /** Two questions, normalised, and whether they are the same. */
    public record Pair(String a, String b, boolean same) {}

    private static final int PARTS = 3;
    private static final int EPOCHS = 8;
    private static final float RATE = 0.1f;

    private final Embedder embedder;
    private final PairFeatures features;
    private final Contrast marks;
    private final Softmax contrast;
    private final Trees trees;
    private final Stack stack;

    private SameQuestion(
            Embedder embedder,
            PairFeatures features,
            Contrast marks,
            Softmax contrast,
            Trees trees,
            Stack stack) {
        this.embedder = embedder;
        this.features = features;
        this.marks = marks;
        this.contrast = contrast;
        this.trees = trees;
        this.stack = stack;
    }

    public static SameQuestion train(List<Pair> pairs, Embedder embedder) {
        var features = PairFeatures.of(texts(pairs));
        var marks = Contrast.of(pairs);
        var vectors = embedder.encode(texts(pairs));
        var rows =
                IntStream.range(0, pairs.size())
                        .parallel()
                        .mapToObj(
                                i ->
                                        marks.row(
                                                pairs.get(i),
                                                vectors.get(2 * i),
                                                vectors.get(2 * i + 1)))
                        .toList();
        var labels = pairs.stream().mapToInt(pair -> pair.same() ? 1 : 0).toArray();
        var folds = Folds.of(labels, PARTS);
        var said = new float[labels.length];
        for (int fold = 0; fold < PARTS; fold++) {
            var learned = folds.without(fold, labels).toArray();
            var part = contrast(pick(rows, learned), pick(labels, learned), marks.size());
            folds.in(fold).parallel().forEach(i -> said[i] = margin(part, rows.get(i)));
        }
        var looks =
                IntStream.range(0, labels.length)
                        .parallel()
                        .mapToObj(
                                i ->
                                        look(
                                                features,
                                                pairs.get(i),
                                                vectors.get(2 * i),
                                                vectors.get(2 * i + 1),
                                                said[i]))
                        .toList();
        var held = folds.in(0).toArray();
        var others = folds.without(0, labels).toArray();
        var judged = Trees.fit(pick(looks, others), pick(labels, others));
        var stack =
                Stack.fit(
                        IntStream.of(held)
                                .mapToObj(i -> views(judged.score(looks.get(i)), said[i]))
                                .toList(),
                        pick(labels, held));
        return new SameQuestion(
                embedder,
                features,
                marks,
                contrast(rows, labels, marks.size()),
                Trees.fit(looks, labels),
                stack);
    }

    /** Of each pair how probable it is that both ask the same. */
    public List<Float> judge(List<Pair> pairs) {
        var vectors = embedder.encode(texts(pairs));
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> judge(pairs.get(i), vectors.get(2 * i), vectors.get(2 * i + 1)))
                .toList();
    }

    private float judge(Pair pair, float[] a, float[] b) {
        float said = margin(contrast, marks.row(pair, a, b));
        var score = trees.score(look(features, pair, a, b, said));
        return stack.probabilities(views(score, said))[1];
    }

    private static List<String> texts(List<Pair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).toList();
    }

    private static Softmax contrast(List<Row> rows, int[] labels, int size) {
        return Softmax.fit(
                rows, labels, 2, size, new Softmax.Plan(EPOCHS, RATE, 0.5f / labels.length, 2, 3));
    }

    private static float margin(Softmax contrast, Row row) {
        var scores = contrast.scores(row);
        return scores[1] - scores[0];
    }

    private static float[] look(
            PairFeatures features, Pair pair, float[] a, float[] b, float said) {
        var known = features.of(pair.a(), pair.b(), a, b);
        var look = java.util.Arrays.copyOf(known, known.length + 1);
        look[known.length] = said;
        return look;
    }

    private static float[][] views(float trees, float said) {
        return new float[][] {{0, trees}, {0, said}};
    }

    private static <T> List<T> pick(List<T> from, int[] which) {
        return IntStream.of(which).mapToObj(from::get).toList();
    }

    private static int[] pick(int[] from, int[] which) {
        return IntStream.of(which).map(i -> from[i]).toArray();
    }
}
