package anxin.messaging.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What bytes of a mail say. What calls itself GB2312 is often GBK, whose superset GB18030 reads
 * both; what names no character set, or one that nobody knows, is UTF-8 if it can be, and GB18030
 * else.
 */
final class Charsets {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private Charsets() {}

    static String read(byte[] bytes, @Nullable String named) {
        var charset = named == null ? null : known(named);
        return (charset == null || charset.equals(StandardCharsets.US_ASCII))
                ? guessed(bytes)
                : new String(bytes, charset);
    }

    private static @Nullable Charset known(String named) {
        var name = named.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("gb") || name.equals("x-gbk") || name.equals("cp936")) {
            return CHINESE;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException nobodyKnows) {
            return null;
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException another) {
            return new String(bytes, CHINESE);
        }
    }
}
