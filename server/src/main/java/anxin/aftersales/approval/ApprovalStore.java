package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApprovalStore {

    /**
     * One in the list of those that wait.
     *
     * @param signedFen what people signed for on the order's other cases within 30 days, CNY fen
     * @param requestedBy the actor who asked
     */
    record Waiting(
            UUID id,
            UUID caseId,
            String caseNo,
            int caseVersion,
            String shop,
            String orderNo,
            String title,
            String reason,
            String state,
            long amountMinor,
            String currency,
            long signedFen,
            String tierRequired,
            String requestedBy,
            Instant requestedAt,
            @Nullable String note,
            @Nullable Instant deadlineAt) {}

    private final JdbcClient db;

    ApprovalStore(JdbcClient db) {
        this.db = db;
    }

    void open(
            CaseRow of,
            UUID id,
            long minor,
            long signedFen,
            String tier,
            String actor,
            @Nullable String note,
            Instant now) {
        db.sql(
                        """
                insert into aftersales.approval
                       (shop_id, id, case_id, state, amount_minor, signed_fen, tier_required, requested_by, requested_at, note)
                values (:shop, :id, :case, :state, :minor, :signed, :tier, :by, :now, :note)
                """)
                .param("shop", of.shop().value())
                .param("id", id)
                .param("case", of.id())
                .param("state", of.state().name())
                .param("minor", minor)
                .param("signed", signedFen)
                .param("tier", tier)
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }

    Optional<OpenApproval> open(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select a.id, a.amount_minor, a.tier_required, a.requested_by, a.requested_at, a.note
                  from aftersales.approval a
                 where a.shop_id = :shop and a.case_id = :case and a.decided_at is null
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(OpenApproval.class))
                .optional();
    }

    void close(
            ShopId shop,
            UUID id,
            String outcome,
            String actor,
            @Nullable String answer,
            Instant now) {
        db.sql(
                        """
                update aftersales.approval
                   set decided_by = :by, decided_at = :now, outcome = :outcome, answer = :answer
                 where shop_id = :shop and id = :id
                """)
                .param("by", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("answer", answer)
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** What a colleague of {@code tier} may sign and did not ask for, the oldest first. */
    Page<Waiting> waiting(
            Collection<ShopId> shops, String tier, String actor, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                """
                select a.id, a.case_id, c.no as case_no, c.version as case_version, a.shop_id as shop, c.order_no, c.title,
                       c.reason, a.state, a.amount_minor, c.currency, a.signed_fen, a.tier_required, a.requested_by,
                       a.requested_at, a.note, c.deadline_at
                  from aftersales.approval a
                  join aftersales.after_sale_case c on c.shop_id = a.shop_id and c.id = a.case_id
                 where a.shop_id = any(:shops) and a.decided_at is null
                   and a.tier_required <= :tier and a.requested_by <> :actor
                   and (cast(:at as timestamptz) is null or (a.requested_at, a.id) > (:at, cast(:id as uuid)))
                 order by a.requested_at, a.id
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("tier", tier)
                        .param("actor", actor)
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.text(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Waiting.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.requestedAt(), row.id()));
    }

    long count(Collection<ShopId> shops, String tier, String actor) {
        return db.sql(
                        """
                select count(*)
                  from aftersales.approval a
                 where a.shop_id = any(:shops) and a.decided_at is null
                   and a.tier_required <= :tier and a.requested_by <> :actor
                """)
                .param("shops", CaseStore.names(shops))
                .param("tier", tier)
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    /** Writes it down once; another with the same number at its bank is another attempt to tell. */
    boolean openChargeback(
            ShopId shop, UUID id, String orderNo, String reference, String actor, Instant now) {
        return db.sql(
                                """
                insert into aftersales.chargeback (shop_id, id, order_no, reference, opened_by, opened_at)
                values (:shop, :id, :order, :reference, :by, :now)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("order", orderNo)
                        .param("reference", reference)
                        .param("by", actor)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** False when it was closed before. */
    boolean closeChargeback(ShopId shop, UUID id, String actor, Instant now) {
        return db.sql(
                                """
                update aftersales.chargeback set closed_by = :by, closed_at = :now
                 where shop_id = :shop and id = :id and closed_at is null
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("by", actor)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Chargeback> chargeback(ShopId shop, UUID id) {
        return db.sql(
                        """
                select b.id, b.order_no, b.reference, b.opened_at, b.closed_at
                  from aftersales.chargeback b
                 where b.shop_id = :shop and b.id = :id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Chargeback.class))
                .optional();
    }

    record Chargeback(
            UUID id,
            String orderNo,
            String reference,
            Instant openedAt,
            @Nullable Instant closedAt) {}
}
