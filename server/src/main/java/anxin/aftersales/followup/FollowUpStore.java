package anxin.aftersales.followup;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FollowUpStore {

    /** The question about one ended case, and what was answered. */
    record Row(
            String shopId,
            UUID caseId,
            @Nullable String agent,
            @Nullable Instant askedAt,
            @Nullable Boolean solved,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable Instant answeredAt,
            @Nullable UUID linkedCase) {}

    /** With the case it is about, for a list. */
    record Listed(
            UUID caseId,
            String no,
            String shopId,
            String title,
            @Nullable String customerName,
            @Nullable String agent,
            @Nullable Boolean solved,
            @Nullable Integer score,
            @Nullable String comment,
            Instant answeredAt,
            @Nullable UUID linkedCase) {}

    private static final String COLUMNS =
            """
            select f.shop_id, f.case_id, f.agent, f.asked_at, f.solved, f.score, f.comment, f.answered_at, f.linked_case
              from aftersales.follow_up f
             where f.shop_id = :shop and f.case_id = :id
            """;

    private static final String LISTED =
            """
            select f.case_id, c.no, f.shop_id, c.title, c.customer_name, f.agent, f.solved, f.score, f.comment,
                   f.answered_at, f.linked_case
              from aftersales.follow_up f
              join aftersales.after_sale_case c on c.shop_id = f.shop_id and c.id = f.case_id
             where f.shop_id = any(:shops)
               and (cast(:at as timestamptz) is null or (f.answered_at, f.case_id) < (:at, cast(:id as uuid)))
            """;

    private static final String NEWEST =
            " order by f.answered_at desc, f.case_id desc limit :limit";

    private final JdbcClient db;

    FollowUpStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Row> find(ShopId shop, UUID id) {
        return one(shop, id, COLUMNS);
    }

    /** Made when it is not there yet, and kept from every other hand. */
    Row lock(ShopId shop, UUID id, @Nullable String agent) {
        db.sql(
                        """
                insert into aftersales.follow_up (shop_id, case_id, agent) values (:shop, :id, :agent)
                on conflict (shop_id, case_id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("agent", agent)
                .update();
        return one(shop, id, COLUMNS + " for update").orElseThrow();
    }

    private Optional<Row> one(ShopId shop, UUID id, String sql) {
        return db.sql(sql)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    void asked(ShopId shop, UUID id, Instant at) {
        db.sql(
                        "update aftersales.follow_up set asked_at = :at where shop_id = :shop and case_id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answered(Row row, Instant at) {
        db.sql(
                        """
                update aftersales.follow_up
                   set solved = :solved, score = :score, comment = :comment, answered_at = :at
                 where shop_id = :shop and case_id = :id
                """)
                .param("shop", row.shopId())
                .param("id", row.caseId())
                .param("solved", row.solved(), java.sql.Types.BOOLEAN)
                .param("score", row.score(), java.sql.Types.SMALLINT)
                .param("comment", row.comment())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void link(ShopId shop, UUID id, UUID linked) {
        db.sql(
                        """
                update aftersales.follow_up set linked_case = coalesce(linked_case, :linked)
                 where shop_id = :shop and case_id = :id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("linked", linked)
                .update();
    }

    /** The ended case that this one goes on with. */
    Optional<UUID> reopenOf(ShopId shop, UUID id) {
        return db.sql(
                        """
                select c.reopen_of from aftersales.after_sale_case c
                 where c.shop_id = :shop and c.id = :id and c.reopen_of is not null
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    List<Listed> praise(Collection<ShopId> shops, String agent, @Nullable Cursor after, int limit) {
        return db.sql(LISTED + " and f.agent = :agent and f.score >= 4 and f.solved" + NEWEST)
                .param("shops", CaseStore.names(shops))
                .param("agent", agent)
                .param(
                        "at",
                        after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.uuid(1), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(Rows.of(Listed.class))
                .list();
    }

    List<Listed> low(Collection<ShopId> shops, @Nullable Cursor after, int limit) {
        return db.sql(LISTED + " and (f.score <= 2 or not f.solved)" + NEWEST)
                .param("shops", CaseStore.names(shops))
                .param(
                        "at",
                        after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.uuid(1), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(Rows.of(Listed.class))
                .list();
    }
}
