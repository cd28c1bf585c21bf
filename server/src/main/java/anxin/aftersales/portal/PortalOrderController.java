package anxin.aftersales.portal;

import anxin.aftersales.policy.Reason;
import anxin.identity.Caller.Customer;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.kernel.page.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/portal")
class PortalOrderController {

    /**
     * One reason a customer may choose; {@code photosNeeded} of them let the rules decide at once.
     */
    record ReasonView(String code, String text, boolean asksPhotos, int photosNeeded) {}

    private final PortalLists lists;

    PortalOrderController(PortalLists lists) {
        this.lists = lists;
    }

    @ForCustomers
    @GetMapping("/orders")
    Page<PortalLists.MyOrder> listMyOrders(
            Customer customer,
            @RequestParam(required = false) @Nullable String after,
            Locale language) {
        return lists.orders(customer, after, language);
    }

    @ForCustomers
    @GetMapping("/orders/{number}")
    PortalLists.MyOrder readMyOrder(
            @PathVariable String number, Customer customer, Locale language) {
        return lists.order(customer, number, language);
    }

    @ForEveryone
    @GetMapping("/reasons")
    List<ReasonView> listReasons(Locale language) {
        return Arrays.stream(Reason.values())
                .filter(Reason::offered)
                .map(
                        reason ->
                                new ReasonView(
                                        reason.name(),
                                        reason.text().in(language),
                                        reason.asksPhotos(),
                                        reason.photosNeeded()))
                .toList();
    }
}
