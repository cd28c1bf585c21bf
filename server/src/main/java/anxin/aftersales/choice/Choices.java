package anxin.aftersales.choice;

import anxin.aftersales.cases.AfterApproval;
import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.Refunds;
import anxin.aftersales.replacement.Need;
import anxin.aftersales.replacement.Reservations;
import anxin.aftersales.submit.Reaudit;
import anxin.identity.Caller.Customer;
import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * T20: the customer chooses. What the rules offered is decided by the rules once more; what an
 * agent offered within their authority is decided already.
 */
@Component
public class Choices {

    private final CaseStore cases;
    private final CaseChanges changes;
    private final Options options;
    private final OfferStore offers;
    private final Reaudit reaudit;
    private final Refunds refunds;
    private final Reservations reservations;

    Choices(
            CaseStore cases,
            CaseChanges changes,
            Options options,
            OfferStore offers,
            Reaudit reaudit,
            Refunds refunds,
            Reservations reservations) {
        this.cases = cases;
        this.changes = changes;
        this.options = options;
        this.offers = offers;
        this.reaudit = reaudit;
        this.refunds = refunds;
        this.reservations = reservations;
    }

    @Transactional
    public CaseRow choose(Customer customer, UUID id, int version, String code, Locale language) {
        var before = cases.begin(customer, id, version, CaseEvent.CHOOSE);
        var now = options.of(before);
        var chosen =
                now.stream()
                        .filter(option -> option.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> gone(now, language));
        var offered = offers.standing(before);
        return offered.isEmpty()
                ? byTheRules(before, chosen, customer)
                : byAgreement(before, chosen, Way.of(code), customer, language);
    }

    /**
     * T20b: nobody chose in time. What the customer is owed all the same is done in the way that is
     * safest for them; false where there is no such way.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean chooseForThem(CaseRow before) {
        var safest =
                options.of(before).stream()
                        .filter(option -> Way.of(option.code()) == Way.RETURN_REFUND)
                        .findFirst();
        if (safest.isEmpty() || !offers.standing(before).isEmpty()) {
            return false;
        }
        var goodsBack = options.goodsBack(before);
        var code = safest.get().code();
        var hearing = reaudit.hear(before);
        var outcome =
                hearing.on(Way.RETURN_REFUND.applied(hearing.request(), code, goodsBack)).outcome();
        if (outcome != Decision.Outcome.AUTO_APPROVE && outcome != Decision.Outcome.MANUAL_REVIEW) {
            return false;
        }
        reaudit.decideAgain(
                before,
                CaseEvent.RUN_OUT,
                "system",
                "CHOSEN_FOR_YOU",
                Map.of("choiceLabel", safest.get().label()),
                request -> Way.RETURN_REFUND.applied(request, code, goodsBack));
        return true;
    }

    private static Problem gone(List<Option> now, Locale language) {
        return Problem.refused(
                        "option-gone",
                        "您选的方案刚刚没有了（例如库存已变化），请从现有方案里重新选择",
                        "The option you chose is no longer there, its stock may have gone; please choose again")
                .with("options", now.stream().map(option -> option.in(language)).toList());
    }

    private CaseRow byTheRules(CaseRow before, Option chosen, Customer customer) {
        var way = Way.of(chosen.code());
        var goodsBack = options.goodsBack(before);
        return reaudit.decideAgain(
                before,
                CaseEvent.CHOOSE,
                customer.actor(),
                "CHOSEN",
                Map.of("choiceLabel", chosen.label()),
                request -> way.applied(request, chosen.code(), goodsBack));
    }

    private CaseRow byAgreement(
            CaseRow before, Option chosen, Way way, Customer customer, Locale language) {
        var type = way == Way.PARTIAL_REFUND ? "REFUND_ONLY" : way.name();
        var stored = reaudit.order(before);
        var order = stored.order();
        var amount = chosen.amountMinor() == null ? 0 : chosen.amountMinor();
        var to = AfterApproval.state(type, order);
        var need =
                Need.of(before.shop(), before.id(), type, to, stored, reaudit.lastRequest(before));
        if (need != null && !reservations.hold(need)) {
            throw gone(List.of(), language);
        }
        var after =
                changes.apply(
                        before,
                        Move.to(to, CaseEvent.CHOOSE, "CHOSEN", customer.actor())
                                .type(type)
                                .refundable(Math.max(before.refundableMinor(), amount))
                                .approved(amount)
                                .freightPayer(chosen.freightPayer())
                                .param("choiceLabel", chosen.label()));
        if (to == CaseState.REFUNDING && amount > 0) {
            refunds.start(after, order, RefundIntent.Kind.REFUND, amount);
        }
        return after;
    }
}
