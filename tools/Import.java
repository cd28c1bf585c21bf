import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Sends a JSON Lines or CSV file to the running server and shows how far it has got.
///
/// `java tools/Import.java FILE --shop SHOP [--kind orders] [--url http://localhost:8080] [--errors FILE]`
///
/// The API key (permissions COMMERCE_WRITE and COMMERCE_READ) is read from ANXIN_KEY. The id of an import is made from
/// the file's content, so that sending the same file again goes on with the same import instead of starting a second.
class Import {

    private static final List<String> KINDS = List.of("orders", "products", "stores", "stock", "parcels");
    private static final int BAR = 30;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String key;

    private Import(String key) {
        this.key = key;
    }

    static void main(String[] args) throws Exception {
        var options = new HashMap<>(Map.of("kind", "orders", "url", "http://localhost:8080"));
        String file = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--") && i + 1 < args.length) {
                options.put(args[i].substring(2), args[++i]);
            } else {
                file = args[i];
            }
        }
        var key = System.getenv("ANXIN_KEY");
        if (file == null || !options.containsKey("shop")) {
            fail("usage: ./dev import FILE --shop SHOP [--kind " + String.join("|", KINDS) + "] [--url URL] [--errors FILE]");
        }
        if (!Files.isReadable(Path.of(file))) {
            fail(file + " cannot be read.");
        }
        if (!KINDS.contains(options.get("kind"))) {
            fail("--kind is one of " + String.join(", ", KINDS) + ".");
        }
        if (key == null || key.isBlank()) {
            fail("ANXIN_KEY must hold an API key; make one with ./dev key --shop " + options.get("shop")
                    + " --scopes COMMERCE_READ,COMMERCE_WRITE");
        }
        new Import(key).send(Path.of(file), options);
    }

    private void send(Path file, Map<String, String> options) throws IOException, InterruptedException {
        var format = file.toString().toLowerCase().endsWith(".csv") ? "csv" : "jsonl";
        var at = options.get("url") + "/api/v1/shops/" + options.get("shop") + "/imports/" + idOf(file, options);
        var view = ask(HttpRequest.newBuilder(URI.create(at + "?kind=" + options.get("kind") + "&format=" + format))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofFile(file)));
        var started = System.nanoTime();
        while (!"DONE".equals(text(view, "state"))) {
            show(view, started);
            TimeUnit.MILLISECONDS.sleep(300);
            view = ask(HttpRequest.newBuilder(URI.create(at)));
        }
        show(view, started);
        System.err.println();
        var failed = number(view, "failed");
        System.out.printf("%,d taken, %,d of them older than what was there, %,d not taken%n",
                number(view, "processed") - failed, number(view, "stale"), failed);
        if (failed > 0) {
            var errors = Path.of(options.getOrDefault("errors", file + ".errors.csv"));
            Files.writeString(errors, ask(HttpRequest.newBuilder(URI.create(at + "/errors"))));
            System.out.println("What is wrong with them, line by line: " + errors);
            System.exit(2);
        }
    }

    /** The same file for the same shop has the same id, so that it is never taken twice side by side. */
    private static UUID idOf(Path file, Map<String, String> options) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            digest.update((options.get("shop") + '/' + options.get("kind") + '/').getBytes(StandardCharsets.UTF_8));
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return UUID.nameUUIDFromBytes(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            var answer = http.send(request.header("Authorization", "Bearer " + key).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                fail("The server answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (java.net.ConnectException e) {
            fail("No server answers at " + request.build().uri().getAuthority() + ". Start it with ./dev up.");
            throw e;
        }
    }

    private static void show(String view, long started) {
        var bytes = Math.max(1, number(view, "bytes"));
        var done = number(view, "doneBytes");
        var full = (int) (BAR * done / bytes);
        var seconds = (System.nanoTime() - started) / 1e9;
        System.err.printf("\r[%s%s] %3d %%  %,d rows  %,.0f/s  %,d wrong ", "#".repeat(full), ".".repeat(BAR - full),
                100 * done / bytes, number(view, "processed"), number(view, "processed") / Math.max(0.1, seconds),
                number(view, "failed"));
    }

    private static long number(String json, String field) {
        var found = Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String text(String json, String field) {
        var found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
