package anxin.messaging.inbound;

import anxin.messaging.ConversationChannels.Kind;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way.Undelivered;
import org.jspecify.annotations.Nullable;

/** How answers leave by channels of one kind. */
public interface AnswersBy {

    Kind kind();

    /** As {@link anxin.messaging.channel.Way#deliver}. */
    @Nullable String deliver(InboundChannel channel, Letter letter) throws Undelivered;
}
