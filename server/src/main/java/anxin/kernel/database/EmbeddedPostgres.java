package anxin.kernel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL this installation brings along: unpacked once, initialised once, durable,
 * reachable from this machine only and with a password of its own. It ends with its parent, and an
 * orphan left by a killed parent is stopped first.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String VERSION = "18.6";
    private static final String NOBODY = "65534";

    private final Path programs;
    private final Path data;
    private final FileChannel lock;
    private final List<String> prefix;
    private final String password;
    private final int port;
    private final Process server;

    EmbeddedPostgres(Path home, Map<String, String> settings) {
        try {
            Files.createDirectories(home);
            this.lock =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new DatabaseTrouble(
                        "Another Anxin is running on "
                                + home.toAbsolutePath()
                                + "; stop it or set ANXIN_HOME to another folder.");
            }
            this.programs = home.resolve("postgres-" + VERSION);
            this.data = home.resolve("data");
            if (!Files.exists(programs.resolve(".complete"))) {
                unpack(programs);
            }
            Files.createDirectories(data);
            this.prefix = unprivileged();
            var passwordFile = home.resolve("password");
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(passwordFile);
            }
            refuseOtherMajorVersion();
            this.password = Files.readString(passwordFile).strip();
            stopOrphan();
            this.port = freePort();
            this.server = launch(home.resolve("postgres.log"), settings);
            awaitReady(home.resolve("postgres.log"));
        } catch (IOException e) {
            throw new DatabaseTrouble(
                    "The database in "
                            + home.toAbsolutePath()
                            + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return "anxin";
    }

    String password() {
        return password;
    }

    private static void unpack(Path target) throws IOException {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var mac = System.getProperty("os.name").startsWith("Mac");
        var resource =
                "/postgres-"
                        + (mac ? "darwin" : "linux")
                        + "-"
                        + (arm ? "arm_64" : "x86_64")
                        + ".txz";
        var temporary = target.resolveSibling(target.getFileName() + ".unpacking");
        try (var in = EmbeddedPostgres.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DatabaseTrouble(
                        "No PostgreSQL for this kind of machine is in the jar ("
                                + resource
                                + "); set ANXIN_DB_URL to an existing one.");
            }
            try (var tar =
                    new TarArchiveInputStream(
                            new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    unpack(tar, entry, temporary);
                }
            }
        }
        Files.createFile(temporary.resolve(".complete"));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
            throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive names a path outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /**
     * PostgreSQL refuses to run as root, so as root it runs as nobody; either way it ends with us.
     */
    private List<String> unprivileged() throws IOException {
        var root = "root".equals(System.getProperty("user.name"));
        var setpriv = works("setpriv", "--version");
        if (!root) {
            return setpriv ? List.of("setpriv", "--pdeathsig", "INT") : List.of();
        }
        if (setpriv) {
            ownedByNobody(data);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            return List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--pdeathsig",
                    "INT");
        }
        if (works("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        throw new DatabaseTrouble(
                "PostgreSQL does not run as root, and neither setpriv nor unshare is here; run as an ordinary user or set ANXIN_DB_URL.");
    }

    private void initialise(Path passwordFile) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        if (prefix.contains("--reuid=" + NOBODY)) {
            ownedByNobody(passwordFile);
        }
        // Under ctype C pg_trgm silently ignores Chinese, hence C.UTF-8.
        run(
                program("initdb"),
                "-D",
                data.toString(),
                "-U",
                user(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "--no-instructions",
                "--data-checksums");
    }

    private void refuseOtherMajorVersion() throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        var ours = VERSION.substring(0, VERSION.indexOf('.'));
        if (!found.equals(ours)) {
            throw new DatabaseTrouble(
                    "The data in "
                            + data.toAbsolutePath()
                            + " was written by PostgreSQL "
                            + found
                            + ", this Anxin brings "
                            + ours
                            + "; use the matching Anxin or restore a backup.");
        }
    }

    private void stopOrphan() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var ours =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(command -> command.startsWith(programs.toAbsolutePath().toString()))
                        .orElse(false);
        if (ours) {
            log.info("stopping the database that a killed Anxin left behind (process {})", pid);
            run(program("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "stop");
        }
    }

    private Process launch(Path logFile, Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "jit=off"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
    }

    private void awaitReady(Path logFile) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        SQLException last = null;
        while (System.nanoTime() < deadline) {
            if (!server.isAlive()) {
                throw new DatabaseTrouble(
                        "The database ended with code "
                                + server.exitValue()
                                + " at its start: "
                                + lastLine(logFile));
            }
            try (var connection = DriverManager.getConnection(url(), user(), password)) {
                return;
            } catch (SQLException notYet) {
                last = notYet;
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
        }
        throw new DatabaseTrouble(
                "The database does not answer: " + (last == null ? "" : last.getMessage()));
    }

    private static String lastLine(Path logFile) {
        try {
            var lines = Files.readAllLines(logFile);
            return lines.isEmpty() ? "(no log)" : lines.getLast();
        } catch (IOException e) {
            return "(log unreadable)";
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    private void run(String... command) throws IOException {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        var output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (waitFor(process) != 0) {
            throw new DatabaseTrouble(
                    Path.of(command[0]).getFileName() + " failed: " + output.strip());
        }
    }

    private static boolean works(String... command) {
        try {
            return waitFor(new ProcessBuilder(command).redirectErrorStream(true).start()) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void ownedByNobody(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", Integer.parseInt(NOBODY));
        Files.setAttribute(path, "unix:gid", Integer.parseInt(NOBODY));
    }

    private static int freePort() throws IOException {
        try (var socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * SIGINT is PostgreSQL's fast shutdown: running transactions roll back, everything committed is
     * on disk.
     */
    @Override
    public void close() {
        try {
            waitFor(new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start());
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            lock.close();
        } catch (IOException e) {
            log.warn("the database did not stop cleanly; it will recover at the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One clear line for the person who starts us. */
    static final class DatabaseTrouble extends IllegalStateException {
        DatabaseTrouble(String line) {
            super(line);
        }

        DatabaseTrouble(String line, @Nullable Throwable cause) {
            super(line, cause);
        }
    }
}
