package anxin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged program with the demo shops, in a folder of its own, on a port of its own. */
final class RunningAnxin implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path home;
    private final Process process;
    private final String address;
    private final KeyPair shopKey;

    RunningAnxin() throws IOException, GeneralSecurityException {
        var jar = System.getenv("ANXIN_APP");
        if (jar == null) {
            throw new IllegalStateException(
                    "ANXIN_APP must name the packaged jar; ./dev test builds it and sets it");
        }
        Files.createDirectories(TARGET);
        home = Files.createTempDirectory(TARGET, "home-");
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-jar",
                                jar)
                        .redirectErrorStream(true)
                        .redirectOutput(TARGET.resolve("anxin.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANXIN_"));
        builder.environment().put("ANXIN_HOME", home.toString());
        builder.environment().put("ANXIN_PORT", "0");
        builder.environment().put("ANXIN_DEMO", "true");
        process = builder.start();
        address = awaitAddress();
        shopKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    String address() {
        return address;
    }

    private String awaitAddress() throws IOException {
        var running = home.resolve("running");
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!Files.exists(running)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Anxin did not start; it said:\n"
                                + Files.readString(TARGET.resolve("anxin.txt")));
            }
            LockSupport.parkNanos(20_000_000);
        }
        return Files.readAllLines(running).get(1);
    }

    Connection database() throws SQLException, IOException {
        var note = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + note.get(3).strip() + "/postgres",
                "anxin",
                Files.readString(home.resolve("postgres/password")).strip());
    }

    /** The shop sends us an order: shirts, paid four days ago and delivered yesterday. */
    void delivered(String shop, String customer, int shirts, long paidMinor) throws Exception {
        var where =
                """
                "channel":"APP","fulfil":"SIGNED","signedAt":"%s","signedBy":"SELF"
                """
                        .formatted(yesterday());
        order(shop, customer, shirts, paidMinor, where, "");
    }

    /** A shirt that was collected yesterday in a store, which has the larger size too. */
    void collected(String shop, String store, String customer, long paidMinor) throws Exception {
        var where =
                """
                "channel":"STORE_PICKUP","fulfil":"PICKED_UP","pickedUpAt":"%s",
                "store":{"id":"%s","stock":{"SHIRT-M":1,"SHIRT-L":2},"stockAt":"%s"}
                """
                        .formatted(yesterday(), store, now());
        order(shop, customer, 1, paidMinor, where, ",\"exchangeStock\":{\"SHIRT-L\":2}");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant yesterday() {
        return now().minus(1, ChronoUnit.DAYS);
    }

    private void order(
            String shop, String customer, int shirts, long paidMinor, String where, String others)
            throws Exception {
        var number = customer + "-order";
        var body =
                """
                {"no":"%s","payStatus":"PAID","paidAt":"%s","currency":"CNY",%s,
                 "fxToCny":1,"sourceVersion":1,"buyer":{"name":"林晓","phone":"13800000021"},
                 "customer":{"id":"%s","tier":"NORMAL","riskScore":10,"refundOnly30d":0},
                 "lines":[{"id":"L1","sku":"SHIRT-M","title":"亚麻衬衫","category":"APPAREL","qty":%d,"paidMinor":%d,
                           "unitListMinor":%d%s}],
                 "tenders":[{"kind":"ALIPAY","minor":%d,"payTxnId":"T-%s"}]}
                """
                        .formatted(
                                number,
                                now().minus(4, ChronoUnit.DAYS),
                                where,
                                customer,
                                shirts,
                                paidMinor,
                                paidMinor / shirts,
                                others,
                                paidMinor,
                                number);
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            address
                                                    + "/api/v1/shops/"
                                                    + shop
                                                    + "/orders/"
                                                    + number))
                            .header("Authorization", "Bearer " + apiKey(http))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** A key as {@code ./dev key} gets it. */
    private String apiKey(HttpClient http) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        address.replace("localhost", "127.0.0.1")
                                                + "/api/v1/local/keys"))
                        .header("X-Local-Token", Files.readString(home.resolve("local-token")))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"scopes\":[\"COMMERCE_WRITE\"]}"))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return answer.replaceFirst("(?s).*\"secret\":\"([^\"]*)\".*", "$1");
    }

    /** The link by which a shop sends its customer to us. */
    String linkFor(String shop, String customer)
            throws SQLException, IOException, GeneralSecurityException {
        knowKeyOf(shop);
        var header = base64("{\"alg\":\"EdDSA\"}".getBytes(UTF_8));
        var claims =
                "{\"iss\":\"%s\",\"aud\":\"anxin\",\"sub\":\"%s\",\"exp\":%d}"
                        .formatted(shop, customer, Instant.now().getEpochSecond() + 3600);
        var signed = header + "." + base64(claims.getBytes(UTF_8));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(shopKey.getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return address + "/portal/enter?token=" + signed + "." + base64(signature.sign());
    }

    private void knowKeyOf(String shop) throws SQLException, IOException {
        try (var connection = database();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into identity.shop_key (id, shop_id, name, kind, material, created_by, created_at)
                                select ?, ?, 'journeys', 'EdDSA', ?, 'journeys', now()
                                 where not exists (select 1 from identity.shop_key k where k.shop_id = ? and k.material = ?)
                                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, shop);
            insert.setBytes(3, shopKey.getPublic().getEncoded());
            insert.setString(4, shop);
            insert.setBytes(5, shopKey.getPublic().getEncoded());
            insert.executeUpdate();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
