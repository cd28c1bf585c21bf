package anxin.commerce.orders;

import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import anxin.commerce.intake.Batch;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Taken;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        return Batch.take(
                sent,
                document -> {
                    var order = reading.read(document, NewOrder.class);
                    return write(order.no(), order);
                },
                writes -> orders.write(shop, writes));
    }

    @Transactional
    Put put(ShopId shop, OrderNumber number, NewOrder sent) {
        var write = write(number.value(), sent);
        var places = orders.write(shop, List.of(write));
        var order = orders.find(shop, number).orElseThrow();
        return new Put(order, Batch.isStale(write, places));
    }

    private OrderWrite write(@Nullable String number, NewOrder sent) {
        var order = ReadOrder.order(number, sent);
        var contact = ReadOrder.contact(sent);
        var document = documents.write(order);
        var arrived = clock.instant();
        var source =
                Source.of(sent.sourceVersion(), sent.sourceTime(), arrived, document + contact);
        return new OrderWrite(order, contact, source, document, listedAt(order, source, arrived));
    }

    private static Instant listedAt(Order order, Source source, Instant arrived) {
        var paidAt = order.paidAt();
        if (paidAt != null) {
            return paidAt;
        }
        var time = source.time();
        return time == null ? arrived : time;
    }
}
