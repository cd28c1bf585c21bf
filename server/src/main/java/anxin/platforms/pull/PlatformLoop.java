package anxin.platforms.pull;

import anxin.kernel.loop.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps reading, several connections at a time: one that is slow keeps no other waiting. */
@Component
public class PlatformLoop extends Loop {

    private static final Logger log = LoggerFactory.getLogger(PlatformLoop.class);
    private static final int LANES = 8;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadPlatforms reading;
    private final Semaphore lanes = new Semaphore(LANES);

    PlatformLoop(ReadPlatforms reading, @Value("${anxin.background:true}") boolean background) {
        super("platforms", PAUSE, PATIENCE, background);
        this.reading = reading;
    }

    /** Somebody wished for something. */
    public void wake() {
        ring();
    }

    @Override
    protected void round() throws InterruptedException {
        reading.enter();
        while (true) {
            lanes.acquire();
            var task = next();
            if (task.isEmpty()) {
                lanes.release();
                return;
            }
            Thread.ofVirtual().name("platform").start(() -> run(task.get()));
        }
    }

    private Optional<Runnable> next() {
        try {
            return reading.next();
        } catch (RuntimeException broken) {
            lanes.release();
            throw broken;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            log.warn(
                    "reading from a platform failed; it goes on when the lease has run out",
                    broken);
        } finally {
            lanes.release();
        }
    }
}
