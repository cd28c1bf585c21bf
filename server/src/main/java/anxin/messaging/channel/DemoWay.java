package anxin.messaging.channel;

import anxin.messaging.OutboundMessage.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The demo has no mail server and no phones: what would have gone out is shown on a page instead.
 */
public final class DemoWay implements Way {

    public static final String NAME = "DEMO";

    private final boolean demo;

    public DemoWay(boolean demo) {
        this.demo = demo;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(@Nullable String shop, Channel channel) {
        return demo && (channel == Channel.EMAIL || channel == Channel.SMS);
    }

    @Override
    public @Nullable String deliver(Letter letter) {
        return null; // The row itself is what the mailbox shows.
    }
}
