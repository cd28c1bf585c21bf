package anxin.aftersales.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.template.Tales;
import anxin.aftersales.template.Tellings;
import anxin.aftersales.template.Templates;
import anxin.commerce.Orders;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.Position;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.PushSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class TellCustomersTest {

    @Autowired Stage stage;
    @Autowired TellCustomers tellCustomers;
    @Autowired NoticeStore notices;
    @Autowired Tales tales;
    @Autowired Templates templates;
    @Autowired Tellings tellings;
    @Autowired Orders orders;
    @Autowired Messages messages;
    @Autowired PushSubscriptions subscriptions;
    @Autowired CaseStore cases;
    @Autowired CaseFile file;
    @Autowired FactLog facts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired TestClock clock;

    ShopId shop = new ShopId("unset");
    Position before = Position.START;
    final UUID id = UUID.randomUUID();

    @BeforeEach
    void aShop() {
        shop = stage.shop();
        before = facts.end();
    }

    /** One thing told: which step, by which channel. */
    private record Told(String occurrence, String channel, String body) {}

    @Test
    void each_step_is_told_once_by_each_channel_however_often_it_is_heard() {
        submit(Map.of());
        hearAll(tellCustomers);
        hearAll(tellCustomers);
        assertThat(told())
                .extracting(one -> one.occurrence() + " " + one.channel())
                .containsExactlyInAnyOrder("step:0 EMAIL", "step:1 EMAIL", "step:1 SMS");
    }

    @Test
    void a_message_says_what_comes_next_by_when_and_what_to_do() {
        submit(Map.of());
        hearAll(tellCustomers);
        var mail = told().stream().filter(one -> one.occurrence().equals("step:1")).findFirst();
        assertThat(mail.orElseThrow().body())
                .contains("Approved at once by the rules")
                .contains("Send the goods back")
                .contains("by 20 Nov 10:00")
                .contains("This one is for you")
                .contains("/portal/cases/" + id);
    }

    @Test
    void whoever_dies_between_any_two_steps_leaves_nothing_untold_and_nothing_told_twice() {
        submit(Map.of());
        for (int death = 1; death <= 6; death++) {
            var mortal = new Mortal(messages, death);
            var listener =
                    new TellCustomers(cases, file, teller(mortal), tellings, templates, json);
            assertThatThrownBy(() -> hearAll(listener)).isInstanceOf(Death.class);
            assertThat(told()).as("dead at %d: the whole round is undone", death).isEmpty();
        }
        hearAll(tellCustomers);
        assertThat(told()).hasSize(3);
        // Dead after the commit and before the place in the log was known to others: heard again.
        hearAll(tellCustomers);
        assertThat(told()).hasSize(3);
        assertThat(outbound()).isEqualTo(3);
    }

    @Test
    void the_database_itself_refuses_a_second_telling() {
        submit(Map.of());
        hearAll(tellCustomers);
        var doubled =
                db.sql(
                                """
                insert into aftersales.notice
                select n.* from aftersales.notice n where n.shop_id = :shop
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .update();
        assertThat(doubled).isZero();
    }

    @Test
    void at_night_nobody_is_woken_and_in_the_morning_everybody_knows() {
        clock.set(Instant.parse("2026-11-13T15:30:00Z"));
        submit(Map.of());
        hearAll(tellCustomers);
        assertThat(nextAt())
                .as("23:30 in Shanghai waits until 08:00")
                .containsOnly(Instant.parse("2026-11-14T00:00:00Z"));
    }

    @Test
    void the_quiet_hours_are_those_of_where_the_customer_lives() {
        clock.set(Instant.parse("2026-11-13T02:00:00Z"));
        submit(Map.of("consumerTz", "Europe/Berlin"));
        hearAll(tellCustomers);
        assertThat(nextAt())
                .as("03:00 in Berlin")
                .containsOnly(Instant.parse("2026-11-13T07:00:00Z"));
    }

    @Test
    void what_cannot_wait_passes_the_quiet_hours() {
        clock.set(Instant.parse("2026-11-13T15:30:00Z"));
        submit(Map.of());
        var due = clock.instant().plus(Duration.ofHours(9));
        db.sql(
                        """
                update aftersales.after_sale_case set deadline_at = :due where shop_id = :shop and id = :id
                """)
                .param("due", due.atOffset(java.time.ZoneOffset.UTC))
                .param("shop", shop.value())
                .param("id", id)
                .update();
        write("请在今天 23:59 前回复");
        hearAll(tellCustomers);
        var wrote =
                db.sql(
                                """
                select o.next_at from messaging.outbound o where o.shop_id = :shop and o.dedupe_key like '%message:%'
                """)
                        .param("shop", shop.value())
                        .query(Instant.class)
                        .list();
        assertThat(wrote).hasSize(2).containsOnly(clock.instant());
    }

    @Test
    void a_colleagues_message_is_told_and_a_customers_own_is_not() {
        submit(Map.of());
        hearAll(tellCustomers);
        write("我们已联系仓库，最晚今天18:00前答复您");
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", "谢谢"));
        hearAll(tellCustomers);
        assertThat(told())
                .filteredOn(one -> one.occurrence().startsWith("message:"))
                .extracting(Told::channel)
                .containsExactlyInAnyOrder("EMAIL", "SMS");
    }

    @Test
    void who_cannot_be_reached_is_seen_on_the_case() {
        submit(Map.of());
        db.sql("update commerce.shop_order set buyer_email = null where shop_id = :shop")
                .param("shop", shop.value())
                .update();
        hearAll(tellCustomers);
        var seen = stage.look(stage.agent("L2", shop), "cases/" + id + "/notices");
        assertThat(seen.body().findValuesAsString("state")).contains("NOT_TOLD");
        assertThat(seen.body().toString()).contains("The order has no address for this channel");
    }

    @Test
    void news_of_last_week_is_none() {
        submit(Map.of());
        clock.forward(Duration.ofDays(4));
        hearAll(tellCustomers);
        assertThat(told()).isEmpty();
    }

    @Test
    void an_agent_sees_what_became_of_each_and_sends_again_once() {
        submit(Map.of());
        hearAll(tellCustomers);
        db.sql(
                        """
                update messaging.outbound set state = 'FAILED', trouble_code = 'isv.MOBILE_NUMBER_ILLEGAL',
                       last_error = 'isv.MOBILE_NUMBER_ILLEGAL: bad' where shop_id = :shop and channel = 'SMS'
                """)
                .param("shop", shop.value())
                .update();
        var agent = stage.agent("L2", shop);
        var seen = stage.look(agent, "cases/" + id + "/notices");
        var sms =
                seen.body()
                        .valueStream()
                        .filter(one -> one.path("channel").asString().equals("SMS"))
                        .findFirst()
                        .orElseThrow();
        assertThat(sms.path("trouble").asString()).startsWith("The number is wrong");
        assertThat(sms.path("recipient").asString()).isEqualTo("138****5678");
        var copy = "cases/" + id + "/notices/" + sms.path("messageId").asString() + "/copies/";
        var once = UUID.randomUUID();
        assertThat(stage.act(agent, copy + once, null, null).status()).isEqualTo(200);
        assertThat(stage.act(agent, copy + once, null, null).status()).isEqualTo(200);
        assertThat(outbound()).as("three told and one copy").isEqualTo(4);
        var stranger = stage.agent("L2", stage.shop());
        assertThat(stage.act(stranger, copy + once, null, null).status()).isEqualTo(404);
    }

    private void submit(Map<String, Object> order) {
        var no = stage.order(shop, order);
        var answer =
                stage.submit(
                        stage.linXiao(shop), id, no, "NO_REASON", Map.of("type", "RETURN_REFUND"));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private void write(String text) {
        stage.act(
                stage.agent("L2", shop),
                "cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", text));
    }

    /** As the tail of the log does it: all in one transaction, from the beginning of this test. */
    private void hearAll(TellCustomers listener) {
        var all = new ArrayList<Fact>();
        for (var more = facts.after(before, 500);
                !more.isEmpty();
                more = facts.after(all.getLast().position(), 500)) {
            all.addAll(more);
        }
        var mine = all.stream().filter(fact -> shop.equals(fact.shop())).toList();
        transaction.executeWithoutResult(status -> listener.hear(mine));
    }

    private List<Told> told() {
        return db.sql(
                        """
                select n.occurrence, n.channel, o.body
                  from aftersales.notice n
                  join messaging.outbound o on o.id = n.message_id
                 where n.shop_id = :shop
                 order by n.occurrence, n.channel
                """)
                .param("shop", shop.value())
                .query(anxin.kernel.rows.Rows.of(Told.class))
                .list();
    }

    private long outbound() {
        return db.sql("select count(*) from messaging.outbound o where o.shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }

    private List<Instant> nextAt() {
        return db.sql("select o.next_at from messaging.outbound o where o.shop_id = :shop")
                .param("shop", shop.value())
                .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    private Teller teller(Messages through) {
        return new Teller(
                notices, tales, templates, tellings, orders, through, subscriptions, clock);
    }

    /** Stands for kill -9. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Dies at its n-th breath; it breathes before and after each message is written. */
    private static final class Mortal implements Messages {

        private final Messages behind;
        private int breaths;

        Mortal(Messages behind, int breaths) {
            this.behind = behind;
            this.breaths = breaths;
        }

        private void breathe() {
            if (--breaths == 0) {
                throw new Death();
            }
        }

        @Override
        public UUID send(OutboundMessage message) {
            breathe();
            var sent = behind.send(message);
            breathe();
            return sent;
        }

        @Override
        public Optional<UUID> again(ShopId of, UUID message, String key, Instant goodUntil) {
            return behind.again(of, message, key, goodUntil);
        }

        @Override
        public boolean reaches(ShopId of, Channel channel) {
            return behind.reaches(of, channel);
        }

        @Override
        public Map<UUID, Sent> of(ShopId of, Collection<UUID> ids) {
            return behind.of(of, ids);
        }

        @Override
        public List<Sent> about(ShopId of, String about) {
            return behind.about(of, about);
        }
    }
}
