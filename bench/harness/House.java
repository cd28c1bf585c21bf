package harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A fresh server with a data folder and a port of its own, stopped and removed at the end. */
public final class House implements AutoCloseable {

    private static final Path FOLDER = Path.of(".build", "bench").toAbsolutePath();

    private final Path home;
    private final Process process;
    private final long readyMillis;
    private final int port;

    private House(Path home, Process process, long readyMillis, int port) {
        this.home = home;
        this.process = process;
        this.readyMillis = readyMillis;
        this.port = port;
    }

    public static Path newHome() throws IOException {
        Files.createDirectories(FOLDER);
        return Files.createTempDirectory(FOLDER, "home-");
    }

    public static House open() throws IOException {
        return open(newHome(), true, Map.of());
    }

    /** Starts and waits until the server says that it is ready to take traffic. */
    public static House open(Path home, boolean withCache, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getenv("ANXIN_JVM").split(" ")));
        var cache = System.getenv("ANXIN_CACHE");
        if (withCache && Files.exists(Path.of(cache))) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", System.getenv("ANXIN_APP")));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("server.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANXIN_"));
        builder.environment().putAll(Map.of("ANXIN_HOME", home.toString(), "ANXIN_PORT", "0", "ANXIN_DEMO", "false"));
        // One loader speaks for many people; nobody is kept waiting for being many.
        builder.environment().putAll(Map.of("ANXIN_RATE_SESSION", "1000000", "ANXIN_RATE_ADDRESS", "1000000"));
        builder.environment().putAll(environment);
        var started = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var running = home.resolve("running");
        Files.deleteIfExists(running);
        while (!Files.exists(running)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended:\n" + Files.readString(FOLDER.resolve("server.txt")));
            }
            LockSupport.parkNanos(5_000_000);
        }
        var port = Integer.parseInt(Files.readAllLines(running).get(1).replaceFirst(".*:", ""));
        try (var http = new Http(port)) {
            while (http.send("GET", "/actuator/health/readiness", "", null).status() != 200) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        return new House(home, process, (System.nanoTime() - started) / 1_000_000, port);
    }

    public int port() {
        return port;
    }

    /** From starting the process to ready. */
    public long readyMillis() {
        return readyMillis;
    }

    public int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(3).strip());
    }

    public String databasePassword() throws IOException {
        return Files.readString(home.resolve("postgres/password")).strip();
    }

    public Connection database() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres", "anxin", databasePassword());
    }

    public void sql(String... statements) throws SQLException, IOException {
        try (var connection = database(); var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Resident memory of the Java process. */
    public long residentMegabytes() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        var line = Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }

    /** CPU time used so far, in microseconds, by name: server, database. Empty where there is no /proc. */
    public Map<String, Long> cpu() throws IOException {
        var times = new TreeMap<String, Long>();
        if (Files.exists(Path.of("/proc/self/stat"))) {
            times.put("server", cpu(process.pid(), false));
            var postmaster = Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst().strip());
            var sum = cpu(postmaster, true);
            for (var child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
                sum += cpu(child.pid(), false);
            }
            times.put("database", sum);
        }
        return times;
    }

    private static long cpu(long pid, boolean withEndedChildren) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (withEndedChildren) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks * 10_000; // Linux counts in hundredths of a second.
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Signs customers in as the portal does; each answer is what that browser would send. */
    public List<String> customerCookies(String shop, List<String> customers) throws SQLException, IOException {
        var cookies = new ArrayList<String>();
        try (var connection = database();
                var insert = connection.prepareStatement("""
                        insert into identity.session (token_hash, kind, shop_id, customer_id, customer_name, csrf, opened_at, seen_at, expires_at)
                        values (?, 'CUSTOMER', ?, ?, '林晓', 'bench', now(), now(), now() + interval '1 day')
                        on conflict do nothing
                        """)) {
            for (var customer : customers) {
                var token = token(shop + "/" + customer);
                insert.setBytes(1, HexFormat.of().parseHex(sha256(token)));
                insert.setString(2, shop);
                insert.setString(3, customer);
                insert.addBatch();
                cookies.add("Cookie: anxin-portal=" + token + "; anxin-csrf=bench\r\nX-CSRF: bench\r\n");
            }
            insert.executeBatch();
        }
        return cookies;
    }

    /** 43 characters, as the tokens are that the server makes. */
    private static String token(String of) {
        return sha256(of).substring(0, 43);
    }

    /** Signs an agent of all shops in. */
    public String staffCookies() throws SQLException, IOException {
        var token = token("staff");
        sql("""
            insert into identity.person (id, login, name, all_shops, created_at, changed_at)
            values ('00000000-0000-0000-0000-0000000000b1', 'bench', '周宁', true, now(), now()) on conflict do nothing
            """,
            "insert into identity.person_role (person_id, role_id) values ('00000000-0000-0000-0000-0000000000b1', 'manager') on conflict do nothing",
            """
            insert into identity.session (token_hash, kind, person_id, csrf, opened_at, seen_at, expires_at)
            values ('\\x%s', 'STAFF', '00000000-0000-0000-0000-0000000000b1', 'bench', now(), now(), now() + interval '1 day')
            on conflict do nothing
            """.formatted(sha256(token)));
        return "Cookie: anxin-session=" + token + "; anxin-csrf=bench\r\nX-CSRF: bench\r\n";
    }

    /** A key that reaches every shop; the answer is the header that carries it. */
    public String key(String... permissions) throws SQLException, IOException {
        var secret = "axk_" + token("key");
        sql("""
            insert into identity.api_key (id, name, prefix, hash, permissions, created_by, created_at)
            values (gen_random_uuid(), 'bench', 'axk_bench', '\\x%s', '{%s}', 'system', now())
            """.formatted(sha256(secret), String.join(",", permissions)));
        return "Authorization: Bearer " + secret + "\r\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the server to stop, as SIGTERM does; the data folder stays. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** As power cuts and the kernel's memory killer do it: nothing is told, nothing is finished. The data folder stays. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        remove(home);
    }

    public static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
