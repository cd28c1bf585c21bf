package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far an administrator's arm reaches: never further than what they have themselves. */
final class Reach {

    private Reach() {}

    /** Whether everything of these shops is the caller's; null is every shop. */
    static boolean covers(Caller.Permitted caller, @Nullable Collection<ShopId> shops) {
        return shops == null
                ? caller.shops() == null
                : caller.shops() == null
                        || (!shops.isEmpty() && shops.stream().allMatch(caller::mayIn));
    }

    static void requireShops(Caller.Permitted caller, @Nullable Collection<ShopId> shops) {
        if (!covers(caller, shops)) {
            throw Problem.missing("shop");
        }
    }

    /** To give a right, or to act on somebody who has it, one must have it. */
    static void requireRights(Caller.Permitted caller, Set<Permission> rights, String tier) {
        for (var right : rights) {
            if (!caller.may(right)) {
                throw Problem.forbidden(right.name());
            }
        }
        var own = caller instanceof Caller.Staff staff ? staff.tier() : "L1";
        if (tier.compareTo(own) > 0) {
            throw Problem.forbidden("TIER_" + tier);
        }
    }
}
