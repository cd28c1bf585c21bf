package anxin.payments;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends money back the way it came. Every call may be repeated with the same {@code outRefundNo}: a
 * gateway pays a number once. A time-out or an answer it does not understand is {@link
 * Answer.Unknown}, never a guess.
 */
public interface PaymentGateway {

    /**
     * What the gateway is asked to pay back.
     *
     * @param payTxnId its own number of the payment
     * @param paidMinor what was paid by this means, all of it
     * @param gatewayNo its own number of the refund, once it has told one
     */
    record Order(
            String outRefundNo,
            @Nullable String payTxnId,
            String tender,
            long amountMinor,
            long paidMinor,
            String currency,
            String reason,
            @Nullable String gatewayNo) {}

    /** What is known after a call. */
    sealed interface Answer {
        record Succeeded(@Nullable String gatewayNo) implements Answer {}

        /** Taken; the outcome comes later by call-back or query. */
        record Processing(@Nullable String gatewayNo) implements Answer {}

        /** The gateway knows no such number: it may be sent again under it. */
        record NotFound() implements Answer {}

        /** Refused for certain: the same number will never be paid. */
        record Rejected(String code, String message) implements Answer {}

        /**
         * Taken, and stands still until somebody does something at the gateway; it may be paid
         * still.
         */
        record Stuck(String code, String message) implements Answer {}

        /** Time-out, broken line, an answer not understood: the money may have gone or not. */
        record Unknown(String why) implements Answer {}
    }

    /** Stable, kept with each intent. */
    String name();

    /** Whether this gateway serves payments made by {@code tender}. */
    boolean serves(String tender);

    Answer refund(Order order);

    Answer query(Order order);

    /** What it says it paid back on a day of its own; empty while it does not know yet. */
    Optional<Bill> bill(LocalDate day);
}
