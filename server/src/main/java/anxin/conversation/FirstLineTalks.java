package anxin.conversation;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.work.WaitingPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the first line may do with the conversations that it has. */
public interface FirstLineTalks {

    /**
     * A conversation.
     *
     * @param customerId the shop's own id of them, or the one that we gave a visitor
     * @param facts of the matter, by name
     * @param lang the customer's language, where the channel knows it
     * @param own the first line has it, and it is open
     * @param chat the customer reads it on a page of ours
     */
    record Talk(
            ShopId shop,
            UUID id,
            UUID profile,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo,
            Map<String, String> facts,
            @Nullable String lang,
            boolean own,
            boolean chat) {}

    /** A customer's word to the first line. */
    record Heard(ShopId shop, UUID conversation, UUID message, int seq, Instant at) {}

    /** When the fact is one. */
    Optional<Heard> heard(Fact fact);

    Optional<Talk> find(ShopId shop, UUID id);

    /** Kept from every other writer to the end of the caller's transaction. */
    Optional<Talk> lock(ShopId shop, UUID id);

    /** What was said, with its files. */
    Optional<Conversations.Word> word(ShopId shop, UUID conversation, int seq);

    /**
     * The first line's answer, in the transaction in which the conversation is locked.
     *
     * @param choices what the customer may answer with one touch
     */
    void say(ShopId shop, UUID id, UUID message, String text, List<String> choices);

    /**
     * From now on people have it, in the transaction in which it is locked.
     *
     * @param words to the customer, knowing where they wait
     * @param topic the intent by which its queue is found; null where none is known
     */
    void handOver(
            ShopId shop,
            UUID id,
            UUID message,
            Function<Optional<WaitingPlace>, String> words,
            @Nullable String topic);

    /** Those that nobody said anything in since then, of all shops. */
    List<Talk> idle(Instant since, int most);

    /** Nothing is left to say, in the transaction in which it is locked. */
    void close(ShopId shop, UUID id);
}
