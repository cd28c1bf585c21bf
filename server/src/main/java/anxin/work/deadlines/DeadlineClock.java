package anxin.work.deadlines;

import anxin.kernel.loop.Loop;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks twice a second for what is due and has it handled, one transaction each; every node may run
 * one. It holds the deadline before its handler locks what the deadline is about; everybody else
 * locks that first and then sets or lifts the deadline. So the clock never waits long for a lock:
 * it gives way and comes again.
 */
@Component
public class DeadlineClock extends Loop {

    private static final Logger log = LoggerFactory.getLogger(DeadlineClock.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Somebody else holds what is needed, waited for too long or in a circle. */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");

    private final DeadlineStore store;
    private final ObjectProvider<DeadlineHandler> handlers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineClock(
            DeadlineStore store,
            ObjectProvider<DeadlineHandler> handlers,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("deadlines", PAUSE, PATIENCE, background);
        this.store = store;
        this.handlers = handlers;
        this.transaction = transaction;
        this.clock = clock;
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

    @Override
    protected void round() {
        runDue();
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
            if (isLocked(e)) {
                transaction.executeWithoutResult(
                        status -> store.delay(failed, clock.instant().plus(AGAIN)));
                return true;
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

    private static boolean isLocked(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && LOCKED.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
