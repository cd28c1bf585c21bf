package anxin.aftersales.expert;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ExpertStore {

    /** One call for an expert, with the case it is about. */
    record Link(
            UUID id,
            UUID caseId,
            String caseNo,
            String shop,
            String title,
            String caseState,
            String reason,
            String askedBy,
            Instant askedAt,
            Instant handoverDueAt,
            @Nullable Instant handoverLateAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            Instant solutionDueAt,
            @Nullable Instant solutionLateAt,
            Instant dueAt,
            @Nullable Instant solvedAt,
            @Nullable String solution) {}

    /** Whose calls a list shows: those nobody took, those one took, those one asked for. */
    enum Calls {
        ALL("true"),
        WAITING("x.taken_at is null"),
        MINE("x.taken_by = :me"),
        ASKED("x.asked_by = :me");

        private final String condition;

        Calls(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Open calls.
     *
     * @param waiting nobody took them
     * @param mine one took them
     * @param asked one asked for them
     * @param late a clock of theirs has run out
     */
    record Count(long open, long waiting, long mine, long asked, long late) {}

    private static final String LINKS =
            """
            select x.id, x.case_id, c.no as case_no, x.shop_id as shop, c.title, c.state as case_state, x.reason, x.asked_by,
                   x.asked_at, x.handover_due_at, x.handover_late_at, x.taken_by, x.taken_at, x.solution_due_at,
                   x.solution_late_at, x.due_at, x.solved_at, x.solution
              from aftersales.expert_link x
              join aftersales.after_sale_case c on c.shop_id = x.shop_id and c.id = x.case_id
            """;

    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");

    private final JdbcClient db;

    ExpertStore(JdbcClient db) {
        this.db = db;
    }

    /** False when one is open already, or this one is known. */
    boolean add(
            ShopId shop,
            UUID id,
            UUID caseId,
            String reason,
            String by,
            Instant now,
            Instant handoverDue,
            Instant solutionDue) {
        return db.sql(
                                """
                insert into aftersales.expert_link
                       (shop_id, id, case_id, reason, asked_by, asked_at, handover_due_at, solution_due_at)
                values (:shop, :id, :case, :reason, :by, :now, :handover, :solution)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("case", caseId)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("handover", handoverDue.atOffset(ZoneOffset.UTC))
                        .param("solution", solutionDue.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Link> find(ShopId shop, UUID id) {
        return db.sql(LINKS + " where x.shop_id = :shop and x.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Link.class))
                .optional();
    }

    /** The last one of a case, open or not. */
    Optional<Link> newest(ShopId shop, UUID caseId) {
        return db.sql(
                        LINKS
                                + """
                 where x.shop_id = :shop and x.case_id = :case
                 order by x.solved_at desc nulls first, x.asked_at desc limit 1
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Link.class))
                .optional();
    }

    Page<Link> open(
            Collection<ShopId> shops, Calls calls, String me, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                LINKS
                                        + """
                 where x.shop_id = any(:shops) and x.solved_at is null and (x.due_at, x.id) > (:at, :id) and
                """
                                        + calls.condition
                                        + """
                 order by x.due_at, x.id
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("me", me)
                        .param(
                                "at",
                                (cursor == null ? START : cursor.instant(0))
                                        .atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? new UUID(0, 0) : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Link.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.dueAt(), row.id()));
    }

    Count count(Collection<ShopId> shops, String me, Instant now) {
        return db.sql(
                        """
                select count(*) as open,
                       count(*) filter (where x.taken_at is null) as waiting,
                       count(*) filter (where x.taken_by = :me) as mine,
                       count(*) filter (where x.asked_by = :me) as asked,
                       count(*) filter (where x.due_at <= :now) as late
                  from aftersales.expert_link x
                 where x.shop_id = any(:shops) and x.solved_at is null
                """)
                .param("shops", CaseStore.names(shops))
                .param("me", me)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Count.class))
                .single();
    }

    /** False when somebody was faster. */
    boolean take(ShopId shop, UUID id, String by, Instant now) {
        return once(shop, id, "taken_at = :now, taken_by = :by", "taken_at", by, null, now);
    }

    boolean solve(ShopId shop, UUID id, String by, @Nullable String solution, Instant now) {
        return once(
                shop,
                id,
                "solved_at = :now, solved_by = :by, solution = :text,"
                        + " taken_at = coalesce(taken_at, :now), taken_by = coalesce(taken_by, :by)",
                "solved_at",
                by,
                solution,
                now);
    }

    boolean handoverLate(ShopId shop, UUID id, Instant now) {
        return once(shop, id, "handover_late_at = :now", "handover_late_at", "", null, now);
    }

    boolean solutionLate(ShopId shop, UUID id, Instant now) {
        return once(shop, id, "solution_late_at = :now", "solution_late_at", "", null, now);
    }

    private boolean once(
            ShopId shop,
            UUID id,
            String change,
            String unless,
            String by,
            @Nullable String text,
            Instant now) {
        return db.sql(
                                "update aftersales.expert_link set "
                                        + change
                                        + " where shop_id = :shop and id = :id and solved_at is null and "
                                        + unless
                                        + " is null")
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("by", by)
                        .param("text", text)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
