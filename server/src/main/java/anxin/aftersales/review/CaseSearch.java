package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.review.QueueQuery.Filter;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.words.Stretches;
import anxin.kernel.words.Stretches.Stretch;
import anxin.kernel.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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

    /** The two orders of the list; {@code from} is where the first page begins. */
    private enum Order {
        DEADLINE("q.deadline_at", ">", "", " and q.final_at is null"),
        NEWEST("q.submitted_at", "<", " desc", "");

        private final String key;
        private final String before;
        private final String direction;
        private final String only;

        Order(String key, String before, String direction, String only) {
            this.key = key;
            this.before = before;
            this.direction = direction;
            this.only = only;
        }

        String of(String sql) {
            return sql.replace("{key}", key)
                    .replace("{outer}", key.replace("q.", "w."))
                    .replace("{shown}", key.replace("q.", "c."))
                    .replace("{before}", before)
                    .replace("{last}", this == DEADLINE ? "max" : "min")
                    .replace("{first}", this == DEADLINE ? "min" : "max")
                    .replace("{direction}", direction)
                    .replace("{only}", only);
        }
    }

    private record Place(Instant at, UUID id) {}

    /** At most {@code limit} behind {@code from}. */
    private record Sought(List<String> words, Place from, int limit) {}

    private final JdbcClient db;
    private final Clock clock;

    CaseSearch(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The most urgent first, open ones alone. */
    Page<CaseRow> byDeadline(Filter filter, String text, @Nullable String after, int size) {
        var words = words(text);
        var cursor = Cursor.decode(after, 2);
        var from =
                cursor == null
                        ? new Place(QueueQuery.START, new UUID(0, 0))
                        : new Place(cursor.instant(0), cursor.uuid(1));
        var rows = near(Order.DEADLINE, filter, words, from, size + 1);
        if (rows.size() <= size && !isShort(filter)) {
            rows = open(filter, words, from, size + 1);
        }
        return Page.of(rows, size, row -> Cursor.at(String.valueOf(row.deadlineAt()), row.id()));
    }

    /** The newest first, ended ones too. */
    Page<CaseRow> byNewest(Filter filter, String text, @Nullable String after, int size) {
        var words = words(text);
        var cursor = Cursor.decode(after, 2);
        var from =
                cursor == null
                        ? new Place(QueueQuery.END, new UUID(-1, -1))
                        : new Place(cursor.instant(0), cursor.uuid(1));
        var rows = near(Order.NEWEST, filter, words, from, size + 1);
        if (rows.size() <= size && !isShort(filter)) {
            rows = newest(filter, words, from, size + 1);
        }
        return Page.of(rows, size, row -> Cursor.at(row.submittedAt(), row.id()));
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
    private List<CaseRow> near(
            Order order, Filter filter, List<String> words, Place from, int limit) {
        return rows(
                order.of(
                        """
                with walked as materialized (
                     select n.*
                       from unnest(:shops) as s (shop_id)
                      cross join unnest(:states) as st (state)
                      cross join lateral (
                            select q.shop_id, q.state, q.id, {key}
                              from aftersales.after_sale_case q
                             where q.shop_id = s.shop_id and q.state = st.state{only}
                               and ({key}, q.id) {before} (:at, :id)
                """
                                + QueueQuery.narrowed(filter)
                                + """
                             order by {key}{direction}, q.id{direction}
                             limit :reach) n),
                    horizon as (
                     select {first}(e.at) as at
                       from (select {last}({outer}) as at
                               from walked w
                              group by w.shop_id, w.state
                             having count(*) = :reach) e)
                select
                """
                                + CaseRow.COLUMNS
                                + """
                  from (select w.shop_id, w.id
                          from walked w
                         where coalesce((select h.at {before} {outer} from horizon h), true)
                           and (select k.words @> cast(:words as text[])
                                  from aftersales.case_words k
                                 where k.shop_id = w.shop_id and k.case_id = w.id)
                         order by {outer}{direction}, w.id{direction}
                         limit :limit) f
                  join aftersales.after_sale_case c on c.shop_id = f.shop_id and c.id = f.id
                 order by {shown}{direction}, c.id{direction}
                 limit :limit
                """),
                filter,
                new Sought(words, from, limit));
    }

    private List<CaseRow> open(Filter filter, List<String> words, Place from, int limit) {
        return rows(
                found(Order.DEADLINE, filter, "w.is_open") + " order by c.deadline_at, c.id",
                filter,
                new Sought(words, from, limit));
    }

    private List<CaseRow> newest(Filter filter, List<String> words, Place from, int limit) {
        var soon = clock.instant().plus(AHEAD);
        return Stretches.walk(
                filter.shops(),
                from.at().isBefore(soon) ? from.at() : soon,
                limit,
                (stretch, most) -> submitted(filter, new Sought(words, from, most), stretch));
    }

    private List<CaseRow> submitted(Filter filter, Sought sought, Stretch in) {
        var on =
                " and q.submitted_at >= :start and q.submitted_at < :end"
                        + (in.days().isEmpty() ? "" : " and w.words && cast(:days as text[])");
        return statement(
                        "select * from (("
                                + found(Order.NEWEST, filter, "w.is_open" + on)
                                + ") union all ("
                                + found(Order.NEWEST, filter, "not w.is_open" + on)
                                + ")) c order by c.submitted_at desc, c.id desc limit :limit",
                        filter,
                        sought)
                .param("start", in.start())
                .param("end", in.end())
                .param("days", in.days().toArray(String[]::new))
                .query(CaseRow::of)
                .list();
    }

    private static String found(Order order, Filter filter, String which) {
        return "select "
                + CaseRow.COLUMNS
                + order.of(
                        """
                  from (
                    select q.*
                      from aftersales.case_words w
                      join aftersales.after_sale_case q on q.shop_id = w.shop_id and q.id = w.case_id
                     where w.words @> cast(:words as text[]) and w.shop_id = any(:shops)
                       and q.state = any(:states){only} and ({key}, q.id) {before} (:at, :id)
                       and {which}{narrowed}
                     order by {key}{direction}, q.id{direction}
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
                .param("at", sought.from().at().atOffset(ZoneOffset.UTC))
                .param("id", sought.from().id())
                .param("limit", sought.limit());
    }
}
