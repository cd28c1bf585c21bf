package anxin.aftersales.store;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.replacement.Arrivals;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.returns.Inspections;
import anxin.aftersales.returns.Shipments;
import anxin.commerce.Stock;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer stands in the store with the goods and the code. T25 takes the goods; T30 takes them
 * and gives the new ones in the same moment, both or neither.
 */
@Component
class AtTheCounter {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final StoreTasks tasks;
    private final Shipments shipments;
    private final Inspections inspections;
    private final Replacements replacements;
    private final Reservations reservations;
    private final Arrivals arrivals;
    private final Clock clock;

    AtTheCounter(
            CaseStore cases,
            CaseChanges changes,
            StoreTasks tasks,
            Shipments shipments,
            Inspections inspections,
            Replacements replacements,
            Reservations reservations,
            Arrivals arrivals,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.tasks = tasks;
        this.shipments = shipments;
        this.inspections = inspections;
        this.replacements = replacements;
        this.reservations = reservations;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What was scanned: the customer's code, the article that comes in, the one that goes out. */
    record Scanned(String code, String returnedSku, @Nullable String givenSku) {}

    /** {@code passed}: the colleague has looked, and it is as it was sold. */
    @Transactional
    public CaseRow receive(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            Scanned scanned,
            boolean passed,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.DROP_AT_STORE);
        var store = atStore(staff, before, scanned.code());
        if (replacements.of(before).isPresent()) {
            throw Problem.refused(
                    "hand-over-instead",
                    "这是换货，请同时扫描退回商品和新商品",
                    "This is an exchange; scan what comes in and what goes out together");
        }
        requireOfCase(before, scanned.returnedSku());
        shipments.received(before, clock.instant());
        tasks.done(before, StoreTasks.Outcome.RECEIVED, staff.actor(), clock.instant());
        var inspecting =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.INSPECTING,
                                        CaseEvent.DROP_AT_STORE,
                                        "STORE_RECEIVED",
                                        staff.actor())
                                .note(note));
        return passed ? inspections.passed(inspecting, staff, seen(note), store) : inspecting;
    }

    @Transactional
    public CaseRow handOver(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            Scanned scanned,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.HAND_OVER);
        var store = atStore(staff, before, scanned.code());
        var promised =
                replacements
                        .of(before)
                        .filter(view -> store.equals(view.storeId()))
                        .orElseThrow(() -> Problem.missing("replacement"));
        requireOfCase(before, scanned.returnedSku());
        if (promised.items().stream().noneMatch(i -> i.sku().equals(scanned.givenSku()))) {
            throw Problem.invalid(
                    "/givenSku", "不是为该顾客保留的商品，请核对", "is not what is held for this customer");
        }
        var comesIn = comesIn(before);
        inspections.accepted(before, staff, seen(note));
        reservations.swap(before, store, comesIn);
        shipments.received(before, clock.instant());
        tasks.done(before, StoreTasks.Outcome.HANDED_OVER, staff.actor(), clock.instant());
        return arrivals.arrived(
                before, CaseEvent.HAND_OVER, "HANDED_OVER", staff.actor(), Arrivals.How.STORE);
    }

    private static Inspections.Seen seen(@Nullable String note) {
        return new Inspections.Seen(List.of(), List.of(), note);
    }

    private List<Stock.Item> comesIn(CaseRow of) {
        return cases.lines(of.shop(), of.id()).stream()
                .map(line -> new Stock.Item(line.sku(), line.qtyOpen()))
                .filter(item -> item.qty() > 0)
                .toList();
    }

    /** The store that the code belongs to. */
    private String atStore(Staff staff, CaseRow of, String code) {
        var drop = shipments.drop(of);
        if (drop.isPresent() && !staff.mayInStore(of.shop(), drop.get().storeId())) {
            throw Problem.missing("store-task");
        }
        return drop.filter(one -> one.code().equals(code))
                .map(Shipments.Drop::storeId)
                .orElseThrow(
                        () ->
                                Problem.refused(
                                        "wrong-code",
                                        "该码不属于这个售后单，请重新扫描顾客手机上的码",
                                        "This code is not the one of this case; scan the customer's phone again"));
    }

    private void requireOfCase(CaseRow of, String sku) {
        if (cases.lines(of.shop(), of.id()).stream().noneMatch(line -> line.sku().equals(sku))) {
            throw Problem.invalid(
                    "/returnedSku", "不是该售后单的商品，请核对", "is not an article of this case; look again");
        }
    }
}
