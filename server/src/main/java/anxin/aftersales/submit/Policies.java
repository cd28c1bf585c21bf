package anxin.aftersales.submit;

import anxin.aftersales.policy.Policy;
import anxin.kernel.ShopId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each shop's policy, by the time that counts: the version that stood when the order was paid
 * decides about it.
 */
@Component
public class Policies {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private record Version(Instant from, Policy policy) {}

    private record Known(Instant readAt, List<Version> newestFirst) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<ShopId, Known> memory = new ConcurrentHashMap<>();

    Policies(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    public Policy at(ShopId shop, Instant when) {
        return versions(shop).stream()
                .filter(version -> !version.from().isAfter(when))
                .findFirst()
                .map(Version::policy)
                .orElse(Policy.DEFAULT);
    }

    private List<Version> versions(ShopId shop) {
        var now = clock.instant();
        var known = memory.get(shop);
        if (known == null
                || known.readAt().plus(MEMORY).isBefore(now)
                || known.readAt().isAfter(now)) {
            known = new Known(now, read(shop));
            memory.put(shop, known);
        }
        return known.newestFirst();
    }

    private List<Version> read(ShopId shop) {
        return db.sql(
                        """
                select p.from_at, p.document
                  from aftersales.policy_version p
                 where p.shop_id = :shop
                 order by p.from_at desc, p.version desc
                """)
                .param("shop", shop.value())
                .query(
                        (row, n) ->
                                new Version(
                                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                                        json.readValue(row.getString("document"), Policy.class)))
                .list();
    }
}
