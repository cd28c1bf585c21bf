package anxin.aftersales.review;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of the desk's queue. Every combination walks one index per shop and state from where the
 * last page ended, so a page costs the same whatever lies behind it.
 */
@Component
class QueueQuery {

    /** What the desk can ask for; null is any. */
    record Filter(
            Collection<ShopId> shops,
            Collection<CaseState> states,
            @Nullable String rule,
            @Nullable String tier,
            @Nullable String queue,
            @Nullable UUID agent) {}

    private final JdbcClient db;

    QueueQuery(JdbcClient db) {
        this.db = db;
    }

    Page<CaseRow> page(CaseOrder order, Filter filter, @Nullable String after, int size) {
        var from = order.from(after);
        var rows =
                db.sql(
                                order.of(
                                        "select "
                                                + CaseRow.COLUMNS
                                                + """
                  from unnest(:shops) as s (shop_id)
                 cross join unnest(:states) as st (state)
                 cross join lateral (
                       select *
                         from aftersales.after_sale_case q
                        where q.shop_id = s.shop_id and q.state = st.state{only}
                          and (q.{key}, q.id) {before} (:at, :id)
                """
                                                + narrowed(filter)
                                                + """
                        order by q.{key}{direction}, q.id{direction}
                        limit :limit) c
                 order by c.{key}{direction}, c.id{direction}
                 limit :limit
                """))
                        .params(params(filter))
                        .param("at", from.time())
                        .param("id", from.id())
                        .param("limit", size + 1)
                        .query(CaseRow::of)
                        .list();
        return order.page(rows, size);
    }

    /** By the number of a case or an order, exactly as it was typed; any state. */
    List<CaseRow> byNumber(Collection<ShopId> shops, String number) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + """
                  from aftersales.after_sale_case c
                 where c.shop_id = any(:shops) and c.no = :number
                union all
                select
                """
                                + CaseRow.COLUMNS
                                + """
                  from aftersales.after_sale_case c
                 where c.shop_id = any(:shops) and c.order_no = :number
                 limit 50
                """)
                .param("shops", names(shops))
                .param("number", number)
                .query(CaseRow::of)
                .list();
    }

    Map<String, Long> counts(Collection<ShopId> shops) {
        var counts = new TreeMap<String, Long>();
        db.sql(
                        """
                select k.state, sum(k.n)::bigint as n
                  from aftersales.case_count k
                 where k.shop_id = any(:shops)
                 group by k.state
                """)
                .param("shops", names(shops))
                .query(
                        row -> {
                            counts.put(row.getString("state"), row.getLong("n"));
                        });
        return counts;
    }

    /** How many wait on staff past their time, counted to a thousand and no further. */
    long overdue(Collection<ShopId> shops, Collection<CaseState> states, Instant now) {
        return db.sql(
                        """
                select count(*)
                  from (select 1
                          from unnest(:shops) as s (shop_id)
                         cross join unnest(:states) as st (state)
                          join aftersales.after_sale_case c
                            on c.shop_id = s.shop_id and c.state = st.state and c.final_at is null and c.deadline_at < :now
                         limit 1000) late
                """)
                .param("shops", names(shops))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Only what is asked for stands in the statement, so that its plan can rest on an index. */
    static String narrowed(Filter filter) {
        var and = new StringBuilder();
        if (filter.rule() != null) {
            and.append(" and q.rule_id = :rule");
        }
        if (filter.tier() != null) {
            and.append(" and q.tier_required = :tier");
        }
        if (filter.queue() != null) {
            and.append(" and q.queue = :queue");
        }
        if (filter.agent() != null) {
            and.append(" and q.agent = :agent");
        }
        return and.toString();
    }

    static Map<String, Object> params(Filter filter) {
        var params = new HashMap<String, Object>();
        params.put("shops", names(filter.shops()));
        params.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        put(params, "rule", filter.rule());
        put(params, "tier", filter.tier());
        put(params, "queue", filter.queue());
        put(params, "agent", filter.agent());
        return params;
    }

    private static void put(Map<String, Object> params, String name, @Nullable Object value) {
        if (value != null) {
            params.put(name, value);
        }
    }

    private static String[] names(Collection<ShopId> shops) {
        return anxin.aftersales.cases.CaseStore.names(shops);
    }
}
