package anxin.language;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.List;
import java.util.Set;

/**
 * Asks the language model that a shop has connected. A shop without one misses nothing but this.
 * Nobody's name, phone, address or number leaves the house, and what comes back is compared with
 * its sources before anybody sees it.
 */
public interface Drafting {

    /** What may be asked for. */
    enum Purpose {
        /** An answer to the customer, from sources alone. */
        ANSWER,
        /** What was said, for whoever takes over. */
        SUMMARY,
        /** The one line, in another language. */
        TRANSLATION,
        /** Which one of the sources the one line means. */
        OPINION
    }

    enum Who {
        CUSTOMER,
        SHOP
    }

    record Line(Who who, String text) {}

    /**
     * Something that is true, or for an opinion something that may be meant.
     *
     * @param key by which an opinion names it
     */
    record Source(String key, String title, String text) {}

    /**
     * @param talk the oldest line first; of a long one the newest lines count
     * @param language its code: what to write in
     * @param personal what we know to be the customer's: names, numbers
     */
    record Errand(
            ShopId shop,
            Purpose purpose,
            List<Line> talk,
            List<Source> sources,
            String language,
            Set<String> personal) {}

    enum Trouble {
        NOT_CONNECTED,
        /** What the shop allows for a day is used up. */
        SPENT,
        BUSY,
        /** It did not answer in time, or nothing that can be read. */
        NO_ANSWER,
        /** It does not accept our key, the model's name or the request. */
        REFUSED
    }

    /** What became of it. */
    sealed interface Draft {

        /** May be shown to staff. */
        record Written(String text, String model) implements Draft {}

        /** Something came back that must not be used. */
        record Unfounded(Text because) implements Draft {}

        record Unavailable(Trouble trouble, String detail) implements Draft {}
    }

    /** What the shop has connected a model for; empty: nothing is connected. */
    Set<Purpose> purposes(ShopId shop);

    /** Takes seconds; not to be called in a transaction. */
    Draft draft(Errand errand, String asker);
}
