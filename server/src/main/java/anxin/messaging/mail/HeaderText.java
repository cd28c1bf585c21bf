package anxin.messaging.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header as people read it. Encoded words that follow each other in one character set are put
 * together before they are read: senders cut Chinese characters in two.
 */
final class HeaderText {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");

    private HeaderText() {}

    static String of(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        var line = raw.replaceAll("\\r?\\n[ \\t]*", " ");
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        var words = WORD.matcher(line);
        while (words.find()) {
            var between = line.substring(end, words.start());
            var goesOn =
                    charset != null
                            && between.isBlank()
                            && charset.equalsIgnoreCase(words.group(1));
            if (!goesOn) {
                flush(bytes, charset, text);
                if (charset == null || !between.isBlank()) {
                    text.append(plain(between));
                }
            }
            charset = words.group(1);
            bytes.writeBytes(decoded(words.group(2), words.group(3)));
            end = words.end();
        }
        flush(bytes, charset, text);
        return clean(text.append(plain(line.substring(end))).toString());
    }

    private static void flush(
            ByteArrayOutputStream bytes, @Nullable String charset, StringBuilder to) {
        if (bytes.size() > 0) {
            to.append(Charsets.read(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    private static byte[] decoded(String how, String content) {
        return how.equalsIgnoreCase("B") ? base64(content) : quoted(content);
    }

    private static byte[] base64(String content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException broken) {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] quoted(String content) {
        var bytes = new ByteArrayOutputStream();
        for (int n = 0; n < content.length(); n++) {
            var at = content.charAt(n);
            var isCode =
                    at == '='
                            && n + 2 < content.length()
                            && content.substring(n + 1, n + 3).matches("[0-9A-Fa-f]{2}");
            if (isCode) {
                bytes.write(Integer.parseInt(content.substring(n + 1, n + 3), 16));
                n += 2;
            } else {
                bytes.write(at == '_' ? ' ' : at);
            }
        }
        return bytes.toByteArray();
    }

    /** Bytes that should have been encoded and were not. */
    private static String plain(String raw) {
        return raw.chars().anyMatch(c -> c > 0x7f) && raw.chars().allMatch(c -> c <= 0xff)
                ? Charsets.read(raw.getBytes(StandardCharsets.ISO_8859_1), null)
                : raw;
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
