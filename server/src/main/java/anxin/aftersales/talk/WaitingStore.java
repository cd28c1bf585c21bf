package anxin.aftersales.talk;

import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.ReplyClock;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WaitingStore {

    /** A customer who waits, with the case it is about. */
    record Row(
            UUID caseId,
            String caseNo,
            String shop,
            String title,
            @Nullable String customerName,
            String state,
            @Nullable UUID agent,
            ReplyClock.Kind kind,
            Instant since,
            Instant dueAt,
            @Nullable Instant lateAt,
            @Nullable String words) {}

    record Counts(long waiting, long wantPerson, long late) {}

    /** What was said on the phone. */
    record Call(UUID id, String note, String by, Instant at) {}

    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");

    private final JdbcClient db;
    private final Clock clock;

    WaitingStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Who waits longest comes first. */
    Page<Row> page(
            Collection<ShopId> shops,
            ReplyClock.@Nullable Kind kind,
            @Nullable String after,
            int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                """
                select w.case_id, c.no as case_no, w.shop_id as shop, c.title, c.customer_name, c.state, c.agent, w.kind,
                       w.since, w.due_at, w.late_at,
                       coalesce((select m.body from aftersales.message m
                                  where m.shop_id = w.shop_id and m.case_id = w.case_id and m.of = 'CUSTOMER'
                                  order by m.at desc, m.id desc limit 1), c.reason_text) as words
                  from aftersales.waiting_customer w
                  join aftersales.after_sale_case c on c.shop_id = w.shop_id and c.id = w.case_id
                 where w.shop_id = any(:shops) and (cast(:kind as text) is null or w.kind = :kind)
                   and (w.due_at, w.case_id) > (:at, :id)
                 order by w.due_at, w.case_id
                 limit :limit
                """)
                        .param("shops", CaseStore.names(shops))
                        .param("kind", kind == null ? null : kind.name())
                        .param(
                                "at",
                                (cursor == null ? START : cursor.instant(0))
                                        .atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? new UUID(0, 0) : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Row.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.dueAt(), row.caseId()));
    }

    Counts counts(Collection<ShopId> shops) {
        return db.sql(
                        """
                select count(*) as waiting, count(*) filter (where w.kind = 'PERSON') as want_person,
                       count(*) filter (where w.due_at < :now) as late
                  from aftersales.waiting_customer w
                 where w.shop_id = any(:shops)
                """)
                .param("shops", CaseStore.names(shops))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(Counts.class))
                .single();
    }

    /** False when it is there already. */
    boolean addCall(ShopId shop, UUID caseId, Call call) {
        return db.sql(
                                """
                insert into aftersales.customer_call (shop_id, case_id, id, note, by, at)
                values (:shop, :case, :id, :note, :by, :at)
                on conflict (shop_id, case_id, id) do nothing
                """)
                        .param("shop", shop.value())
                        .param("case", caseId)
                        .param("id", call.id())
                        .param("note", call.note())
                        .param("by", call.by())
                        .param("at", call.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Call> calls(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select k.id, k.note, k.by, k.at from aftersales.customer_call k
                 where k.shop_id = :shop and k.case_id = :case
                 order by k.at, k.id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Call.class))
                .list();
    }
}
