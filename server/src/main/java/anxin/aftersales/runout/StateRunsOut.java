package anxin.aftersales.runout;

import anxin.aftersales.carrier.Receivables;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.choice.Choices;
import anxin.aftersales.complaint.Solutions;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.replacement.Arrivals;
import anxin.aftersales.returns.Inspected;
import anxin.aftersales.submit.Policies;
import anxin.aftersales.submit.Reaudit;
import anxin.aftersales.submit.TalkFirst;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last column of the table of states: what a missed deadline does to a case in each of them.
 */
@Component
class StateRunsOut implements DeadlineHandler {

    /** A return the law grants does not wait longer than this for a signature. */
    private static final Duration STATUTORY_LIMIT = Duration.ofHours(24);

    /** Somebody above has to look after a case that is late. */
    record Escalated(String no, String state, String escalatedTo) {}

    /**
     * Where the shop's own clock goes on at a case that lives at a platform. Elsewhere the
     * platform's clock decides how it ends, and ours only fetches a person.
     */
    private static final Set<CaseState> ON_US =
            EnumSet.of(
                    CaseState.SUBMITTED,
                    CaseState.IN_REVIEW,
                    CaseState.WAIT_STORE_CONFIRM,
                    CaseState.RETURN_IN_TRANSIT,
                    CaseState.WAIT_APPROVAL,
                    CaseState.HANDLING,
                    CaseState.REFUND_FAILED,
                    CaseState.PLATFORM_DISPUTE);

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Policies policies;
    private final Choices choices;
    private final Inspected inspected;
    private final Arrivals arrivals;
    private final Receivables receivables;
    private final Solutions solutions;
    private final TalkFirst talkFirst;
    private final Reaudit reaudit;
    private final FactLog facts;
    private final Clock clock;

    StateRunsOut(
            CaseStore cases,
            CaseChanges changes,
            Policies policies,
            Choices choices,
            Inspected inspected,
            Arrivals arrivals,
            Receivables receivables,
            Solutions solutions,
            TalkFirst talkFirst,
            Reaudit reaudit,
            FactLog facts,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.policies = policies;
        this.choices = choices;
        this.inspected = inspected;
        this.arrivals = arrivals;
        this.receivables = receivables;
        this.solutions = solutions;
        this.talkFirst = talkFirst;
        this.reaudit = reaudit;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CaseChanges.STATE_DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("case:".length()));
        var of = cases.lock(deadline.shop(), id);
        var due = of.deadlineAt();
        if (!of.state().name().equals(deadline.detail())
                || due == null
                || due.isAfter(clock.instant())) {
            return; // Somebody moved in the meantime and the case has another deadline now.
        }
        if (of.isAtPlatform() && !ON_US.contains(of.state())) {
            changes.apply(
                    of,
                    Move.to(
                            CaseState.IN_REVIEW,
                            CaseEvent.PLATFORM_DIFFERS,
                            "PLATFORM_SILENT",
                            "system"));
            return;
        }
        switch (of.state()) {
            case SUBMITTED -> undecided(of);
            case NEED_EVIDENCE -> withoutEvidence(of);
            case IN_REVIEW -> reviewIsLate(of);
            case AWAITING_CHOICE -> nobodyChose(of);
            case WAIT_BUYER_RETURN -> close(of, "BUYER_TIMEOUT");
            case REFUSED -> close(of, "REJECTED_FINAL");
            case INSPECTING -> inspectionIsLate(of);
            case INSPECTION_DISPUTE -> move(of, CaseState.PLATFORM_DISPUTE, "APPEALED");
            case REFUNDING -> move(of, CaseState.REFUND_FAILED, "REFUND_TROUBLE");
            case REPLACEMENT_PREPARING -> move(of, CaseState.AWAITING_CHOICE, "REPLACEMENT_GONE");
            case REPAIRING -> move(of, CaseState.REPLACEMENT_PREPARING, "REPAIR_FAILED");
            case REPLACEMENT_SHIPPED ->
                    arrivals.arrived(
                            of, CaseEvent.RUN_OUT, "RECEIVED_BY_TIME", "system", Arrivals.How.TIME);
            case WAIT_STORE_CONFIRM -> late(of, "STORE_LATE", "AREA_MANAGER");
            case RETURN_IN_TRANSIT -> {
                late(of, "PARCEL_LATE", "LOGISTICS_MANAGER");
                receivables.openWherePaid(of);
            }
            case HANDLING -> {
                if (!solutions.silence(of)) {
                    escalate(of);
                }
            }
            case WAIT_APPROVAL, REFUND_FAILED, PLATFORM_DISPUTE -> escalate(of);
            case COMPLETED, CLOSED ->
                    throw new IllegalStateException(of.no() + " is final and had a deadline");
        }
    }

    /** The rules have not spoken in time: a person decides, and somebody looks into why. */
    private void undecided(CaseRow of) {
        changes.apply(
                of, Move.to(CaseState.IN_REVIEW, CaseEvent.RUN_OUT, "DECIDED_REVIEW", "system"));
        tell(of, "TEAM_LEAD");
    }

    /**
     * Who claims a fault gets a decision on what is there; who has changed their mind has done so
     * once more.
     */
    private void withoutEvidence(CaseRow of) {
        if (Reason.valueOf(of.reason()).asksPhotos()) {
            move(of, CaseState.IN_REVIEW, "TO_REVIEW_WITHOUT_EVIDENCE");
        } else {
            close(of, "BUYER_TIMEOUT");
        }
    }

    private void reviewIsLate(CaseRow of) {
        var waited = Duration.between(of.submittedAt(), clock.instant());
        var isReturn =
                of.type().equals("RETURN_REFUND")
                        && of.ruleId().equals(ReasonCode.LIMIT_EXCEEDED.name());
        var aDay = waited.compareTo(STATUTORY_LIMIT) >= 0;
        if (aDay && talkFirst.isGranted(of)) {
            reaudit.decideAgain(
                    of,
                    CaseEvent.RUN_OUT,
                    "system",
                    "STATUTORY_APPROVED",
                    Map.of(),
                    UnaryOperator.identity());
        } else if (isReturn && aDay) {
            changes.apply(
                    of,
                    Move.to(
                                    CaseState.WAIT_BUYER_RETURN,
                                    CaseEvent.RUN_OUT,
                                    "STATUTORY_APPROVED",
                                    "system")
                            .approved(of.refundableMinor()));
        } else {
            escalate(of);
        }
    }

    private void inspectionIsLate(CaseRow of) {
        var reason = Reason.valueOf(of.reason());
        if (reason != Reason.NO_REASON && reason != Reason.NO_LONGER_WANTED) {
            late(of, "INSPECTION_LATE", "WAREHOUSE_SUPERVISOR");
            return;
        }
        inspected.byTime(of);
    }

    private void nobodyChose(CaseRow of) {
        if (!choices.chooseForThem(of)) {
            close(of, "BUYER_TIMEOUT");
        }
    }

    private void close(CaseRow of, String result) {
        changes.apply(
                of,
                Move.to(CaseState.CLOSED, CaseEvent.RUN_OUT, "RAN_OUT", "system").result(result));
        cases.releaseLines(of, true);
    }

    private void move(CaseRow of, CaseState to, String step) {
        changes.apply(of, Move.to(to, CaseEvent.RUN_OUT, step, "system"));
    }

    /** The state stays, the next one up takes over, and the clock starts again. */
    private void escalate(CaseRow of) {
        changes.apply(
                of,
                Move.to(of.state(), CaseEvent.RUN_OUT, "ESCALATED", "system")
                        .tierRequired(nextTier(of))
                        .escalation());
    }

    /** The same, and it is told whose it is to look after now. */
    private void late(CaseRow of, String step, String escalatedTo) {
        changes.apply(
                of,
                Move.to(of.state(), CaseEvent.RUN_OUT, step, "system")
                        .param("escalatedTo", escalatedTo)
                        .escalation());
        tell(of, escalatedTo);
    }

    private void tell(CaseRow of, String escalatedTo) {
        facts.append(
                new NewFact(
                        of.shop(),
                        "aftersales.escalated",
                        of.subject(),
                        "system",
                        of.customerId(),
                        Audience.STAFF,
                        new Escalated(of.no(), of.state().name(), escalatedTo)));
    }

    private @Nullable String nextTier(CaseRow of) {
        var tiers = policies.at(of.shop(), of.submittedAt()).tiers();
        var now = of.tierRequired();
        for (int i = 0; i < tiers.size() - 1; i++) {
            if (tiers.get(i).name().equals(now)) {
                return tiers.get(i + 1).name();
            }
        }
        return now == null ? tiers.get(Math.min(1, tiers.size() - 1)).name() : now;
    }
}
