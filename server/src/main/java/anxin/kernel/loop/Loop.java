package anxin.kernel.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does its round on a thread of its own from start to stop, with a pause in between that a bell
 * ends. A round that fails is told in the log and followed by the next one.
 */
public abstract class Loop implements SmartLifecycle {

    private final String name;
    private final Duration pause;
    private final Duration patience;
    private final Bell bell;
    private final boolean background;
    private volatile boolean on;
    private @Nullable Thread thread;

    /**
     * @param pause the longest time between two rounds
     * @param patience how long {@link #stop} waits for the round that is running
     * @param background false starts nothing: tests do the rounds themselves
     */
    protected Loop(String name, Duration pause, Duration patience, Bell bell, boolean background) {
        this.name = name;
        this.pause = pause;
        this.patience = patience;
        this.bell = bell;
        this.background = background;
    }

    /** With a bell of its own: only {@link #ring} ends a pause. */
    protected Loop(String name, Duration pause, Duration patience, boolean background) {
        this(name, pause, patience, new Bell(), background);
    }

    /** Everything that is to be done now. */
    protected abstract void round() throws InterruptedException;

    /** Once, before the first round. */
    protected void prepare() {}

    /** The next round begins now. */
    protected final void ring() {
        bell.ring();
    }

    private void run() {
        try {
            while (on) {
                try {
                    round();
                } catch (RuntimeException e) {
                    LoggerFactory.getLogger(getClass())
                            .warn("a round of {} failed; trying again", name, e);
                }
                bell.await(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        if (background) {
            prepare();
            on = true;
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    @Override
    public void stop() {
        on = false;
        bell.ring();
        var running = thread;
        if (running != null) {
            try {
                running.join(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
