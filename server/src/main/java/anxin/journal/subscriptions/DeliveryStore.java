package anxin.journal.subscriptions;

import anxin.kernel.page.Cursor;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of deliveries. */
@Component
class DeliveryStore {

    record Row(
            String shopId,
            UUID id,
            UUID subscription,
            String event,
            String type,
            String subject,
            String body,
            String state,
            int attempts,
            Instant nextAt,
            @Nullable Integer status,
            @Nullable String trouble,
            @Nullable Integer millis,
            Instant createdAt,
            @Nullable Instant doneAt) {}

    /** What an attempt came to. */
    record Outcome(
            String state,
            @Nullable Integer status,
            @Nullable String trouble,
            long millis,
            Instant nextAt) {}

    private static final String COLUMNS =
            """
            d.shop_id, d.id, d.subscription, d.event, d.type, d.subject, d.body, d.state, d.attempts, d.next_at,
            d.status, d.trouble, d.millis, d.created_at, d.done_at
            """;

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** The shops that subscribe to anything at all. */
    Set<@Nullable String> subscribed() {
        return db.sql("select distinct shop_id from journal.subscription where active")
                .query(String.class)
                .set();
    }

    /** One for each active subscription of the shop that wants the type and was there by then. */
    int queue(String shop, String event, String type, String subject, String body, Instant at) {
        return db.sql(
                        """
                insert into journal.delivery
                       (shop_id, id, subscription, event, type, subject, body, state, next_at, created_at)
                select s.shop_id, gen_random_uuid(), s.id, :event, :type, :subject, :body, 'WAITING', :at, :at
                  from journal.subscription s
                 where s.shop_id = :shop and s.active and s.created_at <= :at
                   and exists (select 1 from unnest(s.types) as t (type)
                                where t.type = :type
                                   or (right(t.type, 1) = '*' and starts_with(:type, left(t.type, -1))))
                on conflict (shop_id, subscription, event, copy) do nothing
                """)
                .param("shop", shop)
                .param("event", event)
                .param("type", type)
                .param("subject", subject)
                .param("body", body)
                .param("at", utc(at))
                .update();
    }

    /** To one subscription, by somebody's wish: the same copy again is one. */
    void copy(Row of, UUID copy, String body, Instant now) {
        db.sql(
                        """
                insert into journal.delivery
                       (shop_id, id, subscription, event, copy, type, subject, body, state, next_at, created_at)
                values (:shop, :id, :subscription, :event, :copy, :type, :subject, :body, 'WAITING', :now, :now)
                on conflict do nothing
                """)
                .param("shop", of.shopId())
                .param("id", copy)
                .param("subscription", of.subscription())
                .param("event", of.event())
                .param("copy", copy.toString())
                .param("type", of.type())
                .param("subject", of.subject())
                .param("body", body)
                .param("now", utc(now))
                .update();
    }

    /**
     * The next one of a subscription that nobody else has in hand, kept for the time of the lease.
     */
    Optional<Row> take(Instant now, Duration lease, @Nullable UUID of) {
        return db.sql(
                        """
                update journal.delivery d
                   set attempts = d.attempts + 1, next_at = :until
                 where (d.shop_id, d.id) = (
                       select n.shop_id, n.id
                         from journal.delivery n
                         join journal.subscription s on s.shop_id = n.shop_id and s.id = n.subscription and s.active
                        where n.state = 'WAITING' and n.next_at <= :now
                          and (cast(:of as uuid) is null or n.subscription = cast(:of as uuid))
                        order by n.next_at, n.id
                        limit 1
                          for update of n skip locked)
                returning
                """
                                + COLUMNS)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("of", of, java.sql.Types.OTHER)
                .query(Rows.of(Row.class))
                .optional();
    }

    List<UUID> subscriptionsWithWork(Instant now) {
        return db.sql(
                        """
                select distinct d.subscription
                  from journal.delivery d
                  join journal.subscription s on s.shop_id = d.shop_id and s.id = d.subscription and s.active
                 where d.state = 'WAITING' and d.next_at <= :now
                """)
                .param("now", utc(now))
                .query((row, n) -> row.getObject("subscription", UUID.class))
                .list();
    }

    void note(Row row, Outcome outcome, Instant now) {
        db.sql(
                        """
                update journal.delivery d
                   set state = :state, status = :status, trouble = :trouble, millis = :millis, next_at = :next,
                       done_at = case when :state = 'WAITING' then null else cast(:now as timestamptz) end
                 where d.shop_id = :shop and d.id = :id
                """)
                .param("state", outcome.state())
                .param("status", outcome.status(), java.sql.Types.INTEGER)
                .param("trouble", outcome.trouble())
                .param("millis", outcome.millis())
                .param("next", utc(outcome.nextAt()))
                .param("now", utc(now))
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    Optional<Row> find(String shop, UUID subscription, UUID id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from journal.delivery d
                 where d.shop_id = :shop and d.subscription = :subscription and d.id = :id
                """)
                .param("shop", shop)
                .param("subscription", subscription)
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    /** Newest first. */
    List<Row> log(
            String shop,
            UUID subscription,
            @Nullable String state,
            @Nullable Cursor after,
            int limit) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from journal.delivery d
                 where d.shop_id = :shop and d.subscription = :subscription
                   and (cast(:state as text) is null or d.state = :state)
                   and (cast(:at as timestamptz) is null or (d.created_at, d.id) < (:at, cast(:id as uuid)))
                 order by d.created_at desc, d.id desc
                 limit :limit
                """)
                .param("shop", shop)
                .param("subscription", subscription)
                .param("state", state)
                .param(
                        "at",
                        after == null ? null : utc(after.instant(0)),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.uuid(1), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(Rows.of(Row.class))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
