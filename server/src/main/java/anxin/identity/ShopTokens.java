package anxin.identity;

import anxin.kernel.ShopId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the links by which a shop sends its customers to us. */
public interface ShopTokens {

    /**
     * What a good link says about its bearer.
     *
     * @param customer the shop's own id of the customer
     * @param order the order the customer was looking at
     */
    record ShopToken(
            ShopId shop,
            String customer,
            @Nullable String name,
            @Nullable String order,
            @Nullable String language) {}

    /**
     * Empty for every token that is not good, whatever is wrong with it. A one-time token is spent.
     */
    Optional<ShopToken> redeem(String token);
}
