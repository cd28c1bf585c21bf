package anxin.journal.subscriptions;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of subscriptions; their secrets are sealed. */
@Component("webHookSubscriptionStore")
class SubscriptionStore {

    record Row(
            String shopId,
            UUID id,
            String url,
            List<String> types,
            int version,
            boolean active,
            @Nullable String disabledWhy,
            @Nullable Instant failingSince,
            int failures,
            @Nullable Instant oldUntil,
            String createdBy,
            Instant createdAt) {}

    private record Sealed(byte[] secret, byte @Nullable [] oldSecret, @Nullable Instant oldUntil) {}

    /** An old secret goes on signing for so long. */
    static final Duration CHANGE_OVER = Duration.ofHours(24);

    private static final String COLUMNS =
            """
            select s.shop_id, s.id, s.url, s.types, s.version, s.active, s.disabled_why, s.failing_since, s.failures,
                   s.old_until, s.created_by, s.created_at
              from journal.subscription s
            """;

    private final JdbcClient db;
    private final Safe safe;

    SubscriptionStore(JdbcClient db, Safe safe) {
        this.db = db;
        this.safe = safe;
    }

    List<Row> ofShop(ShopId shop) {
        return db.sql(COLUMNS + " where s.shop_id = :shop order by s.created_at, s.id")
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    Optional<Row> find(String shop, UUID id) {
        return db.sql(COLUMNS + " where s.shop_id = :shop and s.id = :id")
                .param("shop", shop)
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    void add(
            ShopId shop,
            UUID id,
            String url,
            List<String> types,
            String secret,
            String by,
            Instant now) {
        db.sql(
                        """
                insert into journal.subscription
                       (shop_id, id, url, types, version, secret, active, created_by, created_at, changed_at)
                values (:shop, :id, :url, :types, 1, :secret, true, :by, :now, :now)
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("url", url)
                .param("types", types.toArray(String[]::new))
                .param("secret", sealed(secret))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * False when somebody else has changed it since. Switched on again it begins without a past.
     */
    boolean change(
            Row seen, int version, String url, List<String> types, boolean active, Instant now) {
        return db.sql(
                                """
                update journal.subscription s
                   set url = :url, types = :types, version = s.version + 1, changed_at = :now, active = :active,
                       disabled_why  = case when :active then null else s.disabled_why end,
                       failing_since = case when :active then null else s.failing_since end,
                       failures      = case when :active then 0 else s.failures end
                 where s.shop_id = :shop and s.id = :id and s.version = :version
                """)
                        .param("url", url)
                        .param("types", types.toArray(String[]::new))
                        .param("active", active)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("shop", seen.shopId())
                        .param("id", seen.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    void rotate(Row row, String secret, Instant now) {
        db.sql(
                        """
                update journal.subscription s
                   set old_secret = s.secret, old_until = :until, secret = :secret, version = s.version + 1,
                       changed_at = :now
                 where s.shop_id = :shop and s.id = :id
                """)
                .param("until", now.plus(CHANGE_OVER).atOffset(ZoneOffset.UTC))
                .param("secret", sealed(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    void remove(Row row) {
        db.sql("delete from journal.subscription s where s.shop_id = :shop and s.id = :id")
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    /** Those that sign now: the secret, and for a day the one before it. */
    List<String> secrets(String shop, UUID id, Instant now) {
        var sealed =
                db.sql(
                                """
                select s.secret, s.old_secret, s.old_until from journal.subscription s
                 where s.shop_id = :shop and s.id = :id
                """)
                        .param("shop", shop)
                        .param("id", id)
                        .query(Rows.of(Sealed.class))
                        .single();
        var secrets = new ArrayList<String>();
        secrets.add(opened(sealed.secret()));
        var old = sealed.oldSecret();
        var until = sealed.oldUntil();
        if (old != null && until != null && until.isAfter(now)) {
            secrets.add(opened(old));
        }
        return secrets;
    }

    void went(Row row) {
        db.sql(
                        """
                update journal.subscription s set failing_since = null, failures = 0
                 where s.shop_id = :shop and s.id = :id and s.failures > 0
                """)
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    void failed(Row row, Instant now) {
        db.sql(
                        """
                update journal.subscription s
                   set failing_since = coalesce(s.failing_since, :now), failures = s.failures + 1
                 where s.shop_id = :shop and s.id = :id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", row.shopId())
                .param("id", row.id())
                .update();
    }

    /** True when this call switched it off. */
    boolean disable(Row row, String why, Instant now) {
        return db.sql(
                                """
                update journal.subscription s
                   set active = false, disabled_why = :why, version = s.version + 1, changed_at = :now
                 where s.shop_id = :shop and s.id = :id and s.active
                """)
                        .param("why", why)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("shop", row.shopId())
                        .param("id", row.id())
                        .update()
                == 1;
    }

    private byte[] sealed(String secret) {
        return safe.seal(secret.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(byte[] sealed) {
        return new String(safe.open(sealed), StandardCharsets.UTF_8);
    }
}
