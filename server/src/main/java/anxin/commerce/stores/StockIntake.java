package anxin.commerce.stores;

import anxin.commerce.Stores.Stock;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Taken;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.problem.Reading;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes counts of stock. */
@Component
class StockIntake implements Intake {

    private final Reading reading;
    private final StoreStore stores;

    StockIntake(Reading reading, StoreStore stores) {
        this.reading = reading;
        this.stores = stores;
    }

    @Override
    public Kind kind() {
        return Kind.STOCK;
    }

    @Override
    @Transactional
    public List<Taken> take(ShopId shop, List<JsonNode> sent) {
        var taken = new ArrayList<Taken>(sent.size());
        for (var document : sent) {
            try {
                var counted = reading.read(document, NewStock.class);
                var store = counted.storeId();
                if (store == null) {
                    throw Problem.invalid("/storeId", "必填", "is required");
                }
                taken.add(
                        put(shop, store, counted)
                                ? new Taken.Stale(store)
                                : new Taken.Stored(store));
            } catch (Problem refused) {
                taken.add(new Taken.Refused(refused.fields()));
            }
        }
        return taken;
    }

    /** True when all of it was older than what we knew. */
    @Transactional
    boolean put(ShopId shop, String store, NewStock counted) {
        if (stores.find(shop, store).isEmpty()) {
            throw Problem.invalid(
                    "/storeId", "没有这家门店，请先录入门店", "is no store we know; send the store first");
        }
        var at = counted.countedAt().truncatedTo(ChronoUnit.MICROS);
        return !stores.count(
                shop,
                counted.items().stream()
                        .map(item -> new Stock(store, item.sku(), item.qty(), at))
                        .toList());
    }
}
