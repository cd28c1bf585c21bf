package anxin.aftersales.refund;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OfflinePaymentStore {

    record Payment(
            UUID id,
            long amountMinor,
            byte[] account,
            String requestedBy,
            @Nullable Instant decidedAt) {}

    private final JdbcClient db;

    OfflinePaymentStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Payment> find(ShopId shop, UUID caseId, UUID id) {
        return db.sql(
                        """
                select p.id, p.amount_minor, p.account, p.requested_by, p.decided_at
                  from aftersales.offline_payment p
                 where p.shop_id = :shop and p.case_id = :case and p.id = :id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .param("id", id)
                .query(Rows.of(Payment.class))
                .optional();
    }

    void add(
            CaseRow of,
            UUID id,
            long minor,
            byte[] account,
            String hint,
            String actor,
            Instant now) {
        db.sql(
                        """
                insert into aftersales.offline_payment
                       (shop_id, id, case_id, amount_minor, currency, account, account_hint, requested_by, requested_at)
                values (:shop, :id, :case, :minor, :currency, :account, :hint, :by, :now)
                """)
                .param("shop", of.shop().value())
                .param("id", id)
                .param("case", of.id())
                .param("minor", minor)
                .param("currency", of.currency())
                .param("account", account)
                .param("hint", hint)
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Once; the database refuses whoever asked for it. */
    void decide(
            ShopId shop,
            UUID id,
            String actor,
            @Nullable String voucherNo,
            @Nullable String refusal,
            Instant now) {
        db.sql(
                        """
                update aftersales.offline_payment
                   set decided_by = :by, decided_at = :now, voucher_no = :voucher, refusal = :refusal
                 where shop_id = :shop and id = :id
                """)
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("voucher", voucherNo)
                .param("refusal", refusal)
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }
}
