package anxin.messaging;

import anxin.kernel.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with messages and leave with them. Their content is judged by itself and never by
 * its name, and nobody gets one that was not looked at where a scanner is set up.
 */
public interface Attachments {

    /** Of one message. */
    int MOST = 10;

    enum State {
        /** It is still to be fetched from the channel that named it. */
        FETCHING,
        /** It waits for the virus scanner. */
        CHECKING,
        READY,
        /** It is kept away. */
        INFECTED,
        /** We do not keep it. */
        REFUSED
    }

    /**
     * A file as people see it.
     *
     * @param type judged by its content
     * @param width of a picture that can be shown
     * @param trouble why it is not there, in words
     * @param url where it can be had for an hour or two; null while it cannot
     */
    record AttachmentView(
            UUID id,
            String name,
            @Nullable String type,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            State state,
            @Nullable String trouble,
            @Nullable String url) {}

    /** A file as it leaves with a message. */
    record Content(String name, String type, byte[] bytes) {}

    /** A file that came or is to come, and what is about it. */
    record Use(ShopId shop, UUID id, String about) {}

    /**
     * An upload of {@code owner}, an actor; the same id again is the same file. Throws a problem
     * when we do not keep such a file.
     */
    AttachmentView keep(
            ShopId shop, UUID id, String owner, String name, byte[] content, Locale language);

    /** What came with a message, whatever it is: of what we do not keep the reason stays. */
    void take(ShopId shop, UUID id, String owner, String name, byte[] content);

    /**
     * What a channel names by an address is fetched from there later.
     *
     * @param trusted the address is at the channel's own host, which may be in our own network
     */
    void fetch(
            ShopId shop,
            UUID id,
            String owner,
            @Nullable String name,
            String address,
            boolean trusted);

    /** A 404 unless all are there and the owner's. */
    void requireOwn(ShopId shop, String owner, Collection<UUID> ids);

    /** From now on they belong to something, such as {@code conversation:…}, and stay. */
    void use(List<Use> uses);

    /** As they stand, by id. */
    Map<UUID, AttachmentView> of(ShopId shop, Collection<UUID> ids, Locale language);

    /**
     * Those that were asked for, in their order: an address each, good as long as a reply is tried.
     */
    List<Link> links(ShopId shop, List<UUID> ids) throws NotReady;

    record Link(String name, String type, long bytes, String url) {}

    /** Their content, in their order. */
    List<Content> contents(ShopId shop, List<UUID> ids) throws NotReady;

    /** One of the files cannot leave: not yet, or never. */
    final class NotReady extends Exception {

        private final boolean forGood;
        private final String code;

        public NotReady(String code, String why, boolean forGood) {
            super(why);
            this.code = code;
            this.forGood = forGood;
        }

        public boolean isForGood() {
            return forGood;
        }

        public String code() {
            return code;
        }
    }
}
