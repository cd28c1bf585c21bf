package anxin.payments.wechat;

import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys by which WeChat Pay signs: the public key of the merchant's settings, and the platform
 * certificates, which it changes; new ones are fetched when a serial number is not known, and
 * believed only when they were sealed under our API v3 key.
 */
final class WeChatKeys {

    private static final Duration OLDEST = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Certificate(PublicKey key, Instant from, Instant to) {}

    private final String apiV3Key;
    private final Map<String, PublicKey> given;
    private final Supplier<GatewayHttp.Reply> fetch;
    private final Clock clock;
    private final JsonMapper json;
    private Map<String, Certificate> certificates = Map.of();
    private @Nullable Instant fetchedAt;

    WeChatKeys(
            String apiV3Key,
            Map<String, PublicKey> given,
            Supplier<GatewayHttp.Reply> fetch,
            Clock clock,
            JsonMapper json) {
        this.apiV3Key = apiV3Key;
        this.given = given;
        this.fetch = fetch;
        this.clock = clock;
        this.json = json;
    }

    /** The key of this serial number, when WeChat Pay may sign with it now. */
    Optional<PublicKey> find(String serial) {
        var known = given.get(serial);
        if (known != null) {
            return Optional.of(known);
        }
        if (serial.startsWith("PUB_KEY_ID_")) {
            return Optional.empty();
        }
        return certificate(serial.toUpperCase(Locale.ROOT));
    }

    /** Throws when there is no key to check answers with: none was given and none is to be had. */
    synchronized void require() {
        if (given.isEmpty()) {
            refresh();
        }
    }

    private synchronized Optional<PublicKey> certificate(String serial) {
        var now = clock.instant();
        if (isDue(serial, now)) {
            fetchedAt = now;
            refresh();
        }
        return Optional.ofNullable(certificates.get(serial))
                .filter(one -> !now.isBefore(one.from()) && now.isBefore(one.to()))
                .map(Certificate::key);
    }

    /** A serial that nobody has ever seen must not make us ask at every call-back. */
    private boolean isDue(String serial, Instant now) {
        if (fetchedAt == null) {
            return true;
        }
        var age = Duration.between(fetchedAt, now).abs();
        return age.compareTo(OLDEST) > 0
                || (!certificates.containsKey(serial) && age.compareTo(PAUSE) > 0);
    }

    private void refresh() {
        var reply = fetch.get();
        if (!reply.isOk()) {
            throw new IllegalStateException(
                    "the platform certificates were not given: " + reply.status());
        }
        var next = new HashMap<String, Certificate>();
        for (var item : json.readTree(reply.text()).path("data")) {
            next.put(item.path("serial_no").asString().toUpperCase(Locale.ROOT), read(item));
        }
        var serial = reply.header("Wechatpay-Serial").orElse("").toUpperCase(Locale.ROOT);
        var signer =
                Optional.ofNullable(certificates.getOrDefault(serial, next.get(serial)))
                        .map(Certificate::key)
                        .or(() -> Optional.ofNullable(given.get(serial)))
                        .orElseThrow(() -> new IllegalStateException("signed by nobody we know"));
        var message =
                WeChatSignature.answer(
                        reply.header("Wechatpay-Timestamp").orElse(""),
                        reply.header("Wechatpay-Nonce").orElse(""),
                        reply.text());
        if (!Rsa.verifies(signer, message, reply.header("Wechatpay-Signature").orElse(""))) {
            throw new IllegalStateException("the platform certificates are not signed as they say");
        }
        certificates = next;
    }

    private Certificate read(JsonNode item) {
        var sealed = item.path("encrypt_certificate");
        var pem =
                WeChatSignature.open(
                        apiV3Key,
                        sealed.path("nonce").asString(),
                        sealed.path("associated_data").asString(""),
                        sealed.path("ciphertext").asString());
        try {
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(pem));
            return new Certificate(
                    certificate.getPublicKey(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateException e) {
            throw new IllegalStateException("a platform certificate cannot be read", e);
        }
    }
}
