package anxin.aftersales.transfer;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T51: the other team has a limit of its own. The clock of the case goes on meanwhile, and when the
 * team is silent the case is its first owner's again, and whoever leads the team hears of it.
 */
@Component
class Transfers implements DeadlineHandler {

    private static final String DEADLINE = "aftersales.transfer";
    private static final String SUBJECT = "transfer:";
    private static final String FIRST_OWNER = "COMPLAINT";

    /** One hand-over as it stands; {@code state} is OPEN, ANSWERED or OVERDUE. */
    record TransferView(
            UUID id,
            UUID caseId,
            String fromTeam,
            String toTeam,
            String reason,
            Instant at,
            Instant dueAt,
            String state,
            @Nullable String answer) {}

    record TransferLate(String no, String team, String escalatedTo) {}

    private final JdbcClient db;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final Clock clock;

    Transfers(
            JdbcClient db,
            CaseStore cases,
            CaseChanges changes,
            Deadlines deadlines,
            FactLog facts,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.changes = changes;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    /** The same id again is the same hand-over. */
    @Transactional
    public CaseRow transfer(
            Staff staff,
            ShopId shop,
            UUID caseId,
            int version,
            UUID id,
            String team,
            int limitHours,
            String reason) {
        if (of(shop, caseId).stream().anyMatch(one -> one.id().equals(id))) {
            return cases.lock(shop, caseId);
        }
        var before = cases.begin(shop, caseId, version, CaseEvent.TRANSFER);
        if (of(shop, caseId).stream().anyMatch(one -> one.state().equals("OPEN"))) {
            throw Problem.refused(
                    "transferred-already",
                    "该投诉已转交其他团队，请等待答复或时限到期",
                    "Another team has it already; wait for its answer or its limit");
        }
        var now = clock.instant();
        var due = now.plus(Duration.ofHours(limitHours));
        db.sql(
                        """
                insert into aftersales.case_transfer (shop_id, id, case_id, from_team, to_team, reason, by, at, due_at)
                values (:shop, :id, :case, :from, :to, :reason, :by, :now, :due)
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("case", caseId)
                .param("from", Objects.requireNonNullElse(before.queue(), FIRST_OWNER))
                .param("to", team)
                .param("reason", reason)
                .param("by", staff.actor())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        deadlines.set(new Deadline(shop, DEADLINE, SUBJECT + id, due, caseId.toString()));
        return moved(before, "TRANSFERRED", team, staff.actor(), reason, team);
    }

    @Transactional
    public CaseRow answer(Staff staff, ShopId shop, UUID caseId, UUID id, String answer) {
        var before = cases.lock(shop, caseId);
        var transfer = open(shop, caseId, id);
        db.sql(
                        """
                update aftersales.case_transfer t set answered_at = :now, answered_by = :by, answer = :answer
                 where t.shop_id = :shop and t.id = :id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("by", staff.actor())
                .param("answer", answer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        deadlines.lift(shop, DEADLINE, SUBJECT + id);
        return before.state() == CaseState.HANDLING
                ? moved(
                        before,
                        "TRANSFER_ANSWERED",
                        transfer.toTeam(),
                        staff.actor(),
                        answer,
                        transfer.fromTeam())
                : before;
    }

    private TransferView open(ShopId shop, UUID caseId, UUID id) {
        return of(shop, caseId).stream()
                .filter(one -> one.id().equals(id) && one.state().equals("OPEN"))
                .findFirst()
                .orElseThrow(() -> Problem.missing("transfer"));
    }

    /** The state and its deadline stay as they are. */
    private CaseRow moved(
            CaseRow before, String step, String team, String actor, String note, String queue) {
        return changes.apply(
                before,
                Move.to(CaseState.HANDLING, CaseEvent.TRANSFER, step, actor)
                        .deadlineAt(before.deadlineAt())
                        .queue(queue)
                        .note(note)
                        .param("team", team));
    }

    @Override
    public String kind() {
        return DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring(SUBJECT.length()));
        var of = cases.lock(deadline.shop(), UUID.fromString(deadline.detail()));
        var late =
                of(deadline.shop(), of.id()).stream()
                        .filter(one -> one.id().equals(id) && one.state().equals("OPEN"))
                        .findFirst();
        if (late.isEmpty()) {
            return;
        }
        var transfer = late.get();
        db.sql(
                        "update aftersales.case_transfer t set overdue_at = :now where t.shop_id = :shop and t.id = :id")
                .param("shop", deadline.shop().value())
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (of.state() == CaseState.HANDLING) {
            moved(of, "TRANSFER_LATE", transfer.toTeam(), "system", "OVERDUE", transfer.fromTeam());
        }
        facts.append(
                new NewFact(
                        of.shop(),
                        "aftersales.transfer-late",
                        of.subject(),
                        "system",
                        of.customerId(),
                        Audience.STAFF,
                        new TransferLate(
                                of.no(), transfer.toTeam(), transfer.toTeam() + "_MANAGER")));
    }

    List<TransferView> of(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select t.id, t.case_id, t.from_team, t.to_team, t.reason, t.at, t.due_at,
                       case when t.answered_at is not null then 'ANSWERED' when t.overdue_at is not null then 'OVERDUE'
                            else 'OPEN' end as state, t.answer
                  from aftersales.case_transfer t
                 where t.shop_id = :shop and t.case_id = :case
                 order by t.at, t.id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(TransferView.class))
                .list();
    }
}
