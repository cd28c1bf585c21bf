package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens an approval for each case that comes to wait for one, and closes it when the case goes on,
 * whichever way.
 */
@Component
public class ApprovalLog implements CaseFollower {

    private static final Set<CaseEvent> SIGNED =
            EnumSet.of(CaseEvent.APPROVE, CaseEvent.APPROVE_REFUND);

    /** What the desks of possible signers hear. */
    record Asked(String no, String tierRequired, String by) {}

    record Answered(String no, String outcome, String requestedBy) {}

    private final ApprovalStore store;
    private final Authority authority;
    private final FactLog facts;
    private final Clock clock;

    ApprovalLog(ApprovalStore store, Authority authority, FactLog facts, Clock clock) {
        this.store = store;
        this.authority = authority;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        if (before.state() == after.state()) {
            return;
        }
        if (before.state() == CaseState.IN_REVIEW || before.state() == CaseState.WAIT_APPROVAL) {
            open(after.shop(), after.id())
                    .ifPresent(
                            open -> {
                                var signed =
                                        SIGNED.contains(move.event())
                                                && !open.requestedBy().equals(move.actor());
                                close(
                                        after,
                                        open,
                                        signed ? "APPROVED" : "WITHDRAWN",
                                        move.actor(),
                                        null);
                            });
        }
        if (after.state() == CaseState.WAIT_APPROVAL) {
            var tier = authority.tierFor(after, after.approvedMinor());
            ask(after, UUID.randomUUID(), after.approvedMinor(), tier, move.actor(), null);
        }
    }

    /** The one that this case waits for. */
    public Optional<OpenApproval> open(ShopId shop, UUID caseId) {
        return store.open(shop, caseId);
    }

    /** A 422 when it was this colleague who brought the case to wait for a signature. */
    public void requireOther(Staff staff, CaseRow of) {
        if (open(of.shop(), of.id())
                .filter(open -> open.requestedBy().equals(staff.actor()))
                .isPresent()) {
            throw Problem.refused(
                    "maker-checker", "经办人不能审批自己的申请", "Who prepared it cannot sign it");
        }
    }

    void ask(CaseRow of, UUID id, long minor, String tier, String actor, @Nullable String note) {
        store.open(of, id, minor, authority.signed(of), tier, actor, note, clock.instant());
        tell(of, "aftersales.approval-asked", actor, new Asked(of.no(), tier, actor));
    }

    void close(
            CaseRow of, OpenApproval open, String outcome, String actor, @Nullable String answer) {
        store.close(of.shop(), open.id(), outcome, actor, answer, clock.instant());
        tell(
                of,
                "aftersales.approval-answered",
                actor,
                new Answered(of.no(), outcome, open.requestedBy()));
    }

    private void tell(CaseRow of, String type, String actor, Object data) {
        facts.append(
                new NewFact(
                        of.shop(),
                        type,
                        of.subject(),
                        actor,
                        of.customerId(),
                        Audience.STAFF,
                        data));
    }
}
