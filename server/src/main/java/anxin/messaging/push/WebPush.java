package anxin.messaging.push;

import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.ConnectedWay;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Connections;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push to a browser by RFC 8030. The message's id is its topic: one that is still waiting at the
 * service is replaced by its repetition and not shown twice.
 */
@Component
@Order(3)
class WebPush extends ConnectedWay {

    record Shown(UUID id, String title, String body, @Nullable String link) {}

    private static final int KEEP_SECONDS = 72 * 3600;

    private final SubscriptionStore subscriptions;
    private final ChannelHttp http;
    private final JsonMapper json;
    private final Clock clock;

    WebPush(
            Connections connections,
            SubscriptionStore subscriptions,
            ChannelHttp http,
            JsonMapper json,
            Clock clock) {
        super(ChannelKind.WEB_PUSH, connections);
        this.subscriptions = subscriptions;
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected @Nullable String deliver(Letter letter, Connection connection) throws Undelivered {
        var id = UUID.fromString(letter.recipient());
        var browser =
                subscriptions
                        .find(id)
                        .orElseThrow(
                                () -> Undelivered.coded("HTTP_410", "subscription ended", true));
        var address = URI.create(browser.endpoint());
        try {
            var reply =
                    http.sendBytes(
                            "POST",
                            address,
                            headers(letter, connection, address),
                            BodyPublishers.ofByteArray(sealed(letter, browser)));
            if (reply.isOk()) {
                return reply.header("location").orElse(null);
            }
            if (reply.status() == 404 || reply.status() == 410) {
                subscriptions.forget(id);
            }
            throw Undelivered.coded(
                    "HTTP_" + reply.status(),
                    "the push service refused",
                    isForGood(reply.status()));
        } catch (UncheckedIOException lost) {
            throw Undelivered.forNow("no answer: " + lost.getMessage());
        }
    }

    private byte[] sealed(Letter letter, SubscriptionStore.Row browser) throws Undelivered {
        var shown = new Shown(letter.id(), letter.subject(), letter.body(), letter.extras().link());
        try {
            return PushSeal.seal(
                    json.writeValueAsString(shown).getBytes(StandardCharsets.UTF_8),
                    browser.publicKey(),
                    browser.auth());
        } catch (GeneralSecurityException badKey) {
            throw Undelivered.coded("HTTP_400", "the browser's key cannot be used", true);
        }
    }

    private Map<String, String> headers(Letter letter, Connection connection, URI address) {
        return Map.of(
                "Content-Encoding",
                "aes128gcm",
                "Content-Type",
                "application/octet-stream",
                "TTL",
                String.valueOf(KEEP_SECONDS),
                "Urgency",
                "normal",
                "Topic",
                letter.id().toString().replace("-", ""),
                "Authorization",
                VapidKeys.authorization(
                        connection.setting(VapidKeys.PUBLIC),
                        connection.setting(VapidKeys.PRIVATE),
                        address.getScheme() + "://" + address.getAuthority(),
                        connection.setting("contact"),
                        clock.instant()));
    }

    /** 429 and 5xx pass; 401 and 403 are the shop's keys, which somebody mends. */
    private static boolean isForGood(int status) {
        return status == 400 || status == 404 || status == 410 || status == 413;
    }
}
