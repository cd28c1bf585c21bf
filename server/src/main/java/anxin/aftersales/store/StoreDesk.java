package anxin.aftersales.store;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.returns.Shipments;
import anxin.aftersales.submit.Policies;
import anxin.commerce.Stock;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T28 and T29: the store looks at its shelf and says yes, with a code and a time, or no. */
@Component
class StoreDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without the letters and digits that are taken for one another. */
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    private final CaseStore cases;
    private final CaseChanges changes;
    private final StoreTasks tasks;
    private final Shipments shipments;
    private final Replacements replacements;
    private final Reservations reservations;
    private final Policies policies;
    private final Stock stock;
    private final Clock clock;

    StoreDesk(
            CaseStore cases,
            CaseChanges changes,
            StoreTasks tasks,
            Shipments shipments,
            Replacements replacements,
            Reservations reservations,
            Policies policies,
            Stock stock,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.tasks = tasks;
        this.shipments = shipments;
        this.replacements = replacements;
        this.reservations = reservations;
        this.policies = policies;
        this.stock = stock;
        this.clock = clock;
    }

    @Transactional
    public CaseRow confirm(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            List<Stock.Item> counted,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.STORE_CONFIRM);
        var store = store(staff, before);
        learn(shop, store, counted);
        var promised = replacements.of(before);
        promised.ifPresent(view -> requireCounted(before, view, counted));
        var now = clock.instant();
        var hours = policies.at(shop, before.submittedAt()).storeHoldHours();
        var until = now.plus(Duration.ofSeconds(Math.round(hours * 3600)));
        var code = code();
        shipments.awaitAtStore(before, store, code, until);
        tasks.done(before, StoreTasks.Outcome.CONFIRMED, staff.actor(), now);
        tasks.open(
                before,
                promised.isPresent() ? StoreTasks.Kind.HAND_OVER : StoreTasks.Kind.RECEIVE,
                store,
                now);
        return changes.apply(
                before,
                Move.to(
                                CaseState.WAIT_BUYER_RETURN,
                                CaseEvent.STORE_CONFIRM,
                                "STORE_CONFIRMED",
                                staff.actor())
                        .deadlineAt(until)
                        .note(note)
                        .param("code", code)
                        .param("storeId", store));
    }

    /** What the store does not have by its own count is not promised to anybody else either. */
    @Transactional
    public CaseRow deny(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            List<Stock.Item> counted,
            @Nullable String note) {
        var before = cases.begin(shop, id, version, CaseEvent.STORE_DENY);
        learn(shop, store(staff, before), counted);
        tasks.done(before, StoreTasks.Outcome.DENIED, staff.actor(), clock.instant());
        return changes.apply(
                before,
                Move.to(
                                CaseState.AWAITING_CHOICE,
                                CaseEvent.STORE_DENY,
                                "STORE_DENIED",
                                staff.actor())
                        .note(note));
    }

    /** The same answer for a task that is not there and one of another store. */
    private String store(Staff staff, CaseRow of) {
        return tasks.open(of.shop(), of.id())
                .map(StoreTasks.Task::storeId)
                .filter(store -> staff.mayInStore(of.shop(), store))
                .orElseThrow(() -> Problem.missing("store-task"));
    }

    private void learn(ShopId shop, String store, List<Stock.Item> counted) {
        stock.learn(
                shop,
                counted.stream()
                        .map(item -> new Stock.Told(store, item.sku(), item.qty(), clock.instant()))
                        .toList());
    }

    /** A yes says how many there are, and there must be enough for everybody who was told yes. */
    private void requireCounted(
            CaseRow of, Replacements.ReplacementView promised, List<Stock.Item> counted) {
        for (var item : promised.items()) {
            if (counted.stream().noneMatch(one -> one.sku().equals(item.sku()))) {
                throw Problem.invalid(
                        "/counted",
                        "请清点 " + item.sku() + " 的现有数量",
                        "count how many of " + item.sku() + " there are");
            }
        }
        var held = reservations.holdNow(of.shop(), of.id());
        var store = promised.storeId();
        var tooFew =
                stock
                        .known(
                                of.shop(),
                                promised.items().stream()
                                        .map(Replacements.ReplacementItem::sku)
                                        .toList())
                        .stream()
                        .anyMatch(row -> row.place().equals(store) && row.qty() < row.reserved());
        if (!held || tooFew) {
            throw Problem.refused(
                    "stock-not-there",
                    "按您清点的数量不够为这位顾客保留，请选择“无法提供”，我们会给顾客其他方案",
                    "By your count there is not enough for this customer; say no, and they are offered other ways");
        }
    }

    private static String code() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
