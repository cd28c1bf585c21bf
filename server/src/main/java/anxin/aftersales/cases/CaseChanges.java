package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one change of one case with everything that belongs to it, in the caller's transaction: the
 * row under its version, the timeline, the deadline, the counters and the fact that others hear.
 */
@Component
public class CaseChanges {

    /** The kind of the deadline that every state has. */
    public static final String STATE_DEADLINE = "aftersales.state";

    /** The kind of the deadline at which an ended case is asked about. */
    public static final String FOLLOW_UP = "aftersales.follow-up";

    private static final Duration FOLLOW_UP_AFTER = Duration.ofHours(24);

    /** What listeners and browsers hear; fit for the customer's eyes. */
    public record Changed(
            String no,
            String orderNo,
            String state,
            int version,
            @Nullable Instant deadlineAt,
            String by) {}

    private final CaseStore store;
    private final CaseCounts counts;
    private final Deadlines deadlines;
    private final StateTimes times;
    private final FactLog facts;
    private final List<CaseFollower> followers;
    private final Clock clock;

    CaseChanges(
            CaseStore store,
            CaseCounts counts,
            Deadlines deadlines,
            StateTimes times,
            FactLog facts,
            List<CaseFollower> followers,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.deadlines = deadlines;
        this.times = times;
        this.facts = facts;
        this.followers = followers;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow apply(CaseRow before, Move move) {
        Lifecycle.require(before.state(), move.event, move.to);
        var now = clock.instant();
        var deadline = deadline(before, move, now);
        var after = store.change(before, move, now, deadline);
        store.spread(before, after);
        store.addTimeline(after, move, now);
        counts.moved(after.shop(), before.state(), after.state());
        if (deadline == null) {
            deadlines.lift(after.shop(), STATE_DEADLINE, after.subject());
            deadlines.set(
                    new Deadline(
                            after.shop(),
                            FOLLOW_UP,
                            after.subject(),
                            now.plus(FOLLOW_UP_AFTER),
                            after.state().name()));
        } else {
            var dues = new ArrayList<Deadline>();
            dues.add(
                    new Deadline(
                            after.shop(),
                            STATE_DEADLINE,
                            after.subject(),
                            deadline,
                            after.state().name()));
            if (after.state() == CaseState.WAIT_BUYER_RETURN) {
                dues.addAll(ReturnReminder.before(deadline, after.shop(), after.id(), now));
            }
            deadlines.set(dues);
        }
        facts.append(
                new NewFact(
                        after.shop(),
                        "aftersales.case-changed",
                        after.subject(),
                        move.actor,
                        after.customerId(),
                        Audience.CUSTOMER,
                        new Changed(
                                after.no(),
                                after.orderNo().value(),
                                after.state().name(),
                                after.version(),
                                after.deadlineAt(),
                                kind(move.actor))));
        followers.forEach(follower -> follower.moved(before, after, move));
        return after;
    }

    /**
     * What follows from a new case that began in {@code state}, in the transaction of its birth.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(ShopId shop, UUID id, CaseState state) {
        var interested = followers.stream().filter(one -> one.waitsFor(state)).toList();
        if (!interested.isEmpty()) {
            var row = store.lock(shop, id);
            interested.forEach(follower -> follower.opened(row));
        }
    }

    private @Nullable Instant deadline(CaseRow before, Move move, Instant now) {
        if (move.to.isFinal()) {
            return null;
        }
        return move.deadlineAt != null ? move.deadlineAt : times.deadline(before, move.to, now);
    }

    /**
     * {@code staff}, {@code customer}, {@code key} or {@code system}: no more than that is for the
     * customer's eyes.
     */
    public static String kind(String actor) {
        var colon = actor.indexOf(':');
        return colon < 0 ? actor : actor.substring(0, colon);
    }
}
