package anxin.aftersales.making;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.commerce.Order.MakingKind;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what production and purchasing are asked, each with a clock of its own. */
@Component
class MakingSteps {

    static final String DEADLINE = "aftersales.making-step";

    /** What is asked: to stop what is being made, to go on with it, to make it anew. */
    enum Purpose {
        STOP,
        RESUME,
        MAKE
    }

    /**
     * What became of it.
     *
     * <p>STOPPED and TOO_LATE answer STOP, FAILED is what was spoilt or cannot be bought.
     */
    enum Outcome {
        DONE,
        STOPPED,
        TOO_LATE,
        FAILED,
        VOID
    }

    /**
     * One step as it stands.
     *
     * @param text what to write on it, in the customer's words
     * @param dueAt null while it waits for the step before
     * @param costMinor what was spent on what was stopped
     */
    record MakingStep(
            UUID id,
            UUID caseId,
            String caseNo,
            String shop,
            String orderNo,
            String lineId,
            String title,
            int position,
            Purpose purpose,
            MakingKind kind,
            @Nullable String text,
            @Nullable Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant escalatedAt,
            @Nullable Instant doneAt,
            @Nullable Outcome outcome,
            @Nullable Long costMinor,
            String currency,
            @Nullable String note) {}

    record MakingCount(Purpose purpose, long open, long late) {}

    record Fresh(
            String lineId,
            String title,
            int position,
            Purpose purpose,
            MakingKind kind,
            @Nullable String text) {}

    private static final String STEPS =
            """
            select m.id, m.case_id, c.no as case_no, m.shop_id as shop, c.order_no, m.line_id, m.title, m.position, m.purpose, m.kind,
                   m.words as text, m.opened_at, m.due_at, m.escalated_at, m.done_at, m.outcome, m.cost_minor, c.currency, m.note
              from aftersales.making_step m
              join aftersales.after_sale_case c on c.shop_id = m.shop_id and c.id = m.case_id
            """;

    private final JdbcClient db;
    private final Deadlines deadlines;
    private final Clock clock;

    MakingSteps(JdbcClient db, Deadlines deadlines, Clock clock) {
        this.db = db;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Writes it down unless the same is asked already; with {@code limit} its clock begins, without
     * it waits its turn.
     */
    void add(ShopId shop, UUID caseId, Fresh fresh, @Nullable Duration limit) {
        var id = UUID.randomUUID();
        var added =
                db.sql(
                                """
                insert into aftersales.making_step (shop_id, id, case_id, line_id, title, position, purpose, kind, words)
                values (:shop, :id, :case, :line, :title, :position, :purpose, :kind, :words)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("case", caseId)
                        .param("line", fresh.lineId())
                        .param("title", fresh.title())
                        .param("position", fresh.position())
                        .param("purpose", fresh.purpose().name())
                        .param("kind", fresh.kind().name())
                        .param("words", fresh.text())
                        .update();
        if (added > 0 && limit != null) {
            open(shop, id, limit);
        }
    }

    void open(ShopId shop, UUID id, Duration limit) {
        var now = clock.instant();
        var due = now.plus(limit);
        db.sql(
                        """
                update aftersales.making_step m set opened_at = :now, due_at = :due
                 where m.shop_id = :shop and m.id = :id and m.opened_at is null
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        deadlines.set(new Deadline(shop, DEADLINE, subject(id), due, ""));
    }

    static String subject(UUID id) {
        return "making:" + id;
    }

    /** False when somebody was faster, or its turn has not come. */
    boolean done(
            ShopId shop,
            UUID id,
            Outcome outcome,
            String by,
            @Nullable Long costMinor,
            @Nullable String note) {
        deadlines.lift(shop, DEADLINE, subject(id));
        return db.sql(
                                """
                update aftersales.making_step m
                   set done_at = :now, done_by = :by, outcome = :outcome, cost_minor = :cost, note = :note
                 where m.shop_id = :shop and m.id = :id and m.done_at is null
                   and (m.opened_at is not null or :outcome = 'VOID')
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("by", by)
                        .param("outcome", outcome.name())
                        .param("cost", costMinor, java.sql.Types.BIGINT)
                        .param("note", note)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All of a case, in their order. */
    List<MakingStep> of(CaseRow row) {
        return db.sql(
                        STEPS
                                + " where m.shop_id = :shop and m.case_id = :case order by m.line_id, m.position, m.id")
                .param("shop", row.shop().value())
                .param("case", row.id())
                .query(Rows.of(MakingStep.class))
                .list();
    }

    Optional<MakingStep> find(Collection<ShopId> shops, UUID id) {
        return db.sql(STEPS + " where m.shop_id = any(:shops) and m.id = :id")
                .param("shops", CaseStore.names(shops))
                .param("id", id)
                .query(Rows.of(MakingStep.class))
                .optional();
    }

    /** True the first time. */
    boolean escalate(ShopId shop, UUID id) {
        return db.sql(
                                """
                update aftersales.making_step m set escalated_at = :now
                 where m.shop_id = :shop and m.id = :id and m.done_at is null and m.escalated_at is null
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What is to do now, what is due first on top. */
    Page<MakingStep> page(
            Collection<ShopId> shops, @Nullable Purpose purpose, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                STEPS
                                        + """
                  where m.shop_id = any(:shops) and m.done_at is null and m.opened_at is not null
                    and (cast(:purpose as text) is null or m.purpose = :purpose)
                    and (cast(:at as timestamptz) is null or (m.due_at, m.id) > (:at, cast(:id as uuid)))
                  order by m.due_at, m.id
                  limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("purpose", purpose == null ? null : purpose.name())
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                        .param("limit", size + 1)
                        .query(Rows.of(MakingStep.class))
                        .list();
        return Page.of(
                rows,
                size,
                row -> Cursor.at(java.util.Objects.requireNonNull(row.dueAt()), row.id()));
    }

    List<MakingCount> counts(Collection<ShopId> shops) {
        return db.sql(
                        """
                select m.purpose, count(*) as open, count(*) filter (where m.due_at < :now) as late
                  from aftersales.making_step m
                 where m.shop_id = any(:shops) and m.done_at is null and m.opened_at is not null
                 group by m.purpose
                 order by m.purpose
                """)
                .param("shops", CaseStore.names(shops))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(MakingCount.class))
                .list();
    }
}
