package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.review.CaseOrder.Place;
import anxin.aftersales.review.QueueQuery.Filter;
import anxin.kernel.page.Page;
import anxin.kernel.words.Stretches;
import anxin.kernel.words.Stretches.Stretch;
import anxin.kernel.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The queue's pages of cases that have the words. Words that many cases have are found among the
 * next few of the list; rare ones by the index of words. Either costs the same however many cases
 * there are.
 */
@Component
class CaseSearch {

    /** How many rows of the list are looked at before the words themselves are asked. */
    private static final int REACH = 400;

    /** What is submitted now may carry the day that has just begun elsewhere. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** At most {@code limit} behind {@code from}. */
    private record Sought(List<String> words, Place from, int limit) {}

    private final JdbcClient db;
    private final Clock clock;

    CaseSearch(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Page<CaseRow> page(
            CaseOrder order, Filter filter, String text, @Nullable String after, int size) {
        var sought = new Sought(words(text), order.from(after), size + 1);
        var rows = near(order, filter, sought);
        if (rows.size() <= size && !isShort(filter)) {
            rows =
                    switch (order) {
                        case DEADLINE -> open(filter, sought);
                        case NEWEST -> newest(filter, sought);
                    };
        }
        return order.page(rows, size);
    }

    /** A text without a word is none that a case could have. */
    private static List<String> words(String text) {
        var words = Words.of(text);
        return words.isEmpty() ? List.of("") : List.copyOf(words);
    }

    /** Whether {@code near} has looked at all there is. */
    private boolean isShort(Filter filter) {
        return db.sql(
                        """
                select coalesce(sum(k.n), 0) <= :reach
                  from aftersales.case_count k
                 where k.shop_id = any(:shops) and k.state = any(:states)
                """)
                .params(QueueQuery.params(filter))
                .param("reach", reach(filter))
                .query(Boolean.class)
                .single();
    }

    private static int reach(Filter filter) {
        return Math.max(50, REACH / Math.max(1, filter.shops().size() * filter.states().size()));
    }

    /**
     * Among the next rows of each state. What lies behind the first state's last looked at row is
     * left out, for another state's unseen rows could come before it.
     */
    private List<CaseRow> near(CaseOrder order, Filter filter, Sought sought) {
        return rows(
                order.of(
                        """
                with walked as materialized (
                     select n.*
                       from unnest(:shops) as s (shop_id)
                      cross join unnest(:states) as st (state)
                      cross join lateral (
                            select q.shop_id, q.state, q.id, q.{key}
                              from aftersales.after_sale_case q
                             where q.shop_id = s.shop_id and q.state = st.state{only}
                               and (q.{key}, q.id) {before} (:at, :id)
                """
                                + QueueQuery.narrowed(filter)
                                + """
                             order by q.{key}{direction}, q.id{direction}
                             limit :reach) n),
                    horizon as (
                     select {first}(e.at) as at
                       from (select {last}(w.{key}) as at
                               from walked w
                              group by w.shop_id, w.state
                             having count(*) = :reach) e)
                select
                """
                                + CaseRow.COLUMNS
                                + """
                  from (select w.shop_id, w.id
                          from walked w
                         where coalesce((select h.at {before} w.{key} from horizon h), true)
                           and (select k.words @> cast(:words as text[])
                                  from aftersales.case_words k
                                 where k.shop_id = w.shop_id and k.case_id = w.id)
                         order by w.{key}{direction}, w.id{direction}
                         limit :limit) f
                  join aftersales.after_sale_case c on c.shop_id = f.shop_id and c.id = f.id
                 order by c.{key}{direction}, c.id{direction}
                 limit :limit
                """),
                filter,
                sought);
    }

    private List<CaseRow> open(Filter filter, Sought sought) {
        return rows(
                found(CaseOrder.DEADLINE, filter, "w.is_open") + " order by c.deadline_at, c.id",
                filter,
                sought);
    }

    private List<CaseRow> newest(Filter filter, Sought sought) {
        var soon = clock.instant().plus(AHEAD);
        var from = sought.from().at();
        return Stretches.walk(
                filter.shops(),
                from.isBefore(soon) ? from : soon,
                sought.limit(),
                (stretch, most) ->
                        submitted(
                                filter, new Sought(sought.words(), sought.from(), most), stretch));
    }

    private List<CaseRow> submitted(Filter filter, Sought sought, Stretch in) {
        var on =
                " and q.submitted_at >= :start and q.submitted_at < :end"
                        + (in.days().isEmpty() ? "" : " and w.words && cast(:days as text[])");
        return statement(
                        "select * from (("
                                + found(CaseOrder.NEWEST, filter, "w.is_open" + on)
                                + ") union all ("
                                + found(CaseOrder.NEWEST, filter, "not w.is_open" + on)
                                + ")) c order by c.submitted_at desc, c.id desc limit :limit",
                        filter,
                        sought)
                .param("start", in.start())
                .param("end", in.end())
                .param("days", in.days().toArray(String[]::new))
                .query(CaseRow::of)
                .list();
    }

    private static String found(CaseOrder order, Filter filter, String which) {
        return "select "
                + CaseRow.COLUMNS
                + order.of(
                        """
                  from (
                    select q.*
                      from aftersales.case_words w
                      join aftersales.after_sale_case q on q.shop_id = w.shop_id and q.id = w.case_id
                     where w.words @> cast(:words as text[]) and w.shop_id = any(:shops)
                       and q.state = any(:states){only} and (q.{key}, q.id) {before} (:at, :id)
                       and {which}{narrowed}
                     order by q.{key}{direction}, q.id{direction}
                     limit :limit) c
                """
                                .replace("{which}", which)
                                .replace("{narrowed}", QueueQuery.narrowed(filter)));
    }

    private List<CaseRow> rows(String sql, Filter filter, Sought sought) {
        return statement(sql, filter, sought).query(CaseRow::of).list();
    }

    private StatementSpec statement(String sql, Filter filter, Sought sought) {
        return db.sql(sql)
                .params(QueueQuery.params(filter))
                .param("words", sought.words().toArray(String[]::new))
                .param("reach", reach(filter))
                .param("at", sought.from().time())
                .param("id", sought.from().id())
                .param("limit", sought.limit());
    }
}
