package anxin.messaging;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that shall leave the house.
 *
 * @param dedupeKey what it is about, so that it goes out once however often it is asked for
 * @param subject of an e-mail or a push; an SMS is sent without
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
        boolean secret,
        Extras extras) {

    public OutboundMessage(
            String dedupeKey,
            @Nullable ShopId shop,
            Channel channel,
            String recipient,
            String subject,
            String body,
            @Nullable Instant goodUntil,
            boolean secret) {
        this(dedupeKey, shop, channel, recipient, subject, body, goodUntil, secret, Extras.NONE);
    }

    /** By which way. */
    public enum Channel {
        EMAIL,
        SMS,
        WEB_PUSH,
        APP_PUSH,
        /** Back by the channel on which a customer wrote. */
        CONVERSATION;

        /** Those by which we speak first: to tell somebody something. */
        public static List<Channel> ofNotices() {
            return List.of(EMAIL, SMS, WEB_PUSH, APP_PUSH);
        }
    }

    /**
     * What only some messages have.
     *
     * @param about what it is about, {@code case:…}: all messages about one thing can be listed
     * @param notBefore it waits until then, so that nobody is woken at night
     * @param vendorTemplate the code under which an SMS vendor knows the wording
     * @param params the values of the wording's variables, in their order
     * @param link where a push leads to
     * @param unsubscribe where a mail of this kind can be stopped with one click
     * @param through the conversation channel that it goes back by
     * @param inReplyTo the channel's own id of the message that it answers
     * @param attachments files that go with it, see {@link Attachments}
     */
    public record Extras(
            @Nullable String about,
            @Nullable Instant notBefore,
            @Nullable String vendorTemplate,
            Map<String, String> params,
            @Nullable String link,
            @Nullable String unsubscribe,
            @Nullable String through,
            @Nullable String inReplyTo,
            @Nullable List<UUID> attachments) {

        public static final Extras NONE =
                new Extras(null, null, null, Map.of(), null, null, null, null, null);

        public List<UUID> files() {
            return attachments == null ? List.of() : attachments;
        }

        /** Of a message that tells something. */
        public static Extras ofNotice(
                @Nullable String about,
                @Nullable Instant notBefore,
                @Nullable String vendorTemplate,
                Map<String, String> params,
                @Nullable String link,
                @Nullable String unsubscribe) {
            return new Extras(
                    about, notBefore, vendorTemplate, params, link, unsubscribe, null, null, null);
        }

        /** Of an answer in a conversation. */
        public static Extras ofAnswer(
                String about, String through, @Nullable String inReplyTo, List<UUID> attachments) {
            return new Extras(
                    about,
                    null,
                    null,
                    Map.of(),
                    null,
                    null,
                    through,
                    inReplyTo,
                    attachments.isEmpty() ? null : attachments);
        }
    }
}
