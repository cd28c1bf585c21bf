package anxin.aftersales.portal;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.CaseType;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.identity.Caller.Customer;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's own orders and cases, in pages that cost the same however long the history is. */
@Component
class PortalLists {

    private static final int SIZE = 20;

    record MyCase(
            UUID id,
            String no,
            String orderNo,
            String title,
            String state,
            String stateText,
            String type,
            String typeText,
            long refundMinor,
            String currency,
            Instant submittedAt,
            @Nullable Instant etaAt) {}

    /** {@code exchanges}: what it may be exchanged for beside the same again. */
    record MyOrderLine(
            String id,
            String sku,
            String title,
            String category,
            int qty,
            int refundedQty,
            long paidMinor,
            @Nullable String openCaseId,
            List<Exchanges.OtherArticle> exchanges) {}

    /** One of the order's cases, the newest first; ended ones too. */
    record OrderCase(UUID id, String no, String state, String stateText) {}

    /** {@code because} says why nothing can be applied for, when it cannot. */
    record MyOrder(
            String no,
            @Nullable Instant paidAt,
            String fulfil,
            String payStatus,
            String currency,
            long paidMinor,
            @Nullable Instant signedAt,
            List<MyOrderLine> lines,
            @Nullable UUID openCaseId,
            List<OrderCase> cases,
            boolean canApply,
            @Nullable String because) {}

    private final JdbcClient db;
    private final Orders orders;
    private final Exchanges exchanges;

    PortalLists(JdbcClient db, Orders orders, Exchanges exchanges) {
        this.db = db;
        this.orders = orders;
        this.exchanges = exchanges;
    }

    Page<MyCase> cases(Customer customer, @Nullable String after, Locale language) {
        var cursor = Cursor.decode(after, 2);
        var only = customer.onlyOrder();
        var rows =
                db.sql(
                                "select "
                                        + CaseRow.COLUMNS
                                        + """
                  from aftersales.after_sale_case c
                 where c.shop_id = :shop and c.customer_id = :customer
                   and (cast(:only as text) is null or c.order_no = :only)
                   and (c.submitted_at, c.id) < (:at, :id)
                 order by c.submitted_at desc, c.id desc
                 limit :limit
                """)
                        .param("shop", customer.shop().value())
                        .param("customer", customer.id())
                        .param("only", only)
                        .param(
                                "at",
                                (cursor == null
                                                ? Instant.parse("9999-01-01T00:00:00Z")
                                                : cursor.instant(0))
                                        .atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? new UUID(-1, -1) : cursor.uuid(1))
                        .param("limit", SIZE + 1)
                        .query(CaseRow::of)
                        .list();
        return Page.of(rows, SIZE, row -> Cursor.at(row.submittedAt(), row.id()))
                .map(row -> item(row, language));
    }

    private static MyCase item(CaseRow row, Locale language) {
        return new MyCase(
                row.id(),
                row.no(),
                row.orderNo().value(),
                row.title(),
                row.state().name(),
                row.state().label().in(language),
                row.type(),
                CaseType.valueOf(row.type()).text().in(language),
                row.worthMinor(),
                row.currency(),
                row.submittedAt(),
                row.deadlineAt());
    }

    Page<MyOrder> orders(Customer customer, @Nullable String after, Locale language) {
        var only = customer.onlyOrder();
        if (only != null) {
            return new Page<>(List.of(order(customer, only, language)), null);
        }
        var page = orders.ofCustomer(customer.shop(), customer.id(), after, SIZE);
        var numbers = page.items().stream().map(o -> o.order().no()).toList();
        var open = openCases(customer.shop(), numbers);
        var cases = casesOf(customer, numbers, language);
        return page.map(
                stored -> {
                    var no = stored.order().no();
                    return item(
                            stored,
                            open.getOrDefault(no, Map.of()),
                            cases.getOrDefault(no, List.of()),
                            Map.of(),
                            language);
                });
    }

    MyOrder order(Customer customer, String number, Locale language) {
        if (!customer.maySeeOrder(number)) {
            throw Problem.missing("order");
        }
        var stored =
                orders.find(customer.shop(), new OrderNumber(number))
                        .filter(order -> customer.id().equals(order.customerId()))
                        .orElseThrow(() -> Problem.missing("order"));
        return item(
                stored,
                openCases(customer.shop(), List.of(number)).getOrDefault(number, Map.of()),
                casesOf(customer, List.of(number), language).getOrDefault(number, List.of()),
                exchanges.of(stored, language),
                language);
    }

    private Map<String, List<OrderCase>> casesOf(
            Customer customer, List<String> numbers, Locale language) {
        var found = new HashMap<String, List<OrderCase>>();
        db.sql(
                        """
                select c.order_no, c.id, c.no, c.state
                  from aftersales.after_sale_case c
                 where c.shop_id = :shop and c.order_no = any(:orders) and c.customer_id = :customer
                 order by c.submitted_at desc, c.id desc
                """)
                .param("shop", customer.shop().value())
                .param("orders", numbers.toArray(String[]::new))
                .param("customer", customer.id())
                .query(
                        row -> {
                            var state = CaseState.valueOf(row.getString("state"));
                            found.computeIfAbsent(
                                            row.getString("order_no"), no -> new ArrayList<>())
                                    .add(
                                            new OrderCase(
                                                    row.getObject("id", UUID.class),
                                                    row.getString("no"),
                                                    state.name(),
                                                    state.label().in(language)));
                        });
        return found;
    }

    private record Held(@Nullable UUID openCase, int claimed) {}

    private Map<String, Map<String, Held>> openCases(ShopId shop, List<String> numbers) {
        var found = new HashMap<String, Map<String, Held>>();
        db.sql(
                        """
                select a.order_no, a.line_id, a.claimed, l.case_id
                  from aftersales.line_account a
                  left join aftersales.case_line l
                    on l.shop_id = a.shop_id and l.order_no = a.order_no and l.line_id = a.line_id and l.holds_line
                 where a.shop_id = :shop and a.order_no = any(:orders)
                """)
                .param("shop", shop.value())
                .param("orders", numbers.toArray(String[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(row.getString("order_no"), no -> new HashMap<>())
                                    .put(
                                            row.getString("line_id"),
                                            new Held(
                                                    row.getObject("case_id", UUID.class),
                                                    row.getInt("claimed")));
                        });
        return found;
    }

    private static MyOrder item(
            StoredOrder stored,
            Map<String, Held> held,
            List<OrderCase> cases,
            Map<String, List<Exchanges.OtherArticle>> exchanges,
            Locale language) {
        var order = stored.order();
        var lines =
                order.lines().stream()
                        .map(
                                line ->
                                        line(
                                                line,
                                                held.get(line.id()),
                                                exchanges.getOrDefault(line.id(), List.of())))
                        .toList();
        var open =
                held.values().stream()
                        .map(Held::openCase)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        var because = because(order, lines, language);
        return new MyOrder(
                order.no(),
                order.paidAt(),
                order.fulfil().name(),
                order.payStatus().name(),
                order.currency(),
                stored.paidMinor(),
                order.signedAt(),
                lines,
                open,
                cases,
                because == null,
                because);
    }

    private static MyOrderLine line(
            Order.Line line, @Nullable Held held, List<Exchanges.OtherArticle> exchanges) {
        var open = held == null ? null : held.openCase();
        var given =
                held == null || open != null
                        ? line.refundedQty()
                        : Math.max(line.refundedQty(), held.claimed());
        return new MyOrderLine(
                line.id(),
                line.sku(),
                line.title() == null ? line.sku() : line.title(),
                line.category(),
                line.qty(),
                given,
                line.paidMinor(),
                open != null ? open.toString() : line.openCaseId(),
                exchanges);
    }

    /**
     * Only what leaves nothing to ask for; everything else the rules answer, with their reasons.
     */
    private static @Nullable String because(Order order, List<MyOrderLine> lines, Locale language) {
        var zh = language.getLanguage().equals("zh");
        if (order.payStatus() == Order.PayStatus.UNPAID) {
            return zh ? "订单未支付，无需售后" : "The order is not paid, so there is nothing to give back";
        }
        if (order.payStatus() == Order.PayStatus.REFUNDED) {
            return zh ? "订单已全额退款" : "The order is refunded in full";
        }
        if (lines.stream()
                .allMatch(line -> line.openCaseId() != null || line.refundedQty() >= line.qty())) {
            return zh ? "全部商品已有售后申请" : "Every item has a request already";
        }
        return null;
    }
}
