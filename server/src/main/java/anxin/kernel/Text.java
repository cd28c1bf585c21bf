package anxin.kernel;

import java.util.Locale;

/** A text shown to a person: in Chinese and in English, never in one alone. */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
