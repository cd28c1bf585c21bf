package anxin.commerce.intake;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the house what a shop changed, in the transaction of the change. An import tells once that
 * it ended, not 100,000 times that an order came.
 */
@Component
public class Changes {

    private final FactLog facts;

    Changes(FactLog facts) {
        this.facts = facts;
    }

    /** {@code what} is one word: order, product, parcel, … */
    public void changed(ShopId shop, String what, String key, String actor) {
        tell(shop, what + "-changed", what + ":" + key, actor, Map.of("id", key));
    }

    public void tell(
            ShopId shop, String type, String subject, String actor, Map<String, ?> payload) {
        facts.append(
                new NewFact(
                        shop, "commerce." + type, subject, actor, null, Audience.STAFF, payload));
    }
}
