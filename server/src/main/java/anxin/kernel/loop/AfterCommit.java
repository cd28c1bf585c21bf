package anxin.kernel.loop;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What must not happen for a transaction that is rolled back. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Does it when the running transaction has committed; now, where none is running. */
    public static void run(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        act.run();
                    }
                });
    }
}
