package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import anxin.kernel.tally.Heaps;
import java.util.List;
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
class CaseCounts extends Heaps {

    CaseCounts(JdbcClient db) {
        super(db, "aftersales.case_count", "state");
    }

    /** In the transaction of the move. */
    void moved(ShopId shop, CaseState from, CaseState to) {
        if (from != to) {
            ofTransaction().moved(shop, List.of(from.name()), List.of(to.name()));
        }
    }

    private Last ofTransaction() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Last last) {
                return last;
            }
        }
        var last = new Last();
        TransactionSynchronizationManager.registerSynchronization(last);
        return last;
    }

    private final class Last extends Moves implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            write(this);
        }
    }
}
