package anxin.aftersales.entrance;

import anxin.commerce.Shops;
import anxin.identity.ShopNames;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells identity, which may not ask, what the shops are called. */
@Component
class CommerceShopNames implements ShopNames {

    private final Shops shops;

    CommerceShopNames(Shops shops) {
        this.shops = shops;
    }

    @Override
    public SortedMap<ShopId, Text> all() {
        var names = new TreeMap<ShopId, Text>();
        shops.list().forEach(shop -> names.put(shop.id(), shop.name()));
        return names;
    }
}
