package anxin.aftersales.refund;

import anxin.commerce.Order;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class RefundStore {

    /** What was paid by one means of payment and where it has gone. */
    record Account(
            String shopId,
            String orderNo,
            String tender,
            @Nullable String payTxnId,
            long paidMinor,
            long refundedMinor,
            long compensatedMinor,
            long reservedMinor) {
        long leftMinor() {
            return paidMinor - refundedMinor - compensatedMinor - reservedMinor;
        }
    }

    record NewAccount(
            String shop_id,
            String order_no,
            String tender,
            String currency,
            @Nullable String pay_txn_id,
            long paid_minor,
            long refunded_minor,
            long compensated_minor) {}

    record NewIntent(
            String shop_id,
            String out_refund_no,
            UUID case_id,
            String order_no,
            String tender,
            String kind,
            @Nullable String pay_txn_id,
            long amount_minor,
            String currency,
            String gateway,
            Instant now) {}

    private final JdbcClient db;
    private final JsonMapper json;

    RefundStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Opens the orders' accounts from what was paid, once. */
    void openAccounts(List<Refunds.Start> starts) {
        var rows = new ArrayList<NewAccount>();
        var seen = new HashSet<String>();
        for (var start : starts) {
            var order = start.order();
            if (!seen.add(start.shop() + "/" + order.no())) {
                continue;
            }
            var tenders = order.tenders();
            var paid =
                    order.lines().stream().mapToLong(Order.Line::paidMinor).sum()
                            + order.freightMinor();
            List<Order.Tender> given =
                    tenders == null || tenders.isEmpty()
                            ? List.of(new Order.Tender("ORIGINAL", paid, 0, null))
                            : tenders;
            var compensated = Objects.requireNonNullElse(order.compensatedMinor(), 0L);
            for (var tender : given) {
                var refunded = Math.min(tender.refundedMinor(), tender.minor());
                var part = Math.min(compensated, tender.minor() - refunded);
                compensated -= part;
                rows.add(
                        new NewAccount(
                                start.shop().value(),
                                order.no(),
                                tender.kind(),
                                order.currency(),
                                tender.payTxnId(),
                                tender.minor(),
                                refunded,
                                part));
            }
        }
        db.sql(
                        """
                insert into aftersales.payment_account
                       (shop_id, order_no, tender, currency, pay_txn_id, paid_minor, refunded_minor,
                        compensated_minor)
                select n.shop_id, n.order_no, n.tender, n.currency, n.pay_txn_id, n.paid_minor, n.refunded_minor,
                       n.compensated_minor
                  from json_to_recordset(:rows::json) as n (
                       shop_id text, order_no text, tender text, currency text, pay_txn_id text, paid_minor bigint,
                       refunded_minor bigint, compensated_minor bigint)
                 order by n.shop_id, n.order_no, n.tender
                on conflict (shop_id, order_no, tender) do nothing
                """)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Locked to the end of the transaction: refunds of one order stand in line. */
    List<Account> lockAccounts(List<Refunds.Start> starts) {
        return db.sql(
                        """
                select a.shop_id, a.order_no, a.tender, a.pay_txn_id, a.paid_minor, a.refunded_minor,
                       a.compensated_minor, a.reserved_minor
                  from aftersales.payment_account a
                 where (a.shop_id, a.order_no) in (select w.shop_id, w.order_no from unnest(:shops, :orders) as w (shop_id, order_no))
                 order by a.shop_id, a.order_no, a.tender
                   for update
                """)
                .param("shops", starts.stream().map(s -> s.shop().value()).toArray(String[]::new))
                .param("orders", starts.stream().map(s -> s.order().no()).toArray(String[]::new))
                .query(Rows.of(Account.class))
                .list();
    }

    /**
     * The check on the account is the last word: what is reserved is never more than what is left.
     */
    void reserveAndInsert(List<NewIntent> intents) {
        db.sql(
                        """
                with input as materialized (
                    select *
                      from json_to_recordset(:rows::json) as n (
                           shop_id text, out_refund_no text, case_id uuid, order_no text, tender text, kind text,
                           pay_txn_id text, amount_minor bigint, currency text, gateway text, now timestamptz)),
                reserve as (
                    update aftersales.payment_account a
                       set reserved_minor = a.reserved_minor + s.minor
                      from (select i.shop_id, i.order_no, i.tender, sum(i.amount_minor)::bigint as minor
                              from input i
                             group by i.shop_id, i.order_no, i.tender) s
                     where a.shop_id = s.shop_id and a.order_no = s.order_no and a.tender = s.tender)
                insert into aftersales.refund_intent
                       (shop_id, out_refund_no, case_id, order_no, tender, kind, pay_txn_id, amount_minor, currency, status,
                        next_query_at, gateway, created_at, changed_at)
                select i.shop_id, i.out_refund_no, i.case_id, i.order_no, i.tender, i.kind, i.pay_txn_id, i.amount_minor,
                       i.currency, 'INIT', i.now, i.gateway, i.now, i.now
                  from input i
                """)
                .param("rows", json.writeValueAsString(intents))
                .update();
    }

    /** What was reserved has gone out. */
    void settle(RefundIntent intent) {
        var compensation = intent.kind() != RefundIntent.Kind.REFUND;
        db.sql(
                        """
                update aftersales.payment_account
                   set reserved_minor = reserved_minor - :minor,
                       refunded_minor = refunded_minor + :refund,
                       compensated_minor = compensated_minor + :compensation
                 where shop_id = :shop and order_no = :order and tender = :tender
                """)
                .param("minor", intent.amountMinor())
                .param("refund", compensation ? 0L : intent.amountMinor())
                .param("compensation", compensation ? intent.amountMinor() : 0L)
                .param("shop", intent.shop().value())
                .param("order", intent.orderNo().value())
                .param("tender", intent.tender())
                .update();
    }

    /**
     * Takes the intent that waits longest and pushes its next look into the future before anybody
     * calls the gateway, so that a crash in the middle leaves it to be asked about, not sent
     * blindly a second time. What was never sent waits while the bank takes the payment back.
     */
    Optional<Taken> take(Instant now, Duration lease) {
        return db.sql(
                        """
                with due as materialized (
                    select i.shop_id, i.out_refund_no, i.status
                      from aftersales.refund_intent i
                     where i.status in ('INIT', 'SENT', 'UNKNOWN') and i.next_query_at <= :now
                       and (i.status <> 'INIT'
                            or not exists (select 1 from aftersales.chargeback b
                                            where b.shop_id = i.shop_id and b.order_no = i.order_no
                                              and b.closed_at is null))
                     order by i.next_query_at
                     limit 1
                       for update skip locked)
                update aftersales.refund_intent i
                   set status = case when i.status = 'INIT' then 'SENT' else i.status end,
                       attempts = i.attempts + 1,
                       next_query_at = :lease,
                       changed_at = :now
                  from due
                 where i.shop_id = due.shop_id and i.out_refund_no = due.out_refund_no
                returning i.*, due.status as status_before,
                          (select a.paid_minor from aftersales.payment_account a
                            where a.shop_id = i.shop_id and a.order_no = i.order_no and a.tender = i.tender) as paid_minor
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query(
                        (row, n) ->
                                new Taken(
                                        RefundIntent.of(row, n),
                                        row.getString("status_before").equals("INIT"),
                                        row.getLong("paid_minor")))
                .optional();
    }

    /** An intent in hand; {@code fresh} when the gateway cannot have heard of it yet. */
    record Taken(RefundIntent intent, boolean fresh, long paidMinor) {}

    List<RefundIntent> ofCase(ShopId shop, UUID caseId) {
        return db.sql(
                        "select i.* from aftersales.refund_intent i where i.shop_id = :shop and i.case_id = :case order by i.created_at, i.out_refund_no")
                .param("shop", shop.value())
                .param("case", caseId)
                .query(RefundIntent::of)
                .list();
    }

    Optional<RefundIntent> find(ShopId shop, String outRefundNo) {
        return db.sql(
                        "select i.* from aftersales.refund_intent i where i.shop_id = :shop and i.out_refund_no = :no")
                .param("shop", shop.value())
                .param("no", outRefundNo)
                .query(RefundIntent::of)
                .optional();
    }

    /** The failed intents of a case whose money has gone no other way yet, and waits. */
    List<RefundIntent> failed(ShopId shop, UUID caseId) {
        return db.sql(
                        """
                select i.*
                  from aftersales.refund_intent i
                 where i.shop_id = :shop and i.case_id = :case and i.status = 'FAILED_FINAL'
                   and not exists (select 1 from aftersales.refund_successor s
                                    where s.shop_id = i.shop_id and s.out_refund_no = i.out_refund_no)
                 order by i.created_at, i.out_refund_no
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(RefundIntent::of)
                .list();
    }

    /** What has gone by bank instead, by what it was for. */
    Map<RefundIntent.Kind, Long> paidByBank(ShopId shop, UUID caseId) {
        var sums = new EnumMap<RefundIntent.Kind, Long>(RefundIntent.Kind.class);
        db.sql(
                        """
                select i.kind, sum(i.amount_minor)::bigint as minor
                  from aftersales.refund_intent i
                  join aftersales.refund_successor s on s.shop_id = i.shop_id and s.out_refund_no = i.out_refund_no
                 where i.shop_id = :shop and i.case_id = :case and s.payment_id is not null
                 group by i.kind
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        sums.put(
                                                RefundIntent.Kind.valueOf(row.getString("kind")),
                                                row.getLong("minor")));
        return sums;
    }

    long paidMinor(RefundIntent of) {
        return db.sql(
                        """
                select a.paid_minor from aftersales.payment_account a
                 where a.shop_id = :shop and a.order_no = :order and a.tender = :tender
                """)
                .param("shop", of.shop().value())
                .param("order", of.orderNo().value())
                .param("tender", of.tender())
                .query(Long.class)
                .single();
    }

    /** Sent or asked about as soon as somebody looks. */
    void askNow(RefundIntent intent, Instant now) {
        db.sql(
                        """
                update aftersales.refund_intent
                   set next_query_at = :now
                 where shop_id = :shop and out_refund_no = :no and status not in ('SUCCEEDED', 'FAILED_FINAL')
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", intent.shop().value())
                .param("no", intent.outRefundNo())
                .update();
    }

    /** Another number for money that a failed one still holds back; nothing is reserved anew. */
    void replace(RefundIntent failed, String number, String gateway, String actor, Instant now) {
        db.sql(
                        """
                insert into aftersales.refund_intent
                       (shop_id, out_refund_no, case_id, order_no, tender, kind, pay_txn_id, amount_minor, currency, status,
                        next_query_at, gateway, created_at, changed_at)
                select i.shop_id, :number, i.case_id, i.order_no, i.tender, i.kind, i.pay_txn_id, i.amount_minor, i.currency,
                       'INIT', :now, :gateway, :now, :now
                  from aftersales.refund_intent i
                 where i.shop_id = :shop and i.out_refund_no = :no
                """)
                .param("number", number)
                .param("gateway", gateway)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", failed.shop().value())
                .param("no", failed.outRefundNo())
                .update();
        succeed(failed, number, null, null, actor, now);
    }

    /** Writes down the one way that the money of a failed intent has gone. */
    void succeed(
            RefundIntent failed,
            @Nullable String nextNo,
            @Nullable UUID payment,
            @Nullable UUID incident,
            String actor,
            Instant now) {
        db.sql(
                        """
                insert into aftersales.refund_successor (shop_id, out_refund_no, next_no, payment_id, incident_id, actor, at)
                values (:shop, :no, :next, :payment, :incident, :actor, :now)
                """)
                .param("shop", failed.shop().value())
                .param("no", failed.outRefundNo())
                .param("next", nextNo)
                .param("payment", payment, Types.OTHER)
                .param("incident", incident, Types.OTHER)
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The database lets this through only beside the incident that says why. */
    void correct(RefundIntent failed, @Nullable String gatewayNo, Instant now) {
        db.sql(
                        """
                update aftersales.refund_intent
                   set status = 'SUCCEEDED', gateway_no = coalesce(:gatewayNo, gateway_no), changed_at = :now
                 where shop_id = :shop and out_refund_no = :no
                """)
                .param("gatewayNo", gatewayNo)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", failed.shop().value())
                .param("no", failed.outRefundNo())
                .update();
    }

    /** False when the intent was final already: whoever was first has done what follows. */
    boolean update(
            RefundIntent intent,
            RefundIntent.Status to,
            @Nullable Instant nextQuery,
            @Nullable String gatewayNo,
            @Nullable String trouble,
            Instant now) {
        return db.sql(
                                """
                update aftersales.refund_intent
                   set status = :status,
                       next_query_at = :next,
                       gateway_no = coalesce(:gatewayNo, gateway_no),
                       trouble = :trouble,
                       changed_at = :now
                 where shop_id = :shop and out_refund_no = :no and status not in ('SUCCEEDED', 'FAILED_FINAL')
                """)
                        .param("status", to.name())
                        .param(
                                "next",
                                nextQuery == null ? null : nextQuery.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("gatewayNo", gatewayNo)
                        .param("trouble", trouble)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("shop", intent.shop().value())
                        .param("no", intent.outRefundNo())
                        .update()
                == 1;
    }
}
