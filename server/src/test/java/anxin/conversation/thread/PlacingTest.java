package anxin.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.conversation.FirstLine;
import anxin.customer.Profiles;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.FactLog;
import anxin.language.Analysis;
import anxin.language.Language;
import anxin.messaging.Attachments;
import anxin.messaging.InboundMessage;
import anxin.work.Routing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of a customer and of what they want says where their conversation waits. */
@AnxinTest
class PlacingTest {

    private static final String QUEUE =
            """
            {"id":"%s","nameZh":"队列","nameEn":"Queue","level":1,"languages":[],"liveWeight":2,"writtenWeight":1,
             "lastAgentSeconds":0,"returnSeconds":60}
            """;

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired Routing routing;
    @Autowired Profiles profiles;
    @Autowired Threads threads;
    @Autowired Tally tally;
    @Autowired Told told;
    @Autowired Placing placing;
    @Autowired Attachments attachments;
    @Autowired FirstLine firstLine;
    @Autowired FactLog facts;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private ShopId shop = new ShopId("unset");

    @BeforeEach
    void aShop() {
        shop = stage.shop();
    }

    @AfterEach
    void nobodyReadsAnyMore() {
        over.countDown();
    }

    @Test
    void whoever_bought_much_goes_where_the_rule_says_and_before_others() {
        plan("{\"queue\":\"second\",\"urgent\":false,\"fromValue\":5}");
        stage.order(shop, Map.of("lines", List.of(Stage.line("L1", 1, 2_500_00))));
        var intake = intake(this::refund, Duration.ofSeconds(5));
        assertThat(queue(intake, "lin-xiao", "你好")).isEqualTo("second rank 5");
        assertThat(queue(intake, "he-wei", "你好")).isEqualTo("first rank 0");
        assertThat(queue(intake, null, "你好")).isEqualTo("first rank 0");
        assertThat(asked).as("no rule asks for it").hasValue(0);
        intake.close();
    }

    @Test
    void what_was_paid_in_another_currency_counts_as_what_it_is_and_last_year_no_more() {
        stage.order(
                shop,
                Map.of(
                        "currency",
                        "USD",
                        "fxToCny",
                        new BigDecimal("7.1"),
                        "lines",
                        List.of(Stage.line("L1", 1, 100_00))));
        stage.order(
                shop,
                Map.of(
                        "paidAt",
                        Stage.TODAY.minus(Duration.ofDays(366)).toString(),
                        "lines",
                        List.of(Stage.line("L1", 1, 90_000_00))));
        var intake = intake(this::refund, Duration.ofSeconds(5));
        assertThat(queue(intake, "lin-xiao", "你好")).isEqualTo("all rank 3");
        intake.close();
    }

    @Test
    void a_first_message_that_is_surely_understood_finds_the_queue_of_its_topic() {
        plan("{\"queue\":\"second\",\"urgent\":false,\"topics\":[\"refund_request\"]}");
        var intake = intake(this::refund, Duration.ofSeconds(5));
        assertThat(queue(intake, "lin-xiao", "我要退款")).isEqualTo("second rank 0");
        assertThat(queue(intake, "he-wei", "也许吧")).isEqualTo("first rank 0");
        assertThat(asked).hasValue(2);
        assertThat(queue(intake, "lin-xiao", "在吗")).isEqualTo("second rank 0");
        assertThat(asked).as("it has its queue").hasValue(2);
        intake.close();
    }

    @Test
    void what_is_not_understood_in_time_waits_for_nobody() {
        plan("{\"queue\":\"second\",\"urgent\":false,\"topics\":[\"refund_request\"]}");
        var intake =
                intake(
                        text -> {
                            try {
                                over.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return refund(text);
                        },
                        Duration.ofMillis(20));
        assertThat(queue(intake, "lin-xiao", "我要退款")).isEqualTo("first rank 0");
        intake.close();
    }

    @Test
    void what_cannot_be_read_at_all_is_taken_in_like_any_other() {
        plan("{\"queue\":\"second\",\"urgent\":false,\"topics\":[\"refund_request\"]}");
        var intake =
                intake(
                        text -> {
                            throw new IllegalStateException("no model");
                        },
                        Duration.ofSeconds(5));
        assertThat(queue(intake, "lin-xiao", "我要退款")).isEqualTo("first rank 0");
        intake.close();
    }

    private interface Reader {
        Analysis read(String text);
    }

    /** Sure of whoever says so. */
    private Analysis refund(String text) {
        asked.incrementAndGet();
        var sure = text.contains("退款") ? 0.9f : 0.4f;
        return new Analysis(
                "zh",
                1,
                List.of(new Analysis.Intent("refund_request", Text.of("申请退款", "Refund"), sure)),
                0.9f,
                List.of(),
                new Analysis.Feeling(Analysis.Emotion.NEUTRAL, 1, 0),
                List.of(),
                false,
                List.of(),
                List.of(),
                0);
    }

    private Intake intake(Reader reader, Duration patience) {
        var language =
                new Language() {
                    @Override
                    public Analysis analyse(Message message) {
                        return reader.read(message.text());
                    }

                    @Override
                    public List<Analysis> analyse(List<Message> messages) {
                        return messages.stream().map(this::analyse).toList();
                    }
                };
        return new Intake(
                threads,
                profiles,
                tally,
                told,
                placing,
                new Topics(routing, profiles, threads, language, patience),
                attachments,
                firstLine,
                facts,
                clock,
                transaction,
                1,
                64,
                64);
    }

    private String queue(Intake intake, @Nullable String customer, String text) {
        var received =
                intake.receive(
                        new InboundMessage(
                                shop,
                                "market-" + shop,
                                UUID.randomUUID().toString(),
                                new InboundMessage.From(
                                        customer == null ? "somebody" : customer,
                                        "林晓",
                                        null,
                                        null,
                                        customer),
                                text,
                                List.of(),
                                clock.instant(),
                                InboundMessage.Context.NONE));
        return db.sql(
                        """
                select i.queue || ' rank ' || i.rank from work.item i where i.shop_id = :shop and i.subject = :subject
                """)
                .param("shop", shop.value())
                .param("subject", "conversation:" + received.conversation())
                .query(String.class)
                .single();
    }

    private void plan(String rule) {
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/routing")
                                .with(people.asStaff(List.of(Permission.ROUTING_WRITE), shop))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"version\":0,\"plan\":{\"queues\":[%s,%s],\"rules\":[%s]}}"
                                                .formatted(
                                                        QUEUE.formatted("first"),
                                                        QUEUE.formatted("second"),
                                                        rule)));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }
}
