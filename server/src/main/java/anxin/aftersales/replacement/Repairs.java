package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.submit.Policies;
import anxin.commerce.Orders;
import anxin.commerce.Stock;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T49: what is repaired goes back to the customer; what cannot be repaired the second time is
 * exchanged at the seller's cost.
 */
@Component
class Repairs {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final ReplacementStore store;
    private final SendReplacement sending;
    private final Orders orders;
    private final Policies policies;
    private final Clock clock;

    Repairs(
            CaseStore cases,
            CaseChanges changes,
            ReplacementStore store,
            SendReplacement sending,
            Orders orders,
            Policies policies,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.sending = sending;
        this.orders = orders;
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional
    public CaseRow done(
            Staff staff, ShopId shop, UUID id, int version, Sent sent, @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.REPAIR_DONE);
        var order = orders.find(shop, before.orderNo()).orElseThrow(() -> Problem.missing("order"));
        var items =
                cases.lines(shop, id).stream()
                        .map(l -> new Need.Item(l.lineId(), l.sku(), l.title(), l.qtyAsked()))
                        .toList();
        var repaired = UUID.randomUUID();
        store.add(
                new Need(shop, id, Need.Kind.REPAIRED, Stock.WAREHOUSE, items, order),
                repaired,
                false,
                clock.instant());
        sending.send(before, repaired, sent, staff);
        return sending.onItsWay(before, CaseEvent.REPAIR_DONE, "REPAIRED", sent, staff);
    }

    /** The first time the service centre tries again, within the limit it began with. */
    @Transactional
    public CaseRow failed(Staff staff, ShopId shop, UUID id, int version, String note) {
        var before = cases.begin(shop, id, version, CaseEvent.REPAIR_FAILED);
        store.repairedInVain(before);
        var most = policies.at(shop, before.submittedAt()).failedRepairs();
        var again = most > 0 && failures(before) < most;
        var move =
                again
                        ? Move.to(
                                        CaseState.REPAIRING,
                                        CaseEvent.REPAIR_FAILED,
                                        "REPAIR_AGAIN",
                                        staff.actor())
                                .deadlineAt(before.deadlineAt())
                        : Move.to(
                                        CaseState.REPLACEMENT_PREPARING,
                                        CaseEvent.REPAIR_FAILED,
                                        "REPAIR_FAILED",
                                        staff.actor())
                                .freightPayer("SELLER");
        return changes.apply(before, move.note(note));
    }

    /** Ours and those that the shop knew of before. */
    private int failures(CaseRow of) {
        var mine = cases.lines(of.shop(), of.id());
        var told =
                orders.find(of.shop(), of.orderNo()).stream()
                        .flatMap(stored -> stored.order().lines().stream())
                        .filter(
                                line ->
                                        mine.stream()
                                                .anyMatch(one -> one.lineId().equals(line.id())))
                        .mapToInt(anxin.commerce.Order.Line::failedRepairs)
                        .max()
                        .orElse(0);
        return told + store.repairsInVain(of);
    }
}
