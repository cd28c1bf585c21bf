package anxin.language.models;

import anxin.language.encoder.Embedder;
import anxin.language.encoder.Encoders;
import java.util.List;

/** Languages that are learned together, because one encoder serves them or none does. */
public enum Group {
    CHINESE(List.of("zh"), Encoders.CHINESE),
    ENGLISH(List.of("en"), Encoders.LATIN),
    OTHERS(List.of("ja", "es", "th", "vi", "id", "ms", "tl"), Embedder.NONE);

    private final List<String> languages;
    private final Embedder embedder;

    Group(List<String> languages, Embedder embedder) {
        this.languages = languages;
        this.embedder = embedder;
    }

    public static Group of(String language) {
        return switch (language) {
            case "zh" -> CHINESE;
            case "en" -> ENGLISH;
            default -> OTHERS;
        };
    }

    public List<String> languages() {
        return languages;
    }

    public Embedder embedder() {
        return embedder;
    }
}
