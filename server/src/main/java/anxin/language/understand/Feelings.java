package anxin.language.understand;

import anxin.language.Analysis.Emotion;
import anxin.language.Analysis.Feeling;
import anxin.language.learn.Classifier.Verdict;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the writer feels, and how loudly: what the model says, and the marks that make it louder. */
final class Feelings {

    private static final Pattern LOUD =
            Pattern.compile(
                    "[!！]{2,}|[?？]{2,}|非常|特别|极其|简直|太(?!阳|原)|死了|到底|究竟|再也不|从来没|绝对|忍无可忍|气死|[A-Z]{4,}(?: [A-Z]{2,})+|\\b(?:very|extremely|absolutely|totally|ridiculous|unacceptable|never again|worst|so (?:angry|worried|disappointed|happy))\\b|とても|本当に|最悪|\\bmuy\\b|rất|quá|sangat|banget|sekali|sobra|มาก");
    private static final Pattern RUDE =
            Pattern.compile(
                    "垃圾|骗子|傻[逼bB]|他妈|妈的|卧槽|我靠|滚|混蛋|王八|有病|不要脸|黑心|坑人|坑爹|奸商|\\b(?:shit|fuck\\w*|damn|scam(?:mers?)?|crap|liars?|idiots?|bullshit|thieves)\\b|くそ|詐欺|estafa(?:dores)?|mierda|lừa đảo|penipu|bodoh|gago|โกง|เหี้ย",
                    Pattern.CASE_INSENSITIVE);

    private static final float CERTAINTY = 0.55f;
    private static final float EACH_MARK = 0.12f;
    private static final float RUDENESS = 0.25f;

    private Feelings() {}

    static Feeling of(String text, Verdict verdict) {
        var best = verdict.best();
        return of(text, emotion(best.label()), best.confidence());
    }

    /** Where there is no model, rude words alone tell. */
    static Feeling of(String text) {
        return of(text, RUDE.matcher(text).find() ? Emotion.ANGRY : Emotion.NEUTRAL, 0);
    }

    private static Feeling of(String text, Emotion emotion, float confidence) {
        float strength = CERTAINTY * confidence;
        var loud = LOUD.matcher(text);
        while (loud.find()) {
            strength += EACH_MARK;
        }
        if (RUDE.matcher(text).find()) {
            strength += RUDENESS;
        }
        return new Feeling(
                emotion, confidence, emotion == Emotion.NEUTRAL ? 0 : Math.min(1, strength));
    }

    private static Emotion emotion(String label) {
        return Emotion.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
