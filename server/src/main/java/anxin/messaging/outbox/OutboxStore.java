package anxin.messaging.outbox;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.rows.Rows;
import anxin.messaging.OutboundMessage;
import anxin.messaging.channel.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutboxStore {

    private final JdbcClient db;

    OutboxStore(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, OutboundMessage message, String state, Instant now) {
        db.sql(
                        """
                insert into messaging.outbound (id, dedupe_key, shop_id, channel, recipient, subject, body, secret,
                                                state, next_at, good_until, created_at)
                values (:id, :key, cast(:shop as text), :channel, :recipient, :subject, :body, :secret,
                        :state, :now, cast(:goodUntil as timestamptz), :now)
                on conflict (dedupe_key) do nothing
                """)
                .param("id", id)
                .param("key", message.dedupeKey())
                .param("shop", shop(message))
                .param("channel", message.channel().name())
                .param("recipient", message.recipient())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("secret", message.secret())
                .param("state", state)
                .param("now", utc(now))
                .param("goodUntil", message.goodUntil() == null ? null : utc(message.goodUntil()))
                .update();
    }

    private static @Nullable String shop(OutboundMessage message) {
        var shop = message.shop();
        return shop == null ? null : shop.value();
    }

    /** A way has been set up for what has waited for one. */
    int release(Collection<OutboundMessage.Channel> channels) {
        return db.sql(
                        """
                update messaging.outbound set state = 'WAITING'
                 where state = 'WAITING_FOR_CHANNEL' and channel = any(:channels)
                """)
                .param(
                        "channels",
                        channels.stream().map(OutboundMessage.Channel::name).toArray(String[]::new))
                .update();
    }

    int expire(Instant now) {
        return db.sql(
                        """
                update messaging.outbound
                   set state = 'EXPIRED', body = case when secret then null else body end
                 where state in ('WAITING', 'WAITING_FOR_CHANNEL') and good_until <= :now
                """)
                .param("now", utc(now))
                .update();
    }

    record Due(Letter letter, int attempts) {}

    private record DueRow(
            UUID id,
            @Nullable String shopId,
            String channel,
            String recipient,
            String subject,
            @Nullable String body,
            int attempts) {}

    /** The next one that is due, kept from every other sender for the time of the lease. */
    Optional<Due> take(Instant now, Duration lease) {
        return db.sql(
                        """
                update messaging.outbound o
                   set attempts = o.attempts + 1, next_at = :until
                 where o.id = (select d.id
                                 from messaging.outbound d
                                where d.state = 'WAITING' and d.next_at <= :now
                                order by d.next_at, d.id
                                limit 1
                                  for update skip locked)
                returning o.id, o.shop_id, o.channel, o.recipient, o.subject, o.body, o.attempts
                """)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(DueRow.class))
                .optional()
                .map(OutboxStore::due);
    }

    private static Due due(DueRow row) {
        var body = row.body();
        return new Due(
                new Letter(
                        row.id(),
                        row.shopId(),
                        OutboundMessage.Channel.valueOf(row.channel()),
                        row.recipient(),
                        row.subject(),
                        body == null ? "" : body),
                row.attempts());
    }

    void sent(UUID id, String via, boolean keepSecret, Instant now) {
        db.sql(
                        """
                update messaging.outbound
                   set state = 'SENT', via = :via, sent_at = :now, last_error = null,
                       body = case when secret and not :keep then null else body end
                 where id = :id
                """)
                .param("id", id)
                .param("via", via)
                .param("keep", keepSecret)
                .param("now", utc(now))
                .update();
    }

    void failed(UUID id, String state, String why, Instant nextAt) {
        db.sql(
                        """
                update messaging.outbound
                   set state = :state, last_error = :why, next_at = :next,
                       body = case when secret and :state = 'FAILED' then null else body end
                 where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("why", why)
                .param("next", utc(nextAt))
                .update();
    }

    record Row(
            UUID id,
            @Nullable String shopId,
            String channel,
            String recipient,
            String subject,
            @Nullable String body,
            String state,
            @Nullable String via,
            int attempts,
            Instant nextAt,
            @Nullable String lastError,
            @Nullable Instant sentAt,
            Instant createdAt) {}

    private static final String COLUMNS =
            """
            select o.id, o.shop_id, o.channel, o.recipient, o.subject, o.body, o.state, o.via, o.attempts,
                   o.next_at, o.last_error, o.sent_at, o.created_at
              from messaging.outbound o
            """;

    /** Newest first; {@code shops} null means of every shop and of the installation. */
    List<Row> page(
            @Nullable Set<ShopId> shops,
            @Nullable String state,
            @Nullable Cursor after,
            int limit) {
        return db.sql(
                        COLUMNS
                                + """
                 where (cast(:shops as text[]) is null or o.shop_id = any(:shops))
                   and (cast(:state as text) is null or o.state = :state)
                   and (cast(:at as timestamptz) is null or (o.created_at, o.id) < (:at, cast(:id as uuid)))
                 order by o.created_at desc, o.id desc
                 limit :limit
                """)
                .param("shops", texts(shops))
                .param("state", state)
                .param("at", after == null ? null : utc(after.instant(0)))
                .param("id", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query(Rows.of(Row.class))
                .list();
    }

    /** Kept from every other hand to the end of the transaction; {@code shops} as for the page. */
    Optional<Row> lock(@Nullable Set<ShopId> shops, UUID id) {
        return db.sql(
                        COLUMNS
                                + """
                 where o.id = :id and (cast(:shops as text[]) is null or o.shop_id = any(:shops))
                   for update
                """)
                .param("id", id)
                .param("shops", texts(shops))
                .query(Rows.of(Row.class))
                .optional();
    }

    /** From the first attempt on; when its time is over the next look lets it expire. */
    void retry(UUID id, Instant now) {
        db.sql(
                        """
                update messaging.outbound set state = 'WAITING', attempts = 0, next_at = :now where id = :id
                """)
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    List<Row> newestVia(String via, int limit) {
        return db.sql(
                        COLUMNS
                                + " where o.via = :via order by o.created_at desc, o.id desc limit :n")
                .param("via", via)
                .param("n", limit)
                .query(Rows.of(Row.class))
                .list();
    }

    private static String @Nullable [] texts(@Nullable Set<ShopId> shops) {
        return shops == null ? null : shops.stream().map(ShopId::value).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
