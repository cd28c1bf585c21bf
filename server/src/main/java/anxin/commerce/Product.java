package anxin.commerce;

import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is in the catalogue today. What decides about an order is frozen in the order,
 * never read from here.
 *
 * @param sku what can be bought; {@code spu} is what its sizes and colours have in common
 * @param category APPAREL, FRESH, VOUCHER, …
 * @param attributes colour, size, origin, … as they are shown
 * @param exemptClass why the right to return without reason may not hold: HYGIENE, ACTIVATION, …
 * @param promises what the shop promises of it, as shown to customers
 */
public record Product(
        ShopId shop,
        String sku,
        @Nullable String spu,
        Text title,
        String category,
        Map<String, String> attributes,
        @Nullable String exemptClass,
        @Nullable Integer warrantyDays,
        @Nullable Integer promiseDays,
        List<String> promises,
        Money listPrice,
        @Nullable String imageUrl) {}
