package anxin.kernel.fact;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.kernel.ShopId;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class FactLogTest {

    @Autowired FactLog log;
    @Autowired TransactionTemplate transaction;

    @Test
    void facts_are_read_in_the_order_of_their_transactions() {
        var start = log.end();
        log.append(fact("one"));
        log.append(fact("two"));
        assertThat(log.after(start, 10)).extracting(Fact::subject).containsExactly("one", "two");
    }

    @Test
    void a_fact_behind_a_running_transaction_waits_so_that_none_is_skipped() throws Exception {
        var start = log.end();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> {
                                                    log.append(fact("slow"));
                                                    written.countDown();
                                                    await(mayCommit);
                                                }));
        written.await();
        log.append(fact("fast"));
        assertThat(log.after(start, 10)).as("the slow one may still commit before it").isEmpty();
        mayCommit.countDown();
        slow.join();
        assertThat(log.after(start, 10)).extracting(Fact::subject).containsExactly("slow", "fast");
    }

    @Test
    void a_fact_of_a_transaction_that_failed_never_happened() {
        var start = log.end();
        transaction.executeWithoutResult(
                status -> {
                    log.append(fact("undone"));
                    status.setRollbackOnly();
                });
        assertThat(log.after(start, 10)).isEmpty();
    }

    private static NewFact fact(String subject) {
        return new NewFact(
                new ShopId("harbour-tea"),
                "kernel.tested",
                subject,
                "system",
                null,
                Audience.NONE,
                Map.of("n", 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
