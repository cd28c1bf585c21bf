package anxin.aftersales.store;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what stores have to do. */
@Component
class StoreTasks {

    enum Kind {
        CONFIRM,
        RECEIVE,
        HAND_OVER
    }

    enum Outcome {
        CONFIRMED,
        DENIED,
        RECEIVED,
        HANDED_OVER,
        LAPSED
    }

    record Task(String kind, String storeId, Instant openedAt) {}

    private final JdbcClient db;

    StoreTasks(JdbcClient db) {
        this.db = db;
    }

    void open(CaseRow of, Kind kind, String store, Instant now) {
        db.sql(
                        """
                insert into aftersales.store_task (shop_id, case_id, opened_at, kind, store_id)
                values (:shop, :case, :now, :kind, :store)
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("store", store)
                .update();
    }

    Optional<Task> open(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select t.kind, t.store_id, t.opened_at
                  from aftersales.store_task t
                 where t.shop_id = :shop and t.case_id = :case and t.done_at is null
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Task.class))
                .optional();
    }

    /** Nothing happens when none is open. */
    void done(CaseRow of, Outcome outcome, String by, Instant now) {
        db.sql(
                        """
                update aftersales.store_task t
                   set done_at = :now, done_by = :by, outcome = :outcome
                 where t.shop_id = :shop and t.case_id = :case and t.done_at is null
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("by", by)
                .param("outcome", outcome.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
