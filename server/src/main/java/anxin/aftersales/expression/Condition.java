package anxin.aftersales.expression;

/**
 * A condition that has been checked against its vocabulary and can be asked again and again.
 *
 * @param <S> what it looks at
 */
public final class Condition<S> {

    /** More than any honest condition takes over an order of a hundred lines. */
    public static final int MOST_STEPS = 20_000;

    public static final int LONGEST = 1_000;

    private final Node root;

    private Condition(Node root) {
        this.root = root;
    }

    /** Throws a {@link Mistake} with the column and what is expected there. */
    public static <S> Condition<S> of(String written, Vocabulary<S> names) {
        if (written.length() > LONGEST) {
            throw new Mistake(
                    LONGEST, "条件至多 " + LONGEST + " 个字符", "at most " + LONGEST + " characters");
        }
        return new Condition<>(new Parser<>(Token.of(written), names).condition());
    }

    /** Does it hold? Throws {@link TooCostly} where the answer would take too long. */
    public boolean holds(S situation) {
        return root.holds(new Run(situation, MOST_STEPS));
    }
}
