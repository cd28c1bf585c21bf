package anxin.aftersales.store;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.returns.Shipments;
import anxin.commerce.Stores;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which store a customer goes to, with which code, and until when the store holds it. */
@Component
public class StoreDrops {

    /** Without a code the store has not answered yet. */
    public record StoreDrop(
            String storeId,
            String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String opens,
            @Nullable String code,
            @Nullable Instant holdUntil) {}

    private final StoreTasks tasks;
    private final Shipments shipments;
    private final Stores stores;

    StoreDrops(StoreTasks tasks, Shipments shipments, Stores stores) {
        this.tasks = tasks;
        this.shipments = shipments;
        this.stores = stores;
    }

    public Optional<StoreDrop> of(CaseRow row, Locale language) {
        if (row.state() == CaseState.WAIT_STORE_CONFIRM) {
            return tasks.open(row.shop(), row.id())
                    .map(task -> at(row, task.storeId(), null, language));
        }
        return shipments.drop(row).map(drop -> at(row, drop.storeId(), drop, language));
    }

    private StoreDrop at(
            CaseRow row, String store, Shipments.@Nullable Drop drop, Locale language) {
        var known = stores.find(row.shop(), store);
        return new StoreDrop(
                store,
                known.map(one -> one.name().in(language)).orElse(store),
                known.map(Stores.Store::address).orElse(null),
                known.map(Stores.Store::phone).orElse(null),
                known.map(Stores.Store::opens).orElse(null),
                drop == null ? null : drop.code(),
                drop == null ? null : drop.holdUntil());
    }
}
