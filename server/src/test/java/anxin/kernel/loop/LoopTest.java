package anxin.kernel.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final Semaphore rounds = new Semaphore(0);
    private final AtomicInteger failures = new AtomicInteger();
    private final Bell bell = new Bell();
    private final Loop loop = loop(true);

    private Loop loop(boolean background) {
        return new Loop("test", Duration.ofDays(1), Duration.ofSeconds(10), bell, background) {
            @Override
            protected void round() {
                rounds.release();
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("as told");
                }
            }
        };
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void a_bell_ends_the_pause() throws InterruptedException {
        loop.start();
        assertThat(oneMore()).isTrue();
        bell.ring();
        assertThat(oneMore()).isTrue();
        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void a_round_that_fails_is_followed_by_the_next() throws InterruptedException {
        failures.set(1);
        loop.start();
        assertThat(oneMore()).isTrue();
        bell.ring();
        assertThat(oneMore()).isTrue();
    }

    @Test
    void stopping_ends_the_pause_and_no_round_follows() throws InterruptedException {
        loop.start();
        assertThat(oneMore()).isTrue();
        loop.stop();
        assertThat(loop.isRunning()).isFalse();
        assertThat(rounds.availablePermits()).isZero();
    }

    @Test
    void a_node_without_background_starts_nothing() {
        var idle = loop(false);
        idle.start();
        assertThat(idle.isRunning()).isFalse();
        idle.stop();
        assertThat(rounds.availablePermits()).isZero();
    }

    private boolean oneMore() throws InterruptedException {
        return rounds.tryAcquire(10, TimeUnit.SECONDS);
    }
}
