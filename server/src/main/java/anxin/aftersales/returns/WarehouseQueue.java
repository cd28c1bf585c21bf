package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Flag;
import anxin.aftersales.replacement.Replacements;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists that the warehouse works through, what is due first on top. */
@Component
class WarehouseQueue {

    /** What there is to do, and the state that asks for it. */
    enum Work {
        INSPECT(CaseState.INSPECTING),
        SHIP(CaseState.REPLACEMENT_PREPARING),
        REPAIR(CaseState.REPAIRING),
        EXPECT(CaseState.RETURN_IN_TRANSIT);

        private final CaseState state;

        Work(CaseState state) {
            this.state = state;
        }
    }

    record WarehouseLine(
            String lineId,
            String sku,
            String title,
            int qtyAsked,
            int qtyAccepted,
            @Nullable String disposition) {}

    /**
     * One case in the warehouse's hands.
     *
     * @param strict the customer's account asks for a strict look
     * @param trackingNo of the parcel that came or comes back
     * @param replacement what is to be sent instead
     */
    record WarehouseTask(
            UUID caseId,
            String caseNo,
            int version,
            String shop,
            String orderNo,
            String state,
            String type,
            String typeText,
            String title,
            @Nullable Instant deadlineAt,
            int escalations,
            boolean strict,
            long approvedMinor,
            String currency,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable String storeId,
            List<WarehouseLine> lines,
            Replacements.@Nullable ReplacementView replacement) {}

    record WarehouseCounts(long inspect, long ship, long repair, long expect, long overdue) {}

    private record Shipment(
            UUID caseId,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable String storeId) {}

    private record Count(String state, long n, long late) {}

    private final JdbcClient db;
    private final CaseStore cases;
    private final Replacements replacements;
    private final Clock clock;

    WarehouseQueue(JdbcClient db, CaseStore cases, Replacements replacements, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.replacements = replacements;
        this.clock = clock;
    }

    Page<WarehouseTask> page(
            Collection<ShopId> shops,
            Work work,
            @Nullable String scanned,
            @Nullable String after,
            int size,
            Locale language) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                "select "
                                        + CaseRow.COLUMNS
                                        + """
                  from aftersales.after_sale_case c
                 where c.shop_id = any(:shops) and c.state = :state and c.final_at is null
                   and (cast(:at as timestamptz) is null or (c.deadline_at, c.id) > (:at, cast(:id as uuid)))
                   and (cast(:scanned as text) is null or c.no = :scanned or c.order_no = :scanned
                        or exists (select 1 from aftersales.return_shipment r
                                    where r.shop_id = c.shop_id and r.case_id = c.id and r.tracking_no = :scanned))
                 order by c.deadline_at, c.id
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("state", work.state.name())
                        .param("scanned", blankToNull(scanned))
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                        .param("limit", size + 1)
                        .query(CaseRow::of)
                        .list();
        return Page.of(
                        rows,
                        size,
                        row ->
                                Cursor.at(
                                        Objects.requireNonNullElse(
                                                row.deadlineAt(), row.changedAt()),
                                        row.id()))
                .map(row -> task(row, language));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private WarehouseTask task(CaseRow row, Locale language) {
        var shipment = shipment(row);
        return new WarehouseTask(
                row.id(),
                row.no(),
                row.version(),
                row.shop().value(),
                row.orderNo().value(),
                row.state().name(),
                row.type(),
                CaseType.valueOf(row.type()).text().in(language),
                row.title(),
                row.deadlineAt(),
                row.escalations(),
                row.flags().contains(Flag.STRICT_INSPECTION.name()),
                row.approvedMinor(),
                row.currency(),
                shipment == null ? null : shipment.carrier(),
                shipment == null ? null : shipment.trackingNo(),
                shipment == null ? null : shipment.storeId(),
                cases.lines(row.shop(), row.id()).stream()
                        .map(
                                line ->
                                        new WarehouseLine(
                                                line.lineId(),
                                                line.sku(),
                                                line.title(),
                                                line.qtyAsked(),
                                                line.qtyAccepted(),
                                                line.disposition()))
                        .toList(),
                replacements.of(row).orElse(null));
    }

    private @Nullable Shipment shipment(CaseRow row) {
        return db.sql(
                        """
                select r.case_id, r.carrier, r.tracking_no, r.store_id
                  from aftersales.return_shipment r
                 where r.shop_id = :shop and r.case_id = :case
                """)
                .param("shop", row.shop().value())
                .param("case", row.id())
                .query(Rows.of(Shipment.class))
                .optional()
                .orElse(null);
    }

    WarehouseCounts counts(Collection<ShopId> shops) {
        Map<Work, Long> n = new EnumMap<>(Work.class);
        long late = 0;
        for (var count : counted(shops)) {
            for (var work : Work.values()) {
                if (work.state.name().equals(count.state())) {
                    n.put(work, count.n());
                    late += work == Work.EXPECT ? 0 : count.late();
                }
            }
        }
        return new WarehouseCounts(
                n.getOrDefault(Work.INSPECT, 0L),
                n.getOrDefault(Work.SHIP, 0L),
                n.getOrDefault(Work.REPAIR, 0L),
                n.getOrDefault(Work.EXPECT, 0L),
                late);
    }

    private List<Count> counted(Collection<ShopId> shops) {
        return db.sql(
                        """
                select c.state, count(*) as n, count(*) filter (where c.deadline_at < :now or c.escalations > 0) as late
                  from aftersales.after_sale_case c
                 where c.shop_id = any(:shops) and c.final_at is null
                   and c.state in ('INSPECTING', 'REPLACEMENT_PREPARING', 'REPAIRING', 'RETURN_IN_TRANSIT')
                 group by c.state
                """)
                .param("shops", CaseStore.names(shops))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(Count.class))
                .list();
    }
}
