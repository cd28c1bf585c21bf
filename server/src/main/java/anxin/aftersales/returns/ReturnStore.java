package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        return db.sql(
                                """
                insert into aftersales.return_shipment (shop_id, case_id, carrier, tracking_no, sent_at)
                values (:shop, :case, :carrier, :tracking, :now)
                on conflict do nothing
                """)
                        .param("shop", of.shop().value())
                        .param("case", of.id())
                        .param("carrier", carrier)
                        .param("tracking", trackingNo)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void receive(CaseRow of, Instant now) {
        db.sql(
                        "update aftersales.return_shipment r set received_at = :now where r.shop_id = :shop and r.case_id = :case")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", of.shop().value())
                .param("case", of.id())
                .update();
    }

    void inspect(
            CaseRow of,
            String inspector,
            String result,
            @Nullable String finding,
            @Nullable Integer proposalPct,
            @Nullable String note,
            Instant now) {
        db.sql(
                        """
                insert into aftersales.inspection (shop_id, case_id, at, inspector, result, finding, proposal_pct, note)
                values (:shop, :case, :now, :inspector, :result, :finding, :pct, :note)
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("inspector", inspector)
                .param("result", result)
                .param("finding", finding)
                .param("pct", proposalPct, java.sql.Types.INTEGER)
                .param("note", note)
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
