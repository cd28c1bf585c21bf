package anxin.payments.wechat;

import anxin.payments.wire.Rsa;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The signatures and seals of API v3. */
public final class WeChatSignature {

    public static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";

    private WeChatSignature() {}

    /** The value of the header {@code Authorization}; {@code path} holds the query too. */
    public static String authorization(
            String merchant,
            String serial,
            PrivateKey key,
            String method,
            String path,
            Instant at,
            String nonce,
            String body) {
        var signature = Rsa.sign(key, request(method, path, at.getEpochSecond(), nonce, body));
        return SCHEME
                + " mchid=\"%s\",nonce_str=\"%s\",signature=\"%s\",timestamp=\"%d\",serial_no=\"%s\""
                        .formatted(merchant, nonce, signature, at.getEpochSecond(), serial);
    }

    /** What a merchant signs. */
    public static String request(
            String method, String path, long seconds, String nonce, String body) {
        return method + "\n" + path + "\n" + seconds + "\n" + nonce + "\n" + body + "\n";
    }

    /** What WeChat Pay signs, in answers and in call-backs. */
    public static String answer(String seconds, String nonce, String body) {
        return seconds + "\n" + nonce + "\n" + body + "\n";
    }

    /** AEAD_AES_256_GCM under the API v3 key. */
    public static String seal(String key, String nonce, String associated, byte[] plain) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws {@link IllegalArgumentException} when it was not sealed under this key. */
    public static byte[] open(String key, String nonce, String associated, String sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
                    .doFinal(Base64.getDecoder().decode(sealed));
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("not sealed under our API v3 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Cipher cipher(int mode, String key, String nonce, String associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
