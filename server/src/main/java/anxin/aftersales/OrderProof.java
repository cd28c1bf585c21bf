package anxin.aftersales;

import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever nobody has vouched for proves that an order is theirs: by a code sent to its contact. */
public interface OrderProof {

    /** Whose the order is; {@code customerId} by the shop's own id of them. */
    record Proven(String customerId, String orderNo, @Nullable String name) {}

    /**
     * The same whether there is such an order or not; the same id again sends nothing more. A 429
     * when too many were asked for.
     *
     * @param from where they asked, so that nobody asks for everybody's
     */
    void ask(UUID id, ShopId shop, OrderNumber order, String language, String from);

    /** Empty for a wrong code, an old one, a used one and one that never was. */
    Optional<Proven> check(UUID id, ShopId shop, String code);
}
