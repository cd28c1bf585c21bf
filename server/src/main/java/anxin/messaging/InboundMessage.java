package anxin.messaging;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote on a channel. Channel and id together say which message it is, however
 * often it is handed in.
 *
 * @param id the channel's own
 * @param attachments files that we keep, see {@link Attachments}
 * @param at when it was written, by the channel's clock
 */
public record InboundMessage(
        ShopId shop,
        String channel,
        String id,
        From from,
        String text,
        List<UUID> attachments,
        Instant at,
        Context context,
        @Nullable Mail mail) {

    public InboundMessage(
            ShopId shop,
            String channel,
            String id,
            From from,
            String text,
            List<UUID> attachments,
            Instant at,
            Context context) {
        this(shop, channel, id, from, text, attachments, at, context, null);
    }

    /**
     * What a mail has beside its text.
     *
     * @param answers the conversation that it goes on with, if it is the sender's and not closed
     * @param html made safe
     * @param history what was said before, as the sender's program quotes it
     */
    public record Mail(
            @Nullable UUID answers,
            @Nullable String subject,
            @Nullable String html,
            @Nullable String history) {}

    /**
     * Who wrote.
     *
     * @param id theirs on the channel
     * @param customerId the shop's own id of them, where the channel knows it
     */
    public record From(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String customerId) {}

    /**
     * What the channel knows of the matter, so that nobody has to ask for it.
     *
     * @param liveSession in whose room it was asked
     * @param page where the customer was when they wrote
     */
    public record Context(
            @Nullable String orderNumber,
            @Nullable String product,
            @Nullable String liveSession,
            @Nullable String page,
            @Nullable String language) {

        public static final Context NONE = new Context(null, null, null, null, null);
    }
}
