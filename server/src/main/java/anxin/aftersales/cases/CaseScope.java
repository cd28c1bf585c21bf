package anxin.aftersales.cases;

import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which cases a colleague may see: those of their shops. */
@Component
public class CaseScope {

    private final CaseStore cases;
    private final Shops shops;

    CaseScope(CaseStore cases, Shops shops) {
        this.cases = cases;
        this.shops = shops;
    }

    /** The shops a caller may see, narrowed to one when asked for. */
    public Collection<ShopId> shops(Caller.Permitted caller, @Nullable ShopId only) {
        if (only != null) {
            caller.requireIn(only);
            return Set.of(only);
        }
        var mine = caller.shops();
        return mine != null ? mine : shops.list().stream().map(Shop::id).toList();
    }

    /** The same answer for a case that is not there and one of another shop. */
    public CaseRow find(Caller.Permitted caller, UUID id) {
        return cases.find(shops(caller, null), id).orElseThrow(() -> Problem.missing("case"));
    }
}
