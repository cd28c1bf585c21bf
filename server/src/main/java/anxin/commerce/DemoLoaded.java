package anxin.commerce;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;

/**
 * The demo shops are there with all their orders, as they stand at {@code at}. In the log of facts
 * under {@link #TYPE}, with this as its payload.
 */
public record DemoLoaded(Instant at, long seed, List<ShopId> shops) {

    public static final String TYPE = "commerce.demo-loaded";
}
