package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.identity.Caller.Staff;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks at which case, whose it is, and what one has put aside as a view. */
@Component
class CaseDesk {

    private static final Duration LOOKING = Duration.ofSeconds(45);

    record Viewer(UUID id, String name) {}

    record SavedView(UUID id, String name, String query) {}

    private final JdbcClient db;
    private final FactLog facts;
    private final Clock clock;

    CaseDesk(JdbcClient db, FactLog facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** Writes down that somebody looks, and tells the others when it is news. */
    @Transactional
    public void look(Staff staff, CaseRow row) {
        var now = clock.instant();
        var news =
                db.sql(
                                """
                insert into aftersales.case_viewer as v (shop_id, case_id, staff_id, name, seen_at)
                values (:shop, :case, :staff, :name, :now)
                on conflict (shop_id, case_id, staff_id) do update set seen_at = :now, name = :name
                returning (select old.seen_at is null or old.seen_at < :stale
                             from (select 1) one
                             left join aftersales.case_viewer old
                               on old.shop_id = :shop and old.case_id = :case and old.staff_id = :staff)
                """)
                        .param("shop", row.shop().value())
                        .param("case", row.id())
                        .param("staff", staff.id())
                        .param("name", staff.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("stale", now.minus(LOOKING).atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
        if (news) {
            facts.append(
                    new NewFact(
                            row.shop(),
                            "aftersales.case-viewed",
                            row.subject(),
                            staff.actor(),
                            row.customerId(),
                            Audience.STAFF,
                            new Viewer(staff.id(), staff.name())));
        }
    }

    @Transactional
    public void leave(Staff staff, CaseRow row) {
        var gone =
                db.sql(
                                "delete from aftersales.case_viewer v where v.shop_id = :shop and v.case_id = :case and v.staff_id = :staff")
                        .param("shop", row.shop().value())
                        .param("case", row.id())
                        .param("staff", staff.id())
                        .update();
        if (gone > 0) {
            facts.append(
                    new NewFact(
                            row.shop(),
                            "aftersales.case-left",
                            row.subject(),
                            staff.actor(),
                            row.customerId(),
                            Audience.STAFF,
                            new Viewer(staff.id(), staff.name())));
        }
    }

    List<Viewer> viewers(CaseRow row) {
        return db.sql(
                        """
                select v.staff_id as id, v.name
                  from aftersales.case_viewer v
                 where v.shop_id = :shop and v.case_id = :case and v.seen_at >= :since
                 order by v.name
                """)
                .param("shop", row.shop().value())
                .param("case", row.id())
                .param("since", clock.instant().minus(LOOKING).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Viewer.class))
                .list();
    }

    /**
     * Whose case it is changes nothing about it, so it needs no version; null gives it back to
     * everybody.
     */
    @Transactional
    public void assign(Staff by, CaseRow row, @Nullable UUID to) {
        db.sql(
                        "update aftersales.after_sale_case c set agent = :to where c.shop_id = :shop and c.id = :id")
                .param("to", to, java.sql.Types.OTHER)
                .param("shop", row.shop().value())
                .param("id", row.id())
                .update();
        facts.append(
                new NewFact(
                        row.shop(),
                        "aftersales.case-assigned",
                        row.subject(),
                        by.actor(),
                        row.customerId(),
                        Audience.STAFF,
                        new Assigned(to)));
    }

    record Assigned(@Nullable UUID to) {}

    List<SavedView> views(Staff staff) {
        return db.sql(
                        "select v.id, v.name, v.query from aftersales.saved_view v where v.staff_id = :staff order by v.name")
                .param("staff", staff.id())
                .query(Rows.of(SavedView.class))
                .list();
    }

    void saveView(Staff staff, SavedView view) {
        var saved =
                db.sql(
                                """
                insert into aftersales.saved_view as v (id, staff_id, name, query, at)
                values (:id, :staff, :name, :query, :at)
                on conflict (id) do update set name = excluded.name, query = excluded.query where v.staff_id = :staff
                """)
                        .param("id", view.id())
                        .param("staff", staff.id())
                        .param("name", view.name())
                        .param("query", view.query())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (saved == 0) {
            throw Problem.missing("view");
        }
    }

    void dropView(Staff staff, UUID id) {
        db.sql("delete from aftersales.saved_view v where v.id = :id and v.staff_id = :staff")
                .param("id", id)
                .param("staff", staff.id())
                .update();
    }
}
