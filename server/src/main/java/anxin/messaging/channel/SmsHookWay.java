package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS by the shop's own sender: one POST with {@code {id, shop, to, text}}. {@code Anxin-Signature}
 * is {@code t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">}; the id comes again when a message had to
 * be sent again. 2xx is taken, 408, 429 and 5xx are asked again, any other is a refusal.
 */
public final class SmsHookWay implements Way {

    record Sms(UUID id, @Nullable String shop, String to, String text) {}

    private final @Nullable URI url;
    private final String secret;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public SmsHookWay(String url, String secret, JsonMapper json, Clock clock) {
        if (!url.isBlank() && secret.isBlank()) {
            throw new IllegalArgumentException("ANXIN_SMS_URL needs ANXIN_SMS_SECRET to sign with");
        }
        this.url = url.isBlank() ? null : URI.create(url);
        this.secret = secret;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "SMS_HOOK";
    }

    @Override
    public boolean takes(OutboundMessage.Channel channel) {
        return url != null && channel == OutboundMessage.Channel.SMS;
    }

    @Override
    public void deliver(Letter letter) throws Undelivered {
        if (url == null) {
            throw Undelivered.forNow("no SMS sender is set up");
        }
        var body =
                json.writeValueAsString(
                        new Sms(letter.id(), letter.shop(), letter.recipient(), letter.body()));
        var seconds = clock.instant().getEpochSecond();
        var request =
                HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", letter.id().toString())
                        .header("Anxin-Signature", "t=" + seconds + ",v1=" + sign(seconds, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        int status;
        try {
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw Undelivered.forNow(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.forNow("we are stopping");
        }
        if (status < 200 || status > 299) {
            var why = "the SMS sender answered " + status;
            throw status >= 500 || status == 408 || status == 429
                    ? Undelivered.forNow(why)
                    : Undelivered.forGood(why);
        }
    }

    private String sign(long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
