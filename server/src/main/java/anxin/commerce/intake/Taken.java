package anxin.commerce.intake;

import anxin.kernel.problem.Problem;
import java.util.List;

/** What became of one document. */
public sealed interface Taken {

    /** It is what we hold now; sending it again changes nothing. */
    record Stored(String key) implements Taken {}

    /** We hold a newer one and kept that. */
    record Stale(String key) implements Taken {}

    /** It is malformed; nothing of it was taken. */
    record Refused(List<Problem.Field> fields) implements Taken {}
}
