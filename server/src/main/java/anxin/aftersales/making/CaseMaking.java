package anxin.aftersales.making;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.making.MakingSteps.MakingStep;
import anxin.aftersales.making.MakingSteps.Outcome;
import anxin.aftersales.making.MakingSteps.Purpose;
import anxin.commerce.Order;
import anxin.commerce.Order.MakingKind;
import anxin.commerce.Orders;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The production log of a case, with what its departments have answered. */
@Component
class CaseMaking {

    /** One line that is made to order: what was ordered, and the shop's production log. */
    record MakingLine(
            String lineId, String title, List<Order.Service> services, List<Order.Making> log) {}

    /**
     * @param costMinor what was spent on it: as answered, until then as the log says
     * @param proposalMinor what may go back where the customer gives it up; null elsewhere
     */
    record MakingView(
            List<MakingLine> lines,
            List<MakingStep> steps,
            long costMinor,
            @Nullable Long proposalMinor) {}

    private static final Set<Outcome> ANSWERED = Set.of(Outcome.STOPPED, Outcome.TOO_LATE);

    private final MakingSteps steps;
    private final CaseStore cases;
    private final Orders orders;

    CaseMaking(MakingSteps steps, CaseStore cases, Orders orders) {
        this.steps = steps;
        this.cases = cases;
        this.orders = orders;
    }

    MakingView of(CaseRow row) {
        var lineIds =
                cases.lines(row.shop(), row.id()).stream().map(CaseStore.Line::lineId).toList();
        var made =
                orders.find(row.shop(), row.orderNo())
                        .map(order -> MadeToOrder.lines(order.order(), lineIds))
                        .orElse(List.of());
        var asked = steps.of(row);
        var cost =
                made.stream()
                        .flatMap(
                                line ->
                                        MadeToOrder.log(line).stream()
                                                .map(one -> new Spent(line.id(), one)))
                        .filter(spent -> !isAnswered(spent, asked))
                        .mapToLong(Spent::minor)
                        .sum();
        cost +=
                asked.stream()
                        .map(MakingStep::costMinor)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
        var stops = asked.stream().anyMatch(step -> step.purpose() == Purpose.STOP);
        return new MakingView(
                made.stream()
                        .map(
                                line ->
                                        new MakingLine(
                                                line.id(),
                                                MadeToOrder.title(line),
                                                services(line),
                                                MadeToOrder.log(line)))
                        .toList(),
                asked,
                cost,
                stops && row.state() == CaseState.IN_REVIEW
                        ? Math.max(0, row.refundableMinor() - cost)
                        : null);
    }

    private record Spent(String lineId, Order.Making making) {

        long minor() {
            return Objects.requireNonNullElse(making.costMinor(), 0L);
        }

        boolean isOf(MakingStep step) {
            return step.lineId().equals(lineId)
                    && (step.kind()
                            == MakingKind.PURCHASE
                            == (making.step() == MakingKind.PURCHASE));
        }
    }

    /** What a department has answered counts instead of what the log says of its steps. */
    private static boolean isAnswered(Spent spent, List<MakingStep> asked) {
        return asked.stream()
                .anyMatch(
                        step ->
                                step.purpose() == Purpose.STOP
                                        && step.outcome() != null
                                        && ANSWERED.contains(step.outcome())
                                        && spent.isOf(step));
    }

    private static List<Order.Service> services(Order.Line line) {
        var custom = line.custom();
        return custom == null ? List.of() : custom.itsServices();
    }
}
