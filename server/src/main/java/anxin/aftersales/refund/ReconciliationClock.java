package anxin.aftersales.refund;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every ten minutes whether a gateway's bill is due. Every node may run one. */
@Component
class ReconciliationClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationClock.class);
    private static final long PERIOD_MINUTES = 10;

    private final Reconciliation reconciliation;
    private final boolean background;
    private final Semaphore ended = new Semaphore(0);
    private @Nullable Thread thread;

    ReconciliationClock(
            Reconciliation reconciliation, @Value("${anxin.background:true}") boolean background) {
        this.reconciliation = reconciliation;
        this.background = background;
    }

    private void run() {
        try {
            while (!ended.tryAcquire(PERIOD_MINUTES, TimeUnit.MINUTES)) {
                try {
                    reconciliation.runDue();
                } catch (RuntimeException e) {
                    log.warn("looking for bills failed; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        if (background) {
            thread = Thread.ofVirtual().name("reconciliation").start(this::run);
        }
    }

    @Override
    public void stop() {
        ended.release();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
