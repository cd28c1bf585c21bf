package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The PostgreSQL this installation brings along: unpacked once, initialised once, durable,
 * reachable from this machine only and with a password of its own. It ends with us, and what a
 * killed one of us left behind is put in order first.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final long NEEDED_BYTES = 256L << 20;

    private final FileChannel lock;
    private final String password;
    private final int port;
    private final PostgresProcess process;

    EmbeddedPostgres(Path home, Map<String, String> settings) {
        this(home, settings, NEEDED_BYTES);
    }

    EmbeddedPostgres(Path home, Map<String, String> settings, long neededBytes) {
        try {
            Files.createDirectories(home);
            this.lock = onlyInstanceIn(home);
        } catch (IOException e) {
            throw unusable(home, e);
        }
        try {
            refuseFullDisk(home, neededBytes);
            var programs = PostgresPrograms.unpackedIn(home);
            var runAs = RunAs.forDataIn(home, programs);
            var data = new DataFolder(home, programs, runAs);
            data.prepare();
            this.password = data.password();
            this.port = freePort();
            this.process =
                    new PostgresProcess(
                            data, programs, runAs, settings, port, home.resolve("start.log"));
            process.startAndWaitUntilReady(url(), user(), password);
        } catch (IOException e) {
            release(lock);
            throw unusable(home, e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return DataFolder.USER;
    }

    String password() {
        return password;
    }

    private static FileChannel onlyInstanceIn(Path home) throws IOException {
        var file = home.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StartTrouble(
                    "Another Anxin is running on "
                            + home.getParent()
                            + "; stop it, or set ANXIN_HOME to another folder.");
        }
        return channel;
    }

    private static void refuseFullDisk(Path home, long needed) throws IOException {
        var free = Files.getFileStore(home).getUsableSpace();
        if (free < needed) {
            throw new StartTrouble(
                    "The disk of "
                            + home
                            + " has only "
                            + (free >> 20)
                            + " MB free; Anxin needs "
                            + (needed >> 20)
                            + " MB to start.");
        }
    }

    private static StartTrouble unusable(Path home, IOException e) {
        return e instanceof AccessDeniedException denied
                ? new StartTrouble(
                        "The user "
                                + System.getProperty("user.name")
                                + " may not read and write "
                                + denied.getFile()
                                + "; give that user the folder, or set ANXIN_HOME to another one.",
                        e)
                : new StartTrouble(
                        "The database in " + home + " cannot be used: " + e.getMessage(), e);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
        release(lock);
    }
}
