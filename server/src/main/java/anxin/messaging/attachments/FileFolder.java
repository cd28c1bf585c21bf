package anxin.messaging.attachments;

import anxin.kernel.ShopId;
import anxin.kernel.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The contents, each once for its shop, named by its hash. */
@Component
class FileFolder {

    private final Path folder;

    FileFolder(@Value("${anxin.home}") Path home) {
        this.folder = home.toAbsolutePath().resolve("files").resolve("attachments");
    }

    Path path(ShopId shop, String hash) {
        return folder.resolve(shop.value()).resolve(hash.substring(0, 2)).resolve(hash);
    }

    void write(ShopId shop, String hash, byte[] bytes) {
        var file = path(shop, hash);
        if (!Files.exists(file)) {
            WholeFile.write(file, bytes);
        }
    }

    byte[] read(ShopId shop, String hash) {
        try {
            return Files.readAllBytes(path(shop, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(ShopId shop, String hash) {
        try {
            Files.deleteIfExists(path(shop, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
