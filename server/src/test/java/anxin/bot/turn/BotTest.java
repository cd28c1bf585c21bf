package anxin.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.bot.setup.BotSettings;
import anxin.bot.setup.Settings;
import anxin.conversation.FirstLineTalks.Heard;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class BotTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired BotSettings settings;
    @Autowired BotTurns turns;
    @Autowired TakeTurns takeTurns;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor linXiao = request -> request;
    private RequestPostProcessor zhouNing = request -> request;

    @BeforeEach
    void aShopWithAChatAndABot() {
        stage.alone();
        shop = stage.shop();
        stage.perform(
                put("/api/v1/shops/" + shop + "/channels/chat-" + shop)
                        .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                        .contentType("application/json")
                        .content("{\"kind\":\"WEB_CHAT\",\"name\":\"网页聊天\",\"sites\":[]}"));
        linXiao = people.asCustomer(shop, "lin-xiao");
        zhouNing =
                people.asStaff(
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        shop);
        switchOn();
    }

    @Test
    void a_shop_that_has_set_up_nothing_has_no_bot() {
        shop = stage.shop();
        assertThat(settings.takes(shop, "chat")).isFalse();
    }

    @Test
    void while_the_bot_has_it_nobody_waits_in_line_and_an_answer_comes_once() {
        var said = say("你好");
        assertThat(view().path("bot").asBoolean()).isTrue();
        assertThat(view().path("place").isNull()).as("nobody waits in line").isTrue();
        hear(said);
        hear(said);
        assertThat(takeTurns.runDue()).isEqualTo(1);
        assertThat(takeTurns.runDue()).isZero();
        assertThat(fromBot()).hasSize(1);
        assertThat(view().at("/messages/1/bot").asBoolean()).isTrue();
        assertThat(view().at("/messages/1/choices").size()).isGreaterThan(2);
    }

    @Test
    void whoever_asks_for_a_person_has_one_at_once_and_the_bot_is_silent_from_then_on() {
        answerTo("转人工");
        assertThat(view().path("bot").asBoolean()).isFalse();
        assertThat(view().at("/place/place").asInt()).isEqualTo(1);
        assertThat(fromBot().getFirst()).contains("人工").contains("下一位");
        answerTo("有人吗");
        assertThat(fromBot()).hasSize(1);
        var summary = stage.look(zhouNing, "conversations/" + conversation() + "/bot").body();
        assertThat(summary.at("/summary/why").asString()).contains("asked for a person");
    }

    @Test
    void what_is_late_or_failed_is_for_people_and_never_silent() {
        hear(say("你好"));
        clock.forward(Duration.ofMinutes(2));
        takeTurns.runDue();
        assertThat(view().path("bot").asBoolean()).isFalse();
        assertThat(fromBot()).hasSize(1);
    }

    @Test
    void a_turn_whose_node_died_is_taken_again_after_its_lease() {
        hear(say("你好"));
        assertThat(turns.take(clock.instant(), Duration.ofSeconds(15))).isPresent();
        assertThat(takeTurns.runDue()).as("somebody is at it").isZero();
        clock.forward(Duration.ofSeconds(16));
        assertThat(takeTurns.runDue()).isEqualTo(1);
        assertThat(fromBot()).hasSize(1);
    }

    @Test
    void a_return_in_the_chat_is_shown_confirmed_and_submitted_once() {
        var no = stage.order(shop, Map.of());
        answerTo("我要退货，不想要了");
        assertThat(last()).contains(no).contains("确认");
        assertThat(cases()).as("nothing moves before the customer said so").isZero();
        answerTo("确认提交");
        assertThat(last()).contains("已提交");
        assertThat(cases()).isEqualTo(1);
        answerTo("确认提交");
        assertThat(cases()).as("said twice, done once").isEqualTo(1);
    }

    @Test
    void what_is_not_a_clear_yes_moves_nothing() {
        stage.order(shop, Map.of());
        answerTo("我要退货，不想要了");
        answerTo("嗯我想想哈，要不要呢");
        assertThat(cases()).isZero();
        answerTo("算了");
        assertThat(last()).contains("没有提交");
        answerTo("确认提交");
        assertThat(cases()).isZero();
    }

    @Test
    void somebody_elses_order_is_not_shown() {
        var theirs = stage.order(shop, Map.of("customer", Map.of("id", "somebody")));
        stage.order(shop, Map.of());
        answerTo("查一下订单 " + theirs);
        assertThat(last()).contains("没有在您名下");
        assertThat(fromBot().toString()).doesNotContain("129.00");
    }

    @Test
    void a_visitor_proves_who_they_are_before_anything_is_shown() {
        stage.order(shop, Map.of());
        linXiao = people.asCustomer(shop, "visitor:" + UUID.randomUUID());
        answerTo("我的快递到哪了");
        assertThat(last()).contains("订单号");
        answerTo("T1234567x");
        assertThat(last()).contains("验证码");
        answerTo("123456");
        assertThat(last()).contains("不正确");
    }

    @Test
    void an_agent_gives_it_back_and_the_bot_answers_again() {
        answerTo("转人工");
        var back =
                stage.perform(
                        put("/api/v1/conversations/" + conversation() + "/bot").with(zhouNing));
        assertThat(back.status()).as(back.body().toPrettyString()).isEqualTo(200);
        answerTo("你好");
        assertThat(fromBot()).hasSize(2);
    }

    private void switchOn() {
        var on = Settings.OFF;
        settings.write(
                shop,
                0,
                new Settings(
                        true,
                        on.name(),
                        on.greeting(),
                        List.of(),
                        null,
                        null,
                        on.sure(),
                        on.anger(),
                        on.patienceSeconds()),
                "test");
    }

    private JsonNode say(String text) {
        var said =
                stage.perform(
                        put("/api/v1/portal/chat/messages/" + UUID.randomUUID())
                                .with(linXiao)
                                .contentType("application/json")
                                .content(json.writeValueAsString(Map.of("text", text))));
        assertThat(said.status()).as(said.body().toPrettyString()).isEqualTo(200);
        return said.body();
    }

    private void hear(JsonNode said) {
        turns.add(
                List.of(
                        new Heard(
                                shop,
                                UUID.fromString(said.path("conversation").asString()),
                                UUID.fromString(said.path("id").asString()),
                                said.path("seq").asInt(),
                                clock.instant())));
    }

    private void answerTo(String text) {
        hear(say(text));
        takeTurns.runDue();
    }

    private JsonNode view() {
        return stage.look(linXiao, "portal/chat").body();
    }

    private String conversation() {
        return view().path("conversation").asString();
    }

    private List<String> fromBot() {
        return view().path("messages")
                .valueStream()
                .filter(one -> one.path("bot").asBoolean())
                .map(one -> one.path("text").asString())
                .toList();
    }

    private String last() {
        return fromBot().getLast();
    }

    private int cases() {
        return db.sql("select count(*) from aftersales.after_sale_case c where c.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }
}
