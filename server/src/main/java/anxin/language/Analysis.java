package anxin.language;

import anxin.kernel.Text;
import java.util.List;

/**
 * What was understood of one text.
 *
 * @param language its code: zh, en, ja, es, th, vi, id, ms or tl
 * @param intents what is wanted, the three most probable first
 * @param inScope how probable it is that the text is about anything that we know, 0 to 1
 * @param wantsPerson whether the writer asks for a person
 * @param wordings promises without a time
 * @param model which version of the shop's model said so; 0 is the shipped one
 */
public record Analysis(
        String language,
        float languageConfidence,
        List<Intent> intents,
        float inScope,
        List<Entity> entities,
        Feeling feeling,
        List<Signal> signals,
        boolean wantsPerson,
        List<Wording.Finding> wordings,
        List<String> keywords,
        int model) {

    /** One thing that may be wanted, and how probable it is, 0 to 1. */
    public record Intent(String key, Text name, float confidence) {}

    public enum Kind {
        ORDER_NUMBER,
        PARCEL_NUMBER,
        PHONE,
        PRODUCT,
        SIZE,
        COLOUR,
        AMOUNT,
        DATE
    }

    /**
     * Something that is named.
     *
     * @param text as it was written, {@code from} one character {@code to} another
     * @param value the same in one spelling: 2026-11-21, CNY 199.00, XL
     */
    public record Entity(Kind kind, String text, String value, int from, int to) {}

    public enum Emotion {
        ANGRY,
        ANXIOUS,
        DISAPPOINTED,
        NEUTRAL,
        SATISFIED
    }

    /**
     * @param strength 0 to 1: how loudly it is said
     */
    public record Feeling(Emotion emotion, float confidence, float strength) {}

    /** To whom the writer means to turn, or what calls for a person at once. */
    public enum Escalation {
        REGULATOR,
        LEGAL,
        PUBLICITY,
        PLATFORM,
        CHARGEBACK,
        SAFETY
    }

    /** The words that say so. */
    public record Signal(Escalation escalation, String words, int from, int to) {}
}
