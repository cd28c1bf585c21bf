package anxin.messaging.inbound;

import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An answer leaves by the channel that it is for, and by none of another shop. */
@Component
@Order(6)
class ChannelAnswers implements Way {

    private final InboundChannelStore channels;
    private final List<AnswersBy> ways;

    ChannelAnswers(InboundChannelStore channels, List<AnswersBy> ways) {
        this.channels = channels;
        this.ways = ways;
    }

    @Override
    public String name() {
        return "CONVERSATION";
    }

    @Override
    public boolean takes(@Nullable String shop, Channel channel) {
        return shop != null && channel == Channel.CONVERSATION;
    }

    @Override
    public @Nullable String deliver(Letter letter) throws Undelivered {
        var through = letter.extras().through();
        var channel =
                through == null
                        ? null
                        : channels.get(through)
                                .filter(known -> known.shop().value().equals(letter.shop()))
                                .orElse(null);
        if (channel != null) {
            for (var way : ways) {
                if (way.kind() == channel.kind()) {
                    return way.deliver(channel, letter);
                }
            }
        }
        throw Undelivered.forNow("the channel is not connected any more");
    }
}
