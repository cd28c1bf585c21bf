package anxin.platforms.wire;

import anxin.kernel.wire.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests by which platforms know who speaks. MD5 is their choice, not ours. */
public final class Digest {

    private static final HexFormat HEX = HexFormat.of();

    private Digest() {}

    public static String md5(String text) {
        return md5(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String md5(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    public static String upperMd5(String text) {
        return md5(text).toUpperCase(Locale.ROOT);
    }

    public static String hmacSha256Hex(String key, String text) {
        return Hmac.hex(key, text);
    }

    public static String hmacSha256Base64(String key, String text) {
        return Base64.getEncoder()
                .encodeToString(Hmac.sha256(key.getBytes(StandardCharsets.UTF_8), text));
    }

    public static String upperHmacMd5Hex(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return HEX.withUpperCase()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-MD5", e);
        }
    }
}
