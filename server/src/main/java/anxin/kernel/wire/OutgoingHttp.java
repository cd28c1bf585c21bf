package anxin.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** HTTP to others: every call ends in time, body and all; redirects are not followed. */
public class OutgoingHttp {

    private static final int LARGEST = 64 << 20;

    /** An answer, whatever its status. */
    public record Reply(int status, Map<String, String> headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
        }

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    private final HttpClient client;
    private final Duration timeout;

    public OutgoingHttp(Duration timeout) {
        this.timeout = timeout;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Throws {@link UncheckedIOException} when there is no whole answer in time. */
    public Reply send(
            String method, URI address, Map<String, String> headers, @Nullable String body) {
        return sendBytes(
                method,
                address,
                headers,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
    }

    /** The same for a body that is no text. */
    public Reply sendBytes(
            String method, URI address, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(address).timeout(timeout).method(method, body);
        headers.forEach(request::header);
        // The client's own limit ends with the headers; this one holds for the body too.
        var answer = client.sendAsync(request.build(), limited());
        try {
            var reply = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            var flat = new java.util.HashMap<String, String>();
            reply.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    flat.put(
                                            name.toLowerCase(java.util.Locale.ROOT),
                                            values.getFirst()));
            return new Reply(reply.statusCode(), Map.copyOf(flat), reply.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new UncheckedIOException(new IOException("no answer within " + timeout));
        } catch (ExecutionException broken) {
            throw new UncheckedIOException(new IOException(String.valueOf(broken.getCause())));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while waiting"));
        }
    }

    private static HttpResponse.BodyHandler<byte[]> limited() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST);
    }
}
