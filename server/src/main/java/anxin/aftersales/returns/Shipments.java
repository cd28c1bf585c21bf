package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the goods of a case come back. */
@Component
public class Shipments {

    /** The goods are brought to a store, which knows them by the code. */
    public record Drop(String storeId, String code, Instant holdUntil) {}

    /** A parcel that comes back; {@code scannedAt} is its carrier's first word of it. */
    public record Parcel(
            UUID caseId,
            String mode,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Instant sentAt,
            @Nullable Instant scannedAt,
            @Nullable Instant receivedAt,
            @Nullable Instant pickupFrom,
            @Nullable Instant pickupUntil) {}

    private static final String PARCEL =
            """
            select r.case_id, r.mode, r.carrier, r.tracking_no, r.sent_at, r.scanned_at, r.received_at, r.pickup_from,
                   r.pickup_until
              from aftersales.return_shipment r
            """;

    private final JdbcClient db;

    Shipments(JdbcClient db) {
        this.db = db;
    }

    public void awaitAtStore(CaseRow of, String store, String code, Instant until) {
        db.sql(
                        """
                insert into aftersales.return_shipment as r (shop_id, case_id, mode, store_id, code, hold_until)
                values (:shop, :case, 'STORE_DROP', :store, :code, :until)
                on conflict (shop_id, case_id) do update
                set mode = 'STORE_DROP', store_id = excluded.store_id, code = excluded.code, hold_until = excluded.hold_until,
                    carrier = null, tracking_no = null, sent_at = null, received_at = null
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("store", store)
                .param("code", code)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty where a parcel is awaited, and once the goods are there. */
    public Optional<Drop> drop(CaseRow of) {
        if (of.state() != CaseState.WAIT_BUYER_RETURN) {
            return Optional.empty();
        }
        return db.sql(
                        """
                select r.store_id, r.code, r.hold_until
                  from aftersales.return_shipment r
                 where r.shop_id = :shop and r.case_id = :case and r.mode = 'STORE_DROP' and r.received_at is null
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .query(Rows.of(Drop.class))
                .optional();
    }

    /** The case that a code on a customer's phone belongs to, as long as its store waits. */
    public Optional<UUID> byCode(ShopId shop, String code) {
        return db.sql(
                        """
                select r.case_id
                  from aftersales.return_shipment r
                 where r.shop_id = :shop and r.code = :code and r.mode = 'STORE_DROP' and r.received_at is null
                """)
                .param("shop", shop.value())
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    void hold(CaseRow of, Instant until) {
        db.sql(
                        """
                update aftersales.return_shipment r set hold_until = :until
                 where r.shop_id = :shop and r.case_id = :case and r.mode = 'STORE_DROP'
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void received(CaseRow of, Instant now) {
        mark(of, "received_at", now);
    }

    private void mark(CaseRow of, String column, Instant at) {
        db.sql(
                        """
                update aftersales.return_shipment r set %s = :at where r.shop_id = :shop and r.case_id = :case
                """
                                .formatted(column))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("shop", of.shop().value())
                .param("case", of.id())
                .update();
    }

    public Optional<Parcel> parcel(CaseRow of) {
        return db.sql(PARCEL + " where r.shop_id = :shop and r.case_id = :case")
                .param("shop", of.shop().value())
                .param("case", of.id())
                .query(Rows.of(Parcel.class))
                .optional();
    }

    /** The returns that this parcel brings: one, or all that were in a parcel never delivered. */
    public List<Parcel> parcels(ShopId shop, String trackingNo) {
        return db.sql(
                        PARCEL
                                + " where r.shop_id = :shop and r.tracking_no = :tracking order by r.case_id")
                .param("shop", shop.value())
                .param("tracking", trackingNo)
                .query(Rows.of(Parcel.class))
                .list();
    }

    /** The carrier of the delivery brings it back. */
    public void broughtBack(
            CaseRow of, @Nullable String carrier, @Nullable String trackingNo, Instant now) {
        db.sql(
                        """
                insert into aftersales.return_shipment (shop_id, case_id, mode, carrier, tracking_no, sent_at)
                values (:shop, :case, 'CARRIER_RETURN', :carrier, :tracking, :now)
                on conflict (shop_id, case_id) do update
                set mode = 'CARRIER_RETURN', carrier = excluded.carrier, tracking_no = excluded.tracking_no,
                    sent_at = excluded.sent_at, received_at = null, scanned_at = null
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("carrier", carrier)
                .param("tracking", trackingNo)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The customer waits for the carrier between these times. */
    public void awaitPickup(CaseRow of, Instant from, Instant until) {
        db.sql(
                        """
                insert into aftersales.return_shipment (shop_id, case_id, mode, pickup_from, pickup_until)
                values (:shop, :case, 'PICKUP', :from, :until)
                on conflict (shop_id, case_id) do update
                set mode = 'PICKUP', pickup_from = excluded.pickup_from, pickup_until = excluded.pickup_until
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The carrier has taken the order for a pick-up and given it a number. */
    public void pickupBooked(CaseRow of, String carrier, String trackingNo) {
        db.sql(
                        """
                update aftersales.return_shipment r set carrier = :carrier, tracking_no = :tracking
                 where r.shop_id = :shop and r.case_id = :case and r.mode = 'PICKUP'
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("carrier", carrier)
                .param("tracking", trackingNo)
                .update();
    }

    public void scanned(CaseRow of, Instant at) {
        mark(of, "scanned_at", at);
    }

    public void lost(CaseRow of, Instant now) {
        mark(of, "lost_at", now);
    }

    /** The goods do not come back this way after all. */
    public void forget(CaseRow of) {
        db.sql(
                        "delete from aftersales.return_shipment r where r.shop_id = :shop and r.case_id = :case")
                .param("shop", of.shop().value())
                .param("case", of.id())
                .update();
    }
}
