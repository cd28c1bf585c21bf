package anxin.language.learn;

import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier.Guess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of two things a longer text says, such as praise or blame. The texts come normalised. */
public final class Polarity {

    private static final int BAGS = 3;
    private static final int PARTS = 10;

    /** So many examples tell what meaning tells; to encode more takes longer than it is worth. */
    private static final int ENCODED = 12_000;

    private static final float SHRINKAGE = 0.2f;

    private final String no;
    private final String yes;
    private final Embedder embedder;
    private final Views views;
    private final Stack stack;

    private Polarity(String no, String yes, Embedder embedder, Views views, Stack stack) {
        this.no = no;
        this.yes = yes;
        this.embedder = embedder;
        this.views = views;
        this.stack = stack;
    }

    public static Polarity train(List<Labelled> examples, Embedder embedder) {
        var labels = examples.stream().map(Labelled::label).distinct().sorted().toList();
        if (labels.size() != 2) {
            throw new IllegalArgumentException("two labels are expected, not " + labels);
        }
        var truth = examples.stream().mapToInt(one -> labels.indexOf(one.label())).toArray();
        var texts = examples.stream().map(Labelled::text).toList();
        var pieces = Pieces.of(texts);
        var folds = Folds.of(truth, PARTS);
        var encoded = encoded(folds, truth.length);
        var vectors = vectors(embedder, texts, encoded);
        var learned = folds.without(0, truth).toArray();
        var held = folds.in(0).filter(i -> encoded[i]).toArray();
        var part = Views.fit(learned, pieces, vectors, truth);
        var stack =
                Stack.fit(
                        IntStream.of(held)
                                .mapToObj(i -> part.of(pieces.get(i), vectors[i]))
                                .toList(),
                        IntStream.of(held).map(i -> truth[i]).toArray());
        var all = IntStream.range(0, truth.length).toArray();
        return new Polarity(
                labels.getFirst(),
                labels.getLast(),
                embedder,
                Views.fit(all, pieces, vectors, truth),
                stack);
    }

    /** A like share of every part, so that what is held out is among them. */
    private static boolean[] encoded(Folds folds, int count) {
        var encoded = new boolean[count];
        for (int part = 0; part < PARTS; part++) {
            folds.in(part).limit(ENCODED / PARTS).forEach(i -> encoded[i] = true);
        }
        return encoded;
    }

    private static float[] @Nullable [] vectors(
            Embedder embedder, List<String> texts, boolean[] encoded) {
        var which = IntStream.range(0, encoded.length).filter(i -> encoded[i]).toArray();
        var found = embedder.encode(Arrays.stream(which).mapToObj(texts::get).toList());
        var vectors = new float[encoded.length][];
        for (int n = 0; n < which.length; n++) {
            vectors[which[n]] = found.get(n);
        }
        return vectors;
    }

    public List<Guess> judge(List<String> texts) {
        var vectors = embedder.encode(texts);
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> views.of(Pieces.of(texts.get(i)), vectors.get(i)))
                .map(said -> stack.probabilities(said)[1])
                .map(share -> share > 0.5f ? new Guess(yes, share) : new Guess(no, 1 - share))
                .toList();
    }

    /** The learners that are asked together. */
    private record Views(Ratios ratios, List<Bag> bags, @Nullable Gaussian meaning) {

        static Views fit(
                int[] which, List<int[]> pieces, float[] @Nullable [] vectors, int[] truth) {
            var texts = IntStream.of(which).mapToObj(pieces::get).toList();
            var labels = IntStream.of(which).map(i -> truth[i]).toArray();
            var ratios = CompletableFuture.supplyAsync(() -> Ratios.fit(texts, labels));
            var bags =
                    IntStream.range(0, BAGS)
                            .parallel()
                            .mapToObj(seed -> Bag.fit(texts, labels, seed))
                            .toList();
            return new Views(ratios.join(), bags, meaning(which, vectors, truth));
        }

        private static @Nullable Gaussian meaning(
                int[] which, float[] @Nullable [] vectors, int[] truth) {
            var rows = new ArrayList<Row>();
            var labels = IntStream.builder();
            for (int i : which) {
                var vector = vectors[i];
                if (vector != null && vector.length > 0) {
                    rows.add(new Row(vector, new int[0], new float[0]));
                    labels.add(truth[i]);
                }
            }
            return rows.isEmpty()
                    ? null
                    : Gaussian.fit(rows, labels.build().toArray(), 2, SHRINKAGE);
        }

        float[][] of(int[] text, float @Nullable [] vector) {
            float mean = 0;
            for (var bag : bags) {
                mean += bag.score(text) / bags.size();
            }
            float means = 0;
            if (meaning != null && vector != null) {
                var scores = meaning.scores(vector);
                means = scores[1] - scores[0];
            }
            return new float[][] {{0, ratios.score(text)}, {0, mean}, {0, means}};
        }
    }
}
