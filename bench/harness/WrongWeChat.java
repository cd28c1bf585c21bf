package harness;

import anxin.payments.wechat.WeChatSignature;
import anxin.payments.wire.Rsa;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat Pay on its worst day, by its documented protocol: it times out, answers late, takes effect after the caller has given up,
 * loses answers, has troubles of its own, refuses for certain, calls back twice, late, out of order, or not at all; and somebody forges
 * call-backs of money that was never paid. It pays a number once, as the real one does, and whatever number it is asked for.
 */
public final class WrongWeChat implements AutoCloseable {

    private static final String MERCHANT = "1900000001";
    private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private static final String API_KEY = "0123456789abcdef0123456789abcdef";
    private static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012026";

    /** One number in its books. */
    public static final class Refund {
        public final String number;
        public final String transaction;
        public final long minor;
        public volatile String status;
        public final AtomicInteger timesPaid = new AtomicInteger();

        private Refund(String number, String transaction, long minor, String status) {
            this.number = number;
            this.transaction = transaction;
            this.minor = minor;
            this.status = status;
        }

        private synchronized void become(String next) {
            if (status.equals("PROCESSING")) {
                status = next;
                if (next.equals("SUCCESS")) {
                    timesPaid.incrementAndGet();
                }
            }
        }
    }

    public final Map<String, Refund> books = new ConcurrentHashMap<>();
    public final Map<String, AtomicInteger> happened = new TreeMap<>();
    private final KeyPair merchant = rsa();
    private final KeyPair platform = rsa();
    private final KeyPair forger = rsa();
    private final JsonMapper json = JsonMapper.shared();
    private final Random chance;
    private final Duration patience;
    private final String callBackAddress;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private volatile boolean calm;
    private volatile boolean good;

    /** {@code patience} is how long a caller waits for an answer. */
    public WrongWeChat(long seed, Duration patience, String callBackAddress) throws IOException {
        this.chance = new Random(seed);
        this.patience = patience;
        this.callBackAddress = callBackAddress;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v3/refund/domestic/refunds", this::handle);
        server.start();
    }

    /** What a shop has to know to connect to it, as the settings of its payment gateway. */
    public String connection(String... tenders) {
        return json.writeValueAsString(Map.of("tenders", tenders, "settings", Map.of(
                "merchantId", MERCHANT,
                "certificateSerial", SERIAL,
                "privateKey", base64(merchant.getPrivate()),
                "apiV3Key", API_KEY,
                "publicKeyId", PUBLIC_KEY_ID,
                "publicKey", base64(platform.getPublic()),
                "address", "http://127.0.0.1:" + server.getAddress().getPort(),
                "callBackAddress", callBackAddress)));
    }

    /** From now on it answers at once and truly, as it does on other days. */
    public void calmDown() {
        calm = true;
    }

    /** Such another day from the beginning: nothing is refused, closed or late either. */
    public void behave() {
        calm = true;
        good = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            refund(exchange, json.readTree(body));
        } else {
            var path = exchange.getRequestURI().getPath();
            query(exchange, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void refund(HttpExchange exchange, JsonNode body) throws IOException {
        var number = body.path("out_refund_no").asString();
        count(books.containsKey(number) ? "asked again for a number it had taken" : "asked for a number it had not");
        // A refusal for certain belongs to the number: it is refused whenever it is asked for.
        if (!good && Math.floorMod(number.hashCode(), 100) < 4) {
            count("refused for certain");
            answer(exchange, 403, "{\"code\":\"NOT_ENOUGH\",\"message\":\"the balance is too low\"}", false);
            return;
        }
        var n = mood(100);
        if (n < 10) {
            count("requests lost");
            exchange.close();
        } else if (n < 20) {
            take(body);
            count("answers lost, silent");
            silence(exchange);
        } else if (n < 25) {
            take(body);
            count("answers lost, cut");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        } else if (n < 32) {
            count("took effect after the caller gave up");
            later.schedule(() -> take(body), patience.toMillis() + pick(2_000), TimeUnit.MILLISECONDS);
            silence(exchange);
        } else if (n < 42) {
            var refund = take(body);
            count("answers late");
            later.schedule(() -> quietly(() -> answer(exchange, 200, view(refund, "status"), true)),
                        patience.toMillis() / 2 + pick(patience.toMillis()), TimeUnit.MILLISECONDS);
        } else if (n < 50) {
            if (n % 2 == 0) {
                take(body);
            }
            count("SYSTEM_ERROR, every second one after taking it");
            answer(exchange, 500, "{\"code\":\"SYSTEM_ERROR\",\"message\":\"try later\"}", false);
        } else if (n < 54) {
            count("too many requests");
            answer(exchange, 429, "{\"code\":\"FREQUENCY_LIMITED\",\"message\":\"slower\"}", false);
        } else {
            answer(exchange, 200, view(take(body), "status"), true);
        }
    }

    private void query(HttpExchange exchange, String number) throws IOException {
        count("questions");
        var n = mood(20);
        if (n == 0) {
            count("questions not answered");
            silence(exchange);
        } else if (n == 1) {
            count("questions answered with HTTP 502");
            answer(exchange, 502, "<html>bad gateway</html>", false);
        } else {
            var refund = books.get(number);
            if (refund == null) {
                answer(exchange, 404, "{\"code\":\"RESOURCE_NOT_EXISTS\",\"message\":\"no such refund\"}", false);
            } else {
                answer(exchange, 200, view(refund, "status"), true);
            }
        }
    }

    /** Into the books, once; it is paid now, or some time later. */
    private Refund take(JsonNode body) {
        var number = body.path("out_refund_no").asString();
        var fresh = new Refund(number, body.path("transaction_id").asString(), body.path("amount").path("refund").asLong(), "PROCESSING");
        var known = books.putIfAbsent(number, fresh);
        if (known != null) {
            return known;
        }
        // What becomes of a number belongs to the number.
        var fate = good ? 19 : Math.floorMod(number.hashCode() / 100, 20);
        if (fate < 2) {
            settle(fresh, fate == 0 ? "CLOSED" : "ABNORMAL", 1 + pick(3_000));
        } else {
            settle(fresh, "SUCCESS", fate < 10 ? 200 + pick(5_000) : 0);
        }
        return fresh;
    }

    private void settle(Refund refund, String status, long millis) {
        if (millis == 0) {
            refund.become(status);
            tell(refund);
        } else {
            later.schedule(() -> {
                refund.become(status);
                tell(refund);
            }, millis, TimeUnit.MILLISECONDS);
        }
        if (pick(10) == 0) {
            later.schedule(() -> forge(refund), pick(1_000), TimeUnit.MILLISECONDS);
        }
    }

    /** Not at all, once, or again and again, each when it pleases. */
    private void tell(Refund refund) {
        var times = (int) pick(4);
        count(times == 0 ? "call-backs that never came" : times == 1 ? "call-backs, one each" : "call-backs, several each");
        for (var n = 0; n < times; n++) {
            later.schedule(() -> callBack(refund, platform.getPrivate(), "call-backs heard"), pick(4_000), TimeUnit.MILLISECONDS);
        }
    }

    private void forge(Refund about) {
        var paid = new Refund(about.number, about.transaction, about.minor, "SUCCESS");
        callBack(paid, forger.getPrivate(), "FORGED CALL-BACKS BELIEVED");
        count("call-backs forged");
    }

    private void callBack(Refund refund, PrivateKey key, String whenHeard) {
        var body = json.writeValueAsString(Map.of(
                "id", refund.number, "event_type", "REFUND." + refund.status, "resource_type", "encrypt-resource",
                "resource", Map.of("algorithm", "AEAD_AES_256_GCM", "original_type", "refund", "nonce", "fdasflkja484",
                        "associated_data", "refund", "ciphertext",
                        WeChatSignature.seal(API_KEY, "fdasflkja484", "refund", view(refund, "refund_status").getBytes(StandardCharsets.UTF_8)))));
        var request = HttpRequest.newBuilder(URI.create(callBackAddress + "/api/v1/hooks/payments/WECHAT_PAY/" + Shop.ID))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signature(body, key).forEach(request::header);
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() == 200) {
                count(whenHeard);
            }
        });
    }

    private String view(Refund refund, String status) {
        var view = new LinkedHashMap<String, Object>();
        view.put("mchid", MERCHANT);
        view.put("refund_id", "5000" + refund.number);
        view.put("out_refund_no", refund.number);
        view.put("transaction_id", refund.transaction);
        view.put(status, refund.status);
        view.put("amount", Map.of("refund", refund.minor, "currency", "CNY"));
        return json.writeValueAsString(view);
    }

    private void answer(HttpExchange exchange, int status, String body, boolean signed) throws IOException {
        if (signed) {
            signature(body, platform.getPrivate()).forEach(exchange.getResponseHeaders()::add);
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> signature(String body, PrivateKey key) {
        var seconds = String.valueOf(Instant.now().getEpochSecond());
        return Map.of("Wechatpay-Timestamp", seconds, "Wechatpay-Nonce", "nonce", "Wechatpay-Serial", PUBLIC_KEY_ID,
                "Wechatpay-Signature", Rsa.sign(key, WeChatSignature.answer(seconds, "nonce", body)));
    }

    private void silence(HttpExchange exchange) {
        later.schedule(exchange::close, patience.toMillis() * 3, TimeUnit.MILLISECONDS);
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private void quietly(Attempt attempt) {
        try {
            attempt.make();
        } catch (IOException gone) {
            count("answers that nobody waited for any more");
        }
    }

    private int mood(int of) {
        return calm ? of - 1 : (int) pick(of);
    }

    private synchronized long pick(long below) {
        return chance.nextLong(below);
    }

    private void count(String what) {
        synchronized (happened) {
            happened.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        client.shutdownNow();
        server.stop(0);
    }
}
