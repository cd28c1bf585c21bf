package anxin.aftersales.store;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.aftersales.returns.Shipments;
import anxin.commerce.Stock;
import anxin.commerce.Stores;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A store colleague's phone. */
@RestController
@RequestMapping("/api/v1")
class StoreDeskController {

    record Counted(
            @NotBlank(message = "缺少商品编码 | the article is missing")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String sku,
            @Min(value = 0, message = "不能为负 | not negative")
                    @Max(value = 99_999, message = "至多99999 | at most 99999")
                    int qty) {}

    /** What stands on the shelf of each article that is asked for. */
    record StoreAnswer(
            @Nullable @Valid @Size(max = 100, message = "至多100项 | at most 100")
                    List<Counted> counted,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record StoreReceipt(
            @NotBlank(message = "请扫描顾客的码 | scan the customer's code")
                    @Size(max = 20, message = "至多20个字 | at most 20 characters")
                    String code,
            @NotBlank(message = "请扫描退回的商品 | scan what comes in")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String returnedSku,
            boolean passed,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record HandOver(
            @NotBlank(message = "请扫描顾客的码 | scan the customer's code")
                    @Size(max = 20, message = "至多20个字 | at most 20 characters")
                    String code,
            @NotBlank(message = "请扫描退回的商品 | scan what comes in")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String returnedSku,
            @NotBlank(message = "请扫描交付的新商品 | scan what goes out")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String givenSku,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    /** A store with something to do, by its name. */
    record MyStore(String shop, String id, String name, long open) {}

    private final StoreDesk desk;
    private final AtTheCounter counter;
    private final StoreQueue queue;
    private final Shipments shipments;
    private final Stores stores;
    private final CaseScope scope;

    StoreDeskController(
            StoreDesk desk,
            AtTheCounter counter,
            StoreQueue queue,
            Shipments shipments,
            Stores stores,
            CaseScope scope) {
        this.desk = desk;
        this.counter = counter;
        this.queue = queue;
        this.shipments = shipments;
        this.stores = stores;
        this.scope = scope;
    }

    /** The stores of one's shops that have something to do. */
    @Needs(Permission.STORE_WORK)
    @GetMapping("/store-tasks/stores")
    List<MyStore> listMyStores(Caller.Permitted caller, Locale language) {
        return queue.stores(scope.shops(caller, null), caller).stream()
                .map(
                        one ->
                                new MyStore(
                                        one.shop(),
                                        one.storeId(),
                                        stores.find(new ShopId(one.shop()), one.storeId())
                                                .map(store -> store.name().in(language))
                                                .orElse(one.storeId()),
                                        one.open()))
                .toList();
    }

    @Needs(Permission.STORE_WORK)
    @GetMapping("/store-tasks")
    Page<StoreQueue.StoreTaskView> listStoreTasks(
            Caller.Permitted caller,
            Locale language,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String store,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return queue.page(scope.shops(caller, shop), caller, store, after, size, language);
    }

    /** What the code on a customer's phone is about. */
    @Needs(Permission.STORE_WORK)
    @GetMapping("/store-tasks/by-code")
    StoreQueue.StoreTaskView findStoreTask(
            Caller.Permitted caller,
            Locale language,
            @RequestParam
                    @NotBlank(message = "请扫描或输入码 | scan or type the code")
                    @Size(max = 20, message = "至多20个字 | at most 20 characters")
                    String code) {
        for (var shop : scope.shops(caller, null)) {
            var found = shipments.byCode(shop, typed(code));
            if (found.isPresent()) {
                var task = queue.of(shop, found.get(), language);
                if (task != null && caller.mayInStore(shop, task.storeId())) {
                    return task;
                }
            }
        }
        throw Problem.missing("store-task");
    }

    private static String typed(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    @Needs(Permission.STORE_WORK)
    @PutMapping("/cases/{id}/store-confirmation")
    StepView confirmInStore(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid StoreAnswer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                desk.confirm(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        counted(body.counted()),
                        body.note()),
                response);
    }

    @Needs(Permission.STORE_WORK)
    @PutMapping("/cases/{id}/store-denial")
    StepView denyInStore(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid StoreAnswer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                desk.deny(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        counted(body.counted()),
                        body.note()),
                response);
    }

    private static List<Stock.Item> counted(@Nullable List<Counted> counted) {
        return Objects.requireNonNullElse(counted, List.<Counted>of()).stream()
                .map(one -> new Stock.Item(one.sku().strip(), one.qty()))
                .toList();
    }

    @Needs(Permission.STORE_WORK)
    @PutMapping("/cases/{id}/store-receipt")
    StepView receiveInStore(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid StoreReceipt body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                counter.receive(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        new AtTheCounter.Scanned(
                                typed(body.code()), body.returnedSku().strip(), null),
                        body.passed(),
                        body.note()),
                response);
    }

    @Needs(Permission.STORE_WORK)
    @PutMapping("/cases/{id}/hand-over")
    StepView handOver(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid HandOver body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                counter.handOver(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        new AtTheCounter.Scanned(
                                typed(body.code()),
                                body.returnedSku().strip(),
                                body.givenSku().strip()),
                        body.note()),
                response);
    }
}
