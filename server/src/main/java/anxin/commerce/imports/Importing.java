package anxin.commerce.imports;

import anxin.kernel.loop.Loop;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works through the files in the background, the oldest first, and goes on after a restart. */
@Component
class Importing extends Loop {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImportStore imports;
    private final ImportFiles files;
    private final RunImport run;

    Importing(
            ImportStore imports,
            ImportFiles files,
            RunImport run,
            @Value("${anxin.background:true}") boolean background) {
        super("imports", PAUSE, PATIENCE, background);
        this.imports = imports;
        this.files = files;
        this.run = run;
    }

    void wake() {
        ring();
    }

    @Override
    protected void prepare() {
        files.deleteParts();
    }

    @Override
    protected void round() {
        for (var job : imports.running()) {
            while (isRunning() && run.next(job.shop(), job.id())) {
                // The next batch.
            }
        }
    }
}
