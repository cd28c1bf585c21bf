package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many cases are in which state, kept as they move. Everybody wants to write these rows, so
 * they are written last, all moves of a transaction together and in one order: nobody waits for
 * them while the rest is written.
 */
@Component
class CaseCounts {

    private static final int SLOTS = 16;

    private final JdbcClient db;

    CaseCounts(JdbcClient db) {
        this.db = db;
    }

    /** In the transaction of the move. */
    void moved(ShopId shop, CaseState from, CaseState to) {
        if (from != to) {
            var moves = moves();
            moves.add(shop, from, -1);
            moves.add(shop, to, 1);
        }
    }

    private Moves moves() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Moves moves) {
                return moves;
            }
        }
        var moves = new Moves();
        TransactionSynchronizationManager.registerSynchronization(moves);
        return moves;
    }

    private final class Moves implements TransactionSynchronization {

        private final TreeMap<String, EnumMap<CaseState, Long>> byShop = new TreeMap<>();

        void add(ShopId shop, CaseState state, long n) {
            byShop.computeIfAbsent(shop.value(), key -> new EnumMap<>(CaseState.class))
                    .merge(state, n, Long::sum);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var shops = new ArrayList<String>();
            var states = new ArrayList<String>();
            var changes = new ArrayList<Long>();
            byShop.forEach(
                    (shop, moved) ->
                            moved.forEach(
                                    (state, n) -> {
                                        if (n != 0) {
                                            shops.add(shop);
                                            states.add(state.name());
                                            changes.add(n);
                                        }
                                    }));
            if (shops.isEmpty()) {
                return;
            }
            db.sql(
                            """
                    insert into aftersales.case_count as k (shop_id, state, slot, n)
                    select c.shop_id, c.state, :slot, c.n from unnest(:shops, :states, :changes) as c (shop_id, state, n)
                    on conflict (shop_id, state, slot) do update set n = k.n + excluded.n
                    """)
                    .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                    .param("shops", shops.toArray(String[]::new))
                    .param("states", states.toArray(String[]::new))
                    .param("changes", changes.toArray(Long[]::new))
                    .update();
        }
    }
}
