package anxin.conversation;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers say and how it went on, for those who learn from it. */
public interface CustomerWords {

    /** How the customer writes. */
    enum Place {
        CHAT,
        MAIL,
        OTHER
    }

    /** Who wrote a message. */
    enum By {
        CUSTOMER,
        STAFF
    }

    /**
     * A conversation as it stands.
     *
     * @param customerSeq the number of what the customer wrote last
     */
    record Talk(
            ShopId shop,
            UUID id,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo,
            @Nullable String language,
            Place place,
            int customerSeq) {}

    /** A message that was written. */
    record Written(ShopId shop, UUID conversation, UUID message, int seq, By by, Instant at) {}

    /**
     * A customer's own words.
     *
     * @param reply what was answered next; null: nothing yet
     */
    record Spoken(
            UUID conversation, UUID message, String text, @Nullable String reply, Instant at) {}

    /** Empty when it is not there or the caller may not read it. */
    Optional<Talk> talk(Caller.Permitted caller, UUID id);

    /** When the fact is a message between customer and staff. */
    Optional<Written> written(Fact fact);

    /** When the fact is that a conversation was closed. */
    Optional<UUID> closed(Fact fact);

    /** What a message says. */
    Optional<String> text(ShopId shop, UUID conversation, int seq);

    /**
     * What customers wrote from one time to another, of the newest conversations: as many as asked
     * for at most, spread evenly.
     */
    List<Spoken> sample(ShopId shop, Instant from, Instant until, int most);
}
