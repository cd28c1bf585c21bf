package anxin.messaging.inbound;

import anxin.messaging.Attachments;
import anxin.messaging.ConversationChannels.Kind;
import anxin.messaging.channel.HookCall;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way.Undelivered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to whoever handed the question in: one signed web hook, again until it is taken. */
@Component
class HookAnswers implements AnswersBy {

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

    private final Attachments attachments;
    private final HookCall call;

    HookAnswers(Attachments attachments, HookCall call) {
        this.attachments = attachments;
        this.call = call;
    }

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }

    @Override
    public @Nullable String deliver(InboundChannel channel, Letter letter) throws Undelivered {
        if (channel.secrets().isEmpty()) {
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
