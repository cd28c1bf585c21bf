package anxin.commerce.imports;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through the files in the background, the oldest first, and goes on after a restart. */
@Component
class Importing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Importing.class);

    private final ImportStore imports;
    private final ImportFiles files;
    private final RunImport run;
    private final boolean wanted;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean on;
    private @Nullable Thread worker;

    Importing(
            ImportStore imports,
            ImportFiles files,
            RunImport run,
            @Value("${anxin.background:true}") boolean wanted) {
        this.imports = imports;
        this.files = files;
        this.run = run;
        this.wanted = wanted;
    }

    void wake() {
        bell.release();
    }

    private void work() {
        while (on) {
            try {
                for (var job : imports.running()) {
                    while (on && run.next(job.shop(), job.id())) {
                        // The next batch.
                    }
                }
            } catch (RuntimeException e) {
                log.warn("an import stopped; going on from its last batch", e);
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (bell.tryAcquire(2, TimeUnit.SECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        if (!wanted) {
            return;
        }
        files.deleteParts();
        on = true;
        worker = Thread.ofVirtual().name("imports").start(this::work);
    }

    @Override
    public void stop() {
        on = false;
        wake();
        var thread = worker;
        try {
            if (thread != null) {
                thread.join(10_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
