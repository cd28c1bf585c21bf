package anxin.language.learn;

import anxin.language.learn.Classifier.Guess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Which of two things a longer text says, such as praise or blame. The texts come normalised. */
public final class Polarity {

    private static final int BAGS = 3;
    private static final int PARTS = 10;

    private final String no;
    private final String yes;
    private final Views views;
    private final Stack stack;

    private Polarity(String no, String yes, Views views, Stack stack) {
        this.no = no;
        this.yes = yes;
        this.views = views;
        this.stack = stack;
    }

    public static Polarity train(List<Labelled> examples) {
        var labels = examples.stream().map(Labelled::label).distinct().sorted().toList();
        if (labels.size() != 2) {
            throw new IllegalArgumentException("two labels are expected, not " + labels);
        }
        var truth = examples.stream().mapToInt(one -> labels.indexOf(one.label())).toArray();
        var texts = Pieces.of(examples.stream().map(Labelled::text).toList());
        var folds = Folds.of(truth, PARTS);
        var learned = folds.without(0, truth).toArray();
        var held = folds.in(0).toArray();
        var part =
                Views.fit(
                        IntStream.of(learned).mapToObj(texts::get).toList(),
                        IntStream.of(learned).map(i -> truth[i]).toArray());
        var stack =
                Stack.fit(
                        IntStream.of(held).mapToObj(i -> part.of(texts.get(i))).toList(),
                        IntStream.of(held).map(i -> truth[i]).toArray());
        return new Polarity(labels.getFirst(), labels.getLast(), Views.fit(texts, truth), stack);
    }

    public List<Guess> judge(List<String> texts) {
        return texts.parallelStream()
                .map(text -> stack.probabilities(views.of(Pieces.of(text)))[1])
                .map(share -> share > 0.5f ? new Guess(yes, share) : new Guess(no, 1 - share))
                .toList();
    }

    /** The learners that are asked together. */
    private record Views(Ratios ratios, List<Bag> bags) {

        static Views fit(List<int[]> texts, int[] truth) {
            var ratios = CompletableFuture.supplyAsync(() -> Ratios.fit(texts, truth));
            var bags =
                    IntStream.range(0, BAGS)
                            .parallel()
                            .mapToObj(seed -> Bag.fit(texts, truth, seed))
                            .toList();
            return new Views(ratios.join(), bags);
        }

        float[][] of(int[] text) {
            float mean = 0;
            for (var bag : bags) {
                mean += bag.score(text) / bags.size();
            }
            return new float[][] {{0, ratios.score(text)}, {0, mean}};
        }
    }
}
