package anxin.conversation.thread;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many conversations lie on each heap. A count is spread over several rows, so that two who
 * write at once seldom wait for each other.
 */
@Component
public class Tally {

    private static final int SLOTS = 16;

    /** What changed in one transaction, by shop and heap. */
    public static final class Changes {

        private final TreeMap<String, TreeMap<String, Integer>> byShop = new TreeMap<>();

        public void moved(ShopId shop, @Nullable Standing before, @Nullable Standing after) {
            if (before != null) {
                before.heaps().forEach(heap -> add(shop, heap, -1));
            }
            if (after != null) {
                after.heaps().forEach(heap -> add(shop, heap, 1));
            }
        }

        private void add(ShopId shop, String heap, int n) {
            var heaps = byShop.computeIfAbsent(shop.value(), s -> new TreeMap<>());
            if (heaps.merge(heap, n, Integer::sum) == 0) {
                heaps.remove(heap);
            }
        }
    }

    private final JdbcClient db;

    Tally(JdbcClient db) {
        this.db = db;
    }

    /** In the transaction of its cause, and last: the counts are what everybody wants to write. */
    public void write(Changes changes) {
        var shops = new java.util.ArrayList<String>();
        var heaps = new java.util.ArrayList<String>();
        var numbers = new java.util.ArrayList<Integer>();
        changes.byShop.forEach(
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
                insert into conversation.tally as t (shop_id, heap, slot, n)
                select d.shop_id, d.heap, :slot, d.n
                  from unnest(:shops, :heaps, :numbers) as d (shop_id, heap, n)
                on conflict (shop_id, heap, slot) do update set n = t.n + excluded.n
                """)
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .param("shops", shops.toArray(String[]::new))
                .param("heaps", heaps.toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    /** Over these shops, by heap; a heap that is empty is left out. */
    public Map<String, Long> of(Collection<ShopId> shops) {
        var counts = new HashMap<String, Long>();
        db.sql(
                        """
                select t.heap, sum(t.n) as n
                  from conversation.tally t
                 where t.shop_id = any(:shops)
                 group by t.heap
                having sum(t.n) > 0
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .query(
                        row -> {
                            counts.put(row.getString("heap"), row.getLong("n"));
                        });
        return counts;
    }
}
