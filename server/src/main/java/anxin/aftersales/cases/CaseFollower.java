package anxin.aftersales.cases;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what belongs to a case in step with it: hears of every change inside its transaction,
 * whoever made it. A follower writes rows of its own and never changes the case.
 */
public interface CaseFollower {

    /** {@code before} is null for a case that has just been opened. */
    void moved(@Nullable CaseRow before, CaseRow after, CaseEvent event, String actor);

    /** Whether a case may be born in this state with something to do here. */
    boolean waitsFor(CaseState state);
}
