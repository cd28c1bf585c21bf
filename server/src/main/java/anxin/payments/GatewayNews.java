package anxin.payments;

import anxin.kernel.ShopId;
import org.jspecify.annotations.Nullable;

/** Whoever wants to hear what gateways tell by themselves; only what was verified gets here. */
public interface GatewayNews {

    /** Maybe twice, late and out of order. */
    void told(ShopId shop, String gateway, Notice notice);

    /**
     * One refund's news.
     *
     * @param amountMinor as the gateway tells it; null when it does not
     * @param answer null when the gateway only says that something has happened: ask it
     */
    record Notice(
            String outRefundNo,
            @Nullable Long amountMinor,
            PaymentGateway.@Nullable Answer answer) {}
}
