package anxin.commerce.orders;

import anxin.commerce.OrdersTaken;
import anxin.commerce.intake.Taken;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class TakeOrders implements OrdersTaken {

    private final OrderIntake intake;

    TakeOrders(OrderIntake intake) {
        this.intake = intake;
    }

    @Override
    public Optional<String> take(ShopId shop, JsonNode order) {
        return switch (intake.take(shop, List.of(order)).getFirst()) {
            case Taken.Stored stored -> Optional.empty();
            case Taken.Stale newerIsHere -> Optional.empty();
            case Taken.Refused refused ->
                    Optional.of(
                            refused.fields().stream()
                                    .map(field -> field.pointer() + " " + field.expected().en())
                                    .collect(Collectors.joining("; ")));
        };
    }
}
