package anxin.messaging;

import anxin.kernel.ShopId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who write to a shop through its market. */
public class TestCustomers {

    private final Reception reception;
    private final Clock clock;

    TestCustomers(Reception reception, Clock clock) {
        this.reception = reception;
        this.clock = clock;
    }

    /** The conversation it stands in. */
    public UUID write(ShopId to, String who, String text) {
        return write(to, who, text, null);
    }

    public UUID write(ShopId to, String who, String text, @Nullable String language) {
        return reception
                .receive(
                        new InboundMessage(
                                to,
                                "market-" + to,
                                UUID.randomUUID().toString(),
                                new InboundMessage.From(who, "林晓", null, null, null),
                                text,
                                List.of(),
                                clock.instant(),
                                new InboundMessage.Context(null, null, null, null, language)))
                .conversation();
    }
}
