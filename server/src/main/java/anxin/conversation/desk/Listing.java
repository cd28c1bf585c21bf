package anxin.conversation.desk;

import anxin.conversation.thread.Standing.State;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of the desk. Each filter has an index of its own, and is left out of the statement when
 * it is not asked for: a page costs the same at ten conversations and at a million.
 */
@Component
class Listing {

    /**
     * What is asked for.
     *
     * @param agent whose
     * @param unassigned nobody's
     * @param bot only what the first line has
     * @param waiting only where the customer waits, who waits longest first
     */
    record Filter(
            Collection<ShopId> shops,
            State state,
            @Nullable UUID agent,
            boolean unassigned,
            @Nullable String team,
            @Nullable String channel,
            boolean waiting,
            boolean bot) {}

    /** A line of the list; {@code seen} is the last message that the reader has seen. */
    record Row(
            String shopId,
            UUID id,
            @Nullable String customerName,
            String matter,
            String channel,
            String state,
            int lastSeq,
            int customerSeq,
            @Nullable Instant waitingSince,
            @Nullable UUID agent,
            @Nullable String team,
            List<String> tags,
            String lastText,
            String lastFrom,
            Instant lastAt,
            @Nullable Instant snoozedUntil,
            boolean bot,
            int seen) {}

    private static final String COLUMNS =
            """
            select c.shop_id, c.id, c.customer_name, c.matter, c.channel, c.state, c.last_seq, c.customer_seq,
                   c.waiting_since, c.agent, c.team, c.tags, c.last_text, c.last_from, c.last_at, c.snoozed_until, c.bot,
                   coalesce(s.seq, 0) as seen
            """;

    private static final String SEEN =
            """
             left join conversation.seen s
                    on s.staff_id = :reader and s.shop_id = c.shop_id and s.conversation_id = c.id
            """;

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    private final JdbcClient db;

    Listing(JdbcClient db) {
        this.db = db;
    }

    Page<Row> page(Filter filter, @Nullable UUID reader, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var by = filter.waiting() ? "waiting_since" : "last_at";
        var way = filter.waiting() ? "" : " desc";
        var rows =
                db.sql(
                                COLUMNS
                                        + """
                  from unnest(:shops) as w (shop_id)
                 cross join lateral (
                       select *
                         from conversation.conversation q
                        where q.shop_id = w.shop_id and q.state = :state
                          and (q.%1$s, q.id) %3$s (:at, :id)
                          %4$s
                        order by q.%1$s%2$s, q.id%2$s
                        limit :limit) c
                """
                                                .formatted(
                                                        by,
                                                        way,
                                                        filter.waiting() ? ">" : "<",
                                                        narrowed(filter))
                                        + SEEN
                                        + " order by c.%1$s%2$s, c.id%2$s limit :limit"
                                                .formatted(by, way))
                        .params(params(filter))
                        .param("reader", reader, Types.OTHER)
                        .param("at", from(filter, cursor))
                        .param(
                                "id",
                                cursor != null
                                        ? cursor.uuid(1)
                                        : filter.waiting() ? new UUID(0, 0) : new UUID(-1, -1))
                        .param("limit", size + 1)
                        .query(Rows.of(Row.class))
                        .list();
        return Page.of(
                rows,
                size,
                row ->
                        Cursor.at(
                                filter.waiting()
                                        ? String.valueOf(row.waitingSince())
                                        : row.lastAt(),
                                row.id()));
    }

    private static OffsetDateTime from(Filter filter, @Nullable Cursor cursor) {
        if (cursor != null) {
            return cursor.instant(0).atOffset(ZoneOffset.UTC);
        }
        return filter.waiting() ? FIRST : LAST;
    }

    private static String narrowed(Filter filter) {
        var sql = new StringBuilder();
        if (filter.agent() != null) {
            sql.append(" and q.agent = :agent");
        }
        if (filter.unassigned()) {
            sql.append(" and q.agent is null and not q.bot");
        }
        if (filter.bot()) {
            sql.append(" and q.bot");
        }
        if (filter.team() != null) {
            sql.append(" and q.team = :team");
        }
        if (filter.channel() != null) {
            sql.append(" and q.channel = :channel");
        }
        if (filter.waiting()) {
            sql.append(" and q.waiting_since is not null and not q.bot");
        }
        return sql.toString();
    }

    private static Map<String, Object> params(Filter filter) {
        var params = new HashMap<String, Object>();
        params.put("shops", filter.shops().stream().map(ShopId::value).toArray(String[]::new));
        params.put("state", filter.state().name());
        if (filter.agent() != null) {
            params.put("agent", filter.agent());
        }
        if (filter.team() != null) {
            params.put("team", filter.team());
        }
        if (filter.channel() != null) {
            params.put("channel", filter.channel());
        }
        return params;
    }

    /** These, in no order. */
    List<Row> of(Collection<ShopId> shops, Collection<UUID> ids, @Nullable UUID reader) {
        return db.sql(
                        COLUMNS
                                + " from conversation.conversation c"
                                + SEEN
                                + " where c.shop_id = any(:shops) and c.id = any(:ids)")
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("reader", reader, Types.OTHER)
                .query(Rows.of(Row.class))
                .list();
    }

    /** The other conversations of the same person, newest first. */
    List<Row> ofProfile(ShopId shop, UUID profile, UUID except, @Nullable UUID reader, int limit) {
        return db.sql(
                        COLUMNS
                                + " from conversation.conversation c"
                                + SEEN
                                + """
                 where c.shop_id = :shop and c.profile_id = :profile and c.id <> :except
                 order by c.last_at desc, c.id desc
                 limit :limit
                """)
                .param("shop", shop.value())
                .param("profile", profile)
                .param("except", except)
                .param("reader", reader, Types.OTHER)
                .param("limit", limit)
                .query(Rows.of(Row.class))
                .list();
    }

    /** Of somebody's own open ones, those where a customer wrote what they have not seen. */
    long unread(Collection<ShopId> shops, UUID agent) {
        return db.sql(
                        """
                select count(*)
                  from conversation.conversation c
                  left join conversation.seen s
                    on s.staff_id = :agent and s.shop_id = c.shop_id and s.conversation_id = c.id
                 where c.shop_id = any(:shops) and c.agent = :agent and c.state = 'OPEN'
                   and c.customer_seq > coalesce(s.seq, 0)
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("agent", agent)
                .query(Long.class)
                .single();
    }
}
