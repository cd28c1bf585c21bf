package anxin.messaging;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.messaging.OutboundMessage.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends messages to people outside the house. */
public interface Messages {

    /**
     * What became of a message.
     *
     * @param recipient masked
     * @param state WAITING, WAITING_FOR_CHANNEL, SENT, FAILED or EXPIRED
     * @param trouble why it did not arrive, in words for people
     */
    record Sent(
            UUID id,
            Channel channel,
            String recipient,
            String subject,
            @Nullable String body,
            String state,
            @Nullable String via,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Text trouble) {}

    /**
     * Writes the message down in the caller's transaction; it leaves after the commit, and again
     * until it has left. The same dedupe key a second time sends nothing more and answers with the
     * id of the first.
     */
    UUID send(OutboundMessage message);

    /** The same for many; answers the ids by the dedupe keys. */
    default Map<String, UUID> sendAll(List<OutboundMessage> messages) {
        var ids = new HashMap<String, UUID>();
        messages.forEach(message -> ids.put(message.dedupeKey(), send(message)));
        return ids;
    }

    /**
     * The same text to the same person once more, under its own key; empty when it is forgotten.
     */
    java.util.Optional<UUID> again(ShopId shop, UUID id, String dedupeKey, Instant goodUntil);

    /** Whether the shop, or the house, has something set up to send by. */
    boolean reaches(ShopId shop, Channel channel);

    /** What became of these, by id. */
    Map<UUID, Sent> of(ShopId shop, Collection<UUID> ids);

    /** Every message about one thing, oldest first. */
    List<Sent> about(ShopId shop, String about);
}
