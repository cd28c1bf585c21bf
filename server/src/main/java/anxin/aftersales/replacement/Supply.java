package anxin.aftersales.replacement;

import anxin.commerce.Order;
import anxin.commerce.Stock;
import anxin.commerce.StoredOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an order says of stock, corrected by what has been counted, promised and moved since the
 * shop told the order: the rules never promise the same unit twice.
 */
@Component
public class Supply {

    private record Place(String place, String sku) {}

    /** The SKU that stands for any. */
    private static final String ANY = "*";

    private final Stock stock;

    Supply(Stock stock) {
        this.stock = stock;
    }

    public StoredOrder over(StoredOrder stored) {
        var order = stored.order();
        var known = new HashMap<Place, Stock.Known>();
        for (var one : stock.known(stored.shop(), skus(order))) {
            known.put(new Place(one.place(), one.sku()), one);
        }
        if (known.isEmpty()) {
            return stored;
        }
        var told = stored.changedAt();
        List<Order.Line> lines =
                order.lines().stream()
                        .map(
                                line ->
                                        line.supplied(
                                                corrected(
                                                        Stock.WAREHOUSE,
                                                        line.exchangeStock(),
                                                        told,
                                                        known),
                                                corrected(
                                                        new Place(Stock.WAREHOUSE, line.sku()),
                                                        line.stock(),
                                                        told,
                                                        known)))
                        .toList();
        return new StoredOrder(
                stored.shop(),
                order.supplied(lines, store(order, known), neighbours(order, told, known)),
                stored.contact(),
                stored.sourceVersion(),
                stored.sourceTime(),
                stored.changedAt());
    }

    /** What this order tells of the places it names. */
    static List<Stock.Told> told(StoredOrder stored) {
        var order = stored.order();
        var told = new ArrayList<Stock.Told>();
        for (var line : order.lines()) {
            if (line.stock() != null) {
                told.add(
                        new Stock.Told(
                                Stock.WAREHOUSE, line.sku(), line.stock(), stored.changedAt()));
            }
            tell(told, Stock.WAREHOUSE, line.exchangeStock(), stored.changedAt());
        }
        var store = order.store();
        if (store != null && store.stockAt() != null) {
            tell(told, store.id(), store.stock(), store.stockAt());
        }
        if (order.nearbyStores() != null) {
            order.nearbyStores().forEach((id, has) -> tell(told, id, has, stored.changedAt()));
        }
        return told;
    }

    private static void tell(
            List<Stock.Told> told, String place, @Nullable Map<String, Integer> has, Instant at) {
        if (has != null) {
            has.forEach(
                    (sku, qty) -> {
                        if (!sku.equals(ANY)) {
                            told.add(new Stock.Told(place, sku, qty, at));
                        }
                    });
        }
    }

    private static Set<String> skus(Order order) {
        var skus = new LinkedHashSet<String>();
        for (var line : order.lines()) {
            skus.add(line.sku());
            if (line.exchangeStock() != null) {
                skus.addAll(line.exchangeStock().keySet());
            }
        }
        return skus;
    }

    private static @Nullable Integer corrected(
            Place place, @Nullable Integer said, Instant told, Map<Place, Stock.Known> known) {
        var row = known.get(place);
        if (row == null) {
            return said;
        }
        var there = said == null || !row.asOf().isBefore(told) ? row.qty() : said;
        return Math.max(0, there - row.reserved());
    }

    private static @Nullable Map<String, Integer> corrected(
            String place,
            @Nullable Map<String, Integer> said,
            Instant told,
            Map<Place, Stock.Known> known) {
        if (said == null) {
            return null;
        }
        var corrected = new HashMap<String, Integer>();
        said.forEach(
                (sku, qty) -> {
                    var now = corrected(new Place(place, sku), qty, told, known);
                    corrected.put(sku, now == null ? qty : now);
                });
        return corrected;
    }

    /** A store that counted after the order was told has the fresher record. */
    private static Order.@Nullable Store store(Order order, Map<Place, Stock.Known> known) {
        var store = order.store();
        if (store == null) {
            return null;
        }
        var at = store.stockAt();
        var has = new HashMap<String, Integer>(store.stock() == null ? Map.of() : store.stock());
        for (var row : known.values()) {
            if (row.place().equals(store.id())) {
                var said = has.get(row.sku());
                var newer = at == null || !row.asOf().isBefore(at);
                has.put(
                        row.sku(),
                        Math.max(0, (newer || said == null ? row.qty() : said) - row.reserved()));
                at = newer ? row.asOf() : at;
            }
        }
        return new Order.Store(store.id(), has.isEmpty() ? null : has, at);
    }

    private static @Nullable Map<String, Map<String, Integer>> neighbours(
            Order order, Instant told, Map<Place, Stock.Known> known) {
        if (order.store() == null && order.nearbyStores() == null) {
            return null;
        }
        var around = new HashMap<String, Map<String, Integer>>();
        if (order.nearbyStores() != null) {
            order.nearbyStores()
                    .forEach(
                            (id, has) -> {
                                var now = corrected(id, has, told, known);
                                around.put(id, now == null ? has : now);
                            });
        }
        for (var row : known.values()) {
            if (!row.place().equals(Stock.WAREHOUSE)) {
                around.computeIfAbsent(row.place(), id -> new HashMap<>())
                        .putIfAbsent(row.sku(), Math.max(0, row.qty() - row.reserved()));
            }
        }
        return around.isEmpty() ? null : around;
    }
}
