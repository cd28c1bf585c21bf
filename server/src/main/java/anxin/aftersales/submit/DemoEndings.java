package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How the demo's old cases ended: as the run-out column of the table of states has it, or well. */
@Component
class DemoEndings {

    record Ending(
            String shop_id,
            UUID id,
            String was,
            String state,
            String result,
            String step,
            long refunded,
            boolean keeps_units,
            Instant at) {}

    private final JdbcClient db;
    private final JsonMapper json;

    DemoEndings(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void end(List<Auditor.Opened> cases, Instant now) {
        if (cases.isEmpty()) {
            return;
        }
        var endings = new ArrayList<Ending>();
        for (var one : cases) {
            endings.add(ending(one, now));
        }
        db.sql(
                        """
                with e as materialized (
                    select *
                      from json_to_recordset(:endings::json) as e (
                           shop_id text, id uuid, was text, state text, result text, step text, refunded bigint,
                           keeps_units boolean, at timestamptz)),
                freed as (
                    update aftersales.line_account a
                       set claimed = a.claimed - l.qty_asked
                      from e join aftersales.case_line l on l.shop_id = e.shop_id and l.case_id = e.id
                     where l.holds_line and not e.keeps_units
                       and a.shop_id = l.shop_id and a.order_no = l.order_no and a.line_id = l.line_id),
                let_go as (
                    update aftersales.case_line l set holds_line = false
                      from e where l.shop_id = e.shop_id and l.case_id = e.id),
                told as (
                    insert into aftersales.timeline_entry (shop_id, case_id, seq, step, state, params, actor, at)
                    select e.shop_id, e.id, 2, e.step, e.state,
                           jsonb_build_object('amount', round(e.refunded / 100.0, 2) || ' CNY', 'solution', '已与客户协商一致'),
                           'system', e.at
                      from e),
                counted as (
                    insert into aftersales.case_count as k (shop_id, state, slot, n)
                    select c.shop_id, c.state, 0, sum(c.n)
                      from (select e.shop_id, e.was as state, -1 as n from e
                            union all
                            select e.shop_id, e.state, 1 from e) c
                     group by c.shop_id, c.state
                     order by c.shop_id, c.state
                    on conflict (shop_id, state, slot) do update set n = k.n + excluded.n)
                update aftersales.after_sale_case c
                   set state = e.state, result = e.result, refunded_minor = e.refunded, version = 2, changed_at = e.at,
                       final_at = e.at, deadline_at = null, deadline_kind = null
                  from e
                 where c.shop_id = e.shop_id and c.id = e.id
                """)
                .param("endings", json.writeValueAsString(endings))
                .update();
    }

    private static Ending ending(Auditor.Opened one, Instant now) {
        var row = one.row();
        var state = CaseState.valueOf(row.state());
        var days = 1 + Math.floorMod(one.wish().id().hashCode(), 6);
        var at = row.now().plus(Duration.ofDays(days));
        var then = at.isAfter(now) ? now : at;
        return switch (state) {
            case REFUSED -> closed(one, "REJECTED_FINAL", then);
            case NEED_EVIDENCE, AWAITING_CHOICE -> closed(one, "BUYER_TIMEOUT", then);
            case HANDLING ->
                    new Ending(
                            row.shop_id(),
                            one.wish().id(),
                            row.state(),
                            "COMPLETED",
                            "RESOLVED",
                            "RESOLVED",
                            0,
                            true,
                            then);
            default ->
                    Math.floorMod(one.wish().id().hashCode(), 11) == 0
                            ? closed(one, "BUYER_TIMEOUT", then)
                            : new Ending(
                                    row.shop_id(),
                                    one.wish().id(),
                                    row.state(),
                                    "COMPLETED",
                                    result(row.type()),
                                    "REFUND_ARRIVED",
                                    row.refundable_minor(),
                                    true,
                                    then);
        };
    }

    private static Ending closed(Auditor.Opened one, String result, Instant at) {
        return new Ending(
                one.row().shop_id(),
                one.wish().id(),
                one.row().state(),
                "CLOSED",
                result,
                "RAN_OUT",
                0,
                false,
                at);
    }

    private static String result(String type) {
        return switch (type) {
            case "EXCHANGE" -> "EXCHANGED";
            case "REPAIR" -> "REPAIRED";
            case "RESEND" -> "RESENT";
            case "COMPENSATION" -> "COMPENSATED";
            default -> "REFUNDED";
        };
    }
}
