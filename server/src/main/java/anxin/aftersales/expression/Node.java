package anxin.aftersales.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression that has been checked: what it is, where it stands, and how it runs.
 *
 * @param values the only texts that it can be; empty is any
 * @param row what its rows have, for a list of rows
 */
record Node(Kind kind, int at, List<String> values, @Nullable Vocabulary<Object> row, Step step) {

    /** Gives the value, null where it is not known. */
    @FunctionalInterface
    interface Step {
        @Nullable Object run(Run run);
    }

    static Node of(Kind kind, int at, Step step) {
        return new Node(kind, at, List.of(), null, step);
    }

    @Nullable Object value(Run run) {
        run.pay();
        return step.run(run);
    }

    /** What is not known is not so. */
    boolean holds(Run run) {
        return Boolean.TRUE.equals(value(run));
    }
}
