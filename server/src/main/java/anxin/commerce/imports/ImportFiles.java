package anxin.commerce.imports;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files on their way in, kept in the home folder until all of them is taken. */
@Component
class ImportFiles {

    private static final Logger log = LoggerFactory.getLogger(ImportFiles.class);
    private static final long LARGEST = 2L << 30;

    private final Path folder;

    ImportFiles(@Value("${anxin.home}") Path home) {
        this.folder = home.toAbsolutePath().resolve("imports");
    }

    Path of(ShopId shop, UUID id) {
        return folder.resolve(shop.value() + "." + id);
    }

    /** On the disk when this returns; answers its size. */
    long keep(ShopId shop, UUID id, InputStream body) throws IOException {
        Files.createDirectories(folder);
        var part = folder.resolve(shop.value() + "." + id + "." + UUID.randomUUID() + ".part");
        try {
            long size = 0;
            try (var out =
                    FileChannel.open(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = new byte[1 << 16];
                int n;
                while ((n = body.read(buffer)) >= 0) {
                    size += n;
                    if (size > LARGEST) {
                        throw Problem.invalid(
                                        List.of(
                                                new Problem.Field(
                                                        "",
                                                        Text.of(
                                                                "文件不能超过 2 GB，请拆分后导入",
                                                                "must be at most 2 GB; split it"))))
                                .as(413);
                    }
                    var bytes = ByteBuffer.wrap(buffer, 0, n);
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                }
                out.force(true);
            }
            Files.move(part, of(shop, id), StandardCopyOption.ATOMIC_MOVE);
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} could not be deleted", file, e);
        }
    }

    /** What was being sent when we were stopped; its sender will send it again. */
    void deleteParts() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var parts = Files.newDirectoryStream(folder, "*.part")) {
            parts.forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
