package anxin.identity.secret;

import anxin.identity.Safe;
import anxin.kernel.wire.Hmac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that we must be able to read again (AES-256-GCM), so that a copy of the database
 * alone opens nothing. The key is {@code ANXIN_SECRET_KEY} (32 bytes, base64; the same on every
 * node) or a file of the installation, made at first use.
 */
@Component
public class Vault implements Safe {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final byte[] signing;

    Vault(@Value("${anxin.secret.key:}") String configured, @Value("${anxin.home}") Path home) {
        var bytes =
                Base64.getDecoder()
                        .decode(
                                configured.isBlank()
                                        ? fromFile(home.toAbsolutePath().resolve("secret-key"))
                                        : configured.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException(
                    "ANXIN_SECRET_KEY must be 32 bytes in base64: openssl rand -base64 32");
        }
        key = new SecretKeySpec(bytes, "AES");
        signing = Hmac.sha256(bytes, "anxin signs");
    }

    private static String fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                var fresh = new byte[32];
                RANDOM.nextBytes(fresh);
                PrivateFile.create(file, Base64.getEncoder().encodeToString(fresh));
            }
            return Files.readString(file).strip();
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return fromFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }

    @Override
    public byte[] seal(byte[] secret) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            var sealed = cipher.doFinal(secret);
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, NONCE));
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this was sealed with another ANXIN_SECRET_KEY than the one at hand", e);
        }
    }

    @Override
    public String sign(String words) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.sha256(signing, words));
    }
}
