package anxin.messaging.connections;

import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way;
import org.jspecify.annotations.Nullable;

/** A way that each shop connects with an account of its own. */
public abstract class ConnectedWay implements Way {

    private final ChannelKind kind;
    private final Connections connections;

    protected ConnectedWay(ChannelKind kind, Connections connections) {
        this.kind = kind;
        this.connections = connections;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public boolean takes(@Nullable String shop, Channel channel) {
        return channel == kind.channel() && connections.has(shop, kind);
    }

    @Override
    public @Nullable String deliver(Letter letter) throws Undelivered {
        var shop = letter.shop();
        var connection =
                shop == null ? null : connections.find(new ShopId(shop), kind).orElse(null);
        if (connection == null) {
            throw Undelivered.forNow(kind + " is no longer connected");
        }
        return deliver(letter, connection);
    }

    protected abstract @Nullable String deliver(Letter letter, Connection connection)
            throws Undelivered;
}
