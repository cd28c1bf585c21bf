package anxin.kernel.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class UpkeepTest {

    private final String name = "test-" + UUID.randomUUID();

    @Autowired Upkeep upkeep;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired TestClock clock;

    /** Answers what it was told to, in order, then that nothing is left. */
    private record Told(String name, List<Callable<Integer>> answers, List<Integer> asked)
            implements Chore {

        @Override
        public int sweep(Instant now, int most) {
            asked.add(most);
            try {
                return answers.isEmpty() ? 0 : answers.removeFirst().call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_full_batch_is_followed_by_the_next_and_then_there_is_an_hour_of_rest() {
        var chore = told(name, () -> 500, () -> 500, () -> 20);
        var node = node(chore);

        assertThat(node.runDue()).isEqualTo(1_020);
        assertThat(chore.asked()).containsExactly(500, 500, 500);

        clock.forward(Duration.ofMinutes(59));
        assertThat(node.runDue()).isZero();
        assertThat(chore.asked()).hasSize(3);

        clock.forward(Duration.ofMinutes(1));
        node.runDue();
        assertThat(chore.asked()).hasSize(4);
    }

    @Test
    void a_chore_that_fails_is_tried_again_later_and_stops_no_other() {
        var broken =
                told(
                        name + "-a",
                        () -> {
                            throw new IllegalStateException("no room");
                        },
                        () -> 3);
        var other = told(name + "-b", () -> 7);
        var node = node(broken, other);

        assertThat(node.runDue()).isEqualTo(7);
        assertThat(trouble(broken)).contains("no room");

        clock.forward(Duration.ofMinutes(10));
        assertThat(node.runDue()).isEqualTo(3);
        assertThat(trouble(broken)).isEqualTo("none");
    }

    @Test
    void what_another_node_has_in_hand_is_passed_over() {
        var chore = told(name, () -> 0);
        node(chore).runDue();
        clock.forward(Duration.ofHours(1));

        var meanwhile =
                transaction.execute(
                        status -> {
                            db.sql("select c.name from kernel.chore c where c.name = :n for update")
                                    .param("n", name)
                                    .query(String.class)
                                    .single();
                            return elsewhere(() -> node(chore).runDue());
                        });

        assertThat(meanwhile).isZero();
        assertThat(chore.asked()).hasSize(1);
        node(chore).runDue();
        assertThat(chore.asked()).hasSize(2);
    }

    @Test
    void a_session_that_has_ended_is_forgotten_and_one_that_has_not_stays() {
        session("old", Duration.ofMinutes(30));
        session("young", Duration.ofHours(3));
        runAfter(Duration.ofMinutes(30));
        assertThat(csrfs()).containsExactly("young" + name);
    }

    @Test
    void guesses_count_for_a_day_and_are_forgotten_then() {
        insert(
                "insert into identity.sign_in_guard (id, failures, changed_at) values (:name, 3, :now)");
        runAfter(Duration.ofHours(23));
        assertThat(count("identity.sign_in_guard", "id")).isEqualTo(1);
        runAfter(Duration.ofHours(2));
        assertThat(count("identity.sign_in_guard", "id")).isZero();
    }

    @Test
    void a_spent_link_is_remembered_until_it_would_be_too_old_anyway() {
        insert(
                "insert into identity.spent_token (shop_id, jti, expires_at) values ('t', :name, :now + interval '2 hours')");
        runAfter(Duration.ofHours(1));
        assertThat(count("identity.spent_token", "jti")).isEqualTo(1);
        runAfter(Duration.ofHours(2));
        assertThat(count("identity.spent_token", "jti")).isZero();
    }

    @Test
    void a_delivery_is_known_for_thirty_days() {
        insert(
                """
                insert into commerce.hook_delivery (shop_id, delivery_id, event, stale, received_at)
                values ('t', :name, 'order', false, :now)
                """);
        runAfter(Duration.ofDays(29));
        assertThat(count("commerce.hook_delivery", "delivery_id")).isEqualTo(1);
        runAfter(Duration.ofDays(2));
        assertThat(count("commerce.hook_delivery", "delivery_id")).isZero();
    }

    @Test
    void the_text_of_a_message_is_kept_ninety_days_and_that_it_went_out_for_good() {
        for (var state : List.of("SENT", "FAILED", "EXPIRED", "WAITING")) {
            insert(
                    """
                    insert into messaging.outbound (id, dedupe_key, channel, recipient, subject, body, secret, state,
                                                    next_at, created_at)
                    values (gen_random_uuid(), :name || '/%1$s', 'EMAIL', 'lin@example.com', 's', 'text', false, '%1$s',
                            'infinity', :now)
                    """
                            .formatted(state));
        }
        runAfter(Duration.ofDays(89));
        assertThat(statesWithText()).hasSize(4);
        runAfter(Duration.ofDays(2));
        assertThat(statesWithText()).containsExactly("WAITING");
        assertThat(
                        db.sql(
                                        "select count(*) from messaging.outbound o where o.dedupe_key like :n")
                                .param("n", name + "/%")
                                .query(Long.class)
                                .single())
                .isEqualTo(4);
        db.sql("delete from messaging.outbound where dedupe_key like :n")
                .param("n", name + "/%")
                .update();
    }

    @SafeVarargs
    private static Told told(String name, Callable<Integer>... answers) {
        return new Told(name, new ArrayList<>(List.of(answers)), new ArrayList<>());
    }

    /** A node of its own, whose only chores are these. */
    private Upkeep node(Told... chores) {
        var beans = new StaticListableBeanFactory();
        for (var chore : chores) {
            beans.addBean(chore.name(), chore);
        }
        return new Upkeep(beans.getBeanProvider(Chore.class), db, transaction, clock, false);
    }

    private void runAfter(Duration time) {
        upkeep.runDue();
        clock.forward(time);
        db.sql("update kernel.chore set due_at = '-infinity'").update();
        upkeep.runDue();
    }

    private static long elsewhere(Callable<Long> work) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String trouble(Told chore) {
        return db.sql("select coalesce(c.trouble, 'none') from kernel.chore c where c.name = :n")
                .param("n", chore.name())
                .query(String.class)
                .single();
    }

    private void session(String who, Duration left) {
        db.sql(
                        """
                insert into identity.session (token_hash, kind, shop_id, customer_id, csrf, opened_at, seen_at, expires_at)
                values (cast(:id as text)::bytea, 'CUSTOMER', 't', 'lin-xiao', :id, :now, :now, :until)
                """)
                .params(
                        Map.of(
                                "id",
                                who + name,
                                "now",
                                utc(clock.instant()),
                                "until",
                                utc(clock.instant().plus(left))))
                .update();
    }

    private List<@Nullable String> csrfs() {
        return db.sql("select s.csrf from identity.session s where s.csrf like :n")
                .param("n", "%" + name)
                .query(String.class)
                .list();
    }

    private void insert(String sql) {
        db.sql(sql).param("name", name).param("now", utc(clock.instant())).update();
    }

    private long count(String table, String column) {
        return db.sql("select count(*) from " + table + " where " + column + " = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private List<@Nullable String> statesWithText() {
        return db.sql(
                        "select o.state from messaging.outbound o where o.dedupe_key like :n and o.body is not null")
                .param("n", name + "/%")
                .query(String.class)
                .list();
    }

    private static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC);
    }
}
