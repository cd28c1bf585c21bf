package anxin.aftersales.policy;

import anxin.aftersales.policy.Decision.Outcome;
import anxin.aftersales.policy.Decision.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** The shop's own conditions, asked last: they make a decision more careful and never less. */
final class Guards {

    private Guards() {}

    static Decision over(Facts facts, Decision decision) {
        if (decision.outcome() != Outcome.AUTO_APPROVE
                && decision.outcome() != Outcome.MANUAL_REVIEW) {
            return decision;
        }
        var situation = GuardFacts.of(facts, decision);
        var held = new ArrayList<String>();
        boolean asked = false;
        @Nullable Queue queue = null;
        for (var guard : facts.policy.own().guards()) {
            if (guard.holds(situation)) {
                held.add(guard.id());
                asked |= guard.action() == Guard.Action.REVIEW;
                queue = queue == null ? guard.queue() : queue;
            }
        }
        if (held.isEmpty()) {
            return decision;
        }
        boolean stops = asked && decision.outcome() == Outcome.AUTO_APPROVE;
        var flags = EnumSet.of(Flag.SHOP_GUARD);
        flags.addAll(decision.flags());
        if (stops) {
            flags.remove(Flag.INSTANT_REFUND);
        }
        boolean reviewed = stops || decision.outcome() == Outcome.MANUAL_REVIEW;
        return decision.guarded(
                held,
                Collections.unmodifiableSet(flags),
                reviewed ? queue : null,
                stops ? review(facts, decision) : null);
    }

    private static Decision.Review review(Facts facts, Decision decision) {
        var refund = decision.refundMinor();
        return new Decision.Review(
                facts.reviewHours(),
                facts.tierFor(refund == null || refund == 0 ? facts.amounts.goods() : refund));
    }
}
