package anxin.work.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.TestCustomers;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class DeadlineClockTest {

    private static final Duration NAP = Duration.ofHours(1);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestCustomers customers;
    @Autowired TestClock clock;
    @Autowired DeadlineStore store;
    @Autowired List<DeadlineHandler> handlers;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private RequestPostProcessor agent = request -> request;
    private UUID talk = UUID.randomUUID();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch locked = new CountDownLatch(1);
    private final List<@Nullable String> gaveWay = new ArrayList<>();

    /** Tells when it has the deadline of our conversation in hand, and how it ended. */
    private final class Watched implements DeadlineHandler {

        private final DeadlineHandler of;

        private Watched(DeadlineHandler of) {
            this.of = of;
        }

        @Override
        public String kind() {
            return of.kind();
        }

        @Override
        public void missed(Deadline deadline) {
            var ours = deadline.subject().equals("conversation:" + talk);
            if (ours) {
                held.countDown();
            }
            try {
                of.missed(deadline);
            } catch (RuntimeException e) {
                if (ours) {
                    gaveWay.add(state(e));
                }
                throw e;
            }
        }
    }

    @BeforeEach
    void aConversationThatIsPutOffUntilNow() {
        ShopId shop = stage.shop();
        agent =
                people.asStaff(
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        shop);
        talk = customers.write(shop, "lin-xiao", "等我想想");
        become("{\"state\":\"SNOOZED\",\"until\":\"%s\"}".formatted(clock.instant().plus(NAP)));
        clock.forward(NAP);
    }

    @Test
    void whoever_closes_it_while_the_clock_wakes_it_is_not_disturbed() throws Exception {
        crossing(() -> become("{\"state\":\"CLOSED\"}"));
        assertThat(gaveWay).as("by its patience, not by a circle").containsExactly("55P03");
        assertThat(deadlines()).isZero();
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    void what_the_clock_gave_way_for_is_done_a_moment_later() throws Exception {
        crossing(() -> become("{\"state\":\"SNOOZED\",\"until\":\"%s\"}", Duration.ofMinutes(1)));
        assertThat(deadlines()).isEqualTo(1);
        clock.forward(Duration.ofMinutes(1));
        clock().runDue();
        assertThat(state()).isEqualTo("OPEN");
        assertThat(deadlines()).isZero();
    }

    /** The act locks the conversation and goes on once the clock has the deadline. */
    private void crossing(Runnable act) throws Exception {
        Callable<@Nullable Void> acting =
                () -> {
                    transaction.executeWithoutResult(
                            status -> {
                                db.sql(
                                                "select 1 from conversation.conversation where id = :id for update")
                                        .param("id", talk)
                                        .query(Integer.class)
                                        .single();
                                locked.countDown();
                                await(held);
                                act.run();
                            });
                    return null;
                };
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = others.submit(acting);
            await(locked);
            clock().runDue();
            other.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As every node has one. */
    private DeadlineClock clock() {
        var watched = new StaticListableBeanFactory();
        handlers.forEach(one -> watched.addBean(one.kind(), new Watched(one)));
        return new DeadlineClock(
                store, watched.getBeanProvider(DeadlineHandler.class), transaction, clock, false);
    }

    private void become(String body, Duration in) {
        become(body.formatted(clock.instant().plus(in)));
    }

    private void become(String body) {
        var answer =
                stage.perform(
                        put("/api/v1/conversations/" + talk + "/state")
                                .with(agent)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private String state() {
        return stage.look(agent, "conversations/" + talk).text("item.state");
    }

    private int deadlines() {
        return db.sql(
                        "select count(*) from work.deadline where subject = :subject and kind = 'conversation.snooze'")
                .param("subject", "conversation:" + talk)
                .query(Integer.class)
                .single();
    }

    private static @Nullable String state(RuntimeException failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql) {
                return Objects.requireNonNull(sql.getSQLState());
            }
        }
        return null;
    }
}
