package anxin.aftersales.approval;

import anxin.commerce.Orders;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.payments.GatewayNews;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A gateway's dispute is a chargeback that opens by itself. Won, it is closed; lost, it stays: the
 * customer has the money from the bank, and a refund would pay it a second time.
 */
@Component
class Disputes implements GatewayNews {

    private static final Logger log = LoggerFactory.getLogger(Disputes.class);
    private static final String GATEWAY = "gateway:";

    /** What the staff hear. */
    record ChargebackNews(String orderNo, String reference, String state, long amountMinor) {}

    private final ApprovalStore store;
    private final Orders orders;
    private final FactLog facts;
    private final Clock clock;

    Disputes(ApprovalStore store, Orders orders, FactLog facts, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void told(ShopId shop, String gateway, Notice notice) {
        // What becomes of refunds is heard elsewhere.
    }

    /** In any order and any number of times: a close that comes first leaves nothing to open. */
    @Override
    @Transactional
    public void disputed(ShopId shop, String gateway, Dispute dispute) {
        var order = orders.paidUnder(shop, dispute.payTxnIds());
        if (order.isEmpty()) {
            log.warn("{} disputes a payment of no order: {}", gateway, dispute.payTxnIds());
            return;
        }
        var id = id(gateway, dispute);
        var number = order.get().value();
        var now = clock.instant();
        var by = GATEWAY + gateway;
        var opened = store.openChargeback(shop, id, number, dispute.id(), by, now);
        var closed =
                dispute.state() == DisputeState.WON && store.closeChargeback(shop, id, by, now);
        if (opened || closed || dispute.state() == DisputeState.LOST) {
            facts.append(
                    new NewFact(
                            shop,
                            "aftersales.chargeback-told",
                            "order:" + number,
                            by,
                            null,
                            Audience.STAFF,
                            new ChargebackNews(
                                    number,
                                    dispute.id(),
                                    dispute.state().name(),
                                    dispute.amountMinor())));
        }
    }

    private static UUID id(String gateway, Dispute dispute) {
        return UUID.nameUUIDFromBytes(
                (gateway + "/" + dispute.id()).getBytes(StandardCharsets.UTF_8));
    }
}
