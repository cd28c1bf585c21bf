package anxin.aftersales.refund;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that is to go back by one means of payment, under one number for ever. */
public record RefundIntent(
        ShopId shop,
        String outRefundNo,
        UUID caseId,
        OrderNumber orderNo,
        String tender,
        Kind kind,
        @Nullable String payTxnId,
        long amountMinor,
        String currency,
        Status status,
        int attempts,
        @Nullable Instant nextQueryAt,
        String gateway,
        @Nullable String trouble,
        Instant changedAt) {

    /** Why it goes. */
    public enum Kind {
        REFUND,
        COMPENSATION,
        PRICE_PROTECT
    }

    /** How far it is; the last two are for ever. */
    public enum Status {
        INIT,
        SENT,
        UNKNOWN,
        SUCCEEDED,
        FAILED_FINAL;

        public boolean isFinal() {
            return this == SUCCEEDED || this == FAILED_FINAL;
        }
    }
}
