package anxin.aftersales.cases;

/**
 * Keeps what belongs to a case in step with it: hears of every change inside its transaction,
 * whoever made it. A follower writes rows of its own and never changes the case.
 */
public interface CaseFollower {

    void moved(CaseRow before, CaseRow after, Move move);

    /** A case that was born in a state that this one {@link #waitsFor}. */
    default void opened(CaseRow row) {}

    /** Whether a case may be born in this state with something to do here. */
    default boolean waitsFor(CaseState state) {
        return false;
    }
}
