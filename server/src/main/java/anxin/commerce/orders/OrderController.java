package anxin.commerce.orders;

import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.commerce.Shops;
import anxin.commerce.StoredOrder;
import anxin.commerce.intake.Changes;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP, for the shop's own programs and for staff. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/orders")
class OrderController {

    private final OrderIntake intake;
    private final Orders orders;
    private final Shops shops;
    private final Changes changes;

    OrderController(OrderIntake intake, Orders orders, Shops shops, Changes changes) {
        this.intake = intake;
        this.orders = orders;
        this.shops = shops;
        this.changes = changes;
    }

    /**
     * An order as we hold it.
     *
     * @param buyer masked, unless asked for unmasked by somebody who may
     * @param stale what was sent was older than this and was not taken
     */
    record OrderView(
            ShopId shop,
            Order order,
            Contact buyer,
            long paidMinor,
            long sourceVersion,
            @Nullable Instant sourceTime,
            Instant changedAt,
            boolean stale) {

        static OrderView of(StoredOrder stored, boolean stale) {
            return of(stored, stored.contact().masked(), stale);
        }

        static OrderView of(StoredOrder stored, Contact buyer, boolean stale) {
            return new OrderView(
                    stored.shop(),
                    stored.order(),
                    buyer,
                    stored.paidMinor(),
                    stored.sourceVersion(),
                    stored.sourceTime(),
                    stored.changedAt(),
                    stale);
        }
    }

    @Needs(Permission.COMMERCE_WRITE)
    @Transactional
    @PutMapping("/{number}")
    OrderView putOrder(
            @PathVariable ShopId shop,
            @PathVariable OrderNumber number,
            @RequestBody @Valid NewOrder body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        shops.require(shop);
        if (body.no() != null && !body.no().equals(number.value())) {
            throw Problem.invalid(
                    "/no",
                    "可省略；填写时应与地址中的订单号一致",
                    "may be left out, or must be the order number of the address");
        }
        var put = intake.put(shop, number, body);
        if (!put.stale()) {
            changes.changed(shop, "order", number.value(), caller.actor());
        }
        return OrderView.of(put.order(), put.stale());
    }

    /** {@code personal=true} shows personal data in full; the look is in the journal. */
    @Needs(Permission.COMMERCE_READ)
    @Transactional
    @GetMapping("/{number}")
    OrderView getOrder(
            @PathVariable ShopId shop,
            @PathVariable OrderNumber number,
            @RequestParam(defaultValue = "false") boolean personal,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var order = orders.find(shop, number).orElseThrow(() -> Problem.missing("order"));
        if (!personal) {
            return OrderView.of(order, false);
        }
        if (!caller.may(Permission.PERSONAL_READ)) {
            throw Problem.forbidden(Permission.PERSONAL_READ.name());
        }
        changes.tell(
                shop,
                "personal-data-seen",
                "order:" + number,
                caller.actor(),
                Map.of("id", number.value()));
        return OrderView.of(order, order.contact(), false);
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping
    Page<OrderView> listOrders(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var page =
                customer == null
                        ? orders.ofShop(shop, after, size)
                        : orders.ofCustomer(shop, customer, after, size);
        return page.map(order -> OrderView.of(order, false));
    }
}
