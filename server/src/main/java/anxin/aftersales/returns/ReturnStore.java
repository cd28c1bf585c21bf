package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReturnStore {

    private final JdbcClient db;

    ReturnStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the parcel proves another return already. */
    boolean send(CaseRow of, String carrier, String trackingNo, Instant now) {
        try {
            db.sql(
                            """
                    insert into aftersales.return_shipment as r (shop_id, case_id, carrier, tracking_no, sent_at)
                    values (:shop, :case, :carrier, :tracking, :now)
                    on conflict (shop_id, case_id) do update
                    set carrier = excluded.carrier, tracking_no = excluded.tracking_no, sent_at = excluded.sent_at,
                        received_at = null,
                        mode = case r.mode when 'PICKUP' then r.mode else 'SELF_SHIP' end
                    """)
                    .param("shop", of.shop().value())
                    .param("case", of.id())
                    .param("carrier", carrier)
                    .param("tracking", trackingNo)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException provesAnother) {
            return false;
        }
    }

    /** One look at what came back; the time is its key within the case. */
    void inspect(CaseRow of, Finding found, Instant now) {
        db.sql(
                        """
                insert into aftersales.inspection
                       (shop_id, case_id, at, inspector, result, finding, proposal_pct, note, photos)
                values (:shop, :case, :now, :inspector, :result, :finding, :pct, :note, :photos)
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("inspector", found.inspector())
                .param("result", found.result())
                .param("finding", found.finding())
                .param("pct", found.proposalPct(), java.sql.Types.INTEGER)
                .param("note", found.note())
                .param("photos", found.photos().toArray(UUID[]::new))
                .update();
        for (var unit : found.units()) {
            db.sql(
                            """
                    insert into aftersales.inspection_item as i (shop_id, case_id, at, line_id, disposition, qty, serial)
                    values (:shop, :case, :now, :line, :disposition, :qty, :serial)
                    on conflict (shop_id, case_id, at, line_id, disposition)
                    do update set qty = i.qty + excluded.qty,
                                  serial = concat_ws(' ', i.serial, excluded.serial)
                    """)
                    .param("shop", of.shop().value())
                    .param("case", of.id())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("line", unit.lineId())
                    .param("disposition", unit.disposition().name())
                    .param("qty", unit.qty())
                    .param("serial", unit.serial())
                    .update();
        }
    }

    /** What is here of a line, and what of it is accepted, counted on. */
    void count(CaseRow of, Unit unit, boolean accepted) {
        db.sql(
                        """
                update aftersales.case_line l
                   set qty_received = l.qty_received + :received, qty_accepted = l.qty_accepted + :accepted,
                       qty_damaged = l.qty_damaged + :damaged, disposition = :disposition
                 where l.shop_id = :shop and l.case_id = :case and l.line_id = :line
                """)
                .param("received", unit.disposition() == Disposition.MISSING ? 0 : unit.qty())
                .param("accepted", accepted ? unit.qty() : 0)
                .param(
                        "damaged",
                        accepted || unit.disposition() == Disposition.MISSING ? 0 : unit.qty())
                .param("disposition", unit.disposition().name())
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("line", unit.lineId())
                .update();
    }

    /** The share of the money that the last inspection proposed. */
    Optional<Integer> proposal(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select i.proposal_pct
                  from aftersales.inspection i
                 where i.shop_id = :shop and i.case_id = :case and i.result = 'MISMATCH'
                 order by i.at desc
                 limit 1
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Integer.class)
                .optional();
    }
}
