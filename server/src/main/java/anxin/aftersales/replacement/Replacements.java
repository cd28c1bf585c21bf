package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseRow;
import anxin.commerce.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case promises, for whoever reads it. */
@Component
public class Replacements {

    private static final Set<String> WITH_GOODS = Set.of("EXCHANGE", "RESEND", "REPAIR");

    /** One article of it; {@code warrantyFrom} once the customer has it. */
    public record ReplacementItem(
            String sku, String title, int qty, @Nullable Instant warrantyFrom) {}

    /**
     * What is sent or handed over instead.
     *
     * @param storeId the store that hands it over; null where it is sent
     * @param reserved it is held; false where nobody had counted yet
     */
    public record ReplacementView(
            String kind,
            @Nullable String storeId,
            boolean reserved,
            List<ReplacementItem> items,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Instant shippedAt,
            @Nullable Instant etaAt,
            @Nullable Instant receivedAt) {}

    private final ReplacementStore store;

    Replacements(ReplacementStore store) {
        this.store = store;
    }

    public Optional<ReplacementView> of(CaseRow row) {
        if (!WITH_GOODS.contains(row.type())) {
            return Optional.empty();
        }
        return store.live(row.shop(), row.id())
                .map(
                        live ->
                                new ReplacementView(
                                        live.kind(),
                                        live.place().equals(Stock.WAREHOUSE) ? null : live.place(),
                                        live.reserved(),
                                        items(row, live),
                                        live.carrier(),
                                        live.trackingNo(),
                                        live.shippedAt(),
                                        live.etaAt(),
                                        live.receivedAt()));
    }

    private List<ReplacementItem> items(CaseRow row, ReplacementStore.Row live) {
        return store.items(row.shop(), live.id()).stream()
                .map(i -> new ReplacementItem(i.sku(), i.title(), i.qty(), i.warrantyFrom()))
                .toList();
    }
}
