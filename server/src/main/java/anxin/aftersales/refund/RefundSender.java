package anxin.aftersales.refund;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calls the gateways. A fresh intent is sent; any other is asked about first, and sent again under
 * its own number only when the gateway has never heard of it.
 */
@Component
public class RefundSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RefundSender.class);

    /** Longer than any gateway call may take, so that no other node asks while one is asking. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final long PERIOD_MILLIS = 1_000;

    private final RefundStore store;
    private final Refunds refunds;
    private final List<PaymentGateway> gateways;
    private final RefundBell bell;
    private final Clock clock;
    private final boolean background;
    private volatile boolean on;
    private @Nullable Thread thread;

    RefundSender(
            RefundStore store,
            Refunds refunds,
            List<PaymentGateway> gateways,
            RefundBell bell,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        this.store = store;
        this.refunds = refunds;
        this.gateways = gateways;
        this.bell = bell;
        this.clock = clock;
        this.background = background;
    }

    /** Sends or asks about everything that is due; answers how many. */
    public int runDue() {
        int done = 0;
        for (var taken = store.take(clock.instant(), LEASE);
                taken.isPresent();
                taken = store.take(clock.instant(), LEASE)) {

            refunds.hear(taken.get().intent(), ask(taken.get()));
            done++;
        }
        return done;
    }

    private PaymentGateway.Answer ask(RefundStore.Taken taken) {
        var intent = taken.intent();
        var gateway = gateways.stream().filter(g -> g.name().equals(intent.gateway())).findFirst();
        if (gateway.isEmpty()) {
            return new PaymentGateway.Answer.Rejected(
                    "NO_GATEWAY", "no gateway is set up for " + intent.tender());
        }
        try {
            if (!taken.fresh()) {
                var known = gateway.get().query(intent.outRefundNo());
                if (!(known instanceof PaymentGateway.Answer.NotFound)) {
                    return known;
                }
            }
            return gateway.get().refund(order(taken));
        } catch (RuntimeException broken) {
            log.warn(
                    "the gateway {} did not answer for {}",
                    intent.gateway(),
                    intent.outRefundNo(),
                    broken);
            return new PaymentGateway.Answer.Unknown(String.valueOf(broken.getMessage()));
        }
    }

    private static PaymentGateway.Order order(RefundStore.Taken taken) {
        var intent = taken.intent();
        return new PaymentGateway.Order(
                intent.outRefundNo(),
                intent.payTxnId(),
                intent.tender(),
                intent.amountMinor(),
                taken.paidMinor(),
                intent.currency(),
                "after-sales");
    }

    private void run() {
        while (on) {
            try {
                runDue();
            } catch (RuntimeException e) {
                log.warn("sending refunds failed; trying again", e);
            }
            try {
                bell.await(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        if (background) {
            on = true;
            thread = Thread.ofVirtual().name("refunds").start(this::run);
        }
    }

    @Override
    public void stop() {
        on = false;
        bell.ring();
        var running = thread;
        if (running != null) {
            try {
                running.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
