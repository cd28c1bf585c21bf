package anxin.platforms.wire;

import anxin.platforms.PlatformTrouble;
import anxin.platforms.PlatformTrouble.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP: every call ends in time, body and all; redirects are not followed. */
@Component
public class PlatformHttp {

    private static final int LARGEST = 16 << 20;

    private final HttpClient client;
    private final Duration timeout;
    private final JsonMapper json;

    public PlatformHttp(
            @Value("${anxin.platforms.timeout:15s}") Duration timeout, JsonMapper json) {
        this.timeout = timeout;
        this.json = json;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    public JsonMapper json() {
        return json;
    }

    public JsonNode get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public JsonNode post(URI address, String type, String body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        // The client's own limit ends with the headers; this one holds for the body too.
        var answer = client.sendAsync(request.timeout(timeout).build(), limited());
        try {
            return read(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw PlatformTrouble.of(Kind.NO_ANSWER, "no answer within " + timeout);
        } catch (ExecutionException broken) {
            throw PlatformTrouble.of(Kind.NO_ANSWER, String.valueOf(broken.getCause()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw PlatformTrouble.of(Kind.NO_ANSWER, "stopped while waiting");
        }
    }

    private JsonNode read(HttpResponse<byte[]> reply) {
        var status = reply.statusCode();
        if (status == 429 || status == 503) {
            throw PlatformTrouble.tooMany(
                    "HTTP " + status,
                    "the platform asks for fewer calls",
                    pause(reply).orElse(null));
        }
        if (status / 100 == 5) {
            throw PlatformTrouble.of(Kind.NO_ANSWER, "HTTP " + status, "the platform has trouble");
        }
        try {
            var body = json.readTree(reply.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // Said below.
        }
        throw PlatformTrouble.of(
                Kind.NOT_UNDERSTOOD, "HTTP " + status, "the answer is not a JSON object");
    }

    private static Optional<Duration> pause(HttpResponse<?> reply) {
        return reply.headers()
                .firstValue("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static HttpResponse.BodyHandler<byte[]> limited() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST);
    }
}
