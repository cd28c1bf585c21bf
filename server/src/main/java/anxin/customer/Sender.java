package anxin.customer;

import anxin.kernel.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a channel knows them.
 *
 * @param channel where the address means somebody
 * @param address theirs on that channel
 * @param customerId the shop's own id of them, where the channel vouches for it
 */
public record Sender(
        ShopId shop,
        String channel,
        String address,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String customerId) {}
