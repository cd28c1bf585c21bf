package anxin.aftersales.complaint;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.policy.Request;
import anxin.aftersales.submit.SubmitCases;
import anxin.aftersales.submit.Submitted;
import anxin.aftersales.submit.Wish;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * T52: a complaint ends as a case of its own, linked to it. The complaint and the promise of that
 * case are one transaction; whoever dies before the case is there leaves a deadline behind.
 */
@Component
class Remedies implements DeadlineHandler {

    private static final Logger log = LoggerFactory.getLogger(Remedies.class);
    private static final String DEADLINE = "aftersales.remedy";
    private static final String SUBJECT = "remedy:";
    private static final Duration IF_WE_DIE = Duration.ofMinutes(1);

    /** One promised case; {@code wish} is the request as the rules hear it. */
    record Remedy(
            String shopId,
            UUID id,
            UUID caseId,
            String type,
            String wish,
            String by,
            @Nullable UUID linkedCase) {}

    private static final String REMEDIES =
            """
            select r.shop_id, r.id, r.case_id, r.type, r.wish::text as wish, r.by, r.linked_case
              from aftersales.remedy r
            """;

    private final JdbcClient db;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final SubmitCases submitCases;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Remedies(
            JdbcClient db,
            CaseStore cases,
            CaseChanges changes,
            SubmitCases submitCases,
            Deadlines deadlines,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.changes = changes;
        this.submitCases = submitCases;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** The same id again is the same remedy. */
    UUID make(Staff staff, CaseRow of, int version, UUID id, Request wish) {
        transaction.executeWithoutResult(status -> promise(staff, of, version, id, wish));
        return open(of.shop(), id);
    }

    private void promise(Staff staff, CaseRow of, int version, UUID id, Request wish) {
        var known = find(of.shop(), id);
        if (known.isPresent()) {
            if (!known.get().caseId().equals(of.id())) {
                throw Problem.conflict(
                        "id-taken", "该编号已被使用", "This id stands for something else already");
            }
            return;
        }
        var before = cases.begin(of.shop(), of.id(), version, CaseEvent.MAKE_REMEDY);
        var type = Objects.requireNonNull(wish.type());
        db.sql(
                        """
                insert into aftersales.remedy (shop_id, id, case_id, type, wish, by, at)
                values (:shop, :id, :case, :type, :wish::jsonb, :by, :now)
                """)
                .param("shop", of.shop().value())
                .param("id", id)
                .param("case", of.id())
                .param("type", type.name())
                .param("wish", json.writeValueAsString(wish))
                .param("by", staff.actor())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        deadlines.set(
                new Deadline(
                        of.shop(), DEADLINE, SUBJECT + id, clock.instant().plus(IF_WE_DIE), ""));
        changes.apply(
                before,
                Move.to(CaseState.COMPLETED, CaseEvent.MAKE_REMEDY, "REMEDY_MADE", staff.actor())
                        .agent(staff.id())
                        .param("remedyLabel", type.text())
                        .param("remedy", id)
                        .result("RESOLVED"));
    }

    /** Outside a transaction of its own making: the case is written by those who write cases. */
    private UUID open(ShopId shop, UUID id) {
        var remedy = find(shop, id).orElseThrow(() -> Problem.missing("remedy"));
        var linked = remedy.linkedCase();
        if (linked != null) {
            return linked;
        }
        var of = cases.find(shop, remedy.caseId()).orElseThrow(() -> Problem.missing("case"));
        return switch (submitCases.submit(wish(of, remedy))) {
            case Submitted.Case made -> link(shop, id, made.page().row().id());
            case Submitted.Existing existing -> link(shop, id, UUID.fromString(existing.caseId()));
            case Submitted.UnknownOrder() -> throw Problem.missing("order");
            case Submitted.IdTaken() ->
                    throw new IllegalStateException("the id of a remedy is another case: " + id);
        };
    }

    private UUID link(ShopId shop, UUID id, UUID linked) {
        transaction.executeWithoutResult(
                status -> {
                    db.sql(
                                    """
                            update aftersales.remedy r set linked_case = :linked
                             where r.shop_id = :shop and r.id = :id
                            """)
                            .param("linked", linked)
                            .param("shop", shop.value())
                            .param("id", id)
                            .update();
                    deadlines.lift(shop, DEADLINE, SUBJECT + id);
                });
        return linked;
    }

    private Wish wish(CaseRow of, Remedy remedy) {
        var agent = of.agent();
        return new Wish(
                of.shop(),
                remedy.id(),
                of.orderNo(),
                remedy.by(),
                null,
                json.readValue(remedy.wish(), Request.class),
                List.of(),
                of.lang(),
                new Wish.Reopening(of.id(), of.priority(), null, agent, true));
    }

    private Optional<Remedy> find(ShopId shop, UUID id) {
        return db.sql(REMEDIES + " where r.shop_id = :shop and r.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Remedy.class))
                .optional();
    }

    /** What a case is of a remedy: the complaint, or the case that it went on as. */
    Optional<Remedy> of(CaseRow row) {
        return db.sql(
                        REMEDIES
                                + """
                 where r.shop_id = :shop and (r.case_id = :case or r.linked_case = :case)
                 limit 1
                """)
                .param("shop", row.shop().value())
                .param("case", row.id())
                .query(Rows.of(Remedy.class))
                .optional();
    }

    @Override
    public String kind() {
        return DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var linked =
                open(
                        deadline.shop(),
                        UUID.fromString(deadline.subject().substring(SUBJECT.length())));
        log.info("a remedy that was left half done goes on as {}", linked);
    }
}
