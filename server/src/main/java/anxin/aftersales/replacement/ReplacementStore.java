package anxin.aftersales.replacement;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of replacements. */
@Component
class ReplacementStore {

    /** The one that is promised, on its way or received; what was given up is not told. */
    record Row(
            UUID id,
            String kind,
            String place,
            boolean reserved,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable Instant shippedAt,
            @Nullable Instant etaAt,
            @Nullable Instant receivedAt,
            @Nullable String receivedHow) {}

    record ItemRow(
            String lineId, String sku, String title, int qty, @Nullable Instant warrantyFrom) {}

    private final JdbcClient db;

    ReplacementStore(JdbcClient db) {
        this.db = db;
    }

    void add(Need need, UUID id, boolean reserved, Instant now) {
        db.sql(
                        """
                insert into aftersales.replacement (shop_id, id, case_id, kind, place, reserved, created_at)
                values (:shop, :id, :case, :kind, :place, :reserved, :now)
                """)
                .param("shop", need.shop().value())
                .param("id", id)
                .param("case", need.caseId())
                .param("kind", need.kind().name())
                .param("place", need.place())
                .param("reserved", reserved)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        for (var item : need.items()) {
            db.sql(
                            """
                    insert into aftersales.replacement_item (shop_id, replacement_id, line_id, sku, title, qty)
                    values (:shop, :id, :line, :sku, :title, :qty)
                    """)
                    .param("shop", need.shop().value())
                    .param("id", id)
                    .param("line", item.lineId())
                    .param("sku", item.sku())
                    .param("title", item.title())
                    .param("qty", item.qty())
                    .update();
        }
    }

    /** Whether a step of making it to order is left. */
    boolean isBeingMade(CaseRow of) {
        return db.sql(
                        """
                select exists (select 1
                                 from aftersales.making_step m
                                where m.shop_id = :shop and m.case_id = :case and m.purpose = 'MAKE' and m.done_at is null)
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .query(Boolean.class)
                .single();
    }

    Optional<Row> live(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select r.id, r.kind, r.place, r.reserved, r.carrier, r.tracking_no, r.shipped_at, r.eta_at, r.received_at,
                       r.received_how
                  from aftersales.replacement r
                 where r.shop_id = :shop and r.case_id = :case and r.given_up_at is null
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Row.class))
                .optional();
    }

    Optional<UUID> caseOf(ShopId shop, String trackingNo) {
        return db.sql(
                        """
                select r.case_id
                  from aftersales.replacement r
                 where r.shop_id = :shop and r.tracking_no = :tracking and r.given_up_at is null and r.received_at is null
                """)
                .param("shop", shop.value())
                .param("tracking", trackingNo)
                .query(UUID.class)
                .optional();
    }

    List<ItemRow> items(ShopId shop, UUID id) {
        return db.sql(
                        """
                select i.line_id, i.sku, i.title, i.qty, i.warranty_from
                  from aftersales.replacement_item i
                 where i.shop_id = :shop and i.replacement_id = :id
                 order by i.line_id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(ItemRow.class))
                .list();
    }

    void giveUp(ShopId shop, UUID id, Instant now) {
        db.sql(
                        """
                update aftersales.replacement r set given_up_at = :now
                 where r.shop_id = :shop and r.id = :id and r.given_up_at is null
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void reserved(ShopId shop, UUID id) {
        db.sql(
                        "update aftersales.replacement r set reserved = true where r.shop_id = :shop and r.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** False when the parcel carries another replacement already. */
    boolean ship(ShopId shop, UUID id, Sent sent, String by, Instant now) {
        try {
            db.sql(
                            """
                    update aftersales.replacement r
                       set carrier = :carrier, tracking_no = :tracking, eta_at = :eta, shipped_at = :now, shipped_by = :by
                     where r.shop_id = :shop and r.id = :id
                    """)
                    .param("shop", shop.value())
                    .param("id", id)
                    .param("carrier", sent.carrier())
                    .param("tracking", sent.trackingNo())
                    .param(
                            "eta",
                            sent.etaAt() == null ? null : sent.etaAt().atOffset(ZoneOffset.UTC),
                            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
            return true;
        } catch (DuplicateKeyException carriesAnother) {
            return false;
        }
    }

    void receive(ShopId shop, UUID id, Arrivals.How how, boolean warranty, Instant now) {
        db.sql(
                        """
                with received as (
                    update aftersales.replacement r set received_at = :now, received_how = :how
                     where r.shop_id = :shop and r.id = :id)
                update aftersales.replacement_item i set warranty_from = :now
                 where i.shop_id = :shop and i.replacement_id = :id and :warranty
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("how", how.name())
                .param("warranty", warranty)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What later decisions about the same goods must know. */
    void replaced(CaseRow of, Instant now) {
        account(of, "replaced_at = :at, failed_repairs = 0", now);
    }

    void repairedInVain(CaseRow of) {
        account(of, "failed_repairs = a.failed_repairs + 1", Instant.EPOCH);
    }

    private void account(CaseRow of, String effect, Instant at) {
        db.sql(
                        """
                update aftersales.line_account a
                   set %s
                  from aftersales.case_line l
                 where l.shop_id = :shop and l.case_id = :case
                   and a.shop_id = l.shop_id and a.order_no = l.order_no and a.line_id = l.line_id
                """
                                .formatted(effect))
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int repairsInVain(CaseRow of) {
        return db.sql(
                        """
                select coalesce(max(a.failed_repairs), 0)
                  from aftersales.case_line l
                  join aftersales.line_account a
                    on a.shop_id = l.shop_id and a.order_no = l.order_no and a.line_id = l.line_id
                 where l.shop_id = :shop and l.case_id = :case
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .query(Integer.class)
                .single();
    }
}
