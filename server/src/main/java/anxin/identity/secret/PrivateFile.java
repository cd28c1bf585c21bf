package anxin.identity.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files that only our own user may read, from their first byte on, and never half written. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Fails when the file is there. */
    static void create(Path file, String text) throws IOException {
        var written = write(file, text);
        try {
            Files.createLink(file, written);
        } catch (UnsupportedOperationException noLinks) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.copy(written, file);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    public static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.move(
                write(file, text),
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path write(Path file, String text) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        var posix =
                Files.getFileStore(file.toAbsolutePath().getParent())
                        .supportsFileAttributeView("posix");
        var rights =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var channel =
                Files.newByteChannel(
                        beside,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        rights)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        return beside;
    }
}
