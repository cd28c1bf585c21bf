package anxin.commerce;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as we hold it: what the shop sent, with what its parcels told since laid over it.
 *
 * @param sourceVersion the version the source gave it, 0 without
 * @param sourceTime the time the source gave it
 * @param changedAt when we last took a newer one
 */
public record StoredOrder(
        ShopId shop,
        Order order,
        Contact contact,
        long sourceVersion,
        @Nullable Instant sourceTime,
        Instant changedAt) {

    public OrderNumber number() {
        return new OrderNumber(order.no());
    }

    public OrderKey key() {
        return new OrderKey(shop, number());
    }

    public @Nullable String customerId() {
        var customer = order.customer();
        return customer == null ? null : customer.id();
    }

    /** What the customer paid for it: all lines and the outbound freight. */
    public long paidMinor() {
        return order.lines().stream().mapToLong(Order.Line::paidMinor).sum() + order.freightMinor();
    }
}
