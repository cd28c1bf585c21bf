package anxin.platforms.pull;

import anxin.commerce.OrdersTaken;
import anxin.commerce.Products;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.platforms.Errand;
import anxin.platforms.ExternalCase;
import anxin.platforms.Outcome;
import anxin.platforms.Platform;
import anxin.platforms.PlatformCases;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.connections.ConnectedPlatforms;
import anxin.platforms.connections.ShopPlatform;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What others may ask of the connected platforms. */
@Component
class ConnectedCases implements PlatformCases {

    private final ConnectedPlatforms platforms;
    private final ToRead toRead;
    private final OrdersTaken orders;
    private final Products products;
    private final Clock clock;

    ConnectedCases(
            ConnectedPlatforms platforms,
            ToRead toRead,
            OrdersTaken orders,
            Products products,
            Clock clock) {
        this.platforms = platforms;
        this.toRead = toRead;
        this.orders = orders;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public Optional<ExternalCase> read(ShopId shop, Platform platform, String id) {
        return platforms.require(shop, platform).read(id);
    }

    @Override
    public Outcome tell(ShopId shop, Errand errand, ExternalCase seen) {
        return platforms.require(shop, seen.platform()).tell(errand, seen);
    }

    @Override
    public boolean fetchOrder(ShopId shop, Platform platform, OrderNumber number) {
        var document = platforms.require(shop, platform).order(number);
        if (document.isEmpty()) {
            return false;
        }
        classify(shop, document.get());
        var refused = orders.take(shop, document.get());
        if (refused.isPresent()) {
            throw PlatformTrouble.of(
                    PlatformTrouble.Kind.NOT_UNDERSTOOD,
                    "the order cannot be taken: " + refused.get());
        }
        return true;
    }

    /** A platform does not tell our categories; the shop's own catalogue does. */
    private void classify(ShopId shop, ObjectNode order) {
        for (var line : order.path("lines")) {
            products.find(shop, line.path("sku").asString(""))
                    .ifPresent(product -> ((ObjectNode) line).put("category", product.category()));
        }
    }

    @Override
    public @Nullable String link(ShopId shop, Platform platform, String id) {
        return platforms.find(shop, platform).map((ShopPlatform one) -> one.link(id)).orElse(null);
    }

    @Override
    public void readSoon(ShopId shop, Platform platform, String id) {
        toRead.wish(shop, platform, List.of(id), clock.instant());
    }
}
