package anxin.commerce;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A connected shop.
 *
 * @param zone where its days begin and end
 * @param currency what its prices are in when nothing else is said
 * @param returnAddress where customers send goods back to; null until the shop says so
 */
public record Shop(
        ShopId id, Text name, ZoneId zone, String currency, @Nullable ReturnAddress returnAddress) {

    /** As it is written on a parcel. */
    public record ReturnAddress(Text name, String phone, Text address) {}
}
