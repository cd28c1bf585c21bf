package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the PostgreSQL we bring, unpacked from the jar once. The folder gets its name
 * only when it is complete, so one that was interrupted is simply made again.
 */
record PostgresPrograms(Path folder) {

    static final String VERSION = "18.6";

    static PostgresPrograms unpackedIn(Path home) throws IOException {
        var folder = home.resolve("postgres-" + VERSION);
        if (!Files.exists(folder)) {
            var unfinished = home.resolve("unpacking");
            FileSystemUtils.deleteRecursively(unfinished);
            unpack(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(folder);
    }

    static String majorVersion() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    private static void unpack(Path target) throws IOException {
        var resource = resource();
        try (var in = PostgresPrograms.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StartTrouble(
                        "The jar holds no PostgreSQL for this kind of machine ("
                                + resource
                                + "); set ANXIN_DB_URL to an existing one.");
            }
            Files.createDirectories(target);
            var packed = target.resolve("programs.tar.xz");
            Files.copy(in, packed);
            try (var tar =
                    new TarArchiveInputStream(
                            new BufferedInputStream(decompressed(packed), 1 << 16))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        }
        Files.deleteIfExists(target.resolve("programs.tar.xz"));
        Files.deleteIfExists(target.resolve("programs.tar"));
    }

    /** The system's own xz, where there is one, is three times as fast as ours in a cold JVM. */
    private static InputStream decompressed(Path packed) throws IOException {
        if (Shell.works("xz", "--decompress", packed.toString())) {
            return Files.newInputStream(packed.resolveSibling("programs.tar"));
        }
        return new XZInputStream(new BufferedInputStream(Files.newInputStream(packed), 1 << 16));
    }

    private static String resource() {
        var mac = System.getProperty("os.name").startsWith("Mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        return "/postgres-" + (mac ? "darwin" : "linux") + (arm ? "-arm_64.txz" : "-x86_64.txz");
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
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
