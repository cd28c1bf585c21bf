package anxin.work.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
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
class FloorTest {

    private static final String QUEUE =
            """
            {"id":"%s","nameZh":"综合","nameEn":"All","team":%s,"level":1,"languages":[],"liveWeight":2,"writtenWeight":1,
             "lastAgentSeconds":60,"returnSeconds":120}
            """;

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");
    private Staff zhouNing =
            new Staff(UUID.randomUUID(), "", Set.of(), null, Set.of(), "L1", Set.of());
    private RequestPostProcessor agent = request -> request;
    private RequestPostProcessor manager = request -> request;

    @BeforeEach
    void aShopWithAnAgentAndAManager() {
        shop = stage.shop();
        zhouNing =
                people.staff(
                        "周宁",
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        "L1",
                        List.of(),
                        shop);
        agent = people.as(zhouNing);
        manager =
                people.asStaff(
                        List.of(
                                Permission.CONVERSATION_READ,
                                Permission.ROUTING_WRITE,
                                Permission.INSIGHT_READ),
                        shop);
    }

    @Test
    void what_one_says_of_oneself_stays_while_there_are_signs_of_life() {
        assertThat(say("{}").text("state")).isEqualTo("AWAY");
        assertThat(say("{\"state\":\"AVAILABLE\"}").text("state")).isEqualTo("AVAILABLE");
        clock.forward(Duration.ofSeconds(45));
        assertThat(say("{}").text("state")).isEqualTo("AVAILABLE");
        assertThat(stage.look(agent, "presence").text("state")).isEqualTo("AVAILABLE");
        clock.forward(Duration.ofSeconds(61));
        assertThat(stage.look(agent, "presence").text("state")).isEqualTo("OFFLINE");
        assertThat(say("{}").text("state")).as("a line that was cut").isEqualTo("AVAILABLE");
        clock.forward(Duration.ofMinutes(11));
        assertThat(say("{}").text("state")).as("the next morning").isEqualTo("AWAY");
        assertThat(say("{\"state\":\"ASLEEP\"}").status()).isEqualTo(400);
    }

    @Test
    void the_shop_hears_of_a_change_and_not_of_every_sign_of_life() {
        for (var sign :
                List.of("{}", "{\"state\":\"AVAILABLE\"}", "{}", "{\"state\":\"AVAILABLE\"}")) {
            say(sign);
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(
                        db.sql(
                                        """
                        select f.payload ->> 'state' from kernel.fact f
                         where f.shop_id = :shop and f.type = 'work.presence-changed' and f.subject = :who order by f.seq
                        """)
                                .param("shop", shop.value())
                                .param("who", zhouNing.actor())
                                .query(String.class)
                                .list())
                .containsExactly("AWAY", "AVAILABLE");
    }

    @Test
    void since_when_one_is_what_one_is_does_not_move_with_the_signs_of_life() {
        var since = say("{\"state\":\"BREAK\"}").text("since");
        clock.forward(Duration.ofSeconds(20));
        assertThat(say("{}").text("since")).isEqualTo(since);
        assertThat(say("{\"state\":\"BREAK\"}").text("since")).isEqualTo(since);
        assertThat(say("{\"state\":\"BUSY\"}").text("since")).isNotEqualTo(since);
    }

    @Test
    void a_shop_that_set_up_nothing_has_one_queue_for_everything() {
        var routing = stage.look(agent, "shops/" + shop + "/routing");
        assertThat(routing.number("version")).isZero();
        assertThat(routing.body().at("/plan/queues")).hasSize(1);
    }

    @Test
    void queues_and_rules_are_changed_from_the_version_seen_and_checked() {
        assertThat(set(0, QUEUE.formatted("all", "null"), "").number("version")).isEqualTo(1);
        assertThat(set(0, QUEUE.formatted("all", "null"), "").status()).isEqualTo(409);
        assertThat(set(1, QUEUE.formatted("all", "null"), "").number("version")).isEqualTo(2);
        assertThat(set(2, "", "").status()).as("no queue").isEqualTo(400);
        assertThat(
                        set(2, QUEUE.formatted("all", "\"nobody\""), "")
                                .body()
                                .at("/fields/0/pointer")
                                .asString())
                .isEqualTo("/plan/queues/0/team");
        var twice = QUEUE.formatted("all", "null") + "," + QUEUE.formatted("all", "null");
        assertThat(set(2, twice, "").status()).isEqualTo(400);
        assertThat(
                        set(
                                        2,
                                        QUEUE.formatted("all", "null"),
                                        "{\"queue\":\"gone\",\"urgent\":true}")
                                .body()
                                .at("/fields/0/pointer")
                                .asString())
                .isEqualTo("/plan/rules/0/queue");
        assertThat(
                        stage.perform(
                                        put("/api/v1/shops/" + shop + "/routing")
                                                .with(agent)
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content(plan(2, QUEUE.formatted("a", "null"), "")))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void the_floor_shows_who_is_there_with_what_they_can_do() {
        say("{\"state\":\"AVAILABLE\"}");
        var changed =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/agents/" + zhouNing.id())
                                .with(manager)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"capacity":4,"skills":[{"skill":"lang:ja","level":3,"until":"2027-01-01T00:00:00Z"}]}
                                        """));
        assertThat(changed.status()).as(changed.body().toPrettyString()).isEqualTo(200);
        var floor = stage.look(manager, "shops/" + shop + "/floor").body();
        var one = onFloor(floor);
        assertThat(one.path("state").asString()).isEqualTo("AVAILABLE");
        assertThat(one.path("capacity").asInt()).isEqualTo(4);
        assertThat(one.at("/skills/0/skill").asString()).isEqualTo("lang:ja");
        assertThat(floor.at("/queues/0/waiting").asInt()).isZero();
    }

    @Test
    void nobody_is_given_a_skill_twice_or_in_a_shop_that_is_not_theirs() {
        var twice =
                "{\"capacity\":4,\"skills\":[{\"skill\":\"lang:ja\",\"level\":3},{\"skill\":\"lang:ja\",\"level\":1}]}";
        assertThat(changeAgent(zhouNing.id(), twice)).isEqualTo(400);
        var none = "{\"capacity\":4,\"skills\":[]}";
        assertThat(changeAgent(zhouNing.id(), none)).isEqualTo(200);
        var stranger =
                people.staff(
                        "外人",
                        List.of(Permission.CONVERSATION_ANSWER),
                        "L1",
                        List.of(),
                        stage.shop());
        assertThat(changeAgent(stranger.id(), none)).isEqualTo(404);
        assertThat(changeAgent(zhouNing.id(), "{\"capacity\":0,\"skills\":[]}")).isEqualTo(400);
    }

    private int changeAgent(UUID who, String body) {
        return stage.perform(
                        put("/api/v1/shops/" + shop + "/agents/" + who)
                                .with(manager)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .status();
    }

    private JsonNode onFloor(JsonNode floor) {
        for (var one : floor.path("agents")) {
            if (one.path("id").asString().equals(zhouNing.id().toString())) {
                return one;
            }
        }
        throw new AssertionError("not on the floor: " + floor.toPrettyString());
    }

    private Stage.Answer say(String body) {
        return stage.perform(
                put("/api/v1/presence")
                        .with(agent)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private Stage.Answer set(int version, String queues, String rules) {
        return stage.perform(
                put("/api/v1/shops/" + shop + "/routing")
                        .with(manager)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(plan(version, queues, rules)));
    }

    private static String plan(int version, String queues, String rules) {
        return "{\"version\":%d,\"plan\":{\"queues\":[%s],\"rules\":[%s]}}"
                .formatted(version, queues, rules);
    }
}
