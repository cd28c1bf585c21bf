package anxin.commerce.parcels;

import static anxin.commerce.intake.Columns.instant;

import anxin.commerce.Parcels;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Parcels for whoever follows them. */
@Repository
class FollowedParcels implements Parcels {

    private static final TypeReference<List<Trace>> TRACES = new TypeReference<>() {};

    private static final String TRACKED =
            """
            select p.tracking_no, p.order_number, p.carrier, p.shipped_at, p.status, p.last_trace_at, p.signed_at, p.traces
              from commerce.parcel p
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    FollowedParcels(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Tracked> find(ShopId shop, String trackingNo) {
        return db.sql(TRACKED + " where p.shop_id = :shop and p.tracking_no = :no")
                .param("shop", shop.value())
                .param("no", trackingNo)
                .query(this::tracked)
                .optional();
    }

    @Override
    public List<Tracked> outbound(ShopId shop, OrderNumber order) {
        return db.sql(
                        TRACKED
                                + """
                                   where p.shop_id = :shop and p.order_number = :number and p.direction = 'OUTBOUND'
                                   order by p.tracking_no
                                  """)
                .param("shop", shop.value())
                .param("number", order.value())
                .query(this::tracked)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(
            ShopId shop,
            String trackingNo,
            OrderNumber order,
            String carrier,
            Direction direction) {
        db.sql(
                        """
                        insert into commerce.parcel as p
                               (shop_id, tracking_no, order_number, carrier, traces, source_version, fingerprint, changed_at,
                                direction)
                        values (:shop, :no, :order, :carrier, '[]', -1, '', :now, :direction)
                            on conflict (shop_id, tracking_no) do update set direction = excluded.direction
                        """)
                .param("shop", shop.value())
                .param("no", trackingNo)
                .param("order", order.value())
                .param("carrier", carrier)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("direction", direction.name())
                .update();
    }

    private Tracked tracked(ResultSet row, int number) throws SQLException {
        var scans =
                json.readValue(row.getString("traces"), TRACES).stream()
                        .sorted()
                        .map(t -> new Scan(t.at(), t.status().name(), t.text(), t.place()))
                        .toList();
        return new Tracked(
                row.getString("tracking_no"),
                row.getString("order_number"),
                row.getString("carrier"),
                instant(row, "shipped_at"),
                row.getString("status"),
                instant(row, "last_trace_at"),
                instant(row, "signed_at"),
                scans);
    }
}
