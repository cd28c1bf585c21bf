package anxin.commerce;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.time.ZoneId;

/**
 * A connected shop.
 *
 * @param zone where its days begin and end
 * @param currency what its prices are in when nothing else is said
 */
public record Shop(ShopId id, Text name, ZoneId zone, String currency) {}
