package anxin.commerce;

import anxin.kernel.ShopId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers have bought. */
public interface Buyers {

    /** Somebody by the shop's own id of them. */
    record Buyer(ShopId shop, String customerId) {}

    /**
     * @param paidFen what they paid in all, in CNY
     * @param tier as the shop rates them: NORMAL, SILVER, GOLD, DIAMOND; null where it does not
     */
    record Bought(Buyer buyer, BigDecimal paidFen, @Nullable String tier) {}

    /** Since then, by their newest orders; whoever bought nothing is left out. One statement. */
    List<Bought> bought(Collection<Buyer> buyers, Instant since);
}
