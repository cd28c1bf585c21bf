package anxin.platforms;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platforms that shops have connected. Every call speaks with the platform. */
public interface PlatformCases {

    /**
     * As it stands now; empty when the platform knows no such case. Throws {@link PlatformTrouble}.
     */
    Optional<ExternalCase> read(ShopId shop, Platform platform, String id);

    /** {@code seen} is the case as it was read just before: the platform is held to it. */
    Outcome tell(ShopId shop, Errand errand, ExternalCase seen);

    /**
     * Takes the order over from the platform, so that it is known here; false when the platform has
     * none of that number. Throws {@link PlatformTrouble}.
     */
    boolean fetchOrder(ShopId shop, Platform platform, OrderNumber number);

    /** Where a person of the shop finds the case over there. */
    @Nullable String link(ShopId shop, Platform platform, String id);

    /** Reads it again soon and tells what it finds. */
    void readSoon(ShopId shop, Platform platform, String id);
}
