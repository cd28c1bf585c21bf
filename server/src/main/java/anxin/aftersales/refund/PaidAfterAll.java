package anxin.aftersales.refund;

import anxin.payments.PaymentGateway.Answer;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An intent that failed by our books and that its gateway has paid: the only way by which what is
 * final changes, and never without an incident that says so.
 */
@Component
class PaidAfterAll {

    private final RefundStore store;
    private final Incidents incidents;
    private final Clock clock;

    PaidAfterAll(RefundStore store, Incidents incidents, Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** With the case locked. Money that went another way meanwhile was paid twice: a person's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(RefundIntent failed, Answer.Succeeded said, String actor) {
        var waits =
                store.failed(failed.shop(), failed.caseId()).stream()
                        .anyMatch(one -> one.outRefundNo().equals(failed.outRefundNo()));
        if (!waits) {
            incidents.open(
                    Incidents.Kind.PAID_TWICE,
                    failed,
                    failed.amountMinor(),
                    "paid by the gateway, and once more another way");
            return;
        }
        var incident =
                incidents.open(
                        Incidents.Kind.PAID_AFTER_FAILURE,
                        failed,
                        failed.amountMinor(),
                        "corrected: the gateway has paid it");
        var now = clock.instant();
        store.succeed(failed, null, null, incident, actor, now);
        store.correct(failed, said.gatewayNo(), now);
        store.settle(failed);
    }
}
