package anxin.language.learn;

import anxin.language.encoder.Embedder;
import anxin.language.learn.NGrams.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Sorts texts into classes, says how sure it is, and whether the text belongs to any of them. The
 * texts come normalised.
 */
public final class Classifier {

    /** One class and how probable it is. */
    public record Guess(String label, float confidence) {}

    /**
     * @param guesses all classes, the most probable first
     * @param inScope how probable it is that the text belongs to any of them
     */
    public record Verdict(List<Guess> guesses, float inScope) {
        public Guess best() {
            return guesses.getFirst();
        }
    }

    /** The answer to one held-out example, from a model that had not seen it. */
    public record HeldOut(Labelled example, Verdict verdict) {}

    /** A trained classifier, and what it said about the examples while it had not seen them. */
    public record Trained(Classifier classifier, List<HeldOut> heldOut) {

        /** For use with another embedder of the same vectors. */
        public Classifier in(Embedder embedder) {
            return new Classifier(
                    embedder,
                    classifier.labels,
                    classifier.vocabulary,
                    classifier.members,
                    classifier.stack,
                    classifier.gate);
        }
    }

    private static final int ENOUGH_OUTSIDE = 10;

    /** Raised when what is learned changes: models of another number are learned anew. */
    public static final int FORMAT = 3;

    private final Embedder embedder;
    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final Members members;
    private final Stack stack;
    private final Gate gate;

    private Classifier(
            Embedder embedder,
            List<String> labels,
            Vocabulary vocabulary,
            Members members,
            Stack stack,
            Gate gate) {
        this.embedder = embedder;
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.members = members;
        this.stack = stack;
        this.gate = gate;
    }

    public static Trained train(List<Labelled> examples, Embedder embedder, Shape shape) {
        return train(examples, embedder, shape, percent -> {});
    }

    /**
     * @param progress is told the per cent that are done
     */
    public static Trained train(
            List<Labelled> examples, Embedder embedder, Shape shape, IntConsumer progress) {
        var texts = examples.stream().map(Labelled::text).toList();
        var vectors = embedder.encode(texts);
        var vocabulary = Vocabulary.of(texts, shape, texts.size() > 2000 ? 2 : 1);
        var rows =
                IntStream.range(0, texts.size())
                        .mapToObj(i -> vocabulary.row(texts.get(i), vectors.get(i)))
                        .toList();
        var outside = examples.stream().filter(example -> !example.inScope()).count();
        var labels = labels(examples, outside >= ENOUGH_OUTSIDE);
        var numbers =
                examples.stream().mapToInt(example -> labels.indexOf(example.label())).toArray();
        var folds = Folds.of(numbers);
        boolean few = rows.size() <= Ridge.MOST;
        var opinions = new Members.Opinion[rows.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            progress.accept(30 + 60 * fold / (folds.count() + 1));
            var learned = folds.without(fold, numbers);
            var held = folds.in(fold);
            var part =
                    fit(
                            learned.mapToObj(rows::get).toList(),
                            folds.without(fold, numbers).map(i -> numbers[i]).toArray(),
                            labels.size(),
                            vocabulary,
                            embedder,
                            few);
            held.parallel().forEach(i -> opinions[i] = part.of(rows.get(i)));
        }
        var judged =
                IntStream.range(0, opinions.length)
                        .filter(i -> opinions[i] != null && numbers[i] >= 0)
                        .toArray();
        var stack =
                Stack.fitDoubting(
                        IntStream.of(judged).mapToObj(i -> opinions[i].scores()).toList(),
                        IntStream.of(judged).map(i -> numbers[i]).toArray(),
                        counts(numbers, labels.size()));
        var gate = gate(labels, judged, numbers, opinions, stack);
        var inside = IntStream.range(0, numbers.length).filter(i -> numbers[i] >= 0).toArray();
        var members =
                fit(
                        IntStream.of(inside).mapToObj(rows::get).toList(),
                        IntStream.of(inside).map(i -> numbers[i]).toArray(),
                        labels.size(),
                        vocabulary,
                        embedder,
                        few);
        var classifier = new Classifier(embedder, labels, vocabulary, members, stack, gate);
        var heldOut = new ArrayList<HeldOut>();
        for (int i : judged) {
            heldOut.add(new HeldOut(examples.get(i), classifier.verdict(opinions[i])));
        }
        return new Trained(classifier, heldOut);
    }

    private static List<String> labels(List<Labelled> examples, boolean withOutside) {
        var labels =
                new ArrayList<>(
                        examples.stream()
                                .filter(Labelled::inScope)
                                .map(Labelled::label)
                                .distinct()
                                .sorted()
                                .toList());
        if (withOutside) {
            labels.add(Labelled.OUT_OF_SCOPE);
        }
        return List.copyOf(labels);
    }

    private static int[] counts(int[] numbers, int classes) {
        var counts = new int[classes];
        for (int number : numbers) {
            if (number >= 0) {
                counts[number]++;
            }
        }
        return counts;
    }

    private static Members fit(
            List<Row> rows,
            int[] numbers,
            int classes,
            Vocabulary vocabulary,
            Embedder embedder,
            boolean few) {
        return Members.fit(rows, numbers, classes, vocabulary.size(), embedder.firstPart(), few);
    }

    private static Gate gate(
            List<String> labels,
            int[] judged,
            int[] numbers,
            Members.Opinion[] opinions,
            Stack stack) {
        if (!labels.getLast().equals(Labelled.OUT_OF_SCOPE)) {
            return Gate.untaught();
        }
        var rows = new ArrayList<float[]>();
        var inside = new ArrayList<Boolean>();
        for (int i : judged) {
            rows.add(features(labels, stack.probabilities(opinions[i].scores()), opinions[i]));
            inside.add(numbers[i] != labels.size() - 1);
        }
        return Gate.fit(rows, inside);
    }

    private static float[] features(
            List<String> labels, float[] probabilities, Members.Opinion opinion) {
        float best = 0;
        float outside = 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (labels.get(k).equals(Labelled.OUT_OF_SCOPE)) {
                outside = probabilities[k];
            } else {
                best = Math.max(best, probabilities[k]);
            }
        }
        return Gate.features(opinion, best, outside);
    }

    public List<Verdict> judge(List<String> texts) {
        var vectors = embedder.encode(texts);
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> judge(texts.get(i), vectors.get(i)))
                .toList();
    }

    /** With the vector that the embedder gave for it. */
    public Verdict judge(String text, float[] vector) {
        return verdict(members.of(vocabulary.row(text, vector)));
    }

    private Verdict verdict(Members.Opinion opinion) {
        var probabilities = stack.probabilities(opinion.scores());
        float inside = gate.inside(features(labels, probabilities, opinion));
        float known = 0;
        var guesses = new ArrayList<Guess>(probabilities.length);
        for (int k = 0; k < probabilities.length; k++) {
            if (!labels.get(k).equals(Labelled.OUT_OF_SCOPE)) {
                known += probabilities[k];
            }
        }
        for (int k = 0; k < probabilities.length; k++) {
            if (!labels.get(k).equals(Labelled.OUT_OF_SCOPE)) {
                guesses.add(new Guess(labels.get(k), probabilities[k] / Math.max(known, 1e-9f)));
            }
        }
        guesses.sort(Comparator.comparing(Guess::confidence).reversed());
        return new Verdict(guesses, inside);
    }

    /** How it weighs what it knows, for whoever judges it. */
    public String describe() {
        return "%d classes, %d n-grams, views %s, gate %s"
                .formatted(labels.size(), vocabulary.size(), stack, gate);
    }

    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeByte(FORMAT);
        out.writeInt(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
        vocabulary.write(out);
        members.write(out);
        stack.write(out);
        gate.write(out);
        out.flush();
    }

    public static Classifier read(InputStream stream, Embedder embedder) throws IOException {
        var in = new DataInputStream(stream);
        if (in.readByte() != FORMAT) {
            throw new IOException("the model was written by another version of the product");
        }
        var labels = new ArrayList<String>();
        for (int count = in.readInt(); count > 0; count--) {
            labels.add(in.readUTF());
        }
        return new Classifier(
                embedder,
                List.copyOf(labels),
                Vocabulary.read(in),
                Members.read(in),
                Stack.read(in),
                Gate.read(in));
    }
}
