package anxin.aftersales.making;

import anxin.commerce.Order;
import anxin.commerce.Order.MakingKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lines of an order that were made to order need, by the order alone. */
public final class MadeToOrder {

    /** How long sending it takes once it is made. */
    static final Duration TO_SEND = Duration.ofHours(24);

    /** How long a department has to stop, or to go on again. */
    static final Duration TO_STOP = Duration.ofHours(2);

    /** One step that makes a line anew; {@code text} is what to write on it. */
    record Planned(String lineId, String title, MakingKind kind, @Nullable String text) {}

    private MadeToOrder() {}

    /** How long one step may take. */
    static Duration limit(MakingKind kind) {
        return Duration.ofHours(
                switch (kind) {
                    case PURCHASE, OTHER -> 48;
                    case ENGRAVING, DISPATCH -> 24;
                    case PACKAGING -> 8;
                    case GIFT_CARD -> 4;
                });
    }

    /**
     * How long it takes until the lines have been made anew and sent; zero where nothing of them is
     * made to order. Lines are made side by side, the steps of one line one after the other.
     */
    public static Duration time(Order order, Collection<String> lineIds) {
        var longest =
                lines(order, lineIds).stream()
                        .map(MadeToOrder::plan)
                        .map(MadeToOrder::time)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return longest.isZero() ? longest : longest.plus(TO_SEND);
    }

    private static Duration time(List<Planned> steps) {
        return steps.stream().map(step -> limit(step.kind())).reduce(Duration.ZERO, Duration::plus);
    }

    /** The steps that make the lines anew, line by line and in their order. */
    static List<List<Planned>> plans(Order order, Collection<String> lineIds) {
        return lines(order, lineIds).stream()
                .map(MadeToOrder::plan)
                .filter(steps -> !steps.isEmpty())
                .toList();
    }

    /** Those of the lines that were made to order; all lines where none is named. */
    static List<Order.Line> lines(Order order, Collection<String> lineIds) {
        return order.lines().stream()
                .filter(line -> line.custom() != null)
                .filter(line -> lineIds.isEmpty() || lineIds.contains(line.id()))
                .toList();
    }

    /** What was bought in for it is bought in again, and so is what the warehouse lacks. */
    private static List<Planned> plan(Order.Line line) {
        var custom = line.custom();
        if (custom == null || custom.itsServices().isEmpty()) {
            return List.of();
        }
        var steps = new ArrayList<Planned>();
        var stock = line.stock();
        if (custom.itsLog().stream().anyMatch(one -> one.step() == MakingKind.PURCHASE)
                || (stock != null && stock < line.qty())) {
            steps.add(new Planned(line.id(), title(line), MakingKind.PURCHASE, null));
        }
        for (var service : custom.itsServices()) {
            steps.add(new Planned(line.id(), title(line), kind(service.kind()), service.text()));
        }
        return steps;
    }

    /** The production log; empty for what is not made to order. */
    static List<Order.Making> log(Order.Line line) {
        var custom = line.custom();
        return custom == null ? List.of() : custom.itsLog();
    }

    static String title(Order.Line line) {
        return line.title() == null ? line.sku() : line.title();
    }

    private static MakingKind kind(Order.ServiceKind service) {
        return switch (service) {
            case ENGRAVING -> MakingKind.ENGRAVING;
            case PACKAGING -> MakingKind.PACKAGING;
            case GIFT_CARD -> MakingKind.GIFT_CARD;
            case OTHER -> MakingKind.OTHER;
        };
    }
}
