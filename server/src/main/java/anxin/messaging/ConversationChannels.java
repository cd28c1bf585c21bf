package anxin.messaging;

import anxin.kernel.ShopId;
import java.util.List;
import java.util.Optional;

/** The channels on which customers write to the shops. */
public interface ConversationChannels {

    /** How messages come and go. */
    enum Kind {
        /** Signed web hooks both ways. */
        WEBHOOK,
        /** The chat on the shop's pages and in the portal. */
        WEB_CHAT,
        /** A mailbox of the shop's. */
        EMAIL
    }

    /**
     * A channel.
     *
     * @param answers whether a reply leaves by it
     * @param sites the pages that may show it, of a chat
     */
    record Channel(
            String id, ShopId shop, Kind kind, String name, boolean answers, List<String> sites) {}

    Optional<Channel> find(String id);

    /** The shop's own chat; it has one at most. */
    Optional<Channel> webChat(ShopId shop);

    List<Channel> ofShop(ShopId shop);
}
