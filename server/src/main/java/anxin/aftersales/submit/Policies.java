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

    /** How long another node may go on with what it read; none publishes for an earlier time. */
    public static final Duration MEMORY = Duration.ofSeconds(5);

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

    /** The one in force at {@code when}; the house's own where the shop has none. */
    public Policy at(ShopId shop, Instant when) {
        return versions(shop).stream()
                .filter(version -> !version.from().isAfter(when))
                .findFirst()
                .map(Version::policy)
                .orElse(Policy.DEFAULT);
    }

    /** The one of this number, whenever it was in force: a case keeps the one it began with. */
    public Policy version(ShopId shop, int number) {
        return versions(shop).stream()
                .map(Version::policy)
                .filter(policy -> policy.version() == number)
                .findFirst()
                .orElse(Policy.DEFAULT);
    }

    /** Reads the shop's versions anew the next time; other nodes do after {@link #MEMORY}. */
    public void forget(ShopId shop) {
        memory.remove(shop);
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
                select p.version, p.from_at, p.document
                  from aftersales.policy_version p
                 where p.shop_id = :shop and p.withdrawn_at is null
                 order by p.from_at desc, p.version desc
                """)
                .param("shop", shop.value())
                .query(
                        (row, n) ->
                                new Version(
                                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                                        Policy.of(
                                                        json.readTree(row.getString("document")),
                                                        Policy.DEFAULT)
                                                .as(row.getInt("version"))))
                .list();
    }
}
