package anxin.aftersales.portal;

import anxin.commerce.Order;
import anxin.commerce.Product;
import anxin.commerce.Products;
import anxin.commerce.StoredOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a line of an order may be exchanged for beside the same again: the sizes and colours that
 * the warehouse could send, and those that lie in the store where it was collected.
 */
@Component
class Exchanges {

    /** A size or colour by the words of the catalogue. */
    record OtherArticle(String sku, String text) {}

    private static final int MOST = 40;

    private final Products products;

    Exchanges(Products products) {
        this.products = products;
    }

    /** By the id of the line; lines with nothing else to have are left out. */
    Map<String, List<OtherArticle>> of(StoredOrder stored, Locale language) {
        var order = stored.order();
        var inStore = order.store() == null ? Set.<String>of() : there(order.store().stock());
        var asked = new HashSet<>(inStore);
        for (var line : order.lines()) {
            asked.addAll(there(line.exchangeStock()));
            asked.add(line.sku());
        }
        if (asked.size() == order.lines().size()) {
            return Map.of();
        }
        var known =
                products.findAll(stored.shop(), asked).stream()
                        .collect(Collectors.toMap(Product::sku, product -> product));
        var found = new HashMap<String, List<OtherArticle>>();
        for (var line : order.lines()) {
            var others = others(line, inStore, known, language);
            if (!others.isEmpty()) {
                found.put(line.id(), others);
            }
        }
        return found;
    }

    private static List<OtherArticle> others(
            Order.Line line, Set<String> inStore, Map<String, Product> known, Locale language) {
        var skus = new TreeSet<>(there(line.exchangeStock()));
        inStore.stream().filter(sku -> isSibling(known, sku, line.sku())).forEach(skus::add);
        skus.remove(line.sku());
        return skus.stream()
                .limit(MOST)
                .map(sku -> new OtherArticle(sku, text(known.get(sku), sku, language)))
                .toList();
    }

    private static Set<String> there(@Nullable Map<String, Integer> stock) {
        return stock == null
                ? Set.of()
                : stock.entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** A store's count does not say what is a size of what; the catalogue does. */
    private static boolean isSibling(Map<String, Product> known, String sku, String of) {
        var one = known.get(sku);
        var other = known.get(of);
        return one != null && other != null && one.spu() != null && one.spu().equals(other.spu());
    }

    private static String text(@Nullable Product product, String sku, Locale language) {
        if (product == null) {
            return sku;
        }
        var shown = String.join(" ", product.attributes().values());
        var title = product.title().in(language);
        return shown.isEmpty() ? title : title + " · " + shown;
    }
}
