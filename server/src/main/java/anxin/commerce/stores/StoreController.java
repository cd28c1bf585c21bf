package anxin.commerce.stores;

import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.commerce.Stores.Stock;
import anxin.commerce.Stores.Store;
import anxin.commerce.intake.Changes;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stores and their stock over HTTP. */
@RestController
@RequestMapping("/api/v1")
class StoreController {

    private final StoreIntake intake;
    private final StockIntake stock;
    private final StoreStore stores;
    private final Shops shops;
    private final Changes changes;

    StoreController(
            StoreIntake intake,
            StockIntake stock,
            StoreStore stores,
            Shops shops,
            Changes changes) {
        this.intake = intake;
        this.stock = stock;
        this.stores = stores;
        this.shops = shops;
        this.changes = changes;
    }

    record StoreView(
            ShopId shop,
            String id,
            Text name,
            @Nullable String city,
            @Nullable String address,
            @Nullable String phone,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String opens,
            boolean open,
            boolean stale) {

        static StoreView of(Store s, boolean stale) {
            return new StoreView(
                    s.shop(),
                    s.id(),
                    s.name(),
                    s.city(),
                    s.address(),
                    s.phone(),
                    s.latitude(),
                    s.longitude(),
                    s.opens(),
                    s.open(),
                    stale);
        }
    }

    record StockView(String sku, int qty, Instant countedAt) {
        static StockView of(Stock stock) {
            return new StockView(stock.sku(), stock.qty(), stock.countedAt());
        }
    }

    /** {@code stale}: all of it was older than what we knew. */
    record CountView(String storeId, Instant countedAt, int items, boolean stale) {}

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/shops/{shop}/stores/{id}")
    StoreView putStore(
            @PathVariable ShopId shop,
            @PathVariable String id,
            @RequestBody @Valid NewStore body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        if (!body.id().equals(id)) {
            throw Problem.invalid("/id", "应与地址中的门店编号一致", "must be the store of the address");
        }
        var stale = intake.put(shop, body);
        if (!stale) {
            changes.changed(shop, "store", id, caller.actor());
        }
        return StoreView.of(stores.find(shop, id).orElseThrow(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/shops/{shop}/stores/{id}")
    StoreView getStore(
            @PathVariable ShopId shop, @PathVariable String id, Caller.Permitted caller) {
        caller.requireIn(shop);
        return stores.find(shop, id)
                .map(store -> StoreView.of(store, false))
                .orElseThrow(() -> Problem.missing("store"));
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/shops/{shop}/stores")
    Page<StoreView> listStores(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return stores.page(shop, after, size).map(store -> StoreView.of(store, false));
    }

    /** The stores of one's shops, or of some of them, by number, name or city. */
    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/stores")
    Page<StoreView> findStores(
            @RequestParam(required = false) @Nullable List<ShopId> shop,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = 100, message = "最多100个字符 | at most 100 characters")
                    String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        return stores.find(shops(caller, shop), q == null || q.isBlank() ? null : q, after, size)
                .map(store -> StoreView.of(store, false));
    }

    private Collection<ShopId> shops(Caller.Permitted caller, @Nullable List<ShopId> asked) {
        if (asked != null) {
            asked.forEach(caller::requireIn);
            return asked;
        }
        var mine = caller.shops();
        return mine != null ? mine : shops.list().stream().map(Shop::id).toList();
    }

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/shops/{shop}/stores/{id}/stock")
    CountView putStock(
            @PathVariable ShopId shop,
            @PathVariable String id,
            @RequestBody @Valid NewStock body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        if (stores.find(shop, id).isEmpty()) {
            throw Problem.missing("store");
        }
        if (body.storeId() != null && !body.storeId().equals(id)) {
            throw Problem.invalid("/storeId", "应与地址中的门店编号一致", "must be the store of the address");
        }
        var stale = stock.put(shop, id, body);
        if (!stale) {
            changes.changed(shop, "stock", id, caller.actor());
        }
        return new CountView(id, body.countedAt(), body.items().size(), stale);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/shops/{shop}/stores/{id}/stock")
    Page<StockView> listStock(
            @PathVariable ShopId shop,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        if (stores.find(shop, id).isEmpty()) {
            throw Problem.missing("store");
        }
        return stores.stockIn(shop, id, after, size).map(StockView::of);
    }
}
