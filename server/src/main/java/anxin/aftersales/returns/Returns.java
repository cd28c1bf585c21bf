package anxin.aftersales.returns;

import anxin.aftersales.approval.ApprovalLog;
import anxin.aftersales.approval.Authority;
import anxin.aftersales.cases.AfterApproval;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.submit.Reaudit;
import anxin.commerce.Parcels;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T24 the customer sends, T26 gets more time for it, T31 the warehouse signs, T33 and T34 it
 * inspects, T36 the customer takes a part, T22 and T38 appeals.
 */
@Component
class Returns {

    private static final String EXTENDED = "RETURN_EXTENDED";
    private static final Set<String> ARRIVED =
            Set.of("PARCEL_SIGNED", "STORE_RECEIVED", "PARCEL_LOST");

    private final CaseStore cases;
    private final CaseFile file;
    private final CaseChanges changes;
    private final ReturnStore store;
    private final Shipments shipments;
    private final Parcels parcels;
    private final Proposals proposals;
    private final Refunds refunds;
    private final Reaudit reaudit;
    private final Authority authority;
    private final ApprovalLog approvals;
    private final Clock clock;

    Returns(
            CaseStore cases,
            CaseFile file,
            CaseChanges changes,
            ReturnStore store,
            Shipments shipments,
            Parcels parcels,
            Proposals proposals,
            Refunds refunds,
            Reaudit reaudit,
            Authority authority,
            ApprovalLog approvals,
            Clock clock) {
        this.cases = cases;
        this.file = file;
        this.changes = changes;
        this.store = store;
        this.shipments = shipments;
        this.parcels = parcels;
        this.proposals = proposals;
        this.refunds = refunds;
        this.reaudit = reaudit;
        this.authority = authority;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Transactional
    public CaseRow send(
            Customer customer, UUID id, int version, String carrier, String trackingNo) {
        var before = cases.begin(customer, id, version, CaseEvent.BUYER_SHIP);
        if (shipments.drop(before).isPresent()) {
            throw Problem.refused(
                    "bring-to-store",
                    "该申请约定到店办理，请带商品到门店",
                    "This was arranged with a store; please bring the goods there");
        }
        if (!store.send(before, carrier, trackingNo, clock.instant())) {
            throw Problem.refused(
                    "tracking-number-used",
                    "该运单号已用于其他退货，请核对后重新填写",
                    "This tracking number proves another return already; check it and enter it again");
        }
        parcels.expect(
                before.shop(), trackingNo, before.orderNo(), carrier, Parcels.Direction.RETURN);
        return changes.apply(
                before,
                Move.to(
                                CaseState.RETURN_IN_TRANSIT,
                                CaseEvent.BUYER_SHIP,
                                "PARCEL_SENT",
                                customer.actor())
                        .param("trackingNo", trackingNo)
                        .param("carrier", carrier));
    }

    /** T26: once, by a week at most. */
    @Transactional
    public CaseRow extend(
            Staff staff, ShopId shop, UUID id, int version, int hours, @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.EXTEND);
        if (file.timeline(shop, id).stream().anyMatch(entry -> entry.step().equals(EXTENDED))) {
            throw Problem.refused(
                    "extended-already",
                    "寄回期限只能延长一次，该申请已延长过",
                    "The time to send it back can be extended once, and it was already");
        }
        var now = clock.instant();
        var due = before.deadlineAt() == null ? now : before.deadlineAt();
        shipments.hold(before, due.plus(Duration.ofHours(hours)));
        return changes.apply(
                before,
                Move.to(CaseState.WAIT_BUYER_RETURN, CaseEvent.EXTEND, EXTENDED, staff.actor())
                        .deadlineAt(due.plus(Duration.ofHours(hours)))
                        .param("hours", hours)
                        .note(note));
    }

    @Transactional
    public CaseRow receive(Staff staff, ShopId shop, UUID id, int version) {
        var before = cases.begin(shop, id, version, CaseEvent.CARRIER_SIGNED);
        shipments.received(before, clock.instant());
        return changes.apply(
                before,
                Move.to(
                        CaseState.INSPECTING,
                        CaseEvent.CARRIER_SIGNED,
                        "PARCEL_SIGNED",
                        staff.actor()));
    }

    @Transactional
    public CaseRow acceptPart(Customer customer, UUID id, int version) {
        var before = cases.begin(customer, id, version, CaseEvent.ACCEPT_PARTIAL);
        var pct = store.proposal(before.shop(), id).orElseThrow(() -> Problem.missing("proposal"));
        var part = proposals.part(before, pct);
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.REFUNDING,
                                        CaseEvent.ACCEPT_PARTIAL,
                                        "PARTIAL_ACCEPTED",
                                        customer.actor())
                                .approved(part + refunds.promised(before.shop(), id))
                                .param("amount", new Money(part, before.currency()).major()));
        if (part > 0) {
            refunds.start(after, reaudit.order(after).order(), RefundIntent.Kind.REFUND, part);
            return after;
        }
        return refunds.settled(after);
    }

    @Transactional
    public CaseRow appeal(Customer customer, UUID id, int version) {
        var before = cases.begin(customer, id, version, CaseEvent.ESCALATE_DISPUTE);
        return changes.apply(
                before,
                Move.to(
                        CaseState.PLATFORM_DISPUTE,
                        CaseEvent.ESCALATE_DISPUTE,
                        "APPEALED",
                        customer.actor()));
    }

    /** T39: another pair of eyes than the one that approved, with the tier the amount needs. */
    @Transactional
    public CaseRow approveRefund(
            Staff staff, ShopId shop, UUID id, int version, @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.APPROVE_REFUND);
        if (staff.id().equals(before.agent())) {
            throw Problem.refused(
                    "maker-checker", "经办人不能审批自己的申请", "Who prepared it cannot sign it");
        }
        approvals.requireOther(staff, before);
        authority.sign(staff, before, before.worthMinor());
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.REFUNDING,
                                        CaseEvent.APPROVE_REFUND,
                                        "REFUND_APPROVED",
                                        staff.actor())
                                .note(note));
        var open = after.approvedMinor() - refunds.promised(shop, id);
        if (open > 0) {
            refunds.start(after, reaudit.order(after).order(), RefundIntent.Kind.REFUND, open);
            return after;
        }
        return refunds.settled(after);
    }

    /** {@code partMinor}: so much and no more; null is all that was asked. */
    record Judgement(boolean forBuyer, @Nullable Long partMinor, String reasons) {}

    /**
     * T53: for the customer the case goes where it would have gone had it been approved; split, a
     * part is paid as the goods lie; for the shop it ends.
     */
    @Transactional
    public CaseRow arbitrate(Staff staff, ShopId shop, UUID id, int version, Judgement judgement) {
        var before = cases.begin(shop, id, version, CaseEvent.ARBITRATE);
        var most = Math.max(before.approvedMinor(), before.refundableMinor());
        return judgement.forBuyer()
                ? forBuyer(staff, before, judgement, most)
                : forShop(staff, before, judgement, most);
    }

    private CaseRow forShop(Staff staff, CaseRow before, Judgement judgement, long most) {
        authority.require(staff, before, most);
        var label = Text.of("支持商家：" + judgement.reasons(), "for the shop: " + judgement.reasons());
        var after =
                changes.apply(
                        before,
                        Move.to(CaseState.CLOSED, CaseEvent.ARBITRATE, "ARBITRATED", staff.actor())
                                .param("resultLabel", label)
                                .result("REJECTED_FINAL"));
        cases.releaseLines(after, true);
        return after;
    }

    private CaseRow forBuyer(Staff staff, CaseRow before, Judgement judgement, long most) {
        var part = judgement.partMinor();
        if (part != null && part > most) {
            throw Problem.invalid(
                    "/refundMinor", "不能超过" + most + "（单位：分）", "at most " + most + " minor units");
        }
        var whole = before.worthMinor();
        var amount = part == null ? whole : part;
        authority.sign(staff, before, part == null ? most : part);
        var label =
                part == null || part == whole
                        ? Text.of(
                                "支持消费者：" + judgement.reasons(),
                                "for the customer: " + judgement.reasons())
                        : Text.of("部分支持：" + judgement.reasons(), "in part: " + judgement.reasons());
        var stored = reaudit.order(before);
        var to =
                part == null && goodsAreStillOut(before)
                        ? AfterApproval.state(before.type(), stored.order())
                        : CaseState.REFUNDING;
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        to == CaseState.WAIT_BUYER_RETURN
                                                ? to
                                                : CaseState.REFUNDING,
                                        CaseEvent.ARBITRATE,
                                        "ARBITRATED",
                                        staff.actor())
                                .param("resultLabel", label)
                                .approved(amount));
        var open = amount - refunds.promised(before.shop(), before.id());
        if (after.state() == CaseState.REFUNDING && open > 0) {
            refunds.start(after, stored.order(), RefundIntent.Kind.REFUND, open);
        }
        return after;
    }

    /** Nothing has come back yet, neither by parcel nor over a counter. */
    private boolean goodsAreStillOut(CaseRow of) {
        return file.timeline(of.shop(), of.id()).stream()
                .noneMatch(entry -> ARRIVED.contains(entry.step()));
    }
}
