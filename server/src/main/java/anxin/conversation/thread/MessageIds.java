package anxin.conversation.thread;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Our id of a message follows from its channel and the channel's own id: whoever sends it again
 * gets the same answer, and one unique index keeps it from being there twice.
 */
final class MessageIds {

    private MessageIds() {}

    static UUID of(String channel, String externalId) {
        try {
            var hash =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (channel + "\n" + externalId)
                                                    .getBytes(StandardCharsets.UTF_8)));
            // The bits that RFC 9562 asks of a UUID made of somebody's own hash (version 8).
            return new UUID(
                    (hash.getLong() & 0xffffffffffff0fffL) | 0x8000L,
                    (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
