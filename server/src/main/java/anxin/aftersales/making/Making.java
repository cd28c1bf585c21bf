package anxin.aftersales.making;

import anxin.aftersales.carrier.Dispatches;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.making.MakingSteps.Fresh;
import anxin.aftersales.making.MakingSteps.MakingStep;
import anxin.aftersales.making.MakingSteps.Outcome;
import anxin.aftersales.making.MakingSteps.Purpose;
import anxin.commerce.Order;
import anxin.commerce.Order.MakingKind;
import anxin.commerce.Orders;
import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks purchasing, production and logistics what a case about goods made to order needs. */
@Component
public class Making {

    private static final Set<CaseState> GIVEN_UP =
            EnumSet.of(CaseState.IN_REVIEW, CaseState.WAIT_APPROVAL, CaseState.REFUNDING);
    private static final Set<String> FOR_MONEY = Set.of("REFUND_ONLY", "RETURN_REFUND");
    private static final int STRIDE = 100;

    private final MakingSteps steps;
    private final MakingNews news;
    private final Dispatches dispatches;
    private final CaseStore cases;
    private final Orders orders;

    Making(
            MakingSteps steps,
            MakingNews news,
            Dispatches dispatches,
            CaseStore cases,
            Orders orders) {
        this.steps = steps;
        this.news = news;
        this.dispatches = dispatches;
        this.cases = cases;
        this.orders = orders;
    }

    /**
     * A new case gives up what is still being made: whoever makes it is asked to stop, and says
     * what it has cost (Civil Code 787: the customer may end it before it is done and bears the
     * loss).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void asked(
            ShopId shop,
            UUID caseId,
            String type,
            CaseState state,
            Order order,
            Collection<String> lineIds) {
        if (order.fulfil() != Order.Fulfilment.UNSHIPPED
                || !GIVEN_UP.contains(state)
                || !FOR_MONEY.contains(type)) {
            return;
        }
        for (var line : MadeToOrder.lines(order, lineIds)) {
            stop(shop, caseId, line, kind -> kind == MakingKind.PURCHASE);
            stop(
                    shop,
                    caseId,
                    line,
                    kind -> kind != MakingKind.PURCHASE && kind != MakingKind.DISPATCH);
            if (isOpen(line, kind -> kind == MakingKind.DISPATCH)) {
                dispatches.hold(shop, caseId);
            }
        }
    }

    /** One question to each department, about the first thing it would do next. */
    private void stop(ShopId shop, UUID caseId, Order.Line line, Predicate<MakingKind> theirs) {
        MadeToOrder.log(line).stream()
                .filter(one -> one.canBeStopped() && theirs.test(one.step()))
                .findFirst()
                .ifPresent(
                        one ->
                                add(
                                        shop,
                                        caseId,
                                        new Fresh(
                                                line.id(),
                                                MadeToOrder.title(line),
                                                0,
                                                Purpose.STOP,
                                                one.step(),
                                                null)));
    }

    private static boolean isOpen(Order.Line line, Predicate<MakingKind> kind) {
        return MadeToOrder.log(line).stream()
                .anyMatch(one -> one.canBeStopped() && kind.test(one.step()));
    }

    private void add(ShopId shop, UUID caseId, Fresh fresh) {
        steps.add(shop, caseId, fresh, MadeToOrder.TO_STOP);
        news.asked(shop, caseId, fresh.purpose());
    }

    /** What is owed is made anew, each line's first step now. */
    void begin(CaseRow of) {
        var order = orders.find(of.shop(), of.orderNo()).orElse(null);
        if (order == null) {
            return;
        }
        var lineIds = cases.lines(of.shop(), of.id()).stream().map(CaseStore.Line::lineId).toList();
        for (var plan : MadeToOrder.plans(order.order(), lineIds)) {
            for (int i = 0; i < plan.size(); i++) {
                var step = plan.get(i);
                steps.add(
                        of.shop(),
                        of.id(),
                        new Fresh(
                                step.lineId(),
                                step.title(),
                                (i + 1) * STRIDE,
                                Purpose.MAKE,
                                step.kind(),
                                step.text()),
                        i == 0 ? MadeToOrder.limit(step.kind()) : null);
            }
            news.asked(of.shop(), of.id(), Purpose.MAKE);
        }
    }

    /** It is sent, or something else is done: nobody goes on making it. */
    void drop(CaseRow of) {
        drop(of, Purpose.MAKE);
        dispatches.drop(of);
    }

    /** The customer keeps it: who has stopped goes on, who was about to stop does not. */
    void keep(CaseRow of) {
        for (var step : drop(of, Purpose.STOP)) {
            if (step.outcome() == Outcome.STOPPED) {
                add(
                        of.shop(),
                        of.id(),
                        new Fresh(
                                step.lineId(),
                                step.title(),
                                step.position(),
                                Purpose.RESUME,
                                step.kind(),
                                null));
            }
        }
        dispatches.release(of);
    }

    /** Takes back what was not answered; what was asked as it stood before. */
    private List<MakingStep> drop(CaseRow of, Purpose purpose) {
        var asked = steps.of(of).stream().filter(step -> step.purpose() == purpose).toList();
        asked.stream()
                .filter(step -> step.doneAt() == null)
                .forEach(
                        step ->
                                steps.done(
                                        of.shop(), step.id(), Outcome.VOID, "system", null, null));
        return asked;
    }
}
