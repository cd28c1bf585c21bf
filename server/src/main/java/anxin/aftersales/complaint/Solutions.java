package anxin.aftersales.complaint;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * T50: an agent answers a complaint; it is solved when the customer says so, or has said nothing
 * for two days.
 */
@Component
public class Solutions {

    private static final Duration TO_ANSWER = Duration.ofHours(48);

    /** An answer that the customer has not spoken about yet. */
    public record Solution(String words, Instant at, Instant dueAt) {}

    private final JdbcClient db;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final Clock clock;

    Solutions(JdbcClient db, CaseStore cases, CaseChanges changes, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.changes = changes;
        this.clock = clock;
    }

    /** A new answer takes the place of one that the customer has not spoken about. */
    @Transactional
    public CaseRow offer(Staff staff, ShopId shop, UUID id, int version, String words) {
        var before = cases.begin(shop, id, version, CaseEvent.OFFER_SOLUTION);
        settle(before, null, null);
        var due = clock.instant().plus(TO_ANSWER);
        var after =
                changes.apply(
                        before,
                        Move.to(
                                        CaseState.HANDLING,
                                        CaseEvent.OFFER_SOLUTION,
                                        "SOLUTION_OFFERED",
                                        staff.actor())
                                .agent(staff.id())
                                .deadlineAt(due)
                                .param("solution", words));
        db.sql(
                        """
                insert into aftersales.solution (shop_id, case_id, seq, words, by, at, due_at)
                values (:shop, :case, :seq, :words, :by, :now, :due)
                """)
                .param("shop", shop.value())
                .param("case", id)
                .param("seq", after.version())
                .param("words", words)
                .param("by", staff.actor())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        return after;
    }

    /** {@code words}: what is still wrong. */
    @Transactional
    public CaseRow answer(
            Customer customer, UUID id, int version, boolean solved, @Nullable String words) {
        var event = solved ? CaseEvent.RESOLVE : CaseEvent.REJECT_SOLUTION;
        var before = cases.begin(customer, id, version, event);
        var solution = open(before).orElseThrow(() -> Problem.missing("solution"));
        settle(before, solved, words);
        return solved
                ? resolved(before, solution, event, "RESOLVED", customer.actor())
                : changes.apply(
                        before,
                        Move.to(CaseState.HANDLING, event, "SOLUTION_REJECTED", customer.actor())
                                .note(words));
    }

    /** True when the time to speak about an answer is over: silence takes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean silence(CaseRow of) {
        var solution = open(of).filter(one -> !one.dueAt().isAfter(clock.instant()));
        if (solution.isEmpty()) {
            return false;
        }
        settle(of, true, null);
        resolved(of, solution.get(), CaseEvent.RUN_OUT, "RESOLVED_BY_SILENCE", "system");
        return true;
    }

    private CaseRow resolved(
            CaseRow before, Solution solution, CaseEvent event, String step, String actor) {
        return changes.apply(
                before,
                Move.to(CaseState.COMPLETED, event, step, actor)
                        .param("solution", solution.words())
                        .result("RESOLVED"));
    }

    private void settle(CaseRow of, @Nullable Boolean accepted, @Nullable String words) {
        db.sql(
                        """
                update aftersales.solution s set accepted = :accepted, answered_at = :now, answer = :words
                 where s.shop_id = :shop and s.case_id = :case and s.answered_at is null
                """)
                .param("accepted", accepted, java.sql.Types.BOOLEAN)
                .param("words", words)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("shop", of.shop().value())
                .param("case", of.id())
                .update();
    }

    /** What the customer is asked about; empty when there is nothing to say. */
    public Optional<Solution> open(CaseRow of) {
        if (of.state() != CaseState.HANDLING) {
            return Optional.empty();
        }
        return db.sql(
                        """
                select s.words, s.at, s.due_at from aftersales.solution s
                 where s.shop_id = :shop and s.case_id = :case and s.answered_at is null
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .query(Rows.of(Solution.class))
                .optional();
    }
}
