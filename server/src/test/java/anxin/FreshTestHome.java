package anxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.util.FileSystemUtils;

/**
 * Each run of the tests begins with an empty data folder, so that a migration still being written
 * can change.
 */
public class FreshTestHome implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            FileSystemUtils.deleteRecursively(Path.of("target/test-home/postgres/data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
