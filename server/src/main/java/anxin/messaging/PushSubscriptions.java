package anxin.messaging;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Browsers whose owners want to be told of their cases. */
public interface PushSubscriptions {

    /** As a browser gives it: where to push to, and the keys to seal the message with. */
    record Browser(String endpoint, String p256dh, String auth) {}

    /** The key that a browser of this shop subscribes with; empty while the shop pushes nothing. */
    Optional<String> publicKey(ShopId shop);

    /** The same browser again is one subscription, now of this customer. */
    void add(ShopId shop, String customer, UUID id, Browser browser);

    void remove(ShopId shop, String customer, String endpoint);

    /** A customer of a shop. */
    record Owner(ShopId shop, String customer) {}

    /** The recipients of a customer's pushes. */
    List<String> of(ShopId shop, String customer);

    /** Those of many customers in one statement; who has none is left out. */
    Map<Owner, List<String>> ofAll(Collection<Owner> owners);
}
