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

    /** {@code [TRAIN] TEST}: what is wanted; rows labelled oos belong to nothing. */
    public void intents(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(files[files.length - 1]);
        if (files.length == 1) {
            var group = group(test.texts());
            report(test, shipped.intents(group));
        } else {
            learnAndReport(files[0], test);
        }
    }

    /** {@code [TRAIN] TEST}: how the writer feels. */
    public void emotion(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(files[files.length - 1]);
        if (files.length == 1) {
            report(test, shipped.emotions(group(test.texts())).orElseThrow());
        } else {
            learnAndReport(files[0], test);
        }
    }

    /** {@code TRAIN TEST}: praise or blame, or whatever the two labels are. */
    public void sentiment(String... files) throws IOException {
        expect(files, 2);
        var train = Samples.read(files[0]);
        var test = Samples.read(files[1]);
        long begun = System.nanoTime();
        var polarity = Polarity.train(normalised(train));
        IO.println(LEARNED.formatted(train.labelled().size(), seconds(begun)));
        begun = System.nanoTime();
        var said = polarity.judge(normalised(test).stream().map(Labelled::text).toList());
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < said.size(); i++) {
            answers.add(answer(test, i, said.get(i), 1));
        }
        print(answers, begun);
    }

    /** {@code [TRAIN] TEST}: in which language. */
    public void language(String... files) throws IOException {
        expect(files, 1);
        var test = Samples.read(files[files.length - 1]);
        var tongues =
                files.length == 1
                        ? shipped.tongues()
                        : Tongues.learn(Samples.read(files[0]).labelled());
        var answers = new ArrayList<Answer>();
        long begun = System.nanoTime();
        for (int i = 0; i < test.labelled().size(); i++) {
            answers.add(answer(test, i, tongues.of(test.labelled().get(i).text()), 1));
        }
        print(answers, begun);
    }

    /** {@code TRAIN TEST}: 1 or 0, then two questions: whether they ask the same. */
    public void pairs(String... files) throws IOException {
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
        print(answers, begun);
    }

    private static List<SameQuestion.Pair> pairsOf(String file) throws IOException {
        return Samples.rows(file).stream()
                .map(
                        cells ->
                                new SameQuestion.Pair(
                                        Normaliser.of(cells[1]),
                                        Normaliser.of(cells[2]),
                                        cells[0].strip().equals("1")))
                .toList();
    }

    private static void expect(String[] files, int least) {
        if (files.length < least || files.length > 2) {
            throw new IllegalArgumentException(
                    least == 1 ? "expected: [TRAIN] TEST" : "expected: TRAIN TEST");
        }
    }

    private static void learnAndReport(String trainFile, Samples test) throws IOException {
        var train = Samples.read(trainFile);
        long begun = System.nanoTime();
        var trained = Classifier.train(normalised(train), embedder(train.texts()), Shape.MESSAGE);
        IO.println(LEARNED.formatted(train.labelled().size(), seconds(begun)));
        IO.println(trained.classifier().describe());
        report(test, trained.classifier());
    }

    private static void report(Samples test, Classifier classifier) {
        long begun = System.nanoTime();
        var verdicts = classifier.judge(normalised(test).stream().map(Labelled::text).toList());
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            answers.add(answer(test, i, verdict.best(), verdict.inScope()));
        }
        print(answers, begun);
    }

    private static void print(List<Answer> answers, long begun) {
        double took = seconds(begun);
        new Report(answers, Labelled.OUT_OF_SCOPE).lines().forEach(IO::println);
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
