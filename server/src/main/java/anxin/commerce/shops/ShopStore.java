package anxin.commerce.shops;

import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.commerce.intake.Source;
import anxin.identity.ShopNames;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of shops. A shop is asked for with every request, so an answer is kept for 5 seconds. */
@Repository
public class ShopStore implements Shops, ShopNames {

    private static final long KEPT_NANOS = 5_000_000_000L;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final ConcurrentHashMap<ShopId, Kept> kept = new ConcurrentHashMap<>();

    ShopStore(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(Shop shop, long since) {}

    @Override
    public Optional<Shop> find(ShopId id) {
        var known = kept.get(id);
        if (known != null && System.nanoTime() - known.since() < KEPT_NANOS) {
            return Optional.of(known.shop());
        }
        var asked = System.nanoTime();
        var found =
                db.sql(
                                """
                                select s.id, s.name_zh, s.name_en, s.zone, s.currency, s.return_address
                                  from commerce.shop s
                                 where s.id = :id
                                """)
                        .param("id", id.value())
                        .query(this::shop)
                        .optional();
        found.ifPresent(shop -> kept.put(id, new Kept(shop, asked)));
        return found;
    }

    @Override
    public List<Shop> list() {
        return db.sql(
                        """
                        select s.id, s.name_zh, s.name_en, s.zone, s.currency, s.return_address
                          from commerce.shop s
                         order by s.id
                        """)
                .query(this::shop)
                .list();
    }

    @Override
    public SortedMap<ShopId, Text> all() {
        var names = new TreeMap<ShopId, Text>();
        list().forEach(shop -> names.put(shop.id(), shop.name()));
        return names;
    }

    /** False when a newer one is there and stays. */
    public boolean write(Shop shop, Source source) {
        db.sql(
                        """
                        insert into commerce.shop as s
                               (id, name_zh, name_en, zone, currency, return_address, source_version, source_time, fingerprint, changed_at)
                        values (:id, :zh, :en, :zone, :currency, :back::jsonb, :version, :time, :fingerprint, :now)
                            on conflict (id) do update
                           set name_zh = excluded.name_zh, name_en = excluded.name_en, zone = excluded.zone,
                               currency = excluded.currency, return_address = excluded.return_address,
                               source_version = excluded.source_version,
                               source_time = excluded.source_time, fingerprint = excluded.fingerprint,
                               changed_at = excluded.changed_at
                         where (excluded.source_version, coalesce(excluded.source_time, '-infinity'),
                                excluded.fingerprint collate "C")
                             > (s.source_version, coalesce(s.source_time, '-infinity'), s.fingerprint collate "C")
                        """)
                .param("id", shop.id().value())
                .param("zh", shop.name().zh())
                .param("en", shop.name().en())
                .param("zone", shop.zone().getId())
                .param("currency", shop.currency())
                .param(
                        "back",
                        shop.returnAddress() == null
                                ? null
                                : json.writeValueAsString(shop.returnAddress()))
                .param("version", source.version())
                .param("time", source.timeAtUtc())
                .param("fingerprint", source.fingerprint())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return source.fingerprint()
                .equals(
                        db.sql("select s.fingerprint from commerce.shop s where s.id = :id")
                                .param("id", shop.id().value())
                                .query(String.class)
                                .single());
    }

    /** After the commit, so that nobody keeps what was rolled back. */
    public void forget(ShopId id) {
        kept.remove(id);
    }

    private Shop shop(ResultSet row, int number) throws SQLException {
        var back = row.getString("return_address");
        return new Shop(
                new ShopId(row.getString("id")),
                Text.of(row.getString("name_zh"), row.getString("name_en")),
                ZoneId.of(row.getString("zone")),
                row.getString("currency"),
                back == null ? null : json.readValue(back, Shop.ReturnAddress.class));
    }
}
