package anxin.messaging.channel;

import anxin.kernel.wire.OutgoingHttp;
import anxin.kernel.wire.SignedHook;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed POST to somebody's own sender. 2xx is taken, 408, 429 and 5xx are asked again, any other
 * is a refusal.
 */
@Component
public class HookCall {

    private final OutgoingHttp http;
    private final JsonMapper json;
    private final Clock clock;

    public HookCall(ChannelHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    public void post(URI url, String secret, UUID id, Object content) throws Way.Undelivered {
        var body = json.writeValueAsString(content);
        var headers =
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        id.toString(),
                        SignedHook.HEADER,
                        SignedHook.sign(List.of(secret), clock.instant(), body));
        int status;
        try {
            status = http.send("POST", url, headers, body).status();
        } catch (UncheckedIOException lost) {
            throw Way.Undelivered.forNow(String.valueOf(lost.getMessage()));
        }
        if (status < 200 || status > 299) {
            var again = status >= 500 || status == 408 || status == 429;
            throw Way.Undelivered.coded("HTTP_" + status, "the sender refused", !again);
        }
    }
}
