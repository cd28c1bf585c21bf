package anxin.messaging.push;

import anxin.kernel.wire.SignedHook;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Receipt;
import anxin.messaging.connections.ReceiptReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {id, state, reason?}} with the state DELIVERED, READ or FAILED, signed by the shop's app
 * server with the secret that both know.
 */
@Component
class AppReceipts implements ReceiptReader {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final JsonMapper json;
    private final Clock clock;

    AppReceipts(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.APP_PUSH;
    }

    @Override
    public List<Receipt> read(Connection connection, Map<String, String> headers, String body) {
        var now = clock.instant();
        var signature = headers.getOrDefault(SignedHook.HEADER.toLowerCase(Locale.ROOT), "");
        if (!SignedHook.isGood(connection.setting("secret"), signature, body, now, TOLERANCE)) {
            throw new IllegalArgumentException("the signature is not valid, or too old");
        }
        try {
            var told = json.readTree(body);
            var reason = told.path("reason").asString(null);
            return List.of(
                    new Receipt(
                            told.path("id").asString(null),
                            null,
                            Receipt.Fate.valueOf(told.path("state").asString("")),
                            reason,
                            reason,
                            now));
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no receipt", noJson);
        }
    }

    @Override
    public String heard() {
        return "{\"heard\":true}";
    }
}
