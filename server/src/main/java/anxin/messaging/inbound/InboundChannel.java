package anxin.messaging.inbound;

import anxin.kernel.ShopId;
import anxin.messaging.ConversationChannels.Channel;
import anxin.messaging.ConversationChannels.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its shop has set it up.
 *
 * @param secrets what its web hooks are signed with: the newest first, the one before it until the
 *     other side has changed too
 * @param url where replies are posted to
 * @param sites the pages that may show the chat
 * @param mailbox of an e-mail channel
 */
public record InboundChannel(
        String id,
        ShopId shop,
        Kind kind,
        String name,
        List<String> secrets,
        @Nullable String url,
        List<String> sites,
        @Nullable Mailbox mailbox,
        int version) {

    Channel known() {
        return new Channel(id, shop, kind, name, kind != Kind.WEBHOOK || url != null, sites);
    }

    Optional<URI> address() {
        return Optional.ofNullable(url).map(URI::create);
    }

    /** Never the secrets: this ends in logs. */
    @Override
    public String toString() {
        return kind + " " + id + " of " + shop;
    }
}
