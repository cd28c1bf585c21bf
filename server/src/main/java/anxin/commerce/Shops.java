package anxin.commerce;

import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The connected shops. Cheap to ask: an answer may be a few seconds old on another node. */
public interface Shops {

    Optional<Shop> find(ShopId id);

    /** All of them, by id. */
    List<Shop> list();

    default Shop require(ShopId id) {
        return find(id).orElseThrow(() -> Problem.missing("shop"));
    }
}
