package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
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

/** What somebody has to do or find out with a carrier; each has a clock of its own. */
@Component
class LogisticsTasks {

    static final String DEADLINE = "aftersales.logistics-task";

    /** What it is, and how long it may take: a carrier answers a claim in seven days by law. */
    enum Kind {
        INTERCEPT(Duration.ofHours(4)),
        PICKUP(Duration.ofHours(4)),
        RESHIP(Duration.ofHours(48)),
        CHECK(Duration.ofHours(24)),
        CLAIM(Duration.ofDays(7)),
        RECEIVABLE(Duration.ofDays(7)),
        HOLD(Duration.ofHours(2)),
        DISPATCH(Duration.ofHours(24));

        private final Duration limit;

        Kind(Duration limit) {
            this.limit = limit;
        }
    }

    enum Outcome {
        DONE,
        FAILED,
        LOST,
        PAID,
        REFUSED,
        VOID
    }

    /**
     * One task as it stands in the list.
     *
     * @param amountMinor what is claimed
     */
    record LogisticsTask(
            UUID id,
            UUID caseId,
            String caseNo,
            int caseVersion,
            String shop,
            String orderNo,
            String kind,
            @Nullable String carrier,
            @Nullable String trackingNo,
            Instant openedAt,
            Instant dueAt,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable Instant escalatedAt,
            @Nullable Instant doneAt,
            @Nullable String outcome,
            @Nullable Long answerMinor,
            @Nullable String note) {}

    record LogisticsCount(String kind, long open, long late) {}

    private static final String TASKS =
            """
            select t.id, t.case_id, c.no as case_no, c.version as case_version, t.shop_id as shop, c.order_no, t.kind, t.carrier,
                   t.tracking_no, t.opened_at, t.due_at, t.amount_minor, t.currency, t.escalated_at, t.done_at, t.outcome,
                   t.answer_minor, t.note
              from aftersales.logistics_task t
              join aftersales.after_sale_case c on c.shop_id = t.shop_id and c.id = t.case_id
            """;

    private final JdbcClient db;
    private final Deadlines deadlines;
    private final Clock clock;

    LogisticsTasks(JdbcClient db, Deadlines deadlines, Clock clock) {
        this.db = db;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Nothing happens when one of the kind is open already. */
    void open(
            CaseRow of,
            Kind kind,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Long amountMinor) {
        var currency = amountMinor == null ? null : of.currency();
        open(of.shop(), of.id(), kind, new About(carrier, trackingNo, amountMinor, currency));
    }

    void open(ShopId shop, UUID caseId, Kind kind) {
        open(shop, caseId, kind, new About(null, null, null, null));
    }

    private record About(
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Long amountMinor,
            @Nullable String currency) {}

    private void open(ShopId shop, UUID caseId, Kind kind, About about) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        var due = now.plus(kind.limit);
        var opened =
                db.sql(
                                """
                insert into aftersales.logistics_task
                       (shop_id, id, case_id, kind, carrier, tracking_no, opened_at, due_at, amount_minor, currency)
                values (:shop, :id, :case, :kind, :carrier, :tracking, :now, :due, :amount, :currency)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("case", caseId)
                        .param("kind", kind.name())
                        .param("carrier", about.carrier())
                        .param("tracking", about.trackingNo())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .param("amount", about.amountMinor(), java.sql.Types.BIGINT)
                        .param("currency", about.currency())
                        .update();
        if (opened > 0) {
            deadlines.set(new Deadline(shop, DEADLINE, subject(id), due, kind.name()));
        }
    }

    static String subject(UUID id) {
        return "task:" + id;
    }

    /** False when somebody was faster. */
    boolean done(
            ShopId shop,
            UUID id,
            Outcome outcome,
            String by,
            @Nullable Long answerMinor,
            @Nullable String note) {
        deadlines.lift(shop, DEADLINE, subject(id));
        return db.sql(
                                """
                update aftersales.logistics_task t
                   set done_at = :now, done_by = :by, outcome = :outcome, answer_minor = :answer, note = :note
                 where t.shop_id = :shop and t.id = :id and t.done_at is null
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("by", by)
                        .param("outcome", outcome.name())
                        .param("answer", answerMinor, java.sql.Types.BIGINT)
                        .param("note", note)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What the case does not need any more: an order is cancelled, a question has its answer. */
    void drop(CaseRow of, Collection<Kind> kinds) {
        var ids =
                db.sql(
                                """
                select t.id from aftersales.logistics_task t
                 where t.shop_id = :shop and t.case_id = :case and t.kind = any(:kinds) and t.done_at is null
                """)
                        .param("shop", of.shop().value())
                        .param("case", of.id())
                        .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                        .query(UUID.class)
                        .list();
        ids.forEach(id -> done(of.shop(), id, Outcome.VOID, "system", null, null));
    }

    Optional<LogisticsTask> find(Collection<ShopId> shops, UUID id) {
        return db.sql(TASKS + " where t.shop_id = any(:shops) and t.id = :id")
                .param("shops", CaseStore.names(shops))
                .param("id", id)
                .query(Rows.of(LogisticsTask.class))
                .optional();
    }

    /** True the first time. */
    boolean escalate(ShopId shop, UUID id) {
        return db.sql(
                                """
                update aftersales.logistics_task t set escalated_at = :now
                 where t.shop_id = :shop and t.id = :id and t.done_at is null and t.escalated_at is null
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Page<LogisticsTask> page(
            Collection<ShopId> shops,
            @Nullable Kind kind,
            boolean done,
            @Nullable String after,
            int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                TASKS
                                        + """
                  where t.shop_id = any(:shops) and (t.done_at is not null) = :done
                    and (cast(:kind as text) is null or t.kind = :kind)
                    and (cast(:at as timestamptz) is null or (t.due_at, t.id) > (:at, cast(:id as uuid)))
                  order by t.due_at, t.id
                  limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("done", done)
                        .param("kind", kind == null ? null : kind.name())
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                        .param("limit", size + 1)
                        .query(Rows.of(LogisticsTask.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.dueAt(), row.id()));
    }

    List<LogisticsCount> counts(Collection<ShopId> shops) {
        return db.sql(
                        """
                select t.kind, count(*) as open, count(*) filter (where t.due_at < :now) as late
                  from aftersales.logistics_task t
                 where t.shop_id = any(:shops) and t.done_at is null
                 group by t.kind
                 order by t.kind
                """)
                .param("shops", CaseStore.names(shops))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(LogisticsCount.class))
                .list();
    }
}
