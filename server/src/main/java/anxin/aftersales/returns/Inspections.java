package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.evidence.Evidence;
import anxin.commerce.Stock;
import anxin.identity.Caller.Staff;
import anxin.kernel.Money;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** T33 and T34: what came back is looked at, unit by unit. */
@Component
public class Inspections {

    private static final int FEWEST_PHOTOS = 2;
    private static final String WHOLE = "PASS";

    private final CaseStore cases;
    private final CaseChanges changes;
    private final ReturnStore store;
    private final Evidence evidence;
    private final Inspected inspected;
    private final Proposals proposals;
    private final Stock stock;
    private final Clock clock;

    Inspections(
            CaseStore cases,
            CaseChanges changes,
            ReturnStore store,
            Evidence evidence,
            Inspected inspected,
            Proposals proposals,
            Stock stock,
            Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.store = store;
        this.evidence = evidence;
        this.inspected = inspected;
        this.proposals = proposals;
        this.stock = stock;
        this.clock = clock;
    }

    /** What somebody saw; no units are all that are still to come, as good as new. */
    public record Seen(List<Unit> units, List<UUID> photos, @Nullable String note) {}

    @Transactional
    public CaseRow pass(Staff staff, ShopId shop, UUID id, int version, Seen seen) {
        var before = cases.begin(shop, id, version, CaseEvent.INSPECT_PASS);
        return passed(before, staff, seen, Stock.WAREHOUSE);
    }

    /** In the caller's transaction, with the case locked; {@code place} takes the goods in. */
    public CaseRow passed(CaseRow before, Staff staff, Seen seen, String place) {
        var found = accepted(before, staff, seen);
        restock(before, found.units(), place);
        if (found.result().equals(WHOLE)) {
            return inspected.passed(
                    before,
                    new Inspected.Because(
                            CaseEvent.INSPECT_PASS, "INSPECTED", staff.actor(), seen.note()));
        }
        return inspected.partlyPassed(
                before,
                found.units().stream().mapToInt(Unit::qty).sum(),
                new Inspected.Because(
                        CaseEvent.INSPECT_PASS, "PARTLY_INSPECTED", staff.actor(), seen.note()));
    }

    /** Writes down what is here and good; where it and the case go is not asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Finding accepted(CaseRow before, Staff staff, Seen seen) {
        var open = open(before);
        var units = seen.units().isEmpty() ? all(open) : seen.units();
        requireAccepted(units, open);
        keepPhotos(staff, before, seen.photos());
        var now = clock.instant();
        var whole = units.stream().mapToInt(Unit::qty).sum() == sum(open);
        var found =
                new Finding(
                        staff.actor(),
                        whole ? WHOLE : "PART",
                        units,
                        seen.photos(),
                        null,
                        null,
                        seen.note());
        store.inspect(before, found, now);
        units.forEach(unit -> store.count(before, unit, true));
        return found;
    }

    /** Two photos and a finding at least: the customer must see what is held against them. */
    @Transactional
    public CaseRow mismatch(
            Staff staff,
            ShopId shop,
            UUID id,
            int version,
            String finding,
            int proposalPct,
            Seen seen) {
        var before = cases.begin(shop, id, version, CaseEvent.INSPECT_MISMATCH);
        if (new HashSet<>(seen.photos()).size() < FEWEST_PHOTOS) {
            throw Problem.refused(
                    "evidence-required",
                    "验收不符至少需要" + FEWEST_PHOTOS + "张照片，请拍照后再提交",
                    "A mismatch needs " + FEWEST_PHOTOS + " photos at least; take them first");
        }
        requireKnown(seen.units(), open(before));
        keepPhotos(staff, before, seen.photos());
        store.inspect(
                before,
                new Finding(
                        staff.actor(),
                        "MISMATCH",
                        seen.units(),
                        seen.photos(),
                        finding,
                        proposalPct,
                        seen.note()),
                clock.instant());
        seen.units().forEach(unit -> store.count(before, unit, false));
        return changes.apply(
                before,
                Move.to(
                                CaseState.INSPECTION_DISPUTE,
                                CaseEvent.INSPECT_MISMATCH,
                                "INSPECTION_MISMATCH",
                                staff.actor())
                        .note(seen.note())
                        .param("finding", finding)
                        .param("proposalPct", proposalPct)
                        .param(
                                "amount",
                                new Money(proposals.part(before, proposalPct), before.currency())
                                        .major()));
    }

    private void keepPhotos(Staff staff, CaseRow of, List<UUID> photos) {
        evidence.requireFree(of.shop(), staff.actor(), of.id(), photos);
        evidence.attach(of.shop(), of.id(), photos);
    }

    private List<CaseStore.Line> open(CaseRow of) {
        return cases.lines(of.shop(), of.id()).stream().filter(line -> line.qtyOpen() > 0).toList();
    }

    private static int sum(List<CaseStore.Line> open) {
        return open.stream().mapToInt(CaseStore.Line::qtyOpen).sum();
    }

    private static List<Unit> all(List<CaseStore.Line> open) {
        return open.stream()
                .map(line -> new Unit(line.lineId(), line.qtyOpen(), Disposition.RESTOCKED, null))
                .toList();
    }

    private static void requireAccepted(List<Unit> units, List<CaseStore.Line> open) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).disposition() == Disposition.MISSING) {
                throw Problem.invalid(
                        "/units/" + i + "/disposition",
                        "未收到的商品不能验收通过，请留待到达或登记为不符",
                        "what is not there cannot pass; leave it open or report a mismatch");
            }
        }
        requireKnown(units, open);
    }

    private static void requireKnown(List<Unit> units, List<CaseStore.Line> open) {
        var left = new HashMap<String, Integer>();
        open.forEach(line -> left.put(line.lineId(), line.qtyOpen()));
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var rest = left.getOrDefault(unit.lineId(), 0) - unit.qty();
            if (rest < 0) {
                throw Problem.invalid(
                        "/units/" + i + "/qty",
                        "超过待验收数量",
                        "more than what is still to come of this line");
            }
            left.put(unit.lineId(), rest);
        }
    }

    /** What can be sold again is on the shelf again, where shelves are counted. */
    private void restock(CaseRow of, List<Unit> units, String place) {
        var skus = new HashMap<String, String>();
        cases.lines(of.shop(), of.id()).forEach(line -> skus.put(line.lineId(), line.sku()));
        var sums = new HashMap<String, Integer>();
        for (var unit : units) {
            if (unit.disposition() == Disposition.RESTOCKED) {
                sums.merge(skus.getOrDefault(unit.lineId(), ""), unit.qty(), Integer::sum);
            }
        }
        var items = new ArrayList<Stock.Item>();
        sums.forEach((sku, qty) -> items.add(new Stock.Item(sku, qty)));
        if (!items.isEmpty()) {
            stock.bring(of.shop(), UUID.randomUUID(), place, items);
        }
    }
}
