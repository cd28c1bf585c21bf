package anxin.conversation.thread;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be written.
 *
 * @param author an actor
 * @param externalId the channel's own, of a message that came by it
 * @param writtenAt by the clock of whoever wrote it
 * @param attachments files that we keep
 * @param choices what the customer may answer with one touch
 * @param delivery the message in the outbox by which it leaves
 */
public record NewMessage(
        ShopId shop,
        UUID conversation,
        int seq,
        UUID id,
        Kind kind,
        String author,
        @Nullable String channel,
        @Nullable String externalId,
        String text,
        List<UUID> attachments,
        Instant writtenAt,
        @Nullable Event event,
        @Nullable UUID delivery,
        @Nullable Mail mail,
        List<String> choices) {

    public NewMessage(
            ShopId shop,
            UUID conversation,
            int seq,
            UUID id,
            Kind kind,
            String author,
            @Nullable String channel,
            @Nullable String externalId,
            String text,
            List<UUID> attachments,
            Instant writtenAt,
            @Nullable Event event,
            @Nullable UUID delivery) {
        this(
                shop,
                conversation,
                seq,
                id,
                kind,
                author,
                channel,
                externalId,
                text,
                attachments,
                writtenAt,
                event,
                delivery,
                null,
                List.of());
    }

    /** The same with what the customer may answer with one touch. */
    public NewMessage offering(List<String> touches) {
        return new NewMessage(
                shop,
                conversation,
                seq,
                id,
                kind,
                author,
                channel,
                externalId,
                text,
                attachments,
                writtenAt,
                event,
                delivery,
                mail,
                touches);
    }

    /** What a mail has beside its text: the page made safe, and what was said before. */
    public record Mail(@Nullable String subject, @Nullable String html, @Nullable String history) {}

    /**
     * What happened to a conversation.
     *
     * @param to whom or where it was given: an actor, a team
     */
    public record Event(What what, @Nullable String to, @Nullable Instant until) {}

    /** Each has words of its own on the screen. */
    public enum What {
        TAKEN,
        GIVEN,
        GIVEN_TO_TEAM,
        GIVEN_BACK,
        /** By the house: they were free for it. */
        ASSIGNED,
        /** By the house: whoever had it is gone. */
        RETURNED,
        /** By the first line, to people. */
        HANDED_OVER,
        /** To the first line. */
        GIVEN_TO_BOT,
        SNOOZED,
        WOKEN,
        CLOSED,
        REOPENED
    }

    /** Who says it, to whom. */
    public enum Kind {
        /** The customer to the shop. */
        CUSTOMER,
        /** The shop to the customer. */
        STAFF,
        /** Staff among themselves. */
        NOTE,
        /** What happened to the conversation: taken, handed over, closed. */
        EVENT
    }
}
