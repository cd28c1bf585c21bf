package anxin.platforms.connections;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.platforms.Platform;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class PlatformConnectionStore {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};
    private static final String COLUMNS =
            "select c.shop_id, c.platform, c.version, c.paused, c.sealed, c.changed_by, c.changed_at from platforms.connection c ";

    /** With who changed it last, and when. */
    record Stored(Connection connection, String changedBy, Instant changedAt) {}

    private final JdbcClient db;
    private final Safe safe;
    private final JsonMapper json;

    PlatformConnectionStore(JdbcClient db, Safe safe, JsonMapper json) {
        this.db = db;
        this.safe = safe;
        this.json = json;
    }

    List<Stored> all() {
        return db.sql(COLUMNS + "order by c.shop_id, c.platform").query(this::stored).list();
    }

    List<Stored> ofShop(ShopId shop) {
        return db.sql(COLUMNS + "where c.shop_id = :shop order by c.platform")
                .param("shop", shop.value())
                .query(this::stored)
                .list();
    }

    Optional<Stored> find(ShopId shop, Platform platform) {
        return ofShop(shop).stream()
                .filter(one -> one.connection().platform() == platform)
                .findFirst();
    }

    /** A new authorisation makes the tokens of the old one worthless. */
    void put(Connection connection, String actor, Instant now) {
        db.sql(
                        """
                insert into platforms.connection as c (shop_id, platform, version, paused, sealed, changed_by, changed_at)
                values (:shop, :platform, 1, :paused, :sealed, :by, :now)
                on conflict (shop_id, platform) do update
                   set version = c.version + 1, paused = excluded.paused, sealed = excluded.sealed,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("shop", connection.shop().value())
                .param("platform", connection.platform().name())
                .param("paused", connection.paused())
                .param(
                        "sealed",
                        safe.seal(
                                json.writeValueAsString(connection.settings())
                                        .getBytes(StandardCharsets.UTF_8)))
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("delete from platforms.token t where t.shop_id = :shop and t.platform = :platform")
                .param("shop", connection.shop().value())
                .param("platform", connection.platform().name())
                .update();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var opened = new String(safe.open(row.getBytes("sealed")), StandardCharsets.UTF_8);
        return new Stored(
                new Connection(
                        new ShopId(row.getString("shop_id")),
                        Platform.valueOf(row.getString("platform")),
                        row.getInt("version"),
                        row.getBoolean("paused"),
                        json.readValue(opened, SETTINGS)),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
