package anxin.kernel.batch;

import anxin.kernel.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request threads put their wish into a bounded queue and wait; a few writers drain what is there,
 * up to a batch, and write it with one commit. Nothing is delayed to make a batch: batches form
 * while the last commit runs. When a batch fails as a whole, each of its wishes is tried again
 * alone, so that one bad wish spoils no other.
 */
public final class BatchWriter<W, R> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private record Waiting<W, R>(W wish, CompletableFuture<R> result) {}

    private final BlockingQueue<Waiting<W, R>> queue;
    private final int largestBatch;
    private final Function<List<W>, List<R>> write;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean open = true;

    /**
     * {@code write} answers one result per wish in the order of the wishes, in a transaction of its
     * own.
     */
    public BatchWriter(
            String name,
            int writers,
            int largestBatch,
            int capacity,
            Function<List<W>, List<R>> write) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.largestBatch = largestBatch;
        this.write = write;
        for (int i = 0; i < writers; i++) {
            this.writers.add(
                    Thread.ofPlatform().name(name + "-writer-" + i).daemon().start(this::run));
        }
    }

    /** Waits until the wish is committed; 503 when the queue is full or the process is ending. */
    public R write(W wish) {
        var waiting = new Waiting<W, R>(wish, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            throw Problem.busy(Duration.ofSeconds(2));
        }
        try {
            return waiting.result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException slow) {
            // It may still be written; the caller's own id makes sending it again safe.
            throw Problem.busy(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(Duration.ofSeconds(2));
        }
    }

    private void run() {
        var batch = new ArrayList<Waiting<W, R>>();
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, largestBatch - 1);
                together(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void together(List<Waiting<W, R>> batch) {
        try {
            var results = write.apply(batch.stream().map(Waiting::wish).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().result.completeExceptionally(e);
                return;
            }
            log.debug("a batch of {} failed, each is tried alone", batch.size(), e);
            batch.forEach(one -> together(List.of(one)));
        }
    }

    /** Takes no more, and writes what is waiting. */
    @Override
    public void close() {
        open = false;
        for (var writer : writers) {
            try {
                writer.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
