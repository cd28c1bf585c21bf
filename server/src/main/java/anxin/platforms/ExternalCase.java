package anxin.platforms;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A platform's after-sales case as it stood when it was read, in neutral words.
 *
 * @param id the platform's own number, unique within the platform
 * @param lineId the line of the order it is about; null is the whole order
 * @param qty units asked for; null is all of them
 * @param amountMinor what the customer asks back
 * @param version grows with every change over there
 * @param readAt before the platform was asked: of two with the same version the later one holds
 */
public record ExternalCase(
        Platform platform,
        String id,
        String orderNumber,
        @Nullable String lineId,
        Kind kind,
        Status status,
        @Nullable Integer qty,
        long amountMinor,
        String currency,
        @Nullable String reason,
        @Nullable Parcel parcel,
        Instant appliedAt,
        long version,
        Instant changedAt,
        @Nullable Instant deadlineAt,
        Instant readAt) {

    /** What the customer wants. */
    public enum Kind {
        RETURN_REFUND,
        REFUND_ONLY,
        EXCHANGE,
        RESEND,
        REPAIR,
        PRICE_PROTECT,
        /** A parcel that is called back on its way. */
        INTERCEPT,
        /** A code that none of our tables has. */
        UNKNOWN
    }

    /** The parcel by which the goods come back. */
    public record Parcel(@Nullable String carrier, String trackingNo) {}

    /**
     * Where it stands.
     *
     * @param codes as the platform wrote them, {@code status=6 arbitrate=1}
     * @param standing the best word for it
     * @param alike what the platform's codes say just as well
     * @param ours where a case of ours may be besides, without the platform seeing it
     * @param unknown the codes that no table has; then it stands in review, and nowhere else
     */
    public record Status(
            String codes,
            Standing standing,
            Set<Standing> alike,
            Set<Standing> ours,
            List<String> unknown) {

        public Status {
            alike = Set.copyOf(alike);
            ours = Set.copyOf(ours);
            unknown = List.copyOf(unknown);
        }

        public static Status unknown(String codes, List<String> unknown) {
            return new Status(codes, Standing.IN_REVIEW, Set.of(), Set.of(), unknown);
        }

        /** Whether a case of ours in this state and the platform's agree. */
        public boolean agreesWith(Standing state) {
            return state == standing || alike.contains(state) || ours.contains(state);
        }

        public boolean isKnown() {
            return unknown.isEmpty();
        }
    }

    /** Newer than what was read before, or the same read again later. */
    public boolean isAfter(long earlierVersion, Instant earlierRead) {
        return version > earlierVersion
                || (version == earlierVersion && !readAt.isBefore(earlierRead));
    }
}
