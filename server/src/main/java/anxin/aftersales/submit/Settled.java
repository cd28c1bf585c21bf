package anxin.aftersales.submit;

import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as the shop told it, with what after-sales knows laid over it. */
final class Settled {

    private Settled() {}

    /**
     * The shop may or may not know of refunds made here, so of two figures about the same thing the
     * larger one counts, never their sum.
     */
    static StoredOrder of(
            StoredOrder stored,
            Map<String, SubmitStore.LineHistory> lines,
            SubmitStore.@Nullable Given given,
            Map<SubmitStore.CustomerRef, Integer> habits) {
        var order = stored.order();
        List<Order.Line> settled =
                order.lines().stream().map(line -> line(line, lines.get(line.id()))).toList();
        var refunded =
                Math.max(orZero(order.refundedMinor()), given == null ? 0 : given.refunded());
        var compensated =
                Math.max(orZero(order.compensatedMinor()), given == null ? 0 : given.compensated());
        var buyer = order.customer();
        if (buyer != null) {
            var seen =
                    habits.getOrDefault(
                            new SubmitStore.CustomerRef(stored.shop().value(), buyer.id()), 0);
            buyer =
                    new Order.Buyer(
                            buyer.id(),
                            buyer.tier(),
                            buyer.riskScore(),
                            Math.max(buyer.refundOnly30d(), seen));
        }
        return new StoredOrder(
                stored.shop(),
                order.settled(settled, buyer, order.seenKeys(), refunded, compensated),
                stored.contact(),
                stored.sourceVersion(),
                stored.sourceTime(),
                stored.changedAt());
    }

    private static Order.Line line(Order.Line line, SubmitStore.@Nullable LineHistory history) {
        if (history == null) {
            return line;
        }
        var open = history.openCase() != null ? history.openCase() : line.openCaseId();
        var refunded =
                open != null ? line.refundedQty() : Math.max(line.refundedQty(), history.claimed());
        var replaced = history.replacedAt();
        return line.settled(
                refunded,
                open,
                line.failedRepairs() + history.failedRepairs(),
                replaced == null ? line.replacementSignedAt() : replaced);
    }

    private static long orZero(@Nullable Long minor) {
        return minor == null ? 0 : minor;
    }
}
