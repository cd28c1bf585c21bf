package anxin.commerce;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of the connected shops. */
public interface Orders {

    Optional<StoredOrder> find(ShopId shop, OrderNumber number);

    /** Those that are there, of any shops, in one statement and in no particular order. */
    List<StoredOrder> findAll(Collection<OrderKey> keys);

    /** The order that was paid under one of a gateway's numbers. */
    Optional<OrderNumber> paidUnder(ShopId shop, Collection<String> payTxnIds);

    /** A customer's orders, newest first. */
    Page<StoredOrder> ofCustomer(ShopId shop, String customerId, @Nullable String after, int size);

    /** A shop's orders, newest first. */
    Page<StoredOrder> ofShop(ShopId shop, @Nullable String after, int size);
}
