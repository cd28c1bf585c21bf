package anxin.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.kernel.problem.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWriterTest {

    @Test
    void what_waits_while_a_batch_is_written_goes_with_the_next_one() throws Exception {
        var sizes = new ConcurrentLinkedQueue<Integer>();
        var firstInHand = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var writer =
                        new BatchWriter<Integer, Integer>(
                                "test",
                                1,
                                8,
                                100,
                                wishes -> {
                                    sizes.add(wishes.size());
                                    firstInHand.countDown();
                                    await(goOn);
                                    return wishes.stream().map(n -> n * 2).toList();
                                })) {
            var first = CompletableFuture.supplyAsync(() -> writer.write(1), threads);
            firstInHand.await();
            var others = new CountDownLatch(5);
            var rest =
                    IntStream.rangeClosed(2, 6)
                            .mapToObj(
                                    n ->
                                            CompletableFuture.supplyAsync(
                                                    () -> {
                                                        others.countDown();
                                                        return writer.write(n);
                                                    },
                                                    threads))
                            .toList();
            others.await();
            goOn.countDown();
            assertThat(first.join()).isEqualTo(2);
            assertThat(rest.stream().map(CompletableFuture::join)).containsExactly(4, 6, 8, 10, 12);
            assertThat(sizes.stream().mapToInt(n -> n).sum()).isEqualTo(6);
            assertThat(sizes).allMatch(n -> n <= 8);
        }
    }

    @Test
    void one_bad_wish_spoils_no_other() {
        var firstTry = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var writer =
                        new BatchWriter<Integer, String>(
                                "test",
                                1,
                                8,
                                100,
                                wishes -> {
                                    if (wishes.equals(List.of(0))) {
                                        await(firstTry);
                                    }
                                    if (wishes.contains(13)) {
                                        throw new IllegalArgumentException("13");
                                    }
                                    return wishes.stream().map(String::valueOf).toList();
                                })) {
            var blocker = CompletableFuture.supplyAsync(() -> writer.write(0), threads);
            var good = CompletableFuture.supplyAsync(() -> writer.write(12), threads);
            var bad = CompletableFuture.supplyAsync(() -> writer.write(13), threads);
            var alsoGood = CompletableFuture.supplyAsync(() -> writer.write(14), threads);
            firstTry.countDown();
            assertThat(blocker.join()).isEqualTo("0");
            assertThat(good.join()).isEqualTo("12");
            assertThat(alsoGood.join()).isEqualTo("14");
            assertThatThrownBy(bad::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void after_closing_a_wish_is_refused_and_may_be_sent_again() {
        var writer = new BatchWriter<Integer, Integer>("test", 1, 8, 100, wishes -> wishes);
        assertThat(writer.write(1)).isEqualTo(1);
        writer.close();
        assertThatThrownBy(() -> writer.write(2))
                .isInstanceOfSatisfying(
                        Problem.class, busy -> assertThat(busy.status()).isEqualTo(503));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
