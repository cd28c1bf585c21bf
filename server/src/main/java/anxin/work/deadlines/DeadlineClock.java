package anxin.work.deadlines;

import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks twice a second for what is due and has it handled, one transaction each; every node may run
 * one.
 */
@Component
public class DeadlineClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadlineClock.class);
    private static final long PERIOD_MILLIS = 500;

    private final DeadlineStore store;
    private final ObjectProvider<DeadlineHandler> handlers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean background;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean on;
    private @Nullable Thread thread;

    DeadlineClock(
            DeadlineStore store,
            ObjectProvider<DeadlineHandler> handlers,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        this.store = store;
        this.handlers = handlers;
        this.transaction = transaction;
        this.clock = clock;
        this.background = background;
    }

    /** Handles everything that is due now; answers how many were. */
    public int runDue() {
        Map<String, DeadlineHandler> byKind =
                handlers.orderedStream()
                        .collect(Collectors.toMap(DeadlineHandler::kind, Function.identity()));
        int handled = 0;
        while (runOne(byKind)) {
            handled++;
        }
        return handled;
    }

    private boolean runOne(Map<String, DeadlineHandler> byKind) {
        var inHand = new Deadline[1];
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(
                            status -> {
                                var due = store.take(clock.instant());
                                if (due.isEmpty()) {
                                    return false;
                                }
                                var deadline = due.get();
                                inHand[0] = deadline;
                                var handler = byKind.get(deadline.kind());
                                if (handler == null) {
                                    throw new IllegalStateException(
                                            "nobody handles deadlines of the kind "
                                                    + deadline.kind());
                                }
                                store.lift(deadline.shop(), deadline.kind(), deadline.subject());
                                handler.missed(deadline);
                                return true;
                            }));
        } catch (RuntimeException e) {
            var failed = inHand[0];
            if (failed == null) {
                throw e;
            }
            log.error(
                    "the deadline {} of {} could not be handled; it stays and is tried again",
                    failed.kind(),
                    failed.subject(),
                    e);
            transaction.executeWithoutResult(
                    status ->
                            store.putOff(failed, clock.instant(), String.valueOf(e.getMessage())));
            return true;
        }
    }

    private void tick() {
        while (on) {
            try {
                runDue();
            } catch (RuntimeException e) {
                log.warn("looking for due deadlines failed; trying again", e);
            }
            try {
                if (bell.tryAcquire(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        if (background) {
            on = true;
            thread = Thread.ofVirtual().name("deadlines").start(this::tick);
        }
    }

    @Override
    public void stop() {
        on = false;
        bell.release();
        var running = thread;
        if (running != null) {
            try {
                running.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
