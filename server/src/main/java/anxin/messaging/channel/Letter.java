package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Extras;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel gets it. The id stays the same when it has to be sent again.
 *
 * @param attempt the first is 1; from the second on it may have gone out before
 * @param writtenAt since when it may have gone out
 */
public record Letter(
        UUID id,
        @Nullable String shop,
        OutboundMessage.Channel channel,
        String recipient,
        String subject,
        String body,
        Extras extras,
        int attempt,
        Instant writtenAt) {}
