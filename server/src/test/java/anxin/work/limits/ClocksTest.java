package anxin.work.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.TestCustomers;
import anxin.work.deadlines.DeadlineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@AnxinTest
class ClocksTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired TestCustomers customers;
    @Autowired DeadlineClock deadlines;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");
    private Staff zhouNing =
            new Staff(UUID.randomUUID(), "", Set.of(), null, Set.of(), "L1", Set.of());
    private RequestPostProcessor agent = request -> request;

    /**
     * Ten minutes to the first reply, five to each next, an hour in all; half of it when urgent.
     */
    @BeforeEach
    void aShopWithLimits() {
        shop = stage.shop();
        zhouNing =
                people.staff(
                        "周宁",
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        "L1",
                        List.of(),
                        shop);
        agent = people.as(zhouNing);
        set("null");
    }

    @Test
    void a_first_reply_in_time_is_done_and_the_next_has_a_limit_of_its_own() {
        var talk = write("你好");
        assertThat(clock(talk, "FIRST_REPLY").path("dueAt").asString())
                .isEqualTo(in(Duration.ofMinutes(10)));
        clock.forward(Duration.ofMinutes(9));
        note(talk);
        assertThat(clock(talk, "FIRST_REPLY").path("doneAt").isNull())
                .as("a note is no reply")
                .isTrue();
        answered(talk);
        assertThat(clock(talk, "FIRST_REPLY").path("usedSeconds").asLong()).isEqualTo(540);
        assertThat(clock(talk, "FIRST_REPLY").path("doneAt").isNull()).isFalse();
        clock.forward(Duration.ofMinutes(1));
        write("还有一个问题");
        assertThat(clock(talk, "NEXT_REPLY").path("dueAt").asString())
                .isEqualTo(in(Duration.ofMinutes(5)));
        assertThat(clock(talk, "RESOLUTION").path("usedSeconds").asLong()).isEqualTo(600);
    }

    @Test
    void it_warns_before_and_tells_when_it_is_missed_to_the_second_once() {
        var talk = write("你好");
        clock.forward(Duration.ofSeconds(449));
        deadlines.runDue();
        assertThat(told(talk, "work.limit-near")).isZero();
        clock.forward(Duration.ofSeconds(1));
        deadlines.runDue();
        assertThat(told(talk, "work.limit-near")).isEqualTo(1);
        clock.forward(Duration.ofSeconds(149));
        deadlines.runDue();
        assertThat(told(talk, "work.limit-missed")).isZero();
        clock.forward(Duration.ofSeconds(1));
        deadlines.runDue();
        deadlines.runDue();
        assertThat(told(talk, "work.limit-missed")).isEqualTo(1);
        assertThat(line(talk).path("missed").asBoolean()).isTrue();
        assertThat(rank(talk)).as("before all that is not urgent").isEqualTo(10);
        answered(talk);
        assertThat(line(talk).path("missed").asBoolean()).as("answered at last").isFalse();
        assertThat(clock(talk, "FIRST_REPLY").path("missedAt").isNull()).isFalse();
    }

    @Test
    void what_is_put_off_stands_still_and_goes_on_where_it_was() {
        var talk = write("你好");
        clock.forward(Duration.ofMinutes(4));
        var until = clock.instant().plus(Duration.ofHours(3));
        state(talk, "{\"state\":\"SNOOZED\",\"until\":\"%s\"}".formatted(until));
        assertThat(clock(talk, "FIRST_REPLY").path("dueAt").isNull()).isTrue();
        clock.forward(Duration.ofHours(3));
        deadlines.runDue();
        assertThat(told(talk, "work.limit-missed")).isZero();
        assertThat(clock(talk, "FIRST_REPLY").path("dueAt").asString())
                .isEqualTo(in(Duration.ofMinutes(6)));
        assertThat(clock(talk, "RESOLUTION").path("dueAt").asString())
                .isEqualTo(in(Duration.ofMinutes(56)));
    }

    @Test
    void what_is_closed_misses_nothing_and_reopened_it_goes_on() {
        var talk = write("你好");
        clock.forward(Duration.ofMinutes(10).minusSeconds(1));
        state(talk, "{\"state\":\"CLOSED\"}");
        clock.forward(Duration.ofDays(1));
        deadlines.runDue();
        assertThat(told(talk, "work.limit-missed")).isZero();
        assertThat(
                        db.sql(
                                        "select count(*) from work.deadline where shop_id = :shop and kind = 'work.limit'")
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .isZero();
        state(talk, "{\"state\":\"OPEN\"}");
        assertThat(clock(talk, "RESOLUTION").path("dueAt").asString())
                .isEqualTo(in(Duration.ofMinutes(50).plusSeconds(1)));
    }

    @Test
    void the_shops_hours_count_and_each_stretch_is_explained() {
        set(
                """
                {"zone":"Asia/Shanghai","shifts":[{"days":["FRIDAY"],"from":"09:00","to":"12:00"},
                 {"days":["MONDAY"],"from":"09:00","to":"18:00"}],"holidays":[],"makeUpDays":{}}
                """);
        clock.set(Instant.parse("2026-11-13T03:54:00Z")); // Friday 11:54 in Shanghai
        var talk = write("你好");
        var first = clock(talk, "FIRST_REPLY");
        assertThat(first.path("dueAt").asString()).isEqualTo("2026-11-16T01:04:00Z");
        assertThat(first.path("steps")).hasSize(2);
        assertThat(first.at("/steps/0/day").asString()).isEqualTo("2026-11-13");
        assertThat(first.at("/steps/0/seconds").asLong()).isEqualTo(360);
        assertThat(first.at("/steps/1/day").asString()).isEqualTo("2026-11-16");
        assertThat(first.at("/steps/1/seconds").asLong()).isEqualTo(240);
    }

    @Test
    void what_is_urgent_has_the_limits_of_what_is_urgent() {
        var talk = write("我要投诉");
        assertThat(clock(talk, "FIRST_REPLY").path("limitSeconds").asLong()).isEqualTo(300);
    }

    private void set(String hours) {
        var manager =
                people.asStaff(
                        List.of(Permission.ROUTING_WRITE, Permission.CONVERSATION_READ), shop);
        var version = stage.look(manager, "shops/" + shop + "/routing").number("version");
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/routing")
                                .with(manager)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"version":%d,"plan":{"queues":[{"id":"all","nameZh":"综合","nameEn":"All","level":1,
                                          "languages":[],"liveWeight":2,"writtenWeight":1,"lastAgentSeconds":0,"returnSeconds":60,
                                          "limits":{"firstReplySeconds":600,"nextReplySeconds":300,"resolutionSeconds":3600},
                                          "urgentLimits":{"firstReplySeconds":300}}],
                                         "rules":[{"queue":"all","urgent":true,"words":["投诉"]}],"hours":%s}}
                                        """
                                                .formatted(version, hours)));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private UUID write(String text) {
        return customers.write(shop, "lin-xiao", text);
    }

    private JsonNode clock(UUID talk, String kind) {
        var view = stage.look(agent, "conversations/" + talk).body();
        for (var one : view.path("clocks")) {
            if (one.path("kind").asString().equals(kind)) {
                return one;
            }
        }
        throw new AssertionError("no " + kind + " in " + view.path("clocks").toPrettyString());
    }

    private JsonNode line(UUID talk) {
        return stage.look(agent, "conversations/" + talk).body().path("item");
    }

    private String in(Duration time) {
        return clock.instant().plus(time).toString();
    }

    private void note(UUID talk) {
        send(talk, "messages/" + UUID.randomUUID(), "{\"text\":\"先核实\",\"note\":true}");
    }

    /** By a channel that answers. */
    private void answered(UUID talk) {
        var channel = "market-" + shop;
        var keeper = people.asStaff(List.of(Permission.KEYS_MANAGE), shop);
        var set =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/channels/" + channel)
                                .with(keeper)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"kind":"WEBHOOK","name":"市场","secret":"0123456789abcdef0123","url":"https://market.example/answers"}
                                        """));
        assertThat(set.status()).as(set.body().toPrettyString()).isEqualTo(200);
        send(talk, "messages/" + UUID.randomUUID(), "{\"text\":\"您好\",\"note\":false}");
    }

    private void state(UUID talk, String body) {
        send(talk, "state", body);
    }

    private void send(UUID talk, String what, String body) {
        var answer =
                stage.perform(
                        put("/api/v1/conversations/" + talk + "/" + what)
                                .with(agent)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private int told(UUID talk, String type) {
        return db.sql(
                        """
                select count(*) from kernel.fact f
                 where f.shop_id = :shop and f.type = :type and f.subject = :subject and f.payload->>'kind' = 'FIRST_REPLY'
                """)
                .param("shop", shop.value())
                .param("type", type)
                .param("subject", "conversation:" + talk)
                .query(Integer.class)
                .single();
    }

    private int rank(UUID talk) {
        return db.sql(
                        "select i.rank from work.item i where i.shop_id = :shop and i.subject = :subject")
                .param("shop", shop.value())
                .param("subject", "conversation:" + talk)
                .query(Integer.class)
                .single();
    }
}
