package anxin.messaging.outbox;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.rows.Rows;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.channel.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutboxStore {

    private final JdbcClient db;
    private final JsonMapper json;

    OutboxStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Answers with the id under which it stands: another's, when the key was known before. */
    UUID add(UUID id, OutboundMessage message, String state, Instant now) {
        var extras = message.extras();
        var from = extras.notBefore();
        var added =
                db.sql(
                                """
                insert into messaging.outbound (id, dedupe_key, shop_id, channel, recipient, subject, body, secret,
                                                state, next_at, good_until, created_at, about, extras)
                values (:id, :key, cast(:shop as text), :channel, :recipient, :subject, :body, :secret,
                        :state, :from, cast(:goodUntil as timestamptz), :now, :about, cast(:extras as json))
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
                        .param("from", utc(from == null || from.isBefore(now) ? now : from))
                        .param(
                                "goodUntil",
                                message.goodUntil() == null ? null : utc(message.goodUntil()))
                        .param("about", extras.about())
                        .param(
                                "extras",
                                extras.equals(Extras.NONE) ? null : json.writeValueAsString(extras))
                        .update();
        return added == 1 ? id : idOf(message.dedupeKey()).orElseThrow();
    }

    private record NewRow(
            UUID id,
            String dedupe_key,
            @Nullable String shop_id,
            String channel,
            String recipient,
            String subject,
            String body,
            boolean secret,
            String state,
            Instant next_at,
            @Nullable Instant good_until,
            @Nullable String about,
            @Nullable Extras extras) {}

    /** The same for many, in two statements. */
    Map<String, UUID> addAll(
            List<OutboundMessage> messages, Function<OutboundMessage, String> state, Instant now) {
        var rows =
                messages.stream().map(message -> row(message, state.apply(message), now)).toList();
        db.sql(
                        """
                insert into messaging.outbound (id, dedupe_key, shop_id, channel, recipient, subject, body, secret,
                                                state, next_at, good_until, created_at, about, extras)
                select n.id, n.dedupe_key, n.shop_id, n.channel, n.recipient, n.subject, n.body, n.secret,
                       n.state, n.next_at, n.good_until, :now, n.about, n.extras
                  from json_to_recordset(:rows::json) as n (
                       id uuid, dedupe_key text, shop_id text, channel text, recipient text, subject text, body text,
                       secret boolean, state text, next_at timestamptz, good_until timestamptz, about text, extras json)
                on conflict (dedupe_key) do nothing
                """)
                .param("rows", json.writeValueAsString(rows))
                .param("now", utc(now))
                .update();
        var ids = new HashMap<String, UUID>();
        db.sql(
                        "select o.dedupe_key, o.id from messaging.outbound o where o.dedupe_key = any(:keys)")
                .param("keys", rows.stream().map(NewRow::dedupe_key).toArray(String[]::new))
                .query(
                        row -> {
                            ids.put(row.getString("dedupe_key"), row.getObject("id", UUID.class));
                        });
        return ids;
    }

    private static NewRow row(OutboundMessage message, String state, Instant now) {
        var extras = message.extras();
        var from = extras.notBefore();
        return new NewRow(
                UUID.randomUUID(),
                message.dedupeKey(),
                shop(message),
                message.channel().name(),
                message.recipient(),
                message.subject(),
                message.body(),
                message.secret(),
                state,
                from == null || from.isBefore(now) ? now : from,
                message.goodUntil(),
                extras.about(),
                extras.equals(Extras.NONE) ? null : extras);
    }

    private static @Nullable String shop(OutboundMessage message) {
        var shop = message.shop();
        return shop == null ? null : shop.value();
    }

    /** Of one shop and one channel; the shop is null for the house itself. */
    record Place(@Nullable String shopId, OutboundMessage.Channel channel) {}

    /** Where messages wait because nothing is set up to send them. */
    List<Place> withoutWay() {
        return db.sql(
                        """
                select distinct o.shop_id, o.channel from messaging.outbound o where o.state = 'WAITING_FOR_CHANNEL'
                """)
                .query(Rows.of(Place.class))
                .list();
    }

    /** A way has been set up for what has waited for one. */
    void release(Place place) {
        db.sql(
                        """
                update messaging.outbound set state = 'WAITING'
                 where state = 'WAITING_FOR_CHANNEL' and channel = :channel
                   and shop_id is not distinct from cast(:shop as text)
                """)
                .param("channel", place.channel().name())
                .param("shop", place.shopId())
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

    private record DueRow(
            UUID id,
            @Nullable String shopId,
            OutboundMessage.Channel channel,
            String recipient,
            String subject,
            @Nullable String body,
            @Nullable String extras,
            int attempts,
            Instant createdAt) {}

    /** The next one that is due, kept from every other sender for the time of the lease. */
    Optional<Letter> take(Instant now, Duration lease) {
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
                returning o.id, o.shop_id, o.channel, o.recipient, o.subject, o.body, o.extras::text as extras,
                          o.attempts, o.created_at
                """)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(DueRow.class))
                .optional()
                .map(this::letter);
    }

    private Letter letter(DueRow row) {
        var body = row.body();
        return new Letter(
                row.id(),
                row.shopId(),
                row.channel(),
                row.recipient(),
                row.subject(),
                body == null ? "" : body,
                extras(row.extras()),
                row.attempts(),
                row.createdAt());
    }

    private Extras extras(@Nullable String stored) {
        return stored == null ? Extras.NONE : json.readValue(stored, Extras.class);
    }

    void sent(UUID id, String via, @Nullable String reference, boolean keepSecret, Instant now) {
        db.sql(
                        """
                update messaging.outbound
                   set state = 'SENT', via = :via, reference = coalesce(:reference, reference),
                       sent_at = coalesce(sent_at, :now), last_error = null, trouble_code = null,
                       body = case when secret and not :keep then null else body end
                 where id = :id
                """)
                .param("id", id)
                .param("via", via)
                .param("reference", reference)
                .param("keep", keepSecret)
                .param("now", utc(now))
                .update();
    }

    void failed(UUID id, String state, @Nullable String code, String why, Instant nextAt) {
        db.sql(
                        """
                update messaging.outbound
                   set state = :state, trouble_code = :code, last_error = :why, next_at = :next,
                       body = case when secret and :state = 'FAILED' then null else body end
                 where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("code", code)
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
            @Nullable String troubleCode,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable String about,
            Instant createdAt) {}

    private static final String COLUMNS =
            """
            select o.id, o.shop_id, o.channel, o.recipient, o.subject, o.body, o.state, o.via, o.attempts,
                   o.next_at, o.last_error, o.trouble_code, o.sent_at, o.delivered_at, o.read_at, o.about,
                   o.created_at
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

    List<Row> about(ShopId shop, String about) {
        return db.sql(
                        COLUMNS
                                + " where o.shop_id = :shop and o.about = :about order by o.created_at, o.id")
                .param("shop", shop.value())
                .param("about", about)
                .query(Rows.of(Row.class))
                .list();
    }

    List<Row> byIds(ShopId shop, Collection<UUID> ids) {
        return db.sql(COLUMNS + " where o.shop_id = :shop and o.id = any(:ids)")
                .param("shop", shop.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Row.class))
                .list();
    }

    /** The row as a new message under its own key; no more than its text is needed for that. */
    int copy(ShopId shop, UUID id, UUID copy, String key, Instant goodUntil, Instant now) {
        return db.sql(
                        """
                insert into messaging.outbound (id, dedupe_key, shop_id, channel, recipient, subject, body, secret,
                                                state, next_at, good_until, created_at, about, extras)
                select :copy, :key, o.shop_id, o.channel, o.recipient, o.subject, o.body, false,
                       'WAITING', :now, :goodUntil, :now, o.about, o.extras
                  from messaging.outbound o
                 where o.id = :id and o.shop_id = :shop and o.body is not null and not o.secret
                on conflict (dedupe_key) do nothing
                """)
                .param("copy", copy)
                .param("key", key)
                .param("id", id)
                .param("shop", shop.value())
                .param("goodUntil", utc(goodUntil))
                .param("now", utc(now))
                .update();
    }

    /** Whose message it is; empty for one of the house itself and one that is not there. */
    Optional<String> shopOf(UUID id) {
        return db.sql(
                        "select o.shop_id from messaging.outbound o where o.id = :id and o.shop_id is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<UUID> idOf(String key) {
        return db.sql("select o.id from messaging.outbound o where o.dedupe_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
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
