package anxin.messaging.push;

import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.messaging.PushSubscriptions;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connections;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubscriptionStore implements PushSubscriptions {

    /** A browser as it stands in the database. */
    record Row(String endpoint, byte[] publicKey, byte[] auth) {}

    private final JdbcClient db;
    private final Connections connections;
    private final List<String> services;
    private final Clock clock;

    /**
     * @param services the push services that browsers use; a browser names the address that we then
     *     call, so it may name no other
     */
    SubscriptionStore(
            JdbcClient db,
            Connections connections,
            @Value(
                            "${anxin.push.services:fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com}")
                    List<String> services,
            Clock clock) {
        this.db = db;
        this.connections = connections;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public Optional<String> publicKey(ShopId shop) {
        return connections
                .find(shop, ChannelKind.WEB_PUSH)
                .map(connection -> connection.setting(VapidKeys.PUBLIC));
    }

    @Override
    public void add(ShopId shop, String customer, UUID id, Browser browser) {
        requireService(browser.endpoint());
        db.sql(
                        """
                insert into messaging.push_subscription
                       (id, shop_id, customer_id, endpoint, public_key, auth, added_at)
                values (:id, :shop, :customer, :endpoint, :key, :auth, :now)
                on conflict (shop_id, endpoint) do update
                   set customer_id = excluded.customer_id, public_key = excluded.public_key, auth = excluded.auth
                """)
                .param("id", id)
                .param("shop", shop.value())
                .param("customer", customer)
                .param("endpoint", browser.endpoint())
                .param("key", point(browser.p256dh()))
                .param("auth", secret(browser.auth()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void requireService(String endpoint) {
        try {
            var uri = URI.create(endpoint);
            var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            var here = host.equals("127.0.0.1");
            var known =
                    services.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
            if (known && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || here)) {
                return;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Refused below.
        }
        throw Problem.invalid(
                "/endpoint", "不是已知的浏览器推送服务", "is no push service that browsers are known to use");
    }

    private static byte[] point(String p256dh) {
        try {
            var point = Base64.getUrlDecoder().decode(p256dh.replace("=", ""));
            P256.publicKey(point);
            return point;
        } catch (IllegalArgumentException | GeneralSecurityException notAKey) {
            throw Problem.invalid("/p256dh", "应为 P-256 公钥", "must be a P-256 public key");
        }
    }

    private static byte[] secret(String auth) {
        try {
            var secret = Base64.getUrlDecoder().decode(auth.replace("=", ""));
            if (secret.length == 16) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below.
        }
        throw Problem.invalid("/auth", "应为16字节", "must be 16 bytes");
    }

    @Override
    public void remove(ShopId shop, String customer, String endpoint) {
        db.sql(
                        """
                delete from messaging.push_subscription s
                 where s.shop_id = :shop and s.customer_id = :customer and s.endpoint = :endpoint
                """)
                .param("shop", shop.value())
                .param("customer", customer)
                .param("endpoint", endpoint)
                .update();
    }

    @Override
    public List<String> of(ShopId shop, String customer) {
        return db.sql(
                        """
                select s.id::text as id from messaging.push_subscription s
                 where s.shop_id = :shop and s.customer_id = :customer
                 order by s.added_at, s.id
                """)
                .param("shop", shop.value())
                .param("customer", customer)
                .query((row, n) -> row.getString("id"))
                .list();
    }

    @Override
    public Map<Owner, List<String>> ofAll(Collection<Owner> owners) {
        var found = new HashMap<Owner, List<String>>();
        if (owners.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                select s.shop_id, s.customer_id, s.id::text as id
                  from (select distinct k.shop_id, k.customer_id from unnest(:shops, :customers) as k (shop_id, customer_id)) k
                  join messaging.push_subscription s on s.shop_id = k.shop_id and s.customer_id = k.customer_id
                 order by s.added_at, s.id
                """)
                .param("shops", owners.stream().map(o -> o.shop().value()).toArray(String[]::new))
                .param("customers", owners.stream().map(Owner::customer).toArray(String[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            new Owner(
                                                    new ShopId(row.getString("shop_id")),
                                                    row.getString("customer_id")),
                                            owner -> new ArrayList<>())
                                    .add(row.getString("id"));
                        });
        return found;
    }

    Optional<Row> find(UUID id) {
        return db.sql(
                        """
                select s.endpoint, s.public_key, s.auth from messaging.push_subscription s where s.id = :id
                """)
                .param("id", id)
                .query(anxin.kernel.rows.Rows.of(Row.class))
                .optional();
    }

    /** The browser's service says that nobody listens there any more. */
    void forget(UUID id) {
        db.sql("delete from messaging.push_subscription s where s.id = :id")
                .param("id", id)
                .update();
    }
}
