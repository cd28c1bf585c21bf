package anxin.language.models;

import anxin.language.learn.Classifier;
import anxin.language.learn.Classifier.Guess;
import anxin.language.text.Normaliser;
import anxin.language.text.Scripts;

/** In which language a text is written: by its letters where they tell, else by its pieces. */
public final class Tongues {

    private final Classifier pieces;

    public Tongues(Classifier pieces) {
        this.pieces = pieces;
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
