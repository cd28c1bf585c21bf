package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as a channel gets it. The id stays the same when it has to be sent again. */
public record Letter(
        UUID id,
        @Nullable String shop,
        OutboundMessage.Channel channel,
        String recipient,
        String subject,
        String body) {}
