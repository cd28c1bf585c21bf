package anxin.kernel.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An id that follows from what it names: whoever makes it again from the same words gets the same
 * one.
 */
public final class StableId {

    private StableId() {}

    public static UUID of(String... words) {
        var hash =
                ByteBuffer.wrap(
                        Hmac.hash(String.join("\n", words).getBytes(StandardCharsets.UTF_8)));
        // The bits that RFC 9562 asks of a UUID made of somebody's own hash (version 8).
        return new UUID(
                (hash.getLong() & 0xffffffffffff0fffL) | 0x8000L,
                (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
