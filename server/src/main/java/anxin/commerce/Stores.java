package anxin.commerce;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores of the connected shops, and what they have. */
public interface Stores {

    /**
     * A store where goods are collected and brought back.
     *
     * @param opens its hours as they are shown
     */
    record Store(
            ShopId shop,
            String id,
            Text name,
            @Nullable String city,
            @Nullable String address,
            @Nullable String phone,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String opens,
            boolean open) {}

    /** So many were there when they were counted; later nobody knows. */
    record Stock(String storeId, String sku, int qty, Instant countedAt) {}

    Optional<Store> find(ShopId shop, String id);

    /** What every store has of these, by SKU and store. */
    List<Stock> stockOf(ShopId shop, Collection<String> skus);
}
