package anxin.commerce;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parcels by their tracking number, and what their carriers tell of them. */
public interface Parcels {

    /** From the shop to the customer, back again, or instead of what came back. */
    enum Direction {
        OUTBOUND,
        RETURN,
        REPLACEMENT
    }

    /** Something a carrier saw; {@code status} in the words of its traces, COLLECTED, SIGNED, … */
    record Scan(Instant at, String status, @Nullable String text, @Nullable String place) {}

    /**
     * What is known of a parcel.
     *
     * @param shippedAt the carrier's first scan
     * @param status the last one's
     */
    record Tracked(
            String trackingNo,
            String orderNumber,
            @Nullable String carrier,
            @Nullable Instant shippedAt,
            @Nullable String status,
            @Nullable Instant lastTraceAt,
            @Nullable Instant signedAt,
            List<Scan> scans) {}

    Optional<Tracked> find(ShopId shop, String trackingNo);

    /** Those that were to bring the order to its customer. */
    List<Tracked> outbound(ShopId shop, OrderNumber order);

    /**
     * From now on what is told of this number is about a parcel that goes this way; in the caller's
     * transaction. It may have been told of before.
     */
    void expect(
            ShopId shop, String trackingNo, OrderNumber order, String carrier, Direction direction);
}
