package anxin.messaging.push;

import anxin.messaging.channel.HookCall;
import anxin.messaging.channel.Letter;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.ConnectedWay;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Connections;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Left to the shop's own app server, which knows its customers' phones: one signed web hook. */
@Component
@Order(4)
class AppPush extends ConnectedWay {

    record Push(
            UUID id,
            @Nullable String shop,
            String customerId,
            String title,
            String body,
            @Nullable String link) {}

    private final HookCall call;

    AppPush(Connections connections, HookCall call) {
        super(ChannelKind.APP_PUSH, connections);
        this.call = call;
    }

    @Override
    protected @Nullable String deliver(Letter letter, Connection connection) throws Undelivered {
        call.post(
                URI.create(connection.setting("url")),
                connection.setting("secret"),
                letter.id(),
                new Push(
                        letter.id(),
                        letter.shop(),
                        letter.recipient(),
                        letter.subject(),
                        letter.body(),
                        letter.extras().link()));
        return null;
    }
}
