package anxin.language.catalogue;

import anxin.kernel.ShopId;
import anxin.language.Intents;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** The intents of a shop, for other modules. */
@Component
class KnownIntents implements Intents {

    private final ShopIntents store;

    KnownIntents(ShopIntents store) {
        this.store = store;
    }

    @Override
    public List<Intent> of(ShopId shop) {
        var known = new LinkedHashMap<String, Intent>();
        Shipped.intents()
                .forEach((key, one) -> known.put(key, new Intent(key, one.scene(), one.name())));
        for (var row : store.ofShop(shop)) {
            var shipped = known.get(row.key());
            known.put(
                    row.key(),
                    new Intent(
                            row.key(),
                            shipped == null ? IntentViews.OWN_SCENE : shipped.scene(),
                            row.name()));
            if (row.mergedInto() != null) {
                known.remove(row.key());
            }
        }
        return List.copyOf(known.values());
    }
}
