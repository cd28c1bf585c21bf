package anxin.commerce.parcels;

import static anxin.commerce.intake.Columns.instant;
import static anxin.commerce.intake.Columns.longs;
import static anxin.commerce.intake.Columns.strings;
import static anxin.commerce.intake.Columns.times;

import anxin.commerce.intake.Source;
import anxin.kernel.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of parcels. */
@Repository
class ParcelStore {

    private static final TypeReference<List<Trace>> TRACES = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            select p.tracking_no, p.order_number, p.carrier, p.traces, p.source_version, p.source_time, p.fingerprint
              from commerce.parcel p
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    ParcelStore(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Where the source of each tracking number stands when this is done. */
    Map<String, Source> write(ShopId shop, Collection<Parcel> writes) {
        var merged = new TreeMap<String, Parcel>();
        writes.forEach(write -> merged.merge(write.key(), write, Parcel::with));
        if (merged.isEmpty()) {
            return Map.of();
        }
        insertMissing(shop, merged.values());
        lock(shop, merged.keySet())
                .forEach(known -> merged.merge(known.key(), known, Parcel::with));
        update(shop, merged.values());
        var places = new HashMap<String, Source>();
        merged.forEach((key, parcel) -> places.put(key, parcel.source()));
        return places;
    }

    Optional<Parcel> find(ShopId shop, String trackingNo) {
        return db.sql(COLUMNS + " where p.shop_id = :shop and p.tracking_no = :no")
                .param("shop", shop.value())
                .param("no", trackingNo)
                .query(this::parcel)
                .optional();
    }

    /** The parcels of an order: a handful. */
    List<Parcel> ofOrder(ShopId shop, String orderNumber) {
        return db.sql(
                        COLUMNS
                                + " where p.shop_id = :shop and p.order_number = :number order by p.tracking_no")
                .param("shop", shop.value())
                .param("number", orderNumber)
                .query(this::parcel)
                .list();
    }

    /** An empty row first, so that there is one to lock and to merge with. */
    private void insertMissing(ShopId shop, Collection<Parcel> rows) {
        db.sql(
                        """
                        insert into commerce.parcel
                               (shop_id, tracking_no, order_number, carrier, traces, source_version, fingerprint, changed_at)
                        select :shop, n.tracking_no, n.order_number, n.carrier, '[]', -1, '', :now
                          from unnest(:keys, :orders, :carriers) as n (tracking_no, order_number, carrier)
                            on conflict do nothing
                        """)
                .param("shop", shop.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("keys", strings(rows, Parcel::key))
                .param("orders", strings(rows, Parcel::orderNumber))
                .param("carriers", strings(rows, Parcel::carrier))
                .update();
    }

    private List<Parcel> lock(ShopId shop, Collection<String> keys) {
        return db.sql(
                        COLUMNS
                                + """
                                   where p.shop_id = :shop and p.tracking_no = any(:keys)
                                   order by p.tracking_no
                                     for update
                                  """)
                .param("shop", shop.value())
                .param("keys", keys.toArray(String[]::new))
                .query(this::parcel)
                .list();
    }

    private void update(ShopId shop, Collection<Parcel> rows) {
        db.sql(
                        """
                        update commerce.parcel p
                           set order_number = n.order_number, carrier = n.carrier,
                               shipped_at = n.shipped_at::timestamptz, status = n.status,
                               last_trace_at = n.last_trace_at::timestamptz, signed_at = n.signed_at::timestamptz,
                               signed_by = n.signed_by, collected_at = n.collected_at::timestamptz,
                               traces = n.traces::jsonb, source_version = n.source_version,
                               source_time = n.source_time::timestamptz, fingerprint = n.fingerprint, changed_at = :now
                          from unnest(:keys, :orders, :carriers, :shipped, :statuses, :lastTraces, :signed, :signers,
                                      :collected, :traces, :versions, :times, :fingerprints)
                            as n (tracking_no, order_number, carrier, shipped_at, status, last_trace_at, signed_at,
                                  signed_by, collected_at, traces, source_version, source_time, fingerprint)
                         where p.shop_id = :shop and p.tracking_no = n.tracking_no
                        """)
                .param("shop", shop.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("keys", strings(rows, Parcel::key))
                .param("orders", strings(rows, Parcel::orderNumber))
                .param("carriers", strings(rows, Parcel::carrier))
                .param("shipped", times(rows, Parcel::shippedAt))
                .param("statuses", strings(rows, ParcelStore::status))
                .param("lastTraces", times(rows, Parcel::lastTraceAt))
                .param("signed", times(rows, Parcel::signedAt))
                .param("signers", strings(rows, Parcel::signedBy))
                .param("collected", times(rows, Parcel::collectedAt))
                .param("traces", strings(rows, row -> json.writeValueAsString(row.traces())))
                .param("versions", longs(rows, row -> row.source().version()))
                .param("times", times(rows, row -> row.source().time()))
                .param("fingerprints", strings(rows, row -> row.source().fingerprint()))
                .update();
    }

    private static @org.jspecify.annotations.Nullable String status(Parcel parcel) {
        var status = parcel.status();
        return status == null ? null : status.name();
    }

    private Parcel parcel(ResultSet row, int number) throws SQLException {
        return new Parcel(
                row.getString("tracking_no"),
                row.getString("order_number"),
                row.getString("carrier"),
                new TreeSet<>(json.readValue(row.getString("traces"), TRACES)),
                new Source(
                        row.getLong("source_version"),
                        instant(row, "source_time"),
                        row.getString("fingerprint")));
    }
}
