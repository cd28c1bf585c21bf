package anxin.payments;

import anxin.kernel.ShopId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever wants to hear what gateways tell by themselves; only what was verified gets here. */
public interface GatewayNews {

    /** What a gateway tells: of a refund of ours, or of a payment that its bank takes back. */
    sealed interface News permits Notice, Dispute {}

    /** Maybe twice, late and out of order. */
    void told(ShopId shop, String gateway, Notice notice);

    /** The same; whoever does not care about disputes hears nothing of them. */
    default void disputed(ShopId shop, String gateway, Dispute dispute) {}

    /** How far a dispute has got. */
    enum DisputeState {
        OPEN,
        /** The shop keeps the money. */
        WON,
        /** The customer has the money back, through the bank. */
        LOST
    }

    /**
     * A bank takes a payment back.
     *
     * @param id the gateway's own number of the dispute
     * @param payTxnIds the names under which the payment may be known
     */
    record Dispute(String id, List<String> payTxnIds, long amountMinor, DisputeState state)
            implements News {}

    /**
     * One refund's news.
     *
     * @param amountMinor as the gateway tells it; null when it does not
     * @param answer null when the gateway only says that something has happened: ask it
     */
    record Notice(
            String outRefundNo, @Nullable Long amountMinor, PaymentGateway.@Nullable Answer answer)
            implements News {}
}
