package anxin.language.judge;

import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier;
import anxin.language.learn.Classifier.Guess;
import anxin.language.learn.Classifier.Verdict;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import anxin.language.learn.Polarity;
import anxin.language.learn.Report;
import anxin.language.learn.Report.Answer;
import anxin.language.learn.SameQuestion;
import anxin.language.models.Group;
import anxin.language.models.Models;
import anxin.language.models.Tongues;
import anxin.language.text.Normaliser;
import anxin.language.text.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns from one file and answers another, by the code of the product; or judges what is shipped.
 */
public final class Judge {

    private static final String LEARNED = "learned from %d examples in %.1f s";

    private final Models shipped;

    /**
     * @param folder where the shipped models are kept once they are learned
     */
    public Judge(Path folder) {
        shipped = new Models(folder);
    }

    /** One of the commands below; what is wrong with a file is told in one line. */
    public static void run(String command, String... files) {
        var judge = new Judge(Path.of(".build/models"));
        try {
            switch (command) {
                case "intents" -> judge.intents(files);
                case "emotion" -> judge.emotion(files);
                case "sentiment" -> judge.sentiment(files);
                case "language" -> judge.language(files);
                case "pairs" -> judge.pairs(files);
                default -> throw new IllegalArgumentException("unknown: " + command);
            }
        } catch (IOException | IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
    }

    /** {@code [TRAIN] TEST}: what is wanted; rows labelled oos belong to nothing. */
    void intents(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(last(files));
        if (files.length == 1) {
            report("intents", last(files), test, shipped.intents(group(test.texts())));
        } else {
            learnAndReport("intents", files, test);
        }
    }

    /** {@code [TRAIN] TEST}: how the writer feels. */
    void emotion(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(last(files));
        if (files.length == 1) {
            var group = group(test.texts());
            var learned =
                    shipped.emotions(group)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no shipped examples of feelings in the languages "
                                                            + group.languages()));
            report("emotion", last(files), test, learned);
        } else {
            learnAndReport("emotion", files, test);
        }
    }

    private static String last(String... files) {
        return files[files.length - 1];
    }

    /** {@code TRAIN TEST}: praise or blame, or whatever the two labels are. */
    void sentiment(String... files) throws IOException {
        expect(files, 2);
        var train = Samples.read(files[0]);
        var test = Samples.read(files[1]);
        tellUnknown(train.labels(), test.labels());
        long begun = System.nanoTime();
        var polarity = Polarity.train(normalised(train), embedder(train.texts()));
        IO.println(LEARNED.formatted(train.labelled().size(), seconds(begun)));
        begun = System.nanoTime();
        var said = polarity.judge(normalised(test).stream().map(Labelled::text).toList());
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < said.size(); i++) {
            answers.add(answer(test, i, said.get(i), 1));
        }
        print("sentiment", files[1], answers, begun);
    }

    /** {@code [TRAIN] TEST}: in which language. */
    void language(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(last(files));
        var tongues =
                files.length == 1
                        ? shipped.tongues()
                        : Tongues.learn(Samples.read(files[0]).labelled());
        var answers = new ArrayList<Answer>();
        long begun = System.nanoTime();
        for (int i = 0; i < test.labelled().size(); i++) {
            answers.add(answer(test, i, tongues.of(test.labelled().get(i).text()), 1));
        }
        print("language", last(files), answers, begun);
    }

    /** {@code TRAIN TEST}: 1 or 0, then two questions: whether they ask the same. */
    void pairs(String... files) throws IOException {
        expect(files, 2);
        var train = pairsOf(files[0]);
        var test = pairsOf(files[1]);
        long begun = System.nanoTime();
        var verifier =
                SameQuestion.train(
                        train, embedder(train.stream().map(SameQuestion.Pair::a).toList()));
        IO.println(LEARNED.formatted(train.size(), seconds(begun)));
        begun = System.nanoTime();
        var said = verifier.judge(test);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < said.size(); i++) {
            float same = said.get(i);
            answers.add(
                    new Answer(
                            "",
                            test.get(i).same() ? "same" : "different",
                            same >= 0.5f ? "same" : "different",
                            Math.max(same, 1 - same),
                            1,
                            test.get(i).a() + " / " + test.get(i).b()));
        }
        print("pairs", files[1], answers, begun);
    }

    private static List<SameQuestion.Pair> pairsOf(String file) throws IOException {
        return Samples.rows(file, 3).stream()
                .map(
                        cells ->
                                new SameQuestion.Pair(
                                        Normaliser.of(cells[1]),
                                        Normaliser.of(cells[2]),
                                        Samples.isYes(cells[0])))
                .toList();
    }

    private static void expect(String[] files, int least) {
        if (files.length < least || files.length > 2) {
            throw new IllegalArgumentException(
                    least == 1 ? "expected: [TRAIN] TEST" : "expected: TRAIN TEST");
        }
    }

    private static void learnAndReport(String command, String[] files, Samples test)
            throws IOException {
        var train = Samples.read(files[0]);
        tellUnknown(train.labels(), test.labels());
        long begun = System.nanoTime();
        var trained = Classifier.train(normalised(train), embedder(train.texts()), Shape.MESSAGE);
        IO.println(LEARNED.formatted(train.labelled().size(), seconds(begun)));
        IO.println(trained.classifier().describe());
        report(command, files[1], test, trained.classifier());
    }

    private static void report(String command, String file, Samples test, Classifier classifier) {
        long begun = System.nanoTime();
        var verdicts = classifier.judge(normalised(test).stream().map(Labelled::text).toList());
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            answers.add(answer(test, i, verdict.best(), verdict.inScope()));
        }
        print(command, file, answers, begun);
        amongItsOwn(test, verdicts);
    }

    /** A file of some of our labels alone: how it is when none but these can be meant. */
    private static void amongItsOwn(Samples test, List<Verdict> verdicts) {
        var own = test.labels();
        var known = new TreeSet<String>();
        verdicts.getFirst().guesses().forEach(guess -> known.add(guess.label()));
        if (known.size() <= own.size()) {
            return;
        }
        int right = 0;
        int asked = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            var truth = test.labelled().get(i);
            if (truth.inScope()) {
                asked++;
                right +=
                        verdicts.get(i).guesses().stream()
                                .filter(guess -> own.contains(guess.label()))
                                .findFirst()
                                .filter(guess -> guess.label().equals(truth.label()))
                                .map(guess -> 1)
                                .orElse(0);
            }
        }
        IO.println(
                "among its %d labels      %7.2f %%  (we know %d)"
                        .formatted(own.size(), 100.0 * right / Math.max(1, asked), known.size()));
    }

    private static void tellUnknown(Set<String> learned, Set<String> asked) {
        var unknown = new TreeSet<>(asked);
        unknown.removeAll(learned);
        if (!unknown.isEmpty()) {
            IO.println("labels without an example, which count as wrong: " + unknown);
        }
    }

    private static void print(String command, String file, List<Answer> answers, long begun) {
        double took = seconds(begun);
        var name = String.valueOf(Path.of(file).getFileName());
        new Report(answers, Labelled.OUT_OF_SCOPE)
                .lines().stream()
                        .map(line -> Goal.beside(command, name, line))
                        .forEach(IO::println);
        IO.println(
                "time                     %7.1f s, %.0f texts/s"
                        .formatted(took, answers.size() / took));
    }

    private static Answer answer(Samples test, int at, Guess guess, float inScope) {
        var truth = test.labelled().get(at);
        return new Answer(
                test.slices().get(at),
                truth.label(),
                guess.label(),
                guess.confidence(),
                inScope,
                truth.text());
    }

    private static List<Labelled> normalised(Samples samples) {
        return samples.labelled().stream()
                .map(one -> new Labelled(one.label(), Normaliser.of(one.text())))
                .toList();
    }

    private static Embedder embedder(List<String> texts) {
        return group(texts).embedder();
    }

    /** The languages that most of the texts may be in. */
    private static Group group(List<String> texts) {
        var some = texts.stream().limit(500).map(Scripts::languages).toList();
        long chinese =
                some.stream()
                        .filter(possible -> possible.contains("zh") && possible.size() < 9)
                        .count();
        long latin =
                some.stream()
                        .filter(possible -> possible.contains("en") && possible.size() < 9)
                        .count();
        return 2 * chinese >= some.size()
                ? Group.CHINESE
                : 2 * latin >= some.size() ? Group.ENGLISH : Group.OTHERS;
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
