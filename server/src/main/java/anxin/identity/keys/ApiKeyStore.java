package anxin.identity.keys;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.people.StaffReader;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApiKeyStore {

    private final JdbcClient db;

    ApiKeyStore(JdbcClient db) {
        this.db = db;
    }

    void add(
            UUID id,
            String name,
            String prefix,
            byte[] hash,
            Set<Permission> permissions,
            @Nullable Set<ShopId> shops,
            @Nullable Instant expiresAt,
            String createdBy,
            Instant now) {
        db.sql(
                        """
                insert into identity.api_key (id, name, prefix, hash, permissions, shops, expires_at, created_by, created_at)
                values (:id, :name, :prefix, :hash, :permissions, cast(:shops as text[]),
                        cast(:expires as timestamptz), :by, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", hash)
                .param(
                        "permissions",
                        permissions.stream().map(Permission::name).toArray(String[]::new))
                .param(
                        "shops",
                        shops == null
                                ? null
                                : shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("by", createdBy)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KnownKey> findGood(byte[] hash, Instant now) {
        return db.sql(
                        """
                select k.id, k.name, k.permissions, k.shops, k.last_used_at,
                       case when k.hash = :hash then k.expires_at
                            else least(k.expires_at, k.old_until) end as good_until
                  from identity.api_key k
                 where (k.hash = :hash or (k.old_hash = :hash and k.old_until > :now))
                   and k.revoked_at is null
                   and (k.expires_at is null or k.expires_at > :now)
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApiKeyStore::known)
                .optional();
    }

    private static KnownKey known(ResultSet row, int number) throws SQLException {
        var shops = row.getArray("shops");
        var client =
                new Caller.ApiClient(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        StaffReader.permissions(StaffReader.texts(row.getArray("permissions"))),
                        shops == null
                                ? null
                                : StaffReader.texts(shops).stream()
                                        .map(ShopId::new)
                                        .collect(Collectors.toCollection(TreeSet::new)));
        return new KnownKey(client, instant(row, "good_until"), instant(row, "last_used_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    void used(UUID id, Instant now) {
        db.sql("update identity.api_key set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String COLUMNS =
            """
            select k.id, k.name, k.prefix, k.permissions, k.shops, k.expires_at, k.revoked_at, k.last_used_at,
                   k.old_until, k.created_by, k.created_at, k.version
              from identity.api_key k
            """;

    Optional<ApiKey> find(UUID id) {
        return db.sql(COLUMNS + " where k.id = :id")
                .param("id", id)
                .query(ApiKeyStore::key)
                .optional();
    }

    /** Newest first; with {@code shops} only those that reach no further. */
    List<ApiKey> page(@Nullable Set<ShopId> shops, @Nullable Cursor after, int limit) {
        return db.sql(
                        COLUMNS
                                + """
                 where (cast(:shops as text[]) is null or (k.shops is not null and k.shops <@ cast(:shops as text[])))
                   and (cast(:at as timestamptz) is null or (k.created_at, k.id) < (:at, cast(:id as uuid)))
                 order by k.created_at desc, k.id desc
                 limit :limit
                """)
                .param(
                        "shops",
                        shops == null
                                ? null
                                : shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("at", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query(ApiKeyStore::key)
                .list();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        var shops = row.getArray("shops");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                StaffReader.permissions(StaffReader.texts(row.getArray("permissions"))),
                shops == null
                        ? null
                        : StaffReader.texts(shops).stream()
                                .map(ShopId::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                instant(row, "old_until"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    /** False when another was faster. */
    boolean rotate(ApiKey key, String prefix, byte[] hash, Instant oldUntil) {
        return db.sql(
                                """
                update identity.api_key
                   set old_hash = hash, old_until = :until, hash = :hash, prefix = :prefix, version = version + 1
                 where id = :id and version = :version
                """)
                        .param("id", key.id())
                        .param("version", key.version())
                        .param("hash", hash)
                        .param("prefix", prefix)
                        .param("until", oldUntil.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void revoke(UUID id, Instant now) {
        db.sql(
                        """
                update identity.api_key set revoked_at = :now, version = version + 1
                 where id = :id and revoked_at is null
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
