package anxin.aftersales.refund;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.payments.PaymentGateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        @Nullable String gatewayNo,
        @Nullable String trouble,
        Instant changedAt) {

    /** What its gateway is asked; {@code paidMinor} by the same means of payment. */
    PaymentGateway.Order order(long paidMinor) {
        return new PaymentGateway.Order(
                outRefundNo,
                payTxnId,
                tender,
                amountMinor,
                paidMinor,
                currency,
                "after-sales",
                gatewayNo);
    }

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

    /** Of all columns of {@code aftersales.refund_intent}. */
    public static RefundIntent of(ResultSet row, int number) throws SQLException {
        var next = row.getObject("next_query_at", OffsetDateTime.class);
        return new RefundIntent(
                new ShopId(row.getString("shop_id")),
                row.getString("out_refund_no"),
                row.getObject("case_id", UUID.class),
                new OrderNumber(row.getString("order_no")),
                row.getString("tender"),
                Kind.valueOf(row.getString("kind")),
                row.getString("pay_txn_id"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getString("gateway"),
                row.getString("gateway_no"),
                row.getString("trouble"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
