package anxin.language.models;

import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier;
import anxin.language.learn.Classifier.Guess;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import anxin.language.text.Normaliser;
import anxin.language.text.Scripts;
import java.util.List;

/** In which language a text is written: by its letters where they tell, else by its pieces. */
public final class Tongues {

    static final Shape LETTERS = new Shape(5, 0, 1);

    private final Classifier pieces;

    Tongues(Classifier pieces) {
        this.pieces = pieces;
    }

    /** From messages labelled with their languages. */
    public static Tongues learn(List<Labelled> messages) {
        var plain =
                messages.stream()
                        .map(one -> new Labelled(one.label(), Normaliser.plain(one.text())))
                        .toList();
        return new Tongues(Classifier.train(plain, Embedder.NONE, LETTERS).classifier());
    }

    /** The language, and how probable it is. */
    public Guess of(String text) {
        var possible = Scripts.languages(text);
        if (possible.size() == 1) {
            return new Guess(possible.getFirst(), 1);
        }
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return new Guess("zh", 0);
        }
        var guesses =
                pieces.judge(Normaliser.plain(text), new float[0]).guesses().stream()
                        .filter(guess -> possible.contains(guess.label()))
                        .toList();
        float sum = 0;
        for (var guess : guesses) {
            sum += guess.confidence();
        }
        return guesses.isEmpty()
                ? new Guess(possible.getFirst(), 0)
                : new Guess(guesses.getFirst().label(), guesses.getFirst().confidence() / sum);
    }
}
