package anxin.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refunds of one day as the gateway has them in its books. */
public record Bill(List<Entry> entries) {

    /** One refund; {@code paid} when the money has gone, not when it is on its way or fell back. */
    public record Entry(
            String outRefundNo,
            @Nullable String gatewayNo,
            long amountMinor,
            String currency,
            boolean paid) {}
}
