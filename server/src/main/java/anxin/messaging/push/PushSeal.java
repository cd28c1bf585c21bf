package anxin.messaging.push;

import anxin.kernel.wire.Hmac;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a push so that only the browser can read it and not the service between (RFC 8291 with the
 * content coding aes128gcm of RFC 8188, one record).
 */
final class PushSeal {

    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushSeal() {}

    static byte[] seal(byte[] text, byte[] browserKey, byte[] auth)
            throws GeneralSecurityException {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return seal(text, browserKey, auth, P256.newPair(), salt);
    }

    static byte[] seal(byte[] text, byte[] browserKey, byte[] auth, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(P256.publicKey(browserKey), true);
        var ourKey = P256.raw((ECPublicKey) ours.getPublic());

        var info = joined(bytes("WebPush: info\0"), browserKey, ourKey);
        var secret = expand(Hmac.sha256(auth, agreement.generateSecret()), info, 32);
        var pseudoRandom = Hmac.sha256(salt, secret);
        var key = expand(pseudoRandom, bytes("Content-Encoding: aes128gcm\0"), 16);
        var nonce = expand(pseudoRandom, bytes("Content-Encoding: nonce\0"), 12);

        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        var sealed = cipher.doFinal(joined(text, new byte[] {LAST_RECORD}));
        var head =
                ByteBuffer.allocate(SALT + 4 + 1)
                        .put(salt)
                        .putInt(RECORD)
                        .put((byte) ourKey.length)
                        .array();
        return joined(head, ourKey, sealed);
    }

    /** HKDF's second step for at most 32 bytes: one block is enough. */
    private static byte[] expand(byte[] key, byte[] info, int length) {
        return Arrays.copyOf(Hmac.sha256(key, info, new byte[] {1}), length);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
