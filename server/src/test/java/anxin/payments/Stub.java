package anxin.payments;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A gateway's HTTP side on this machine, which can also keep silent or hang up. */
public final class Stub implements AutoCloseable {

    public record Request(String method, String path, Map<String, String> headers, String body) {}

    public record Reply(int status, Map<String, String> headers, byte[] body) {

        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public interface Protocol {
        Reply answer(Request request);
    }

    /** What is wrong with the line at the next request. */
    public enum Line {
        GOOD,
        /** The request is taken, and its answer never comes. */
        SILENT_AFTER,
        /** The request never gets there. */
        CUT_BEFORE,
        /** The request is taken, and the line is cut in the middle of the answer. */
        CUT_AFTER
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Line> lines = new ArrayDeque<>();
    public final List<Request> requests = new ArrayList<>();

    public Stub(Protocol protocol) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    var headers = new HashMap<String, String>();
                    exchange.getRequestHeaders()
                            .forEach(
                                    (name, values) ->
                                            headers.put(
                                                    name.toLowerCase(java.util.Locale.ROOT),
                                                    values.getFirst()));
                    var request =
                            new Request(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().toString(),
                                    headers,
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    var line = next();
                    if (line == Line.CUT_BEFORE) {
                        exchange.close();
                        return;
                    }
                    synchronized (this) {
                        requests.add(request);
                    }
                    var reply = protocol.answer(request);
                    if (line == Line.SILENT_AFTER) {
                        try {
                            closed.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return;
                    }
                    reply.headers().forEach(exchange.getResponseHeaders()::add);
                    exchange.sendResponseHeaders(reply.status(), reply.body().length);
                    if (line == Line.CUT_AFTER) {
                        exchange.getResponseBody().write(reply.body(), 0, 1);
                    } else {
                        exchange.getResponseBody().write(reply.body());
                    }
                    exchange.close();
                });
        server.start();
    }

    public synchronized void line(Line... next) {
        lines.clear();
        lines.addAll(List.of(next));
    }

    private synchronized Line next() {
        return lines.isEmpty() ? Line.GOOD : lines.remove();
    }

    public synchronized long count(String method, String path) {
        return requests.stream()
                .filter(r -> r.method().equals(method) && r.path().startsWith(path))
                .count();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    public static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public static String pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    }
}
