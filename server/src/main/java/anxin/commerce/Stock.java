package anxin.commerce;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What there is to hand out, and what of it is promised. Everything happens in the caller's
 * transaction, under the locks of the rows it is about; no count ever goes below nothing.
 */
public interface Stock {

    /** The place that is no store: where parcels are sent from. */
    String WAREHOUSE = "";

    record Item(String sku, int qty) {}

    /** So many were there at that time, as somebody told. */
    record Told(String place, String sku, int qty, Instant at) {}

    /** So many are there by the last word, and so many of them are promised. */
    record Known(String place, String sku, int qty, int reserved, Instant asOf) {}

    /** What one reservation is for; its id is made by whoever reserves. */
    record Wanted(UUID id, String place, List<Item> items) {}

    /** What became of a wish: UNKNOWN is where nobody has ever counted. */
    enum Answer {
        RESERVED,
        SHORT,
        UNKNOWN
    }

    /** The newest word counts; what is older than a count or a move changes nothing. */
    void learn(ShopId shop, Collection<Told> told);

    List<Known> known(ShopId shop, Collection<String> skus);

    /** Each in full or not at all. The same id again is the same reservation. */
    Map<UUID, Answer> reserve(ShopId shop, Collection<Wanted> wanted);

    /** What is not taken and not released yet goes back to everybody; otherwise nothing happens. */
    void release(ShopId shop, UUID reservation);

    /**
     * What was reserved leaves. A 422 {@code stock-not-there} when the place does not have it by
     * its own count.
     */
    void take(ShopId shop, UUID reservation);

    /**
     * What was reserved leaves and something comes in at the same place: both or neither, and
     * nobody can see one without the other.
     */
    void swap(ShopId shop, UUID reservation, UUID move, String place, List<Item> in);

    /**
     * Something came in; the same id again is the same move. Where the warehouse has never been
     * counted it stays so.
     */
    void bring(ShopId shop, UUID move, String place, List<Item> items);
}
