package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of submitting: every statement serves a whole batch. */
@Component
class SubmitStore {

    /** One new case with all that is written beside it; the names are those of the columns. */
    record NewCase(
            String shop_id,
            UUID id,
            String order_no,
            String customer_id,
            @Nullable String customer_name,
            @Nullable String channel,
            @Nullable String live_session_id,
            String title,
            @Nullable String asked_type,
            String type,
            String reason,
            @Nullable String reason_text,
            String lang,
            String state,
            int policy_version,
            String rule_id,
            int priority,
            int risk_score,
            String currency,
            java.math.BigDecimal fx_to_cny,
            long refundable_minor,
            long approved_minor,
            @Nullable String freight_payer,
            @Nullable String tier_required,
            @Nullable String queue,
            List<String> flags,
            Instant now,
            Instant deadline_at,
            String deadline_kind,
            List<NewLine> lines,
            String outcome,
            Object facts,
            Object answer,
            long micros,
            String actor,
            @Nullable UUID reopen_of,
            @Nullable UUID agent,
            List<NewEntry> timeline) {}

    record NewLine(
            String line_id,
            String sku,
            String title,
            int qty,
            int qty_asked,
            int qty_approved,
            long refund_minor,
            long paid_minor,
            boolean holds_line) {}

    record NewEntry(
            int seq,
            String step,
            String state,
            Map<String, Object> params,
            @Nullable Instant eta_at) {}

    /** What after-sales knows of a line. */
    record LineHistory(
            int claimed,
            @Nullable String openCase,
            int failedRepairs,
            @Nullable Instant replacedAt) {

        /** Without the units and the case of somebody who asks about their own. */
        LineHistory without(int units) {
            return new LineHistory(claimed - units, null, failedRepairs, replacedAt);
        }
    }

    record OrderRef(String shop, String order) {}

    record CustomerRef(String shop, String customer) {}

    record Given(long refunded, long compensated) {}

    private final JdbcClient db;
    private final JsonMapper json;

    SubmitStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<CaseRow> existing(List<Wish> wishes) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + """
                  from aftersales.after_sale_case c
                  join unnest(:shops, :ids) as w (shop_id, id) on w.shop_id = c.shop_id and w.id = c.id
                """)
                .param("shops", wishes.stream().map(w -> w.shop().value()).toArray(String[]::new))
                .param("ids", wishes.stream().map(Wish::id).toArray(UUID[]::new))
                .query(CaseRow::of)
                .list();
    }

    Map<OrderRef, Map<String, LineHistory>> lines(List<Wish> wishes) {
        var found = new HashMap<OrderRef, Map<String, LineHistory>>();
        db.sql(
                        """
                select a.shop_id, a.order_no, a.line_id, a.claimed, a.failed_repairs, a.replaced_at, l.case_id
                  from unnest(:shops, :orders) as w (shop_id, order_no)
                  join aftersales.line_account a on a.shop_id = w.shop_id and a.order_no = w.order_no
                  left join aftersales.case_line l
                    on l.shop_id = a.shop_id and l.order_no = a.order_no and l.line_id = a.line_id and l.holds_line
                """)
                .param("shops", wishes.stream().map(w -> w.shop().value()).toArray(String[]::new))
                .param("orders", wishes.stream().map(w -> w.order().value()).toArray(String[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            new OrderRef(
                                                    row.getString("shop_id"),
                                                    row.getString("order_no")),
                                            ref -> new HashMap<>())
                                    .put(
                                            row.getString("line_id"),
                                            new LineHistory(
                                                    row.getInt("claimed"),
                                                    row.getString("case_id"),
                                                    row.getInt("failed_repairs"),
                                                    instant(row.getTimestamp("replaced_at"))));
                        });
        return found;
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    Map<OrderRef, Given> given(Collection<OrderRef> orders) {
        var found = new HashMap<OrderRef, Given>();
        if (orders.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                select a.shop_id, a.order_no, sum(a.refunded_minor + a.reserved_minor)::bigint as refunded,
                       sum(a.compensated_minor)::bigint as compensated
                  from unnest(:shops, :orders) as w (shop_id, order_no)
                  join aftersales.payment_account a on a.shop_id = w.shop_id and a.order_no = w.order_no
                 group by a.shop_id, a.order_no
                """)
                .param("shops", orders.stream().map(OrderRef::shop).toArray(String[]::new))
                .param("orders", orders.stream().map(OrderRef::order).toArray(String[]::new))
                .query(
                        row -> {
                            found.put(
                                    new OrderRef(
                                            row.getString("shop_id"), row.getString("order_no")),
                                    new Given(row.getLong("refunded"), row.getLong("compensated")));
                        });
        return found;
    }

    /** How often each customer got money without sending goods back since {@code since}. */
    Map<CustomerRef, Integer> refundsOnly(Collection<CustomerRef> customers, Instant since) {
        var found = new HashMap<CustomerRef, Integer>();
        db.sql(
                        """
                select w.shop_id, w.customer_id, n.n
                  from unnest(:shops, :customers) as w (shop_id, customer_id)
                 cross join lateral (
                       select count(*) as n
                         from aftersales.after_sale_case c
                        where c.shop_id = w.shop_id and c.customer_id = w.customer_id and c.submitted_at >= :since
                          and c.type in ('REFUND_ONLY', 'COMPENSATION') and c.approved_minor > 0) n
                 where n.n > 0
                """)
                .param("shops", customers.stream().map(CustomerRef::shop).toArray(String[]::new))
                .param(
                        "customers",
                        customers.stream().map(CustomerRef::customer).toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            found.put(
                                    new CustomerRef(
                                            row.getString("shop_id"), row.getString("customer_id")),
                                    row.getInt("n"));
                        });
        return found;
    }

    /** All rows of all new cases in one statement; answers the numbers they were given. */
    Map<UUID, String> insert(List<NewCase> cases, int slot) {
        var numbers = new HashMap<UUID, String>();
        db.sql(
                        """
                with input as materialized (
                    select *
                      from json_to_recordset(:cases::json) as n (
                           shop_id text, id uuid, order_no text, customer_id text, customer_name text, channel text,
                           live_session_id text, title text, asked_type text, type text, reason text, reason_text text,
                           lang text, state text, policy_version int, rule_id text, priority smallint,
                           risk_score smallint, currency text, fx_to_cny numeric, refundable_minor bigint,
                           approved_minor bigint, freight_payer text, tier_required text, queue text, flags text[],
                           now timestamptz, deadline_at timestamptz, deadline_kind text, lines json, outcome text,
                           facts jsonb, answer jsonb, micros bigint, actor text, reopen_of uuid, agent uuid,
                           timeline json)),
                line as materialized (
                    select i.shop_id, i.id, i.order_no, l.*
                      from input i
                     cross join lateral json_to_recordset(i.lines) as l (
                           line_id text, sku text, title text, qty int, qty_asked int, qty_approved int,
                           refund_minor bigint, paid_minor bigint, holds_line boolean)),
                new_case as (
                    insert into aftersales.after_sale_case
                           (shop_id, id, order_no, customer_id, customer_name, channel, live_session_id, title,
                            asked_type, type, reason, reason_text, lang, state, policy_version, rule_id, priority,
                            risk_score, currency, fx_to_cny, refundable_minor, approved_minor, freight_payer,
                            tier_required, queue, flags, submitted_at, changed_at, deadline_at, deadline_kind, reopen_of,
                            agent)
                    select i.shop_id, i.id, i.order_no, i.customer_id, i.customer_name, i.channel, i.live_session_id,
                           i.title, i.asked_type, i.type, i.reason, i.reason_text, i.lang, i.state, i.policy_version,
                           i.rule_id, i.priority, i.risk_score, i.currency, i.fx_to_cny, i.refundable_minor,
                           i.approved_minor, i.freight_payer, i.tier_required, i.queue, i.flags, i.now, i.now,
                           i.deadline_at, i.deadline_kind, i.reopen_of, i.agent
                      from input i
                    returning id, no),
                new_line as (
                    insert into aftersales.case_line
                           (shop_id, case_id, line_id, order_no, sku, title, qty_asked, qty_approved, refund_minor,
                            paid_minor, holds_line)
                    select l.shop_id, l.id, l.line_id, l.order_no, l.sku, l.title, l.qty_asked, l.qty_approved,
                           l.refund_minor, l.paid_minor, l.holds_line
                      from line l),
                claim as (
                    insert into aftersales.line_account as a (shop_id, order_no, line_id, qty, claimed)
                    select l.shop_id, l.order_no, l.line_id, l.qty, l.qty_asked
                      from line l
                     where l.holds_line
                     order by l.shop_id, l.order_no, l.line_id
                    on conflict (shop_id, order_no, line_id)
                    do update set claimed = a.claimed + excluded.claimed, qty = excluded.qty),
                new_decision as (
                    insert into aftersales.decision
                           (shop_id, case_id, seq, rule_id, outcome, policy_version, facts, answer, actor, at, micros)
                    select i.shop_id, i.id, 1, i.rule_id, i.outcome, i.policy_version, i.facts, i.answer, 'system', i.now, i.micros
                      from input i),
                new_timeline as (
                    insert into aftersales.timeline_entry
                           (shop_id, case_id, seq, step, state, params, actor, at, eta_at)
                    select i.shop_id, i.id, t.seq, t.step, t.state, t.params, case t.seq when 0 then i.actor else 'system' end,
                           i.now, t.eta_at
                      from input i
                     cross join lateral json_to_recordset(i.timeline) as t (
                           seq int, step text, state text, params jsonb, eta_at timestamptz)),
                counted as (
                    insert into aftersales.case_count as k (shop_id, state, slot, n)
                    select i.shop_id, i.state, :slot, count(*) from input i group by i.shop_id, i.state
                     order by i.shop_id, i.state
                    on conflict (shop_id, state, slot) do update set n = k.n + excluded.n)
                select c.id, c.no from new_case c
                """)
                .param("cases", json.writeValueAsString(cases))
                .param("slot", slot)
                .query(
                        row -> {
                            numbers.put(row.getObject("id", UUID.class), row.getString("no"));
                        });
        return numbers;
    }
}
