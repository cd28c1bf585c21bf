package anxin.aftersales.refund;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the sender as soon as an intent is committed, so that nobody waits for the next look. */
@Component
class RefundBell {

    private final Semaphore bell = new Semaphore(0);

    void ring() {
        bell.release();
    }

    void await(long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
