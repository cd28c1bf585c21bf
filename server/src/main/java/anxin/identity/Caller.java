package anxin.identity;

import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking. A controller takes the caller it can serve as a parameter. */
public sealed interface Caller {

    /**
     * How the log of facts names the caller: {@code staff:…}, {@code customer:…}, {@code key:…}.
     */
    String actor();

    boolean mayIn(ShopId shop);

    /** The same answer for a shop that is not there and one that is not the caller's. */
    default void requireIn(ShopId shop) {
        if (!mayIn(shop)) {
            throw Problem.missing("shop");
        }
    }

    /** Staff and API keys: they act under permissions, in the shops of their scope. */
    sealed interface Permitted extends Caller {

        Set<Permission> permissions();

        /** Null: every shop of this installation. */
        @Nullable Set<ShopId> shops();

        @Override
        default boolean mayIn(ShopId shop) {
            var shops = shops();
            return shops == null || shops.contains(shop);
        }

        /** Whether the work of this store is the caller's. */
        default boolean mayInStore(ShopId shop, String store) {
            return mayIn(shop);
        }

        default boolean may(Permission permission) {
            return permissions().contains(permission);
        }
    }

    /**
     * A member of staff.
     *
     * @param tier the authority over money, L1 to L5
     * @param teams the skill groups whose queues are theirs
     * @param stores where they work; empty for every store of their shops
     */
    record Staff(
            UUID id,
            String name,
            Set<Permission> permissions,
            @Nullable Set<ShopId> shops,
            Set<String> teams,
            String tier,
            Set<Workplace> stores)
            implements Permitted {

        @Override
        public boolean mayInStore(ShopId shop, String store) {
            return mayIn(shop) && (stores.isEmpty() || stores.contains(new Workplace(shop, store)));
        }

        @Override
        public String actor() {
            return "staff:" + id;
        }
    }

    /** A program of the shop, by API key. */
    record ApiClient(
            UUID keyId, String name, Set<Permission> permissions, @Nullable Set<ShopId> shops)
            implements Permitted {
        @Override
        public String actor() {
            return "key:" + keyId;
        }
    }

    /**
     * A customer of one shop who entered by a signed link or a one-time code.
     *
     * @param id the shop's own id of the customer
     * @param onlyOrder the one order a code opens; null after a signed link, which opens all of the
     *     customer's orders
     */
    record Customer(ShopId shop, String id, @Nullable String onlyOrder) implements Caller {
        @Override
        public String actor() {
            return "customer:" + id;
        }

        @Override
        public boolean mayIn(ShopId other) {
            return shop.equals(other);
        }

        public boolean maySeeOrder(String number) {
            return onlyOrder == null || onlyOrder.equals(number);
        }
    }
}
