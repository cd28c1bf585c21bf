package anxin.conversation;

import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may ask of conversations. */
public interface Conversations {

    /**
     * What is known of one.
     *
     * @param facts of the matter, by name: product, page, …
     * @param said the customer's own words of late, the oldest first
     */
    record Known(
            ShopId shop,
            UUID profile,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo,
            Map<String, String> facts,
            List<Word> said) {}

    /**
     * @param files see {@link anxin.messaging.Attachments}
     */
    record Word(UUID id, String text, List<UUID> files) {}

    /**
     * Empty when it is not there or the caller may not read it.
     *
     * @param message read up to this one of the customer's; null: the newest
     */
    Optional<Known> find(Caller.Permitted caller, UUID id, @Nullable UUID message);

    /**
     * What was said between the customer and the shop; notes among staff are not.
     *
     * @param theirs the customer's own
     */
    record Spoken(boolean theirs, String text) {}

    /** The newest, the oldest of them first; empty when the caller may not read it. */
    List<Spoken> lines(Caller.Permitted caller, UUID id, int most);

    /**
     * Answers the customer in the caller's transaction; one that is closed is opened again for it.
     */
    void answer(Staff by, ShopId shop, UUID id, UUID message, String text);

    /** When the fact is a customer's own word: at what time it was written down. */
    Optional<Instant> customersWord(Fact fact);
}
