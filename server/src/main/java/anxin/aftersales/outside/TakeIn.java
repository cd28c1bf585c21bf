package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.submit.OutsideCases;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.platforms.CaseNews;
import anxin.platforms.ExternalCase;
import anxin.platforms.PlatformCases;
import anxin.platforms.PlatformTrouble;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A platform's case becomes exactly one of ours. Its id is made from the platform's, so that
 * whoever hears of it first, on any node, makes the same one; what is older than what we know is
 * put aside.
 */
@Component
class TakeIn implements CaseNews {

    private final ExternalStore external;
    private final OutsideCases opening;
    private final Following following;
    private final Alerts alerts;
    private final CaseStore cases;
    private final Orders orders;
    private final PlatformCases platforms;
    private final TransactionTemplate transaction;

    TakeIn(
            ExternalStore external,
            OutsideCases opening,
            Following following,
            Alerts alerts,
            CaseStore cases,
            Orders orders,
            PlatformCases platforms,
            TransactionTemplate transaction) {
        this.external = external;
        this.opening = opening;
        this.following = following;
        this.alerts = alerts;
        this.cases = cases;
        this.orders = orders;
        this.platforms = platforms;
        this.transaction = transaction;
    }

    @Override
    public void told(ShopId shop, ExternalCase told) {
        var known = external.find(shop, told.platform(), told.id());
        if (known.isPresent()) {
            if (!known.get().says(told)) {
                transaction.executeWithoutResult(status -> follow(shop, told));
            }
            return;
        }
        var order = order(shop, told);
        try {
            transaction.executeWithoutResult(status -> open(shop, told, order, true));
        } catch (DataIntegrityViolationException unitsAreTaken) {
            transaction.executeWithoutResult(status -> open(shop, told, order, false));
        }
    }

    private void follow(ShopId shop, ExternalCase told) {
        var known = external.lock(shop, told.platform(), told.id()).orElseThrow();
        if (!told.isAfter(known.version(), known.readAt()) || known.says(told)) {
            return;
        }
        external.change(shop, known.caseId(), told);
        following.follow(cases.lock(shop, known.caseId()), told);
    }

    private void open(ShopId shop, ExternalCase told, StoredOrder order, boolean holds) {
        var id = id(shop, told);
        if (!external.add(shop, id, told)) {
            follow(shop, told); // Another node was faster.
            return;
        }
        var takesUnits = holds && told.kind() != ExternalCase.Kind.PRICE_PROTECT;
        opening.open(
                new OutsideCases.Opening(
                        shop,
                        id,
                        order,
                        told.platform().label(),
                        Following.actor(told.platform()),
                        type(told.kind()),
                        told.reason(),
                        told.lineId(),
                        told.qty(),
                        told.amountMinor(),
                        told.deadlineAt(),
                        takesUnits));
        if (!holds) {
            alerts.raise(
                    Alerts.Kind.LINE_TAKEN,
                    shop,
                    told.platform(),
                    told.id(),
                    id,
                    "order " + told.orderNumber());
        }
        following.follow(cases.lock(shop, id), told);
    }

    static UUID id(ShopId shop, ExternalCase told) {
        var name = shop + "/" + told.platform() + "/" + told.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Known here, or fetched from the platform first. */
    private StoredOrder order(ShopId shop, ExternalCase told) {
        var number = new OrderNumber(told.orderNumber());
        return orders.find(shop, number)
                .or(() -> fetched(shop, told, number))
                .orElseThrow(
                        () ->
                                PlatformTrouble.of(
                                        PlatformTrouble.Kind.REFUSED,
                                        "the platform has no order " + told.orderNumber()));
    }

    private Optional<StoredOrder> fetched(ShopId shop, ExternalCase told, OrderNumber number) {
        return platforms.fetchOrder(shop, told.platform(), number)
                ? orders.find(shop, number)
                : Optional.empty();
    }

    private static CaseType type(ExternalCase.Kind kind) {
        return switch (kind) {
            case RETURN_REFUND, INTERCEPT, UNKNOWN -> CaseType.RETURN_REFUND;
            case REFUND_ONLY -> CaseType.REFUND_ONLY;
            case EXCHANGE -> CaseType.EXCHANGE;
            case RESEND -> CaseType.RESEND;
            case REPAIR -> CaseType.REPAIR;
            case PRICE_PROTECT -> CaseType.COMPENSATION;
        };
    }
}
