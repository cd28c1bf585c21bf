package anxin.messaging.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as we understand it.
 *
 * @param id its Message-ID without brackets; of one that has none, a hash of it
 * @param from the sender's address in small letters; empty for none
 * @param to every address that it was sent to
 * @param references what it answers, the nearest first
 * @param html made safe
 * @param history what was said before, as the sender's program quotes it
 * @param headers by name in small letters, the first of each
 * @param report of a bounce: what the other server tells
 */
record Mail(
        String id,
        String from,
        @Nullable String fromName,
        List<String> to,
        String subject,
        List<String> references,
        String text,
        @Nullable String html,
        @Nullable String history,
        List<File> files,
        Instant at,
        Map<String, String> headers,
        @Nullable Bounce report) {

    record File(String name, byte[] content) {}

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String lowerHeader(String name) {
        return header(name).toLowerCase(Locale.ROOT);
    }
}
