package anxin.kernel.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Once ready, the data folder holds a file with our process id and our address, so that the script
 * beside us finds the port, also a free one.
 */
@Component
class RunningFile implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger("anxin");

    private final Path home;
    private @Nullable Path written;

    RunningFile(@Value("${anxin.home}") Path home) {
        this.home = home.toAbsolutePath();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        var address = "http://localhost:" + context.getWebServer().getPort();
        Files.createDirectories(home);
        var next = home.resolve("running.new");
        Files.writeString(next, ProcessHandle.current().pid() + "\n" + address + "\n");
        written = Files.move(next, home.resolve("running"), StandardCopyOption.REPLACE_EXISTING);
        var took = event.getTimeTaken();
        log.info("ready at {} in {} s", address, took == null ? "?" : took.toMillis() / 1000.0);
    }

    @Override
    public void destroy() throws IOException {
        if (written != null) {
            Files.deleteIfExists(written);
        }
    }
}
