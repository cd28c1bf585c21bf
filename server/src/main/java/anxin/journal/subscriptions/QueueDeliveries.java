package anxin.journal.subscriptions;

import anxin.kernel.fact.Audience;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each fact that the staff may hear becomes one delivery of each subscription that wants it. */
@Component
class QueueDeliveries implements FactListener {

    /** What a subscriber gets. {@code id} is the event's, the same when it is sent again. */
    record Event(String id, String type, String shop, String subject, Instant at, JsonNode data) {}

    private final DeliveryStore store;
    private final HookSender sender;
    private final JsonMapper json;

    QueueDeliveries(DeliveryStore store, HookSender sender, JsonMapper json) {
        this.store = store;
        this.sender = sender;
        this.json = json;
    }

    @Override
    public String name() {
        return "journal.subscriptions";
    }

    /** Most shops subscribe to nothing: theirs are not even written as JSON. */
    @Override
    public void hear(List<Fact> facts) {
        var shops = store.subscribed();
        for (var fact : facts) {
            var shop = fact.shop();
            if (shop != null && shops.contains(shop.value())) {
                on(fact);
            }
        }
    }

    @Override
    public void on(Fact fact) {
        var shop = fact.shop();
        if (shop == null || fact.audience() == Audience.NONE) {
            return;
        }
        var event = fact.position().toString();
        var body =
                json.writeValueAsString(
                        new Event(
                                event,
                                fact.type(),
                                shop.value(),
                                fact.subject(),
                                fact.at(),
                                json.readTree(fact.payload())));
        if (store.queue(shop.value(), event, fact.type(), fact.subject(), body, fact.at()) > 0) {
            sender.wakeAfterCommit();
        }
    }
}
