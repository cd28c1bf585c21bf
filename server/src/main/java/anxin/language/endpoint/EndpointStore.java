package anxin.language.endpoint;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.language.Drafting.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EndpointStore {

    /** With who changed it last, and when. */
    record Stored(Endpoint endpoint, String changedBy, Instant changedAt) {}

    private record Row(
            int version,
            String address,
            String model,
            byte @Nullable [] sealedKey,
            List<String> purposes,
            int atOnce,
            int dayCalls,
            long dayMinor,
            String currency,
            long inputPrice,
            long outputPrice,
            String changedBy,
            Instant changedAt) {}

    private final JdbcClient db;
    private final Safe safe;
    private final Clock clock;

    EndpointStore(JdbcClient db, Safe safe, Clock clock) {
        this.db = db;
        this.safe = safe;
        this.clock = clock;
    }

    Optional<Stored> find(ShopId shop) {
        return db.sql(
                        """
                select e.version, e.address, e.model, e.sealed_key, e.purposes, e.at_once, e.day_calls, e.day_minor,
                       e.currency, e.input_price, e.output_price, e.changed_by, e.changed_at
                  from language.endpoint e
                 where e.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> stored(shop, row));
    }

    private Stored stored(ShopId shop, Row row) {
        var purposes = EnumSet.noneOf(Purpose.class);
        row.purposes().forEach(name -> purposes.add(Purpose.valueOf(name)));
        var sealed = row.sealedKey();
        return new Stored(
                new Endpoint(
                        shop,
                        row.version(),
                        row.address(),
                        row.model(),
                        sealed == null
                                ? null
                                : new String(safe.open(sealed), StandardCharsets.UTF_8),
                        purposes,
                        row.atOnce(),
                        row.dayCalls(),
                        row.dayMinor(),
                        row.currency(),
                        row.inputPrice(),
                        row.outputPrice()),
                row.changedBy(),
                row.changedAt());
    }

    void put(Endpoint endpoint, String actor) {
        var key = endpoint.key();
        db.sql(
                        """
                insert into language.endpoint as e (shop_id, version, address, model, sealed_key, purposes, at_once,
                                                    day_calls, day_minor, currency, input_price, output_price,
                                                    changed_by, changed_at)
                values (:shop, 1, :address, :model, :key, :purposes, :atOnce, :dayCalls, :dayMinor, :currency,
                        :inputPrice, :outputPrice, :by, :now)
                on conflict (shop_id) do update
                   set version = e.version + 1, address = excluded.address, model = excluded.model,
                       sealed_key = excluded.sealed_key, purposes = excluded.purposes, at_once = excluded.at_once,
                       day_calls = excluded.day_calls, day_minor = excluded.day_minor, currency = excluded.currency,
                       input_price = excluded.input_price, output_price = excluded.output_price,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("shop", endpoint.shop().value())
                .param("address", endpoint.address())
                .param("model", endpoint.model())
                .param(
                        "key",
                        key == null ? null : safe.seal(key.getBytes(StandardCharsets.UTF_8)),
                        java.sql.Types.BINARY)
                .param(
                        "purposes",
                        endpoint.purposes().stream().map(Enum::name).toArray(String[]::new))
                .param("atOnce", endpoint.atOnce())
                .param("dayCalls", endpoint.dayCalls())
                .param("dayMinor", endpoint.dayMinor())
                .param("currency", endpoint.currency())
                .param("inputPrice", endpoint.inputPrice())
                .param("outputPrice", endpoint.outputPrice())
                .param("by", actor)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(ShopId shop) {
        return db.sql("delete from language.endpoint e where e.shop_id = :shop")
                        .param("shop", shop.value())
                        .update()
                > 0;
    }
}
