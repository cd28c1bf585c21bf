package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;

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
    public boolean takes(OutboundMessage.Channel channel) {
        return demo;
    }

    @Override
    public void deliver(Letter letter) {
        // The row itself is what the mailbox shows.
    }
}
