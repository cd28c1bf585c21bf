package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.commerce.Parcels;
import anxin.commerce.Stock;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** T46 the warehouse sends, T47 it cannot, T48 the customer has it. */
@Component
public class SendReplacement {

    private static final Duration TO_SAY_SO = Duration.ofDays(10);

    private final CaseStore cases;
    private final CaseChanges changes;
    private final ReplacementStore store;
    private final Reservations reservations;
    private final Arrivals arrivals;
    private final Stock stock;
    private final Parcels parcels;
    private final Clock clock;

    SendReplacement(
            CaseStore cases,
            CaseChanges changes,
            ReplacementStore store,
            Reservations reservations,
            Arrivals arrivals,
            Stock stock,
            Parcels parcels,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.reservations = reservations;
        this.arrivals = arrivals;
        this.stock = stock;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** {@code scanned} are the articles in the parcel; empty where nothing was scanned. */
    @Transactional
    public CaseRow ship(
            Staff staff, ShopId shop, UUID id, int version, Sent sent, List<String> scanned) {
        var before = cases.begin(shop, id, version, CaseEvent.SHIP_REPLACEMENT);
        var replacement = store.live(shop, id).orElseThrow(() -> Problem.missing("replacement"));
        requireMade(before);
        requireThese(store.items(shop, replacement.id()), scanned);
        reservations.holdNow(shop, id);
        stock.take(shop, replacement.id());
        send(before, replacement.id(), sent, staff);
        return onItsWay(before, CaseEvent.SHIP_REPLACEMENT, "REPLACEMENT_SENT", sent, staff);
    }

    /** Writes down the parcel and follows it. */
    void send(CaseRow of, UUID replacement, Sent sent, Staff staff) {
        if (!store.ship(of.shop(), replacement, sent, staff.actor(), clock.instant())) {
            throw Problem.refused(
                    "tracking-number-used",
                    "该运单号已用于另一个售后单，请核对后重新填写",
                    "This tracking number belongs to another case; check it and enter it again");
        }
        parcels.expect(
                of.shop(),
                sent.trackingNo(),
                of.orderNo(),
                sent.carrier(),
                Parcels.Direction.REPLACEMENT);
    }

    CaseRow onItsWay(CaseRow before, CaseEvent event, String step, Sent sent, Staff staff) {
        var eta = Objects.requireNonNullElse(sent.etaAt(), clock.instant());
        return changes.apply(
                before,
                Move.to(CaseState.REPLACEMENT_SHIPPED, event, step, staff.actor())
                        .deadlineAt(eta.plus(TO_SAY_SO))
                        .param("carrier", sent.carrier())
                        .param("trackingNo", sent.trackingNo()));
    }

    private static void requireThese(List<ReplacementStore.ItemRow> items, List<String> scanned) {
        for (int i = 0; i < scanned.size(); i++) {
            var sku = scanned.get(i);
            if (items.stream().noneMatch(item -> item.sku().equals(sku))) {
                throw Problem.invalid(
                        "/scanned/" + i, "不是要发出的商品，请核对", "is not what is to be sent; look again");
            }
        }
    }

    private void requireMade(CaseRow of) {
        if (store.isBeingMade(of)) {
            throw Problem.refused(
                    "still-being-made",
                    "定制还没有完成，完成后再发出",
                    "It is still being made to order; it is sent when it is done");
        }
    }

    /** T47: what is made to order cannot be made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow cannotBeMade(CaseRow before, String actor, @Nullable String note) {
        return changes.apply(before, gone(actor, note));
    }

    private static Move gone(String actor, @Nullable String note) {
        return Move.to(
                        CaseState.AWAITING_CHOICE,
                        CaseEvent.REPLACEMENT_UNAVAILABLE,
                        "REPLACEMENT_GONE",
                        actor)
                .note(note);
    }

    /** The warehouse found none, whatever the books say: the next one is told the truth. */
    @Transactional
    public CaseRow unavailable(
            Staff staff, ShopId shop, UUID id, int version, @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.REPLACEMENT_UNAVAILABLE);
        store.live(shop, id)
                .ifPresent(
                        row ->
                                stock.learn(
                                        shop,
                                        store.items(shop, row.id()).stream()
                                                .map(
                                                        item ->
                                                                new Stock.Told(
                                                                        row.place(),
                                                                        item.sku(),
                                                                        0,
                                                                        clock.instant()))
                                                .toList()));
        return changes.apply(before, gone(staff.actor(), note));
    }

    @Transactional
    public CaseRow received(Customer customer, UUID id, int version) {
        var before = cases.begin(customer, id, version, CaseEvent.BUYER_RECEIVE);
        return arrivals.arrived(
                before,
                CaseEvent.BUYER_RECEIVE,
                "RECEIVED",
                customer.actor(),
                Arrivals.How.CUSTOMER);
    }
}
