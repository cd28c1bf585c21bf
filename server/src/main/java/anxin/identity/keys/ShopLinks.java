package anxin.identity.keys;

import anxin.identity.ShopTokens;
import anxin.identity.secret.Vault;
import anxin.kernel.ShopId;
import anxin.kernel.wire.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Web Tokens signed by a shop: {@code iss} the shop's id, {@code aud} anxin, {@code sub} its
 * customer, {@code exp} at most 24 hours ahead; {@code name}, {@code order}, {@code lang}, {@code
 * nbf} and {@code jti} (then it works once) as the shop likes. How a token is checked is said by
 * the key that we hold, never by the token: a public key is no secret to sign with, and {@code
 * none} is no signature.
 */
@Component
class ShopLinks implements ShopTokens {

    private static final String AUDIENCE = "anxin";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final int LONGEST_TOKEN = 4_096;

    private final ShopKeyStore keys;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    ShopLinks(ShopKeyStore keys, Vault vault, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    private record Parts(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {}

    @Override
    public Optional<ShopToken> redeem(String token) {
        var parts = parse(token);
        var shop = parts == null ? null : shop(parts.claims());
        if (parts == null || shop == null || !signedBy(shop, parts)) {
            return Optional.empty();
        }
        return claims(shop, parts.claims());
    }

    private @Nullable Parts parse(String token) {
        var pieces = token.split("\\.", -1);
        if (pieces.length != 3 || token.length() > LONGEST_TOKEN) {
            return null;
        }
        try {
            var base64 = Base64.getUrlDecoder();
            var header = json.readTree(base64.decode(pieces[0]));
            var claims = json.readTree(base64.decode(pieces[1]));
            var signed = (pieces[0] + "." + pieces[1]).getBytes(StandardCharsets.US_ASCII);
            // A header we must understand ("crit") and do not: not ours.
            return header.isObject() && claims.isObject() && !header.has("crit")
                    ? new Parts(header, claims, signed, base64.decode(pieces[2]))
                    : null;
        } catch (IllegalArgumentException | JacksonException notAToken) {
            return null;
        }
    }

    private static @Nullable ShopId shop(JsonNode claims) {
        var issuer = text(claims, "iss");
        try {
            return issuer == null ? null : new ShopId(issuer);
        } catch (IllegalArgumentException notAShop) {
            return null;
        }
    }

    private boolean signedBy(ShopId shop, Parts parts) {
        var algorithm = text(parts.header(), "alg");
        var keyId = text(parts.header(), "kid");
        for (var key : keys.good(shop)) {
            if (key.kind().equals(algorithm)
                    && (keyId == null || keyId.equals(key.id().toString()))
                    && verifies(key, parts)) {
                return true;
            }
        }
        return false;
    }

    private boolean verifies(ShopKeyStore.Row key, Parts parts) {
        try {
            return switch (key.kind()) {
                case "HS256" ->
                        MessageDigest.isEqual(
                                Hmac.sha256(vault.open(key.material()), parts.signed()),
                                parts.signature());
                case "EdDSA" -> {
                    var signature = Signature.getInstance("Ed25519");
                    signature.initVerify(
                            KeyFactory.getInstance("Ed25519")
                                    .generatePublic(new X509EncodedKeySpec(key.material())));
                    signature.update(parts.signed());
                    yield signature.verify(parts.signature());
                }
                default -> false;
            };
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private Optional<ShopToken> claims(ShopId shop, JsonNode claims) {
        var now = clock.instant();
        var customer = text(claims, "sub");
        var expires = time(claims, "exp");
        var notBefore = time(claims, "nbf");
        if (customer == null
                || customer.isBlank()
                || customer.length() > 128
                || !isForUs(claims)
                || expires == null
                || !now.minus(CLOCKS_DIFFER).isBefore(expires)
                || expires.isAfter(now.plus(LONGEST).plus(CLOCKS_DIFFER))
                || (notBefore != null && notBefore.isAfter(now.plus(CLOCKS_DIFFER)))) {
            return Optional.empty();
        }
        if (claims.has("jti")) {
            var jti = text(claims, "jti");
            var until = expires.plus(CLOCKS_DIFFER).plus(CLOCKS_DIFFER);
            if (jti == null || jti.length() > 200 || !keys.spend(shop, jti, until)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new ShopToken(
                        shop,
                        customer,
                        shortText(claims, "name"),
                        shortText(claims, "order"),
                        shortText(claims, "lang")));
    }

    private static boolean isForUs(JsonNode claims) {
        var audience = claims.path("aud");
        return audience.isArray()
                ? audience.size() == 1 && AUDIENCE.equals(string(audience.get(0)))
                : AUDIENCE.equals(string(audience));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return string(node.path(field));
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable String shortText(JsonNode claims, String field) {
        var text = text(claims, field);
        return text == null || text.isBlank() || text.length() > 100 ? null : text.strip();
    }

    private static @Nullable Instant time(JsonNode claims, String field) {
        var seconds = claims.path(field);
        return seconds.isNumber() && Math.abs(seconds.doubleValue()) < 1e11
                ? Instant.ofEpochSecond((long) seconds.doubleValue())
                : null;
    }
}
