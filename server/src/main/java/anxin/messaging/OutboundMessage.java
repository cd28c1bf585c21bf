package anxin.messaging;

import anxin.kernel.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that shall leave the house.
 *
 * @param dedupeKey what it is about, so that it goes out once however often it is asked for
 * @param subject of an e-mail; an SMS is sent without
 * @param goodUntil not sent any more after this; null for always
 * @param secret the text opens something and is forgotten as soon as it has gone out
 */
public record OutboundMessage(
        String dedupeKey,
        @Nullable ShopId shop,
        Channel channel,
        String recipient,
        String subject,
        String body,
        @Nullable Instant goodUntil,
        boolean secret) {

    /** By which way. */
    public enum Channel {
        EMAIL,
        SMS
    }
}
