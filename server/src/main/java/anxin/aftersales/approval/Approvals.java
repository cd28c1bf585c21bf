package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller.Staff;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T15a an agent asks for a signature above their authority, T15b and T40 it is not given. Given it
 * is by approving the case.
 */
@Component
class Approvals {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Authority authority;
    private final ApprovalLog log;

    Approvals(CaseStore cases, CaseChanges changes, Authority authority, ApprovalLog log) {
        this.cases = cases;
        this.changes = changes;
        this.authority = authority;
        this.log = log;
    }

    /** The same id again is the same request; a second one while one is open is refused. */
    @Transactional
    public CaseRow ask(
            Staff staff,
            ShopId shop,
            UUID id,
            UUID request,
            int version,
            @Nullable Long refundMinor,
            @Nullable String note) {
        var open = log.open(shop, id);
        if (open.isPresent() && open.get().id().equals(request)) {
            return cases.lock(shop, id);
        }
        var before = cases.begin(shop, id, version, CaseEvent.ASK_APPROVAL);
        if (open.isPresent()) {
            throw Problem.conflict(
                    "approval-open",
                    "该申请已在等待 " + open.get().tierRequired() + " 审批",
                    "This case waits for the signature of "
                            + open.get().tierRequired()
                            + " already");
        }
        var minor = refundMinor == null ? before.refundableMinor() : refundMinor;
        if (minor < 0 || minor > before.refundableMinor()) {
            throw Problem.invalid(
                    "/refundMinor",
                    "应在0到" + before.refundableMinor() + "之间（单位：分）",
                    "between 0 and " + before.refundableMinor() + " minor units");
        }
        var reach = authority.reach(staff, before, minor);
        if (reach.covers()) {
            throw Problem.refused(
                    "within-authority",
                    "在您的审批权限之内，请直接同意",
                    "This is within your own authority; approve it yourself");
        }
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.IN_REVIEW,
                                        CaseEvent.ASK_APPROVAL,
                                        "APPROVAL_ASKED",
                                        staff.actor())
                                .deadlineAt(before.deadlineAt())
                                .tierRequired(reach.tierRequired())
                                .agent(staff.id())
                                .note(note)
                                .param("amount", new Money(minor, before.currency()).major()));
        log.ask(after, request, minor, reach.tierRequired(), staff.actor(), note);
        return after;
    }

    /** The case goes back to whoever prepared it, with the reason; nothing is refused by this. */
    @Transactional
    public CaseRow decline(
            Staff staff, ShopId shop, UUID id, UUID request, int version, String answer) {
        var of = cases.lock(shop, id);
        var event =
                of.state() == CaseState.WAIT_APPROVAL
                        ? CaseEvent.REJECT_REFUND
                        : CaseEvent.DECLINE_APPROVAL;
        var before = cases.begin(shop, id, version, event);
        var open =
                log.open(shop, id)
                        .filter(each -> each.id().equals(request))
                        .orElseThrow(() -> Problem.missing("approval"));
        log.requireOther(staff, before);
        log.close(before, open, "DECLINED", staff.actor(), answer);
        var back = event == CaseEvent.REJECT_REFUND ? "REFUND_RETURNED" : "APPROVAL_DECLINED";
        return changes.apply(
                before,
                Move.to(CaseState.IN_REVIEW, event, back, staff.actor())
                        .deadlineAt(event == CaseEvent.REJECT_REFUND ? null : before.deadlineAt())
                        .tierRequired(
                                Authority.givesGoods(before) ? null : authority.lowestTier(before))
                        .note(answer));
    }
}
