package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Move;
import anxin.aftersales.returns.Shipments;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.Parcels;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * T04 and what a case asks of carriers: a parcel that is to be stopped is an order to its carrier,
 * one that is late is a question, and neither outlives the case's need of it.
 */
@Component
class FollowParcels implements CaseFollower {

    private static final Set<CaseState> WITH_A_CARRIER =
            EnumSet.of(CaseState.WAIT_BUYER_RETURN, CaseState.RETURN_IN_TRANSIT);
    private static final Set<CaseState> SENT_BY_THE_CUSTOMER =
            EnumSet.of(
                    CaseState.WAIT_BUYER_RETURN, CaseState.RETURN_IN_TRANSIT, CaseState.INSPECTING);
    private static final List<LogisticsTasks.Kind> OF_THE_WAY =
            List.of(
                    LogisticsTasks.Kind.INTERCEPT,
                    LogisticsTasks.Kind.PICKUP,
                    LogisticsTasks.Kind.CHECK);

    private final LogisticsTasks tasks;
    private final Shipments shipments;
    private final Orders orders;
    private final Parcels parcels;

    FollowParcels(LogisticsTasks tasks, Shipments shipments, Orders orders, Parcels parcels) {
        this.tasks = tasks;
        this.shipments = shipments;
        this.orders = orders;
        this.parcels = parcels;
    }

    @Override
    public boolean waitsFor(CaseState state) {
        return state == CaseState.RETURN_IN_TRANSIT;
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
        var onItsWay = after.state() == CaseState.RETURN_IN_TRANSIT;
        if (onItsWay && (before == null || !SENT_BY_THE_CUSTOMER.contains(before.state()))) {
            carrierBringsBack(after);
        } else if (onItsWay
                && before != null
                && before.state() == after.state()
                && after.escalations() > before.escalations()) {
            askTheCarrier(after);
        } else if (before != null
                && WITH_A_CARRIER.contains(before.state())
                && !WITH_A_CARRIER.contains(after.state())) {
            tasks.drop(after, OF_THE_WAY);
        }
    }

    /** What was never delivered comes back by itself once its carrier has been told so. */
    private void carrierBringsBack(CaseRow of) {
        var parcel =
                parcels.outbound(of.shop(), of.orderNo()).stream().reduce((a, b) -> b).orElse(null);
        var carrier = parcel == null ? null : parcel.carrier();
        var trackingNo = parcel == null ? null : parcel.trackingNo();
        shipments.broughtBack(of, carrier, trackingNo, of.changedAt());
        var fulfil = orders.find(of.shop(), of.orderNo()).map(stored -> stored.order().fulfil());
        if (fulfil.filter(how -> how == Order.Fulfilment.SHIPPED).isPresent()) {
            tasks.open(of, LogisticsTasks.Kind.INTERCEPT, carrier, trackingNo, null);
        }
    }

    private void askTheCarrier(CaseRow of) {
        var parcel = shipments.parcel(of).orElse(null);
        tasks.open(
                of,
                LogisticsTasks.Kind.CHECK,
                parcel == null ? null : parcel.carrier(),
                parcel == null ? null : parcel.trackingNo(),
                null);
    }
}
