package anxin.kernel.tally;

import anxin.kernel.ShopId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many things of a shop lie on each heap. A count is spread over several rows, so that two who
 * write at once seldom wait for each other. The table is its module's own: {@code shop_id, heap,
 * slot, n}, the first three its key.
 */
public class Heaps {

    private static final int SLOTS = 16;

    /** What changed in one transaction, by shop and heap. */
    public static class Moves {

        private final TreeMap<String, TreeMap<String, Integer>> byShop = new TreeMap<>();

        public final void moved(ShopId shop, Collection<String> from, Collection<String> to) {
            from.forEach(heap -> add(shop, heap, -1));
            to.forEach(heap -> add(shop, heap, 1));
        }

        private void add(ShopId shop, String heap, int n) {
            var heaps = byShop.computeIfAbsent(shop.value(), s -> new TreeMap<>());
            if (heaps.merge(heap, n, Integer::sum) == 0) {
                heaps.remove(heap);
            }
        }
    }

    private final JdbcClient db;
    private final String table;
    private final String heap;

    protected Heaps(JdbcClient db, String table) {
        this(db, table, "heap");
    }

    /** Where the table calls a heap otherwise: {@code heap} is that column. */
    protected Heaps(JdbcClient db, String table, String heap) {
        this.db = db;
        this.table = table;
        this.heap = heap;
    }

    /** In the transaction of its cause, and last: the counts are what everybody wants to write. */
    public final void write(Moves moves) {
        var shops = new ArrayList<String>();
        var heaps = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        moves.byShop.forEach(
                (shop, moved) ->
                        moved.forEach(
                                (heap, n) -> {
                                    shops.add(shop);
                                    heaps.add(heap);
                                    numbers.add(n);
                                }));
        if (shops.isEmpty()) {
            return;
        }
        db.sql(
                        """
                insert into %1$s as t (shop_id, %2$s, slot, n)
                select d.shop_id, d.heap, :slot, d.n
                  from unnest(:shops, :heaps, :numbers) as d (shop_id, heap, n)
                on conflict (shop_id, %2$s, slot) do update set n = t.n + excluded.n
                """
                                .formatted(table, heap))
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .param("shops", shops.toArray(String[]::new))
                .param("heaps", heaps.toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    /** Over these shops, by heap; a heap that is empty is left out. */
    public final Map<String, Long> of(Collection<ShopId> shops) {
        var counts = new HashMap<String, Long>();
        db.sql(
                        """
                select t.%2$s as heap, sum(t.n) as n
                  from %1$s t
                 where t.shop_id = any(:shops)
                 group by t.%2$s
                having sum(t.n) > 0
                """
                                .formatted(table, heap))
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .query(
                        row -> {
                            counts.put(row.getString("heap"), row.getLong("n"));
                        });
        return counts;
    }
}
