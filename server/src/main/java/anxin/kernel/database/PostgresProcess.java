package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running database server. A thread of its own starts it and waits for its end: Linux ends the
 * child with the thread that started it, and one that ends unasked is started again.
 */
final class PostgresProcess {

    private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);

    // Crash recovery after a long load takes minutes; until then the server says "starting up".
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);

    private final List<String> command;
    private final Path startLog;
    private final Path serverLogs;
    private final Thread keeper =
            Thread.ofPlatform().daemon().name("postgres").unstarted(this::keep);
    private volatile boolean ready;
    private volatile boolean stopping;
    private volatile @Nullable Process running;

    PostgresProcess(
            DataFolder data,
            PostgresPrograms programs,
            RunAs runAs,
            Map<String, String> settings,
            int port,
            Path startLog) {
        var all =
                new ArrayList<>(
                        runAs.command(
                                programs.path("postgres"),
                                "-D",
                                data.path().toString(),
                                "-p",
                                String.valueOf(port)));
        own().forEach((name, value) -> all.addAll(List.of("-c", name + "=" + value)));
        settings.forEach((name, value) -> all.addAll(List.of("-c", name + "=" + value)));
        this.command = List.copyOf(all);
        this.startLog = startLog;
        this.serverLogs = data.path().resolve("log");
    }

    /** One log file a weekday in data/log, written over a week later. */
    private static Map<String, String> own() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "logging_collector", "on",
                "log_filename", "postgres-%a.log",
                "log_rotation_age", "1d",
                "log_rotation_size", "0",
                "log_truncate_on_rotation", "on");
    }

    void startAndWaitUntilReady(String url, String user, String password) {
        keeper.start();
        var deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            try (var connection = DriverManager.getConnection(url, user, password)) {
                ready = true;
                return;
            } catch (SQLException notYet) {
                if (!keeper.isAlive()) {
                    throw new StartTrouble("The database ended at its start: " + lastWords());
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
        stop();
        throw new StartTrouble("The database is not ready after 15 minutes: " + lastWords());
    }

    private void keep() {
        try {
            for (var attempt = 1; !stopping; attempt++) {
                var server = launch();
                running = server;
                var code = server.waitFor();
                if (stopping || (!ready && !mayWorkInAMoment(attempt))) {
                    return;
                }
                log.warn("the database ended with code {}; starting it again", code);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            }
        } catch (IOException e) {
            log.error("the database cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(startLog.toFile())
                .start();
    }

    /** The last processes of a killed server hold its memory for a moment longer than itself. */
    private boolean mayWorkInAMoment(int attempt) {
        return attempt < 40 && lastWords().contains("shared memory");
    }

    private String lastWords() {
        try {
            var early = fatal(startLog);
            if (early != null || !Files.isDirectory(serverLogs)) {
                return early == null ? "(it said nothing)" : early;
            }
            try (var files = Files.list(serverLogs)) {
                var newest = files.max(Comparator.comparingLong(f -> f.toFile().lastModified()));
                var late = newest.isPresent() ? fatal(newest.get()) : null;
                return late == null ? "see " + serverLogs : late;
            }
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static @Nullable String fatal(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .map(line -> line.replaceFirst(".*(FATAL|PANIC): *", ""))
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }
    }

    /**
     * SIGINT is PostgreSQL's fast shutdown: running transactions roll back, everything committed is
     * on disk.
     */
    void stop() {
        stopping = true;
        var server = running;
        if (server == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                log.warn("the database did not stop in a minute; it recovers at the next start");
                server.destroyForcibly();
            }
        } catch (IOException e) {
            log.warn("the database did not stop cleanly; it recovers at the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
