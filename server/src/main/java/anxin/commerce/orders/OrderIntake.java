package anxin.commerce.orders;

import anxin.commerce.StoredOrder;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Reading;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes orders, one or hundreds at a time; the newer of two always wins. */
@Component
class OrderIntake implements Intake {

    private final Reading reading;
    private final OrderStore orders;
    private final OrderDocuments documents;
    private final Clock clock;

    OrderIntake(Reading reading, OrderStore orders, OrderDocuments documents, Clock clock) {
        this.reading = reading;
        this.orders = orders;
        this.documents = documents;
        this.clock = clock;
    }

    /** What we hold after a write, and whether the write was too old to change it. */
    record Put(StoredOrder order, boolean stale) {}

    @Override
    public Kind kind() {
        return Kind.ORDERS;
    }

    @Override
    @Transactional
    public List<Taken> take(ShopId shop, List<JsonNode> sent) {
        var writes = new ArrayList<@Nullable OrderWrite>(sent.size());
        var taken = new ArrayList<Taken>(sent.size());
        for (var document : sent) {
            try {
                var write = write(reading.read(document, NewOrder.class));
                writes.add(write);
                taken.add(new Taken.Stored(write.number()));
            } catch (Problem refused) {
                writes.add(null);
                taken.add(new Taken.Refused(refused.fields()));
            }
        }
        var places =
                orders.write(shop, writes.stream().filter(java.util.Objects::nonNull).toList());
        for (int i = 0; i < writes.size(); i++) {
            var write = writes.get(i);
            if (write != null && isStale(write, places)) {
                taken.set(i, new Taken.Stale(write.number()));
            }
        }
        return taken;
    }

    @Transactional
    Put put(ShopId shop, NewOrder sent) {
        var write = write(sent);
        var places = orders.write(shop, List.of(write));
        var order = orders.find(shop, new OrderNumber(write.number())).orElseThrow();
        return new Put(order, isStale(write, places));
    }

    private OrderWrite write(NewOrder sent) {
        var order = ReadOrder.order(sent);
        var contact = ReadOrder.contact(sent);
        var document = documents.write(order);
        var source =
                Source.of(
                        sent.sourceVersion(),
                        sent.sourceTime(),
                        clock.instant(),
                        document + contact);
        return new OrderWrite(order, contact, source, document);
    }

    private static boolean isStale(OrderWrite write, Map<String, Source> places) {
        var place = places.get(write.number());
        return place != null && write.source().compareTo(place) < 0;
    }
}
