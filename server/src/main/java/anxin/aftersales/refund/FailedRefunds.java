package anxin.aftersales.refund;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.payments.PaymentGateway.Answer;
import anxin.payments.PaymentGateways;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** T44: what finance does about a refund that failed, when the gateway is to try once more. */
@Component
public class FailedRefunds {

    /** A failed intent and what its gateway says of it at this moment. */
    record Asked(RefundIntent intent, Answer answer) {}

    private final RefundStore store;
    private final Refunds refunds;
    private final PaidAfterAll paidAfterAll;
    private final PaymentGateways gateways;
    private final CaseStore cases;
    private final CaseChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FailedRefunds(
            RefundStore store,
            Refunds refunds,
            PaidAfterAll paidAfterAll,
            PaymentGateways gateways,
            CaseStore cases,
            CaseChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.refunds = refunds;
        this.paidAfterAll = paidAfterAll;
        this.gateways = gateways;
        this.cases = cases;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An unknown outcome is asked about under its number; one that failed gets a new number, after
     * its gateway has said once more that the old one is not and will not be paid.
     */
    public CaseRow retry(Staff staff, ShopId shop, UUID caseId, int version) {
        var seen = cases.find(shop, caseId).orElseThrow(() -> Problem.missing("case"));
        seen.requireVersion(version);
        Lifecycle.require(seen.state(), CaseEvent.RETRY_REFUND);
        var asked = ask(shop, caseId);
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            var of = cases.begin(shop, caseId, version, CaseEvent.RETRY_REFUND);
                            var after =
                                    changes.apply(
                                            of,
                                            Move.to(
                                                    CaseState.REFUNDING,
                                                    CaseEvent.RETRY_REFUND,
                                                    "REFUND_RETRIED",
                                                    staff.actor()));
                            asked.forEach(one -> again(one, staff.actor()));
                            store.ofCase(shop, caseId)
                                    .forEach(intent -> store.askNow(intent, clock.instant()));
                            refunds.ringAfterCommit();
                            return refunds.completeWhenAllIsPaid(
                                    after, CaseEvent.REFUND_SUCCEEDED, "REFUND_ARRIVED", "system");
                        }));
    }

    private void again(Asked asked, String actor) {
        var intent = asked.intent();
        switch (asked.answer()) {
            case Answer.Succeeded paid -> paidAfterAll.correct(intent, paid, actor);
            case Answer.NotFound _, Answer.Rejected _ -> {
                var now = clock.instant();
                store.replace(
                        intent,
                        Refunds.number(now),
                        gateways.nameFor(intent.shop(), intent.tender()),
                        actor,
                        now);
            }
            case Answer.Processing _ -> throw undecided("the gateway is working on it");
            case Answer.Stuck(var code, var message) -> throw undecided(message);
            case Answer.Unknown(var why) -> throw undecided(why);
        }
    }

    /** Outside of any transaction: gateways take their time. */
    List<Asked> ask(ShopId shop, UUID caseId) {
        return store.failed(shop, caseId).stream()
                .map(intent -> new Asked(intent, ask(intent)))
                .toList();
    }

    private Answer ask(RefundIntent intent) {
        if (intent.gateway().equals(PaymentGateways.NONE)) {
            return new Answer.NotFound(); // It was never sent to anybody.
        }
        try {
            return gateways.find(intent.shop(), intent.gateway())
                    .map(gateway -> gateway.query(intent.order(store.paidMinor(intent))))
                    .orElseGet(() -> new Answer.Unknown("its gateway is not connected any more"));
        } catch (RuntimeException broken) {
            return new Answer.Unknown(String.valueOf(broken.getMessage()));
        }
    }

    static Problem undecided(String why) {
        return Problem.refused(
                        "gateway-undecided",
                        "支付渠道尚未确认原退款不会到账，为避免重复付款暂不能继续，请稍后重试或先在渠道商户平台处理",
                        "The gateway does not say for certain that the old refund will not be paid; to pay nothing twice, try later or settle it there first")
                .with("why", why);
    }
}
