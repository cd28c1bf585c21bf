package anxin.aftersales.policy;

import anxin.aftersales.expression.Condition;
import anxin.aftersales.expression.TooCostly;
import anxin.aftersales.policy.Decision.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A condition of the shop's own under which a person looks first. It can turn an automatic yes into
 * a review and nothing into a yes.
 *
 * @param written the condition as the shop wrote it
 * @param queue who looks at it; null is the ordinary reviewers
 */
public record Guard(
        String id,
        String name,
        String written,
        Condition<GuardFacts.Situation> condition,
        Action action,
        @Nullable Queue queue) {

    /** What it does where its condition holds. */
    public enum Action {
        /** A person decides. */
        REVIEW,
        /** The decision stands and carries a flag. */
        FLAG
    }

    /** A condition that takes too long to answer is taken as one that holds. */
    boolean holds(GuardFacts.Situation situation) {
        try {
            return condition.holds(situation);
        } catch (TooCostly tooCostly) {
            return true;
        }
    }
}
