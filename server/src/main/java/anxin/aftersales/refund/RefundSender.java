package anxin.aftersales.refund;

import anxin.kernel.loop.Loop;
import anxin.payments.PaymentGateway;
import anxin.payments.PaymentGateways;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls the gateways. A fresh intent is sent; any other is asked about first, and sent again under
 * its own number only when the gateway has never heard of it.
 */
@Component
public class RefundSender extends Loop {

    private static final Logger log = LoggerFactory.getLogger(RefundSender.class);

    /** Calls to gateways at a time: one that does not answer must not keep the others waiting. */
    private static final int LANES = 16;

    /** Of one look: certificates, a question, a refund, each with the time a gateway may take. */
    private static final int CALLS = 6;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RefundStore store;
    private final Refunds refunds;
    private final PaymentGateways gateways;
    private final Clock clock;
    private final Duration lease;
    private final Semaphore lanes = new Semaphore(LANES);

    RefundSender(
            RefundStore store,
            Refunds refunds,
            PaymentGateways gateways,
            RefundBell bell,
            Clock clock,
            @Value("${anxin.gateways.timeout:10s}") Duration timeout,
            @Value("${anxin.background:true}") boolean background) {
        super("refunds", PAUSE, PATIENCE, bell, background);
        this.store = store;
        this.refunds = refunds;
        this.gateways = gateways;
        this.clock = clock;
        this.lease = timeout.multipliedBy(CALLS);
    }

    /** Sends or asks about everything that is due; answers how many. */
    public int runDue() {
        int done = 0;
        for (var taken = store.take(clock.instant(), lease);
                taken.isPresent();
                taken = store.take(clock.instant(), lease)) {

            refunds.hear(taken.get().intent(), ask(taken.get()));
            done++;
        }
        return done;
    }

    private PaymentGateway.Answer ask(RefundStore.Taken taken) {
        var intent = taken.intent();
        var gateway = gateways.find(intent.shop(), intent.gateway());
        if (gateway.isEmpty()) {
            return missing(taken);
        }
        try {
            if (!taken.fresh()) {
                var known = gateway.get().query(order(taken));
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

    /** What was sent through a gateway that is gone may have been paid. */
    private static PaymentGateway.Answer missing(RefundStore.Taken taken) {
        var why = "no gateway is set up for " + taken.intent().tender();
        return taken.fresh() || taken.intent().gateway().equals(PaymentGateways.NONE)
                ? new PaymentGateway.Answer.Rejected("NO_GATEWAY", why)
                : new PaymentGateway.Answer.Unknown(why + " any more");
    }

    private static PaymentGateway.Order order(RefundStore.Taken taken) {
        return taken.intent().order(taken.paidMinor());
    }

    @Override
    protected void round() throws InterruptedException {
        lanes.acquire();
        while (isRunning() && sendOne()) {
            lanes.acquire();
        }
        lanes.release();
    }

    /** True when the lane is taken; it is given back at the end of the call. */
    private boolean sendOne() {
        try {
            var taken = store.take(clock.instant(), lease);
            taken.ifPresent(one -> Thread.ofVirtual().name("refund").start(() -> send(one)));
            return taken.isPresent();
        } catch (RuntimeException e) {
            log.warn("sending refunds failed; trying again", e);
            return false;
        }
    }

    private void send(RefundStore.Taken taken) {
        try {
            refunds.hear(taken.intent(), ask(taken));
        } catch (RuntimeException e) {
            log.warn("{} is asked about later", taken.intent().outRefundNo(), e);
        } finally {
            lanes.release();
        }
    }

    /** What is on its way to a gateway gets as long again. */
    @Override
    public void stop() {
        super.stop();
        try {
            if (lanes.tryAcquire(LANES, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                lanes.release(LANES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
