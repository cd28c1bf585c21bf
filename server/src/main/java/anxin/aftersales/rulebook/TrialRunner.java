package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Calendar;
import anxin.aftersales.policy.Decide;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.Request;
import anxin.aftersales.rulebook.TrialStore.PastCase;
import anxin.aftersales.rulebook.TrialStore.State;
import anxin.aftersales.rulebook.TrialStore.Trial;
import anxin.commerce.Order;
import anxin.kernel.ShopId;
import anxin.kernel.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides past cases once more, under the version in force and under the draft, a few hundred in
 * one transaction. A node that dies leaves the trial where it was; the next one goes on from there.
 */
@Component
class TrialRunner extends Loop {

    private static final Logger log = LoggerFactory.getLogger(TrialRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 250;

    /** What the rules saw of a case, as it was kept with the decision. */
    record Seen(Order order, Request request, Instant now) {}

    private final TrialStore store;
    private final PolicyBook book;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrialRunner(
            TrialStore store,
            PolicyBook book,
            TrialBell bell,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("policy-trials", PAUSE, PATIENCE, bell, background);
        this.store = store;
        this.book = book;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() {
        runAll();
    }

    /** Until nothing waits. */
    void runAll() {
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
        } while (more);
    }

    private boolean batch() {
        var next = store.take();
        if (next.isEmpty()) {
            return false;
        }
        var trial = next.get();
        int total =
                trial.state() == State.WAITING
                        ? store.count(trial.shop(), trial.most())
                        : trial.total();
        var batch = store.next(trial, Math.min(BATCH, total - trial.done()));
        store.progress(batch.isEmpty() ? ended(trial, total) : tried(trial, total, batch));
        return true;
    }

    private Trial tried(Trial trial, int total, Iterable<PastCase> batch) {
        var shop = new ShopId(trial.shop());
        var before = book.read(shop, trial.against());
        var after = Policy.of(json.readTree(trial.document()), Policy.DEFAULT);
        int done = trial.done();
        int differing = trial.differing();
        int unreadable = trial.unreadable();
        var reached = trial.reachedAt();
        var reachedId = trial.reachedId();
        for (var past : batch) {
            done++;
            reached = past.submittedAt();
            reachedId = past.caseId();
            try {
                var seen = json.readValue(past.facts(), Seen.class);
                var was = verdict(seen, before);
                var becomes = verdict(seen, after);
                if (!was.equals(becomes)) {
                    store.write(
                            trial,
                            differing++,
                            past.caseId(),
                            json.writeValueAsString(was),
                            json.writeValueAsString(becomes));
                }
            } catch (JacksonException unreadableFacts) {
                log.warn("the facts of case {} cannot be read", past.caseId(), unreadableFacts);
                unreadable++;
            }
        }
        return new Trial(
                trial.shop(),
                trial.id(),
                done >= total ? State.DONE : State.RUNNING,
                trial.document(),
                trial.against(),
                trial.most(),
                total,
                done,
                differing,
                unreadable,
                reached,
                reachedId,
                trial.requestedBy(),
                trial.requestedAt(),
                done >= total ? clock.instant() : null);
    }

    private Trial ended(Trial trial, int total) {
        return new Trial(
                trial.shop(),
                trial.id(),
                State.DONE,
                trial.document(),
                trial.against(),
                trial.most(),
                Math.min(total, trial.done()),
                trial.done(),
                trial.differing(),
                trial.unreadable(),
                trial.reachedAt(),
                trial.reachedId(),
                trial.requestedBy(),
                trial.requestedAt(),
                clock.instant());
    }

    private static Verdict verdict(Seen seen, Policy policy) {
        return Verdict.of(
                Decide.decide(seen.order(), seen.request(), seen.now(), policy, Calendar.WEEKENDS));
    }
}
