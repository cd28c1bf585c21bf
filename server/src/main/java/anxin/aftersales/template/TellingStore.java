package anxin.aftersales.template;

import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How each shop tells its customers. */
@Component
public class TellingStore {

    private static final TypeReference<Map<String, Set<Channel>>> CHANNELS =
            new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    TellingStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Telling of(ShopId shop) {
        return db.sql(
                        """
                select t.shop_id, t.version, t.quiet_from, t.quiet_to, t.portal_address, t.channels::text as channels
                  from aftersales.telling t
                 where t.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(this::telling)
                .optional()
                .orElseGet(() -> Telling.shipped(shop));
    }

    /** False when somebody else has changed it since {@code telling.version()}. */
    boolean put(Telling telling, String actor, Instant now) {
        return db.sql(
                                """
                insert into aftersales.telling as t
                       (shop_id, version, quiet_from, quiet_to, portal_address, channels, changed_by, changed_at)
                values (:shop, 1, cast(:from as time), cast(:to as time), :address, :channels::jsonb, :by, :now)
                on conflict (shop_id) do update
                   set version = t.version + 1, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                       portal_address = excluded.portal_address, channels = excluded.channels,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                 where t.version = :version
                """)
                        .param("shop", telling.shop().value())
                        .param("version", telling.version())
                        .param("from", text(telling.quietFrom()))
                        .param("to", text(telling.quietTo()))
                        .param("address", telling.portalAddress())
                        .param("channels", json.writeValueAsString(telling.channels()))
                        .param("by", actor)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private Telling telling(ResultSet row, int number) throws SQLException {
        return new Telling(
                new ShopId(row.getString("shop_id")),
                row.getInt("version"),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class),
                row.getString("portal_address"),
                json.readValue(row.getString("channels"), CHANNELS));
    }
}
