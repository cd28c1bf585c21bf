package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.refund.Refunds;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * T37 and T55: the customer wants the goods back rather than go on; nothing is left standing in a
 * warehouse.
 */
@Component
public class Reships {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final LogisticsTasks tasks;
    private final Refunds refunds;

    Reships(CaseStore cases, CaseChanges changes, LogisticsTasks tasks, Refunds refunds) {
        this.cases = cases;
        this.changes = changes;
        this.tasks = tasks;
        this.refunds = refunds;
    }

    /** T37, when the customer does not take the part that is offered. */
    @Transactional
    public CaseRow ask(Customer customer, UUID id, int version) {
        var before = cases.begin(customer, id, version, CaseEvent.ASK_RESHIP);
        return sendBack(before, CaseEvent.ASK_RESHIP, "RESHIP_ASKED", customer.actor(), null);
    }

    /** T55: giving up while the goods are on their way or here, with the case locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow cancel(CaseRow before, Customer customer, boolean accepted) {
        if (!accepted) {
            throw Problem.refused(
                            "cancel-needs-reship",
                            "商品已寄出，取消后我们会把商品寄回给您，请确认",
                            "The goods are with us or on their way; cancelling means that they are sent back to you")
                    .with("offer", "RESHIP_TO_BUYER")
                    .with("freightPayer", payer(before));
        }
        return sendBack(
                before, CaseEvent.CANCEL_WITH_RESHIP, "RESHIP_ACCEPTED", customer.actor(), null);
    }

    /** The same, as a colleague has agreed with the customer on the phone. */
    @Transactional
    public CaseRow agreed(Staff staff, ShopId shop, UUID id, int version, String note) {
        var locked = cases.lock(shop, id);
        var event =
                locked.state() == CaseState.INSPECTION_DISPUTE
                        ? CaseEvent.ASK_RESHIP
                        : CaseEvent.CANCEL_WITH_RESHIP;
        var before = cases.begin(shop, id, version, event);
        return sendBack(before, event, "RESHIP_AGREED", staff.actor(), note);
    }

    private CaseRow sendBack(
            CaseRow before, CaseEvent event, String step, String actor, @Nullable String note) {
        if (refunds.promised(before.shop(), before.id()) > 0) {
            throw Problem.refused(
                    "refund-under-way",
                    "该申请已有退款，不能再取消并寄回",
                    "Money has been paid back for this request, so it can no longer be cancelled");
        }
        var bySeller = payer(before).equals("SELLER");
        var after =
                changes.apply(
                        before,
                        Move.to(CaseState.CLOSED, event, step, actor)
                                .note(note)
                                .freightPayer(payer(before))
                                .param(
                                        "payerLabel",
                                        bySeller
                                                ? Text.of("运费由商家承担", "the shop pays the postage")
                                                : Text.of("运费由您承担", "you pay the postage"))
                                .result("BUYER_CANCEL"));
        cases.releaseLines(after, true);
        tasks.open(after, LogisticsTasks.Kind.RESHIP, null, null, null);
        return after;
    }

    /** Who was wrong pays. */
    private static String payer(CaseRow of) {
        return Reason.valueOf(of.reason()).isFault() ? "SELLER" : "BUYER";
    }
}
