package anxin.language.learn;

/** A text and what it is an example of. */
public record Labelled(String label, String text) {

    /** The label of what belongs to no class. */
    public static final String OUT_OF_SCOPE = "oos";

    public boolean inScope() {
        return !label.equals(OUT_OF_SCOPE);
    }
}
