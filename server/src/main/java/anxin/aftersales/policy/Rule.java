package anxin.aftersales.policy;

import java.util.function.Function;
import java.util.function.Predicate;

/** One row of the policy's table: when it speaks, and what it gives. */
record Rule(ReasonCode code, Predicate<Facts> when, Function<Facts, Remedy> gives) {

    /** The number of the row in the table. */
    int priority() {
        return code.row();
    }
}
