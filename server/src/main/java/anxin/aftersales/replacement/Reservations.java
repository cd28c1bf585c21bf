package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseRow;
import anxin.commerce.Stock;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds what is promised from the moment it is promised, and lets it go again. */
@Component
public class Reservations {

    private final ReplacementStore store;
    private final Stock stock;
    private final Clock clock;

    Reservations(ReplacementStore store, Stock stock, Clock clock) {
        this.store = store;
        this.stock = stock;
        this.clock = clock;
    }

    /** False when somebody else had the last of it; then nothing is promised. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(Need need) {
        return hold(List.of(need)).isEmpty();
    }

    /**
     * The cases whose goods are gone. Where nobody ever counted, the promise is made and the
     * warehouse or the store looks.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> hold(Collection<Need> needs) {
        var gone = new HashSet<UUID>();
        var byShop =
                needs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Need::shop,
                                        () -> new TreeMap<>(Comparator.comparing(ShopId::value)),
                                        Collectors.toList()));
        byShop.forEach((shop, ours) -> gone.addAll(hold(shop, ours)));
        return gone;
    }

    /**
     * Holds it when it is there, and promises it all the same: the warehouse says what it finds.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void promise(Need need) {
        if (!hold(need)) {
            store.add(need, UUID.randomUUID(), false, clock.instant());
        }
    }

    private Set<UUID> hold(ShopId shop, List<Need> needs) {
        var gone = new HashSet<UUID>();
        var ids = new HashMap<UUID, Need>();
        for (var need : needs) {
            giveUp(shop, need.caseId());
            ids.put(UUID.randomUUID(), need);
        }
        stock.learn(
                shop, needs.stream().flatMap(need -> Supply.told(need.order()).stream()).toList());
        var wanted =
                ids.entrySet().stream()
                        .map(
                                one ->
                                        new Stock.Wanted(
                                                one.getKey(),
                                                one.getValue().place(),
                                                items(one.getValue())))
                        .toList();
        stock.reserve(shop, wanted)
                .forEach(
                        (id, answer) -> {
                            var need = ids.get(id);
                            if (need != null && answer == Stock.Answer.SHORT) {
                                gone.add(need.caseId());
                            } else if (need != null) {
                                store.add(
                                        need, id, answer == Stock.Answer.RESERVED, clock.instant());
                            }
                        });
        return gone;
    }

    private static List<Stock.Item> items(Need need) {
        return summed(
                need.items().stream().map(item -> new Stock.Item(item.sku(), item.qty())).toList());
    }

    /** Two lines may ask for the same article. */
    static List<Stock.Item> summed(List<Stock.Item> items) {
        var sums = new TreeMap<String, Integer>();
        items.forEach(item -> sums.merge(item.sku(), item.qty(), Integer::sum));
        return sums.entrySet().stream()
                .map(sum -> new Stock.Item(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** What has not been sent yet is promised no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(ShopId shop, UUID caseId) {
        store.live(shop, caseId)
                .filter(row -> row.shippedAt() == null && row.receivedAt() == null)
                .ifPresent(
                        row -> {
                            stock.release(shop, row.id());
                            store.giveUp(shop, row.id(), clock.instant());
                        });
    }

    /**
     * What is held leaves the store as the old goods come in: a 422 when it is not there after all.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void swap(CaseRow of, String place, List<Stock.Item> in) {
        if (!holdNow(of.shop(), of.id())) {
            throw Problem.refused(
                    "stock-not-there",
                    "门店库存不足，请先清点",
                    "The store does not have it by its count; count it first");
        }
        store.live(of.shop(), of.id())
                .ifPresent(row -> stock.swap(of.shop(), row.id(), of.id(), place, summed(in)));
    }

    /** Holds what was promised before anybody had counted. True when it is held now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdNow(ShopId shop, UUID caseId) {
        var live = store.live(shop, caseId);
        if (live.isEmpty() || live.get().reserved()) {
            return live.isPresent();
        }
        var row = live.get();
        var items =
                store.items(shop, row.id()).stream()
                        .map(item -> new Stock.Item(item.sku(), item.qty()))
                        .toList();
        var wanted = new Stock.Wanted(row.id(), row.place(), summed(items));
        var held = stock.reserve(shop, List.of(wanted)).containsValue(Stock.Answer.RESERVED);
        if (held) {
            store.reserved(shop, row.id());
        }
        return held;
    }
}
