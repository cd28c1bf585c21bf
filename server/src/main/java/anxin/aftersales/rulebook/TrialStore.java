package anxin.aftersales.rulebook;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of trying a draft on past cases. */
@Component
class TrialStore {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    record Trial(
            String shop,
            UUID id,
            State state,
            String document,
            int against,
            int most,
            int total,
            int done,
            int differing,
            int unreadable,
            @Nullable Instant reachedAt,
            @Nullable UUID reachedId,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant endedAt) {}

    /** A past case with what the rules saw. */
    record PastCase(UUID caseId, Instant submittedAt, String facts) {}

    record Found(
            int place,
            UUID caseId,
            String no,
            String orderNo,
            String title,
            String currency,
            Instant submittedAt,
            String before,
            String after) {}

    private static final String TRIAL =
            """
            select t.shop_id as shop, t.id, t.state, t.document::text as document, t.against, t.most, t.total, t.done,
                   t.differing, t.unreadable, t.reached_at, t.reached_id, t.requested_by, t.requested_at, t.ended_at
              from aftersales.policy_trial t
            """;

    /** The newest of every state, so that the index of the queue is enough. */
    private static final String NEWEST =
            """
              from (select distinct k.state from aftersales.case_count k where k.shop_id = :shop) s
             cross join lateral (
                   select c.id, c.submitted_at
                     from aftersales.after_sale_case c
                    where c.shop_id = :shop and c.state = s.state
                      and (c.submitted_at, c.id) < (:at, :id)
                    order by c.submitted_at desc, c.id desc
                    limit :most) n
            """;

    /** Behind everything there can be. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final JdbcClient db;

    TrialStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Trial> find(ShopId shop, UUID id) {
        return db.sql(TRIAL + " where t.shop_id = :shop and t.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Trial.class))
                .optional();
    }

    int open(ShopId shop) {
        return db.sql(
                        """
                select count(*) from aftersales.policy_trial t
                 where t.shop_id = :shop and t.state in ('WAITING', 'RUNNING')
                """)
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    void ask(ShopId shop, UUID id, String document, int against, int most, String by, Instant now) {
        db.sql(
                        """
                insert into aftersales.policy_trial (shop_id, id, state, document, against, most, requested_by, requested_at)
                values (:shop, :id, 'WAITING', :document::jsonb, :against, :most, :by, :now)
                on conflict (shop_id, id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("document", document)
                .param("against", against)
                .param("most", most)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest that is not finished, held for this transaction. */
    Optional<Trial> take() {
        return db.sql(
                        TRIAL
                                + """
                 where t.state in ('WAITING', 'RUNNING')
                 order by t.requested_at
                 limit 1
                   for update skip locked
                """)
                .query(Rows.of(Trial.class))
                .optional();
    }

    int count(String shop, int most) {
        return db.sql("select count(*) from (select 1 " + NEWEST + " limit :most) counted")
                .param("shop", shop)
                .param("at", LAST.atOffset(ZoneOffset.UTC))
                .param("id", LAST_ID)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    List<PastCase> next(Trial trial, int size) {
        var at = trial.reachedAt() == null ? LAST : trial.reachedAt();
        var id = trial.reachedId() == null ? LAST_ID : trial.reachedId();
        return db.sql(
                        """
                select n.id as case_id, n.submitted_at, d.facts::text as facts
                """
                                + NEWEST
                                + """
                  join aftersales.decision d on d.shop_id = :shop and d.case_id = n.id and d.seq = 1
                 order by n.submitted_at desc, n.id desc
                 limit :most
                """)
                .param("shop", trial.shop())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("most", size)
                .query(Rows.of(PastCase.class))
                .list();
    }

    void write(Trial trial, int place, UUID caseId, String before, String after) {
        db.sql(
                        """
                insert into aftersales.policy_trial_difference (shop_id, trial_id, place, case_id, before, after)
                values (:shop, :trial, :place, :case, :before::jsonb, :after::jsonb)
                """)
                .param("shop", trial.shop())
                .param("trial", trial.id())
                .param("place", place)
                .param("case", caseId)
                .param("before", before)
                .param("after", after)
                .update();
    }

    void progress(Trial trial) {
        var at = trial.reachedAt();
        var ended = trial.endedAt();
        db.sql(
                        """
                update aftersales.policy_trial t
                   set state = :state, total = :total, done = :done, differing = :differing, unreadable = :unreadable,
                       reached_at = :at, reached_id = :id, ended_at = :ended
                 where t.shop_id = :shop and t.id = :trial
                """)
                .param("state", trial.state().name())
                .param("total", trial.total())
                .param("done", trial.done())
                .param("differing", trial.differing())
                .param("unreadable", trial.unreadable())
                .param(
                        "at",
                        at == null ? null : at.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", trial.reachedId(), Types.OTHER)
                .param(
                        "ended",
                        ended == null ? null : ended.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("shop", trial.shop())
                .param("trial", trial.id())
                .update();
    }

    Page<Found> differences(ShopId shop, UUID trial, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                """
                select d.place, d.case_id, c.no, c.order_no, c.title, c.currency, c.submitted_at,
                       d.before::text as before, d.after::text as after
                  from aftersales.policy_trial_difference d
                  join aftersales.after_sale_case c on c.shop_id = d.shop_id and c.id = d.case_id
                 where d.shop_id = :shop and d.trial_id = :trial and d.place > :behind
                 order by d.place
                 limit :limit
                """)
                        .param("shop", shop.value())
                        .param("trial", trial)
                        .param("behind", cursor == null ? -1 : cursor.number(0))
                        .param("limit", size + 1)
                        .query(Rows.of(Found.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.place()));
    }

    int removeEndedBefore(Instant before, int most) {
        return db.sql(
                        """
                delete from aftersales.policy_trial t
                 where (t.shop_id, t.id) in (select o.shop_id, o.id from aftersales.policy_trial o
                                              where o.ended_at < :before order by o.ended_at limit :most)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
