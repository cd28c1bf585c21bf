package anxin.messaging.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Says to a push service who is pushing (RFC 8292): a short token signed with the shop's key. */
public final class VapidKeys {

    public static final String PUBLIC = "publicKey";
    public static final String PRIVATE = "privateKey";

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private VapidKeys() {}

    /** A new pair, as it is kept among a connection's settings. */
    public static Map<String, String> make() {
        var pair = P256.newPair();
        return Map.of(
                PUBLIC,
                BASE64.encodeToString(P256.raw((ECPublicKey) pair.getPublic())),
                PRIVATE,
                BASE64.encodeToString(P256.raw((ECPrivateKey) pair.getPrivate())));
    }

    /**
     * @param audience scheme and host of the push service
     * @param contact {@code mailto:…} or an address where the service reaches the shop
     */
    static String authorization(
            String publicKey, String privateKey, String audience, String contact, Instant now) {
        var header =
                BASE64.encodeToString(
                        "{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8));
        var claims =
                "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                        .formatted(audience, now.plus(GOOD_FOR).getEpochSecond(), contact);
        var token = header + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(P256.privateKey(Base64.getUrlDecoder().decode(privateKey)));
            signature.update(token.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=%s.%s, k=%s"
                    .formatted(token, BASE64.encodeToString(signature.sign()), publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the push key cannot sign", e);
        }
    }
}
