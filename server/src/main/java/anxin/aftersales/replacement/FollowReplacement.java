package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.commerce.Orders;
import anxin.commerce.Stock;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A case that no longer promises goods lets them go, however it got there; one whose goods are to
 * be sent has them promised at the latest now.
 */
@Component
class FollowReplacement implements CaseFollower {

    private static final Set<String> WITH_GOODS = Set.of("EXCHANGE", "RESEND", "REPAIR");

    private static final Set<CaseState> PROMISED =
            EnumSet.of(
                    CaseState.WAIT_BUYER_RETURN,
                    CaseState.WAIT_STORE_CONFIRM,
                    CaseState.RETURN_IN_TRANSIT,
                    CaseState.INSPECTING,
                    CaseState.INSPECTION_DISPUTE,
                    CaseState.PLATFORM_DISPUTE,
                    CaseState.REPAIRING,
                    CaseState.REPLACEMENT_PREPARING,
                    CaseState.REPLACEMENT_SHIPPED);

    private final CaseStore cases;
    private final Orders orders;
    private final ReplacementStore store;
    private final Reservations reservations;

    FollowReplacement(
            CaseStore cases, Orders orders, ReplacementStore store, Reservations reservations) {
        this.cases = cases;
        this.orders = orders;
        this.store = store;
        this.reservations = reservations;
    }

    @Override
    public boolean waitsFor(CaseState state) {
        return state == CaseState.REPLACEMENT_PREPARING;
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        follow(before, after);
    }

    @Override
    public void opened(CaseRow row) {
        follow(null, row);
    }

    private void follow(@Nullable CaseRow before, CaseRow after) {
        var withGoods = WITH_GOODS.contains(after.type());
        if (!withGoods && (before == null || !WITH_GOODS.contains(before.type()))) {
            return;
        }
        if (!withGoods || !PROMISED.contains(after.state())) {
            reservations.giveUp(after.shop(), after.id());
        } else if (after.state() == CaseState.REPLACEMENT_PREPARING
                && store.live(after.shop(), after.id()).isEmpty()) {
            promise(after);
        }
    }

    /** The same again as was bought: what could not be repaired, what nobody had counted. */
    private void promise(CaseRow of) {
        var order = orders.find(of.shop(), of.orderNo());
        if (order.isEmpty()) {
            return;
        }
        var items =
                cases.lines(of.shop(), of.id()).stream()
                        .map(
                                line ->
                                        new Need.Item(
                                                line.lineId(),
                                                line.sku(),
                                                line.title(),
                                                line.qtyAsked()))
                        .toList();
        var kind = of.type().equals("RESEND") ? Need.Kind.RESEND : Need.Kind.EXCHANGE;
        reservations.promise(
                new Need(of.shop(), of.id(), kind, Stock.WAREHOUSE, items, order.get()));
    }
}
