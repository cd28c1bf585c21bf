package anxin.commerce.stores;

import static anxin.commerce.intake.Columns.strings;
import static anxin.commerce.intake.Columns.times;

import anxin.commerce.Stock;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of what is promised and what moves. Rows are always locked in the same order. */
@Repository
class StockStore implements Stock {

    private record Place(String storeId, String sku) {}

    private record Row(String storeId, String sku, int free) {}

    private record Held(UUID id, String storeId, String sku, int qty) {}

    private final JdbcClient db;
    private final Clock clock;

    StockStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void learn(ShopId shop, Collection<Told> told) {
        var newest = new HashMap<Place, Told>();
        for (var one : told) {
            newest.merge(
                    new Place(one.place(), one.sku()),
                    one,
                    (a, b) -> a.at().isBefore(b.at()) ? b : a);
        }
        if (newest.isEmpty()) {
            return;
        }
        var rows =
                newest.values().stream()
                        .sorted(
                                java.util.Comparator.comparing(Told::place)
                                        .thenComparing(Told::sku))
                        .toList();
        db.sql(
                        """
                        insert into commerce.store_stock as t (shop_id, store_id, sku, qty, counted_at)
                        select :shop, n.store_id, n.sku, n.qty, n.at::timestamptz
                          from unnest(:places, :skus, :quantities, :times) as n (store_id, sku, qty, at)
                            on conflict (shop_id, store_id, sku) do update
                           set qty = excluded.qty, counted_at = excluded.counted_at
                         where (excluded.counted_at, -excluded.qty) >= (t.counted_at, -t.qty)
                           and (t.moved_at is null or excluded.counted_at >= t.moved_at)
                        """)
                .param("shop", shop.value())
                .param("places", strings(rows, Told::place))
                .param("skus", strings(rows, Told::sku))
                .param("quantities", numbers(rows, Told::qty))
                .param("times", times(rows, Told::at))
                .update();
    }

    @Override
    public List<Known> known(ShopId shop, Collection<String> skus) {
        return db.sql(
                        """
                        select t.store_id as place, t.sku, t.qty, t.reserved, greatest(t.counted_at, t.moved_at) as as_of
                          from commerce.store_stock t
                         where t.shop_id = :shop and t.sku = any(:skus)
                         order by t.sku, t.store_id
                        """)
                .param("shop", shop.value())
                .param("skus", skus.toArray(String[]::new))
                .query(Rows.of(Known.class))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Answer> reserve(ShopId shop, Collection<Wanted> wanted) {
        var answers = new LinkedHashMap<UUID, Answer>();
        if (wanted.isEmpty()) {
            return answers;
        }
        open(shop, wanted.stream().map(Wanted::id).toList())
                .forEach(held -> answers.put(held.id(), Answer.RESERVED));
        var places =
                wanted.stream()
                        .flatMap(
                                want ->
                                        want.items().stream()
                                                .map(item -> new Place(want.place(), item.sku())))
                        .distinct()
                        .toList();
        var free = lock(shop, places);
        var held = new ArrayList<Held>();
        for (var want : wanted) {
            if (answers.containsKey(want.id())) {
                continue;
            }
            var answer = answer(want, free);
            answers.put(want.id(), answer);
            if (answer == Answer.RESERVED) {
                for (var item : want.items()) {
                    free.merge(new Place(want.place(), item.sku()), -item.qty(), Integer::sum);
                    held.add(new Held(want.id(), want.place(), item.sku(), item.qty()));
                }
            }
        }
        hold(shop, held);
        return answers;
    }

    private static Answer answer(Wanted want, Map<Place, Integer> free) {
        var unknown = false;
        for (var item : want.items()) {
            var there = free.get(new Place(want.place(), item.sku()));
            if (there == null) {
                unknown = true;
            } else if (there < item.qty()) {
                return Answer.SHORT;
            }
        }
        return unknown ? Answer.UNKNOWN : Answer.RESERVED;
    }

    private void hold(ShopId shop, List<Held> held) {
        if (held.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into commerce.stock_reservation (shop_id, id, store_id, sku, qty, reserved_at)
                        select :shop, n.id::uuid, n.store_id, n.sku, n.qty, :now
                          from unnest(:ids, :places, :skus, :quantities) as n (id, store_id, sku, qty)
                        """)
                .param("shop", shop.value())
                .param("ids", strings(held, one -> one.id().toString()))
                .param("places", strings(held, Held::storeId))
                .param("skus", strings(held, Held::sku))
                .param("quantities", numbers(held, Held::qty))
                .param("now", now())
                .update();
        change(shop, held, "reserved = t.reserved + n.qty");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(ShopId shop, UUID reservation) {
        end(shop, reservation, "RELEASED", "reserved = t.reserved - n.qty");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(ShopId shop, UUID reservation) {
        var held = open(shop, List.of(reservation));
        lock(shop, places(held));
        for (var one : held) {
            if (missing(shop, one)) {
                throw Problem.refused(
                        "stock-not-there",
                        "按最近盘点，" + one.sku() + " 库存不足，请先更新库存再交付",
                        "By its last count " + one.sku() + " is not there; count it again first");
            }
        }
        end(
                shop,
                reservation,
                "TAKEN",
                "reserved = t.reserved - n.qty, qty = t.qty - n.qty, moved_at = :now");
        move(shop, reservation, held, -1);
    }

    private boolean missing(ShopId shop, Held one) {
        return db.sql(
                        """
                        select t.qty < :qty
                          from commerce.store_stock t
                         where t.shop_id = :shop and t.store_id = :place and t.sku = :sku
                        """)
                .param("shop", shop.value())
                .param("place", one.storeId())
                .param("sku", one.sku())
                .param("qty", one.qty())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void bring(ShopId shop, UUID move, String place, List<Item> items) {
        var brought =
                items.stream().map(item -> new Held(move, place, item.sku(), item.qty())).toList();
        if (move(shop, move, brought, 1) == 0) {
            return;
        }
        if (!place.equals(WAREHOUSE)) {
            learnOf(shop, place, items);
        }
        lock(shop, places(brought));
        change(shop, brought, "qty = t.qty + n.qty, moved_at = :now");
    }

    /** Every row is locked before the first changes, so that two swaps crosswise stand in line. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void swap(ShopId shop, UUID reservation, UUID move, String place, List<Item> in) {
        learnOf(shop, place, in);
        var rows = new ArrayList<>(places(open(shop, List.of(reservation))));
        in.forEach(item -> rows.add(new Place(place, item.sku())));
        lock(shop, rows);
        take(shop, reservation);
        bring(shop, move, place, in);
    }

    /** A store that never counted an article has none of it until one comes in. */
    private void learnOf(ShopId shop, String place, List<Item> items) {
        db.sql(
                        """
                        insert into commerce.store_stock (shop_id, store_id, sku, qty, counted_at)
                        select :shop, :place, n.sku, 0, :now
                          from unnest(:skus) as n (sku)
                         order by n.sku
                            on conflict do nothing
                        """)
                .param("shop", shop.value())
                .param("place", place)
                .param("skus", strings(items, Item::sku))
                .param("now", now())
                .update();
    }

    private int move(ShopId shop, UUID id, List<Held> moved, int sign) {
        return db.sql(
                        """
                        insert into commerce.stock_move (shop_id, id, store_id, sku, qty, at)
                        select :shop, :id, n.store_id, n.sku, n.qty, :now
                          from unnest(:places, :skus, :quantities) as n (store_id, sku, qty)
                            on conflict do nothing
                        """)
                .param("shop", shop.value())
                .param("id", id)
                .param("places", strings(moved, Held::storeId))
                .param("skus", strings(moved, Held::sku))
                .param("quantities", numbers(moved, held -> sign * held.qty()))
                .param("now", now())
                .update();
    }

    private void end(ShopId shop, UUID reservation, String outcome, String effect) {
        var held = open(shop, List.of(reservation));
        if (held.isEmpty()) {
            return;
        }
        lock(shop, places(held));
        var ended =
                db.sql(
                                """
                                update commerce.stock_reservation r
                                   set ended_at = :now, outcome = :outcome
                                 where r.shop_id = :shop and r.id = :id and r.ended_at is null
                                """)
                        .param("shop", shop.value())
                        .param("id", reservation)
                        .param("outcome", outcome)
                        .param("now", now())
                        .update();
        if (ended > 0) {
            change(shop, held, effect);
        }
    }

    private void change(ShopId shop, List<Held> held, String effect) {
        db.sql(
                        """
                        update commerce.store_stock t
                           set %s
                          from (select n.store_id, n.sku, sum(n.qty) as qty
                                  from unnest(:places, :skus, :quantities) as n (store_id, sku, qty)
                                 group by n.store_id, n.sku) n
                         where t.shop_id = :shop and t.store_id = n.store_id and t.sku = n.sku
                        """
                                .formatted(effect))
                .param("shop", shop.value())
                .param("places", strings(held, Held::storeId))
                .param("skus", strings(held, Held::sku))
                .param("quantities", numbers(held, Held::qty))
                .param("now", now())
                .update();
    }

    private List<Held> open(ShopId shop, Collection<UUID> reservations) {
        return db.sql(
                        """
                        select r.id, r.store_id, r.sku, r.qty
                          from commerce.stock_reservation r
                         where r.shop_id = :shop and r.id = any(:ids) and r.ended_at is null
                         order by r.id, r.sku
                        """)
                .param("shop", shop.value())
                .param("ids", reservations.toArray(UUID[]::new))
                .query(Rows.of(Held.class))
                .list();
    }

    private static List<Place> places(List<Held> held) {
        return held.stream().map(one -> new Place(one.storeId(), one.sku())).toList();
    }

    /** What is free of each, once nobody else can change it. */
    private Map<Place, Integer> lock(ShopId shop, List<Place> places) {
        var free = new HashMap<Place, Integer>();
        db.sql(
                        """
                        select t.store_id, t.sku, t.qty - t.reserved as free
                          from commerce.store_stock t
                          join unnest(:places, :skus) as w (store_id, sku) on w.store_id = t.store_id and w.sku = t.sku
                         where t.shop_id = :shop
                         order by t.store_id, t.sku
                           for update of t
                        """)
                .param("shop", shop.value())
                .param("places", strings(places, Place::storeId))
                .param("skus", strings(places, Place::sku))
                .query(Rows.of(Row.class))
                .list()
                .forEach(row -> free.put(new Place(row.storeId(), row.sku()), row.free()));
        return free;
    }

    private static <T> Integer[] numbers(Collection<T> rows, ToIntFunction<T> number) {
        return rows.stream().map(number::applyAsInt).toArray(Integer[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
