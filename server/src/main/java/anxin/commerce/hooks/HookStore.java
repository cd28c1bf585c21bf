package anxin.commerce.hooks;

import static anxin.commerce.intake.Columns.instant;

import anxin.kernel.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of hook secrets and of deliveries. */
@Repository
class HookStore {

    private final JdbcClient db;
    private final Clock clock;

    HookStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Secret(UUID id, String createdBy, Instant createdAt, @Nullable Instant revokedAt) {}

    /** False when there is one of this id already. */
    boolean add(ShopId shop, UUID id, String secret, String actor) {
        return db.sql(
                                """
                                insert into commerce.hook_secret (shop_id, id, secret, created_by, created_at)
                                values (:shop, :id, :secret, :by, :now)
                                    on conflict do nothing
                                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("secret", secret)
                        .param("by", actor)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void revoke(ShopId shop, UUID id) {
        db.sql(
                        """
                        update commerce.hook_secret
                           set revoked_at = :now
                         where shop_id = :shop and id = :id and revoked_at is null
                        """)
                .param("shop", shop.value())
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Secret> find(ShopId shop, UUID id) {
        return list(shop).stream().filter(secret -> secret.id().equals(id)).findFirst();
    }

    /** A handful: one, and another while it is being changed. */
    List<Secret> list(ShopId shop) {
        return db.sql(
                        """
                        select s.id, s.created_by, s.created_at, s.revoked_at
                          from commerce.hook_secret s
                         where s.shop_id = :shop
                         order by s.created_at, s.id
                        """)
                .param("shop", shop.value())
                .query(HookStore::secret)
                .list();
    }

    List<String> secrets(ShopId shop) {
        return db.sql(
                        """
                        select s.secret
                          from commerce.hook_secret s
                         where s.shop_id = :shop and s.revoked_at is null
                        """)
                .param("shop", shop.value())
                .query((row, n) -> row.getString("secret"))
                .list();
    }

    /** False when it was received before; waits for one that is being taken right now. */
    boolean receive(ShopId shop, String delivery, String event) {
        return db.sql(
                                """
                                insert into commerce.hook_delivery (shop_id, delivery_id, event, stale, received_at)
                                values (:shop, :delivery, :event, false, :now)
                                    on conflict do nothing
                                """)
                        .param("shop", shop.value())
                        .param("delivery", delivery)
                        .param("event", event)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void markStale(ShopId shop, String delivery) {
        db.sql(
                        "update commerce.hook_delivery set stale = true where shop_id = :shop and delivery_id = :delivery")
                .param("shop", shop.value())
                .param("delivery", delivery)
                .update();
    }

    boolean wasStale(ShopId shop, String delivery) {
        return db.sql(
                        """
                        select d.stale from commerce.hook_delivery d
                         where d.shop_id = :shop and d.delivery_id = :delivery
                        """)
                .param("shop", shop.value())
                .param("delivery", delivery)
                .query(Boolean.class)
                .single();
    }

    private static Secret secret(ResultSet row, int number) throws SQLException {
        return new Secret(
                row.getObject("id", UUID.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"));
    }
}
