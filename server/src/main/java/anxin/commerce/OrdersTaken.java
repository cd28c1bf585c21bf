package anxin.commerce;

import anxin.kernel.ShopId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes an order from whoever speaks for a shop, as its own system would send it. */
public interface OrdersTaken {

    /** What is wrong with it; empty when it is what we hold now, or we hold a newer one. */
    Optional<String> take(ShopId shop, JsonNode order);
}
