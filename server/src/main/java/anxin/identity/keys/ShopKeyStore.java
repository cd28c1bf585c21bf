package anxin.identity.keys;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ShopKeyStore {

    /**
     * HS256: {@code material} is the sealed secret; EdDSA: the public key as SubjectPublicKeyInfo.
     */
    record Row(
            UUID id,
            String shopId,
            String name,
            String kind,
            byte[] material,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    private static final String COLUMNS =
            """
            select k.id, k.shop_id, k.name, k.kind, k.material, k.created_by, k.created_at, k.revoked_at
              from identity.shop_key k
            """;

    private final JdbcClient db;

    ShopKeyStore(JdbcClient db) {
        this.db = db;
    }

    List<Row> good(ShopId shop) {
        return db.sql(COLUMNS + " where k.shop_id = :shop and k.revoked_at is null")
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    List<Row> all(ShopId shop) {
        return db.sql(COLUMNS + " where k.shop_id = :shop order by k.created_at, k.id")
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    Optional<Row> find(ShopId shop, UUID id) {
        return db.sql(COLUMNS + " where k.shop_id = :shop and k.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    boolean add(
            UUID id,
            ShopId shop,
            String name,
            String kind,
            byte[] material,
            String createdBy,
            Instant now) {
        return db.sql(
                                """
                insert into identity.shop_key (id, shop_id, name, kind, material, created_by, created_at)
                values (:id, :shop, :name, :kind, :material, :by, :now)
                on conflict (id) do nothing
                """)
                        .param("id", id)
                        .param("shop", shop.value())
                        .param("name", name)
                        .param("kind", kind)
                        .param("material", material)
                        .param("by", createdBy)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void revoke(UUID id, Instant now) {
        db.sql(
                        "update identity.shop_key set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** False when this one has been spent before. */
    boolean spend(ShopId shop, String jti, Instant expiresAt) {
        return db.sql(
                                """
                insert into identity.spent_token (shop_id, jti, expires_at) values (:shop, :jti, :expires)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("jti", jti)
                        .param("expires", utc(expiresAt))
                        .update()
                > 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
