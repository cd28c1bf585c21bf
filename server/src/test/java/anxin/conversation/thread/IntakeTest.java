package anxin.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.conversation.FirstLine;
import anxin.customer.Profiles;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import anxin.messaging.Attachments;
import anxin.messaging.InboundMessage;
import anxin.messaging.InboundMessage.Context;
import anxin.messaging.InboundMessage.From;
import anxin.messaging.Reception;
import anxin.messaging.Reception.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class IntakeTest {

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired Reception reception;
    @Autowired Intake intake;
    @Autowired Threads threads;
    @Autowired Profiles profiles;
    @Autowired Tally tally;
    @Autowired Told told;
    @Autowired Placing placing;
    @Autowired Topics topics;
    @Autowired Attachments attachments;
    @Autowired FirstLine firstLine;
    @Autowired FactLog facts;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void eight_first_messages_at_once_are_one_conversation_with_eight_messages() throws Exception {
        var messages =
                IntStream.range(0, 8).mapToObj(n -> from("lin-xiao", "m" + n, null)).toList();
        var received = atOnce(messages, reception);
        assertThat(received)
                .extracting(Received::conversation)
                .containsOnly(conversation(received));
        assertThat(received)
                .extracting(Received::seq)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(seqs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(count("customer.profile")).isEqualTo(1);
        assertThat(tally.of(List.of(shop)))
                .containsEntry(Standing.OPEN, 1L)
                .containsEntry(Standing.UNASSIGNED, 1L)
                .containsEntry(Standing.WAITING, 1L);
    }

    @Test
    void eight_nodes_who_hear_one_new_customer_at_once_agree_on_one_conversation()
            throws Exception {
        var received = new ArrayList<Received>();
        var start = new CyclicBarrier(8);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<List<Received>>>();
            for (int n = 0; n < 8; n++) {
                var message = from("lin-xiao", "m" + n, null);
                Callable<List<Received>> node =
                        () -> {
                            start.await();
                            return intake.writeTogether(heard(message));
                        };
                answers.add(nodes.submit(node));
            }
            for (var answer : answers) {
                received.addAll(answer.get());
            }
        }
        assertThat(received)
                .extracting(Received::conversation)
                .containsOnly(conversation(received));
        assertThat(seqs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(count("customer.profile")).isEqualTo(1);
    }

    @Test
    void the_same_message_again_has_the_same_answer_alone_and_in_a_batch() {
        var message = from("lin-xiao", "m1", null);
        var first = reception.receive(message);
        assertThat(reception.receive(message)).isEqualTo(first);
        var batch =
                intake.writeTogether(
                        heard(from("lin-xiao", "m2", null), message, from("lin-xiao", "m2", null)));
        assertThat(batch).extracting(Received::seq).containsExactly(2, 1, 2);
        assertThat(seqs()).containsExactly(1, 2);
        assertThat(told()).as("told once each, and once that it began").isEqualTo(3);
    }

    @Test
    void what_arrives_together_stands_in_the_order_in_which_it_was_written() {
        var later = from("lin-xiao", "late", null);
        clock.forward(java.time.Duration.ofSeconds(-30));
        var earlier = from("lin-xiao", "early", null);
        clock.forward(java.time.Duration.ofSeconds(30));
        var received = intake.writeTogether(heard(later, earlier));
        assertThat(received).extracting(Received::seq).containsExactly(2, 1);
    }

    @Test
    void what_arrives_late_is_not_lost_and_keeps_its_own_time() {
        reception.receive(from("lin-xiao", "second", null));
        clock.forward(java.time.Duration.ofSeconds(-60));
        var first = from("lin-xiao", "first", null);
        clock.forward(java.time.Duration.ofSeconds(60));
        assertThat(reception.receive(first).seq()).isEqualTo(2);
        assertThat(
                        db.sql(
                                        "select m.external_id from conversation.message m where m.shop_id = :shop order by m.written_at")
                                .param("shop", shop.value())
                                .query(String.class)
                                .list())
                .containsExactly("first", "second");
    }

    @Test
    void two_matters_are_two_conversations_and_a_word_without_a_matter_goes_on_with_the_newest() {
        var tea = reception.receive(from("lin-xiao", "m1", "HT-1"));
        clock.forward(java.time.Duration.ofSeconds(1));
        var kettle = reception.receive(from("lin-xiao", "m2", "HT-2"));
        var more = reception.receive(from("lin-xiao", "m3", null));
        var teaAgain = reception.receive(from("lin-xiao", "m4", "HT-1"));
        assertThat(kettle.conversation()).isNotEqualTo(tea.conversation());
        assertThat(more.conversation()).isEqualTo(kettle.conversation());
        assertThat(teaAgain.conversation()).isEqualTo(tea.conversation());
        assertThat(teaAgain.seq()).isEqualTo(2);
    }

    @Test
    void whoever_names_the_order_later_goes_on_in_the_same_conversation() {
        var hello = reception.receive(from("lin-xiao", "m1", null));
        var order = reception.receive(from("lin-xiao", "m2", "HT-1"));
        assertThat(order.conversation()).isEqualTo(hello.conversation());
        assertThat(threads.find(List.of(shop), order.conversation()).orElseThrow().facts())
                .containsEntry("orderNumber", "HT-1");
    }

    @Test
    void a_customer_whom_the_shop_names_is_the_same_on_every_channel() {
        var chat = reception.receive(message(shop, "chat-" + shop, "w-1", "m1", null, "lin-xiao"));
        var app = reception.receive(message(shop, "app-" + shop, "a-9", "m1", null, "lin-xiao"));
        assertThat(app.conversation()).isEqualTo(chat.conversation());
        assertThat(app.id())
                .as("two messages: each channel numbers its own")
                .isNotEqualTo(chat.id());
        assertThat(count("customer.profile")).isEqualTo(1);
        assertThat(count("customer.identity")).isEqualTo(2);
    }

    @Test
    void one_address_in_two_shops_is_two_people() {
        var here = reception.receive(from("lin-xiao", "m1", null));
        var there = reception.receive(message(other, "app-" + other, "lin-xiao", "m1", null, null));
        assertThat(there.conversation()).isNotEqualTo(here.conversation());
        assertThat(there.seq()).isEqualTo(1);
    }

    @Test
    void a_commit_that_fails_has_written_nothing_and_is_tried_again_one_by_one() {
        var dying = new Dying(transactions, 1);
        var crashing = intake(dying);
        var batch = heard(from("lin-xiao", "m1", null), from("zhou-ning", "m1b", null));
        assertThatThrownBy(() -> crashing.writeTogether(batch))
                .isInstanceOf(TransactionSystemException.class);
        assertThat(count("conversation.message")).isZero();
        assertThat(tally.of(List.of(shop))).isEmpty();
        assertThat(crashing.writeTogether(batch)).extracting(Received::seq).containsExactly(1, 1);
        crashing.close();
    }

    @Test
    void an_answer_lost_after_the_commit_is_given_again() {
        var dying = new Dying(transactions, 1);
        dying.afterTheCommit = true;
        var crashing = intake(dying);
        var message = from("lin-xiao", "m1", null);
        assertThatThrownBy(() -> crashing.writeTogether(heard(message)))
                .isInstanceOf(TransactionSystemException.class);
        assertThat(crashing.receive(message).seq()).isEqualTo(1);
        assertThat(seqs()).containsExactly(1);
        crashing.close();
    }

    @Test
    void one_bad_message_spoils_no_other() throws Exception {
        var bad = message(shop, "app-" + shop, "lin-xiao", "bad", null, null, "\0 cannot be kept");
        var good = IntStream.range(0, 20).mapToObj(n -> from("c" + n, "g" + n, null)).toList();
        var all = new ArrayList<>(good);
        all.add(7, bad);
        assertThat(atOnceOrNull(all, reception)).hasSize(21).containsOnlyOnce((Received) null);
        assertThat(count("conversation.message")).isEqualTo(20);
    }

    /** Whatever is sent however often in whatever batches by however many nodes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_message_stands_once_and_every_conversation_counts_without_a_gap(long seed)
            throws Exception {
        var chance = new Random(seed);
        var sent = new ArrayList<InboundMessage>();
        for (int n = 0; n < 120; n++) {
            var matter = chance.nextInt(3) == 0 ? "HT-" + chance.nextInt(2) : null;
            var message = from("c" + chance.nextInt(5), "m" + n, matter);
            sent.add(message);
            if (chance.nextInt(4) == 0) {
                sent.add(sent.get(chance.nextInt(sent.size())));
            }
        }
        java.util.Collections.shuffle(sent, chance);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int from = 0; from < sent.size(); ) {
                var to = Math.min(sent.size(), from + 1 + chance.nextInt(12));
                var batch = List.copyOf(sent.subList(from, to));
                running.add(nodes.submit(() -> batch.forEach(reception::receive)));
                from = to;
            }
            for (var one : running) {
                one.get();
            }
        }
        assertThat(count("conversation.message")).isEqualTo(120);
        assertThat(
                        db.sql(
                                        """
                        select count(*) from (
                            select m.conversation_id from conversation.message m
                              join conversation.conversation c on c.shop_id = m.shop_id and c.id = m.conversation_id
                             where m.shop_id = :shop
                             group by m.conversation_id, c.last_seq
                            having min(m.seq) <> 1 or max(m.seq) <> count(*) or count(*) <> c.last_seq) wrong
                        """)
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .as("conversations with a gap")
                .isZero();
        assertThat(tally.of(List.of(shop)).get(Standing.OPEN))
                .isEqualTo((long) count("conversation.conversation"));
    }

    private Intake intake(PlatformTransactionManager manager) {
        return new Intake(
                threads,
                profiles,
                tally,
                told,
                placing,
                topics,
                attachments,
                firstLine,
                facts,
                clock,
                new TransactionTemplate(manager),
                1,
                64,
                64);
    }

    /** The process that dies at its commit, before or after the database has heard of it. */
    private static final class Dying implements PlatformTransactionManager {

        private final PlatformTransactionManager real;
        private int deaths;
        private boolean afterTheCommit;

        Dying(PlatformTransactionManager real, int deaths) {
            this.real = real;
            this.deaths = deaths;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (deaths-- <= 0) {
                real.commit(status);
                return;
            }
            if (afterTheCommit) {
                real.commit(status);
            } else {
                real.rollback(status);
            }
            throw new TransactionSystemException("died");
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }

    private List<Received> atOnce(List<InboundMessage> messages, Reception by) throws Exception {
        var answers = atOnceOrNull(messages, by);
        assertThat(answers).doesNotContainNull();
        return answers.stream().map(java.util.Objects::requireNonNull).toList();
    }

    private static List<@Nullable Received> atOnceOrNull(
            List<InboundMessage> messages, Reception by) throws Exception {
        var start = new CyclicBarrier(messages.size());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<@Nullable Received>>();
            for (var message : messages) {
                Callable<@Nullable Received> one =
                        () -> {
                            start.await();
                            try {
                                return by.receive(message);
                            } catch (org.springframework.dao.DataAccessException refused) {
                                return null;
                            }
                        };
                answers.add(people.submit(one));
            }
            var received = new ArrayList<@Nullable Received>();
            for (var answer : answers) {
                received.add(answer.get());
            }
            return received;
        }
    }

    private static UUID conversation(List<Received> received) {
        return new HashSet<>(received.stream().map(Received::conversation).toList())
                .iterator()
                .next();
    }

    private List<Integer> seqs() {
        return db.sql(
                        "select m.seq from conversation.message m where m.shop_id = :shop order by m.conversation_id, m.seq")
                .param("shop", shop.value())
                .query((row, n) -> row.getInt("seq"))
                .list();
    }

    private int told() {
        return db.sql(
                        "select count(*) from kernel.fact f where f.shop_id = :shop and f.type like 'conversation.%'")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table + " t where t.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    private static List<Heard> heard(InboundMessage... messages) {
        return Stream.of(messages).map(one -> new Heard(one, null)).toList();
    }

    private InboundMessage from(String sender, String id, @Nullable String order) {
        return message(shop, "app-" + shop, sender, id, order, null);
    }

    private InboundMessage message(
            ShopId of,
            String channel,
            String sender,
            String id,
            @Nullable String order,
            @Nullable String customer) {
        return message(of, channel, sender, id, order, customer, "杯子到了就是破损的，我要退款");
    }

    private InboundMessage message(
            ShopId of,
            String channel,
            String sender,
            String id,
            @Nullable String order,
            @Nullable String customer,
            String text) {
        return new InboundMessage(
                of,
                channel,
                id,
                new From(sender, "林晓", null, null, customer),
                text,
                List.of(),
                clock.instant(),
                new Context(order, null, null, null, null));
    }
}
