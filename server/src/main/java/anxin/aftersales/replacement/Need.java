package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.Request;
import anxin.commerce.Order;
import anxin.commerce.Stock;
import anxin.commerce.StoredOrder;
import anxin.kernel.ShopId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case promises to send or hand over instead, and from where.
 *
 * @param place the store that hands it over, or {@link Stock#WAREHOUSE}
 */
public record Need(
        ShopId shop, UUID caseId, Kind kind, String place, List<Item> items, StoredOrder order) {

    /** How it reaches the customer, and why. */
    public enum Kind {
        EXCHANGE,
        RESEND,
        REPAIRED,
        STORE_INSTANT
    }

    /** {@code lineId} is the line of the order that it stands in for. */
    public record Item(String lineId, String sku, String title, int qty) {}

    private static final Set<CaseState> PROMISED =
            EnumSet.of(
                    CaseState.WAIT_BUYER_RETURN,
                    CaseState.WAIT_STORE_CONFIRM,
                    CaseState.RETURN_IN_TRANSIT,
                    CaseState.INSPECTING,
                    CaseState.REPLACEMENT_PREPARING);

    private static final String CHOSEN_STORE = "STORE:";

    /** Null where the case promises nothing of the kind. */
    public static @Nullable Need of(
            ShopId shop,
            UUID caseId,
            String type,
            CaseState state,
            StoredOrder stored,
            Request request) {
        if (!PROMISED.contains(state) || !(type.equals("EXCHANGE") || type.equals("RESEND"))) {
            return null;
        }
        var order = stored.order();
        var inStore = state == CaseState.WAIT_STORE_CONFIRM;
        var kind =
                type.equals("RESEND") ? Kind.RESEND : inStore ? Kind.STORE_INSTANT : Kind.EXCHANGE;
        return new Need(
                shop,
                caseId,
                kind,
                inStore ? store(order, request) : Stock.WAREHOUSE,
                items(order, request),
                stored);
    }

    /** Where a case that a store confirms is brought: the store of the order, or the chosen one. */
    public static String store(Order order, Request request) {
        var earlier = request.earlier();
        var chosen = earlier == null ? null : earlier.chosen();
        if (chosen != null && chosen.startsWith(CHOSEN_STORE)) {
            return chosen.substring(CHOSEN_STORE.length());
        }
        return order.store() == null ? Stock.WAREHOUSE : order.store().id();
    }

    private static List<Item> items(Order order, Request request) {
        var items = new ArrayList<Item>();
        for (var line : order.lines()) {
            var qty = qty(line, request);
            if (qty > 0) {
                var other = items.isEmpty() ? request.exchangeSku() : null;
                var sku = other == null ? line.sku() : other;
                var title = Objects.requireNonNullElse(line.title(), line.sku());
                items.add(new Item(line.id(), sku, title, qty));
            }
        }
        return items;
    }

    private static int qty(Order.Line line, Request request) {
        if (request.lines().isEmpty()) {
            return line.qty() - line.refundedQty();
        }
        return request.lines().stream()
                .filter(item -> item.lineId().equals(line.id()))
                .mapToInt(Request.Item::qty)
                .sum();
    }
}
