package anxin.tickets;

import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where matters come from and where their customer hears what became of them: a conversation, a
 * case. Implemented by, or for, the module whose it is.
 */
public interface TicketOrigin {

    /**
     * Something that shows what is wrong.
     *
     * @param file one that came with a message; it is seen by an address that is made when somebody
     *     looks
     */
    record Proof(
            @Nullable String url,
            @Nullable String name,
            @Nullable String type,
            @Nullable UUID file) {

        public Proof(String url, @Nullable String name, @Nullable String type) {
            this(url, name, type, null);
        }

        public static Proof of(UUID file) {
            return new Proof(null, null, null, file);
        }
    }

    /**
     * What is known there, so that nobody asks the customer again.
     *
     * @param problem in the customer's own words
     */
    record Known(
            ShopId shop,
            @Nullable UUID profile,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo,
            @Nullable String product,
            String problem,
            List<Proof> proofs) {}

    /** How its subjects begin, without the colon. */
    String kind();

    /**
     * Empty when it is not there or the caller may not read it.
     *
     * @param message the one that it is about, if it is about one
     */
    Optional<Known> find(Caller.Permitted caller, UUID id, @Nullable UUID message);

    /**
     * Tells the customer, in the caller's transaction, with a problem when that cannot be. The same
     * message again is told once.
     */
    void tell(Staff by, ShopId shop, UUID id, UUID message, String text);

    /** When this is a customer's own word there: at what time it was said. */
    Optional<Instant> customersWord(Fact fact);
}
