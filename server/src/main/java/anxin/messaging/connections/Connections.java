package anxin.messaging.connections;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shops' connections, one for each channel. */
@Component
public class Connections {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    /** With who changed it last, and when. */
    record Stored(Connection connection, String changedBy, Instant changedAt) {}

    private static final String COLUMNS =
            """
            select c.shop_id, c.kind, c.version, c.sealed, c.changed_by, c.changed_at
              from messaging.connection c
            """;

    private static final long SEEN_FOR = 1_000_000_000L;
    private static final int MOST_SEEN = 10_000;

    /** The kinds of connection of one shop, asked for before each message. */
    private record Seen(Set<String> kinds, long at) {}

    private final ConcurrentHashMap<String, Seen> kinds = new ConcurrentHashMap<>();

    private final JdbcClient db;
    private final Safe safe;
    private final JsonMapper json;

    Connections(JdbcClient db, Safe safe, JsonMapper json) {
        this.db = db;
        this.safe = safe;
        this.json = json;
    }

    /** Whether the shop sends by it; opens no secret. As it was a second ago at the latest. */
    public boolean has(@Nullable String shop, ChannelKind kind) {
        if (shop == null) {
            return false;
        }
        var now = System.nanoTime();
        var seen = kinds.get(shop);
        if (seen == null || now - seen.at() > SEEN_FOR) {
            if (kinds.size() > MOST_SEEN) {
                kinds.clear();
            }
            seen = new Seen(kindsOf(shop), now);
            kinds.put(shop, seen);
        }
        return seen.kinds().contains(kind.name());
    }

    private Set<String> kindsOf(String shop) {
        return Set.copyOf(
                db.sql("select distinct c.kind from messaging.connection c where c.shop_id = :shop")
                        .param("shop", shop)
                        .query((row, number) -> row.getString("kind"))
                        .list());
    }

    public Optional<Connection> find(ShopId shop, ChannelKind kind) {
        return find(shop, kind.channel())
                .map(Stored::connection)
                .filter(connection -> connection.kind() == kind);
    }

    Optional<Stored> find(ShopId shop, Channel channel) {
        return db.sql(COLUMNS + " where c.shop_id = :shop and c.channel = :channel")
                .param("shop", shop.value())
                .param("channel", channel.name())
                .query(this::stored)
                .optional();
    }

    List<Stored> ofShop(ShopId shop) {
        return db.sql(COLUMNS + " where c.shop_id = :shop order by c.channel")
                .param("shop", shop.value())
                .query(this::stored)
                .list();
    }

    void put(Connection connection, String actor, Instant now) {
        forget(connection.shop());
        db.sql(
                        """
                insert into messaging.connection as c
                       (shop_id, channel, kind, version, sealed, changed_by, changed_at)
                values (:shop, :channel, :kind, 1, :sealed, :by, :now)
                on conflict (shop_id, channel) do update
                   set kind = excluded.kind, version = c.version + 1, sealed = excluded.sealed,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("shop", connection.shop().value())
                .param("channel", connection.kind().channel().name())
                .param("kind", connection.kind().name())
                .param("sealed", sealed(connection))
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] sealed(Connection connection) {
        return safe.seal(
                json.writeValueAsString(connection.settings()).getBytes(StandardCharsets.UTF_8));
    }

    private void forget(ShopId shop) {
        kinds.remove(shop.value());
    }

    boolean remove(ShopId shop, Channel channel) {
        forget(shop);
        return db.sql(
                                "delete from messaging.connection c where c.shop_id = :shop and c.channel = :channel")
                        .param("shop", shop.value())
                        .param("channel", channel.name())
                        .update()
                == 1;
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var settings =
                json.readValue(
                        new String(safe.open(row.getBytes("sealed")), StandardCharsets.UTF_8),
                        SETTINGS);
        return new Stored(
                new Connection(
                        new ShopId(row.getString("shop_id")),
                        ChannelKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        settings),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
