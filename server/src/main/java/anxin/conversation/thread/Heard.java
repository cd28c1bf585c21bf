package anxin.conversation.thread;

import anxin.messaging.InboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came in.
 *
 * @param topic what it is about, where somebody asks and it was understood
 */
record Heard(InboundMessage message, @Nullable String topic) {}
