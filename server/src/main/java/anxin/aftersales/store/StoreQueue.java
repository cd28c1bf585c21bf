package anxin.aftersales.store;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.replacement.Replacements;
import anxin.commerce.Contact;
import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a store has to do, what is due first on top. */
@Component
class StoreQueue {

    record StoreLine(String sku, String title, int qty) {}

    /**
     * One customer of the store.
     *
     * @param kind CONFIRM what is asked for, RECEIVE what comes back, HAND_OVER the new one for it
     * @param lines what comes back
     * @param replacement what goes out for it
     */
    record StoreTaskView(
            UUID caseId,
            String caseNo,
            int version,
            String shop,
            String storeId,
            String kind,
            String type,
            String typeText,
            @Nullable String customerName,
            String title,
            @Nullable Instant dueAt,
            int escalations,
            List<StoreLine> lines,
            Replacements.@Nullable ReplacementView replacement) {}

    /** A store with something to do. */
    record StoreCount(String shop, String storeId, long open) {}

    private record Task(CaseRow row, String kind, String storeId) {
        static Task of(ResultSet row, int number) throws SQLException {
            return new Task(
                    CaseRow.of(row, number), row.getString("kind"), row.getString("store_id"));
        }
    }

    private static final String TASKS =
            "select t.kind, t.store_id, "
                    + CaseRow.COLUMNS
                    + """
                    from aftersales.store_task t
                    join aftersales.after_sale_case c on c.shop_id = t.shop_id and c.id = t.case_id
                    """;

    private static final String MINE =
            " and (cast(:mine as text[]) is null or t.shop_id || '/' || t.store_id = any(:mine))\n";

    private final JdbcClient db;
    private final CaseStore cases;
    private final Replacements replacements;

    StoreQueue(JdbcClient db, CaseStore cases, Replacements replacements) {
        this.db = db;
        this.cases = cases;
        this.replacements = replacements;
    }

    Page<StoreTaskView> page(
            Collection<ShopId> shops,
            Caller.Permitted caller,
            @Nullable String store,
            @Nullable String after,
            int size,
            Locale language) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                TASKS
                                        + """
                  where t.shop_id = any(:shops) and t.done_at is null
                    and (cast(:store as text) is null or t.store_id = :store)
                """
                                        + MINE
                                        + """
                    and (cast(:at as timestamptz) is null or (c.deadline_at, c.id) > (:at, cast(:id as uuid)))
                  order by c.deadline_at, c.id
                  limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("store", store)
                        .param("mine", mine(caller))
                        .param(
                                "at",
                                cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                        .param("limit", size + 1)
                        .query(Task::of)
                        .list();
        return Page.of(
                        rows,
                        size,
                        task ->
                                Cursor.at(
                                        Objects.requireNonNullElse(
                                                task.row().deadlineAt(), task.row().changedAt()),
                                        task.row().id()))
                .map(task -> view(task, language));
    }

    @Nullable StoreTaskView of(ShopId shop, UUID caseId, Locale language) {
        return db.sql(
                        TASKS
                                + " where t.shop_id = :shop and t.case_id = :case and t.done_at is null")
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Task::of)
                .optional()
                .map(task -> view(task, language))
                .orElse(null);
    }

    /** The stores of these shops, those with most to do first. */
    List<StoreCount> stores(Collection<ShopId> shops, Caller.Permitted caller) {
        return db.sql(
                        """
                select t.shop_id as shop, t.store_id, count(*) as open
                  from aftersales.store_task t
                 where t.shop_id = any(:shops) and t.done_at is null
                """
                                + MINE
                                + """
                 group by t.shop_id, t.store_id
                 order by count(*) desc, t.shop_id, t.store_id
                """)
                .param("shops", CaseStore.names(shops))
                .param("mine", mine(caller))
                .query(Rows.of(StoreCount.class))
                .list();
    }

    /** Null for one who works in every store of the shops. */
    private static String @Nullable [] mine(Caller.Permitted caller) {
        return caller instanceof Caller.Staff staff && !staff.stores().isEmpty()
                ? staff.stores().stream()
                        .map(place -> place.shop() + "/" + place.store())
                        .toArray(String[]::new)
                : null;
    }

    private StoreTaskView view(Task task, Locale language) {
        var row = task.row();
        return new StoreTaskView(
                row.id(),
                row.no(),
                row.version(),
                row.shop().value(),
                task.storeId(),
                task.kind(),
                row.type(),
                CaseType.valueOf(row.type()).text().in(language),
                new Contact(row.customerName(), null, null).maskedName(),
                row.title(),
                row.deadlineAt(),
                row.escalations(),
                cases.lines(row.shop(), row.id()).stream()
                        .map(line -> new StoreLine(line.sku(), line.title(), line.qtyAsked()))
                        .toList(),
                replacements.of(row).orElse(null));
    }
}
