package anxin.language;

import java.util.List;

/** Texts as numbers that can be compared, to find what means the same. */
public interface Meaning {

    /** One spelling for what was written in many: what is compared goes through it first. */
    String plain(String text);

    /** The languages that the text may be in, by its letters; one where they leave no choice. */
    List<String> languages(String text);

    /**
     * Of each text, spelled by {@link #plain}, a vector of length one. Empty vectors where we have
     * no encoder for the language.
     */
    List<float[]> vectors(String language, List<String> texts);

    /** A number for how a Chinese character sounds, -1 for everything else. */
    int sound(int point);
}
