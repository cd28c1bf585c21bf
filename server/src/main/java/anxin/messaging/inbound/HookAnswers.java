package anxin.messaging.inbound;

import anxin.messaging.Attachments;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.channel.HookCall;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers to whoever handed the question in: one signed web hook, again until it is taken. */
@Component
@Order(6)
class HookAnswers implements Way {

    /**
     * What the other side gets.
     *
     * @param id ours; the same when it comes again
     * @param to the customer on the channel
     * @param attachments each with an address that is good for three days
     */
    record Answer(
            UUID id,
            String channel,
            String to,
            String text,
            Instant at,
            List<Attachments.Link> attachments) {}

    private final InboundChannelStore channels;
    private final Attachments attachments;
    private final HookCall call;

    HookAnswers(InboundChannelStore channels, Attachments attachments, HookCall call) {
        this.channels = channels;
        this.attachments = attachments;
        this.call = call;
    }

    @Override
    public String name() {
        return "WEBHOOK";
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
        if (channel == null || channel.secrets().isEmpty()) {
            throw Undelivered.forNow("the channel is not connected any more");
        }
        var address =
                channel.address()
                        .orElseThrow(() -> Undelivered.forNow("the channel has no address"));
        call.post(
                address,
                channel.secrets().getFirst(),
                letter.id(),
                new Answer(
                        letter.id(),
                        channel.id(),
                        letter.recipient(),
                        letter.body(),
                        letter.writtenAt(),
                        files(channel, letter)));
        return null;
    }

    private List<Attachments.Link> files(InboundChannel channel, Letter letter) throws Undelivered {
        try {
            return attachments.links(channel.shop(), letter.extras().files());
        } catch (Attachments.NotReady no) {
            throw Undelivered.of(no);
        }
    }
}
