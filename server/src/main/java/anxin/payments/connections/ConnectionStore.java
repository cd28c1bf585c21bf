package anxin.payments.connections;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ConnectionStore {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    /** With who changed it last, and when. */
    record Stored(Connection connection, String changedBy, Instant changedAt) {}

    private final JdbcClient db;
    private final Safe safe;
    private final JsonMapper json;

    ConnectionStore(JdbcClient db, Safe safe, JsonMapper json) {
        this.db = db;
        this.safe = safe;
        this.json = json;
    }

    List<Stored> all() {
        return db.sql(
                        """
                select c.shop_id, c.kind, c.version, c.sealed, c.changed_by, c.changed_at,
                       array(select r.tender from payments.tender_route r
                              where r.shop_id = c.shop_id and r.kind = c.kind order by r.tender) as tenders
                  from payments.gateway_connection c
                 order by c.shop_id, c.kind
                """)
                .query(this::stored)
                .list();
    }

    List<Stored> ofShop(ShopId shop) {
        return all().stream().filter(one -> one.connection().shop().equals(shop)).toList();
    }

    void put(Connection connection, String actor, Instant now) {
        db.sql(
                        """
                insert into payments.gateway_connection as c (shop_id, kind, version, sealed, changed_by, changed_at)
                values (:shop, :kind, 1, :sealed, :by, :now)
                on conflict (shop_id, kind) do update
                   set version = c.version + 1, sealed = excluded.sealed, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at
                """)
                .param("shop", connection.shop().value())
                .param("kind", connection.kind().name())
                .param(
                        "sealed",
                        safe.seal(
                                json.writeValueAsString(connection.settings())
                                        .getBytes(StandardCharsets.UTF_8)))
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when another gateway of the shop serves one of them. */
    boolean route(ShopId shop, GatewayKind kind, Collection<String> tenders) {
        db.sql("delete from payments.tender_route r where r.shop_id = :shop and r.kind = :kind")
                .param("shop", shop.value())
                .param("kind", kind.name())
                .update();
        try {
            db.sql(
                            """
                    insert into payments.tender_route (shop_id, tender, kind)
                    select :shop, t.tender, :kind from unnest(:tenders) as t (tender)
                    """)
                    .param("shop", shop.value())
                    .param("kind", kind.name())
                    .param("tenders", tenders.toArray(String[]::new))
                    .update();
            return true;
        } catch (DuplicateKeyException servedByAnother) {
            return false;
        }
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var opened = new String(safe.open(row.getBytes("sealed")), StandardCharsets.UTF_8);
        return new Stored(
                new Connection(
                        new ShopId(row.getString("shop_id")),
                        GatewayKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        Set.of((String[]) row.getArray("tenders").getArray()),
                        json.readValue(opened, SETTINGS)),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
