package anxin.aftersales.finance;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists that finance works through, the oldest first. */
@Component
class FinanceQueue {

    /** What the gateway has not told within this time is worth a look. */
    private static final Duration UNSURE_AFTER = Duration.ofMinutes(2);

    /**
     * A refund in finance's hands.
     *
     * @param trouble what its gateway said last
     * @param paymentId the payment by bank that waits for its confirmation
     * @param paymentBy who asked for it
     * @param accountHint where it is to go, masked
     */
    record RefundItem(
            String outRefundNo,
            UUID caseId,
            String caseNo,
            int caseVersion,
            String shop,
            String orderNo,
            String tender,
            String gateway,
            long amountMinor,
            String currency,
            String status,
            @Nullable String trouble,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextQueryAt,
            @Nullable Instant deadlineAt,
            @Nullable UUID paymentId,
            @Nullable String paymentBy,
            @Nullable Long paymentMinor,
            @Nullable String accountHint) {}

    /** Where our books and a gateway's do not agree. */
    record RefundIncident(
            UUID id,
            String shop,
            String kind,
            String gateway,
            String outRefundNo,
            @Nullable UUID caseId,
            @Nullable Long oursMinor,
            @Nullable Long theirsMinor,
            @Nullable String currency,
            String detail,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String note) {}

    record RefundCounts(long failed, long unknown, long incidents) {}

    private final JdbcClient db;
    private final Clock clock;

    FinanceQueue(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private static final String FAILED =
            """
            c.state = 'REFUND_FAILED' and i.status in ('SENT', 'UNKNOWN', 'FAILED_FINAL')
               and not exists (select 1 from aftersales.refund_successor s
                                where s.shop_id = i.shop_id and s.out_refund_no = i.out_refund_no)
            """;

    private static final String UNKNOWN =
            """
            c.state <> 'REFUND_FAILED' and i.status in ('SENT', 'UNKNOWN') and i.created_at < :unsure
            """;

    Page<RefundItem> refunds(
            Collection<ShopId> shops, boolean failed, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                """
                select i.out_refund_no, i.case_id, c.no as case_no, c.version as case_version, i.shop_id as shop, i.order_no,
                       i.tender, i.gateway, i.amount_minor, i.currency, i.status, i.trouble, i.attempts, i.created_at,
                       i.next_query_at, c.deadline_at, p.id as payment_id, p.requested_by as payment_by,
                       p.amount_minor as payment_minor, p.account_hint
                  from aftersales.refund_intent i
                  join aftersales.after_sale_case c on c.shop_id = i.shop_id and c.id = i.case_id
                  left join aftersales.offline_payment p
                    on p.shop_id = c.shop_id and p.case_id = c.id and p.decided_at is null
                 where i.shop_id = any(:shops) and i.status in ('SENT', 'UNKNOWN', 'FAILED_FINAL')
                   and (cast(:at as timestamptz) is null or (i.created_at, i.out_refund_no) > (:at, :no))
                   and
                """
                                        + (failed ? FAILED : UNKNOWN)
                                        + """
                 order by i.created_at, i.out_refund_no
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("no", cursor == null ? null : cursor.text(1))
                        .param("unsure", unsure())
                        .param("limit", size + 1)
                        .query(Rows.of(RefundItem.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.createdAt(), row.outRefundNo()));
    }

    Page<RefundIncident> incidents(
            Collection<ShopId> shops, boolean closed, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                """
                select n.id, n.shop_id as shop, n.kind, n.gateway, n.out_refund_no, n.case_id, n.ours_minor, n.theirs_minor,
                       n.currency, n.detail, n.opened_at, n.closed_at, n.note
                  from aftersales.refund_incident n
                 where n.shop_id = any(:shops) and (n.closed_at is not null) = :closed
                   and (cast(:at as timestamptz) is null or (n.opened_at, n.id) > (:at, cast(:id as uuid)))
                 order by n.opened_at, n.id
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("closed", closed)
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                        .param("limit", size + 1)
                        .query(Rows.of(RefundIncident.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.openedAt(), row.id()));
    }

    RefundCounts counts(Collection<ShopId> shops) {
        return new RefundCounts(
                count(shops, FAILED),
                count(shops, UNKNOWN),
                db.sql(
                                "select count(*) from aftersales.refund_incident n where n.shop_id = any(:shops) and n.closed_at is null")
                        .param("shops", CaseStore.names(shops))
                        .query(Long.class)
                        .single());
    }

    private long count(Collection<ShopId> shops, String which) {
        return db.sql(
                        """
                select count(*)
                  from aftersales.refund_intent i
                  join aftersales.after_sale_case c on c.shop_id = i.shop_id and c.id = i.case_id
                 where i.shop_id = any(:shops) and i.status in ('SENT', 'UNKNOWN', 'FAILED_FINAL') and
                """
                                + which)
                .param("shops", CaseStore.names(shops))
                .param("unsure", unsure())
                .query(Long.class)
                .single();
    }

    private java.time.OffsetDateTime unsure() {
        return clock.instant().minus(UNSURE_AFTER).atOffset(ZoneOffset.UTC);
    }
}
