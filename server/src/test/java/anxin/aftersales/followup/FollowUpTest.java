package anxin.aftersales.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.SealedLink;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class FollowUpTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired SealedLink links;
    @Autowired FollowUps followUps;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;

    ShopId shop = new ShopId("unset");
    final UUID id = UUID.randomUUID();

    @BeforeEach
    void anEndedCase() {
        shop = stage.shop();
        stage.alone();
        stage.submit(
                stage.linXiao(shop),
                id,
                stage.order(shop, Map.of()),
                "NO_REASON",
                Map.of("type", "RETURN_REFUND"));
        var ended = stage.act(stage.linXiao(shop), "portal/cases/" + id + "/cancellation", 1, null);
        assertThat(ended.text("state")).isEqualTo("CLOSED");
    }

    @Test
    void a_day_after_the_end_the_customer_is_asked_once_with_one_tap() {
        stage.after(Duration.ofHours(23));
        assertThat(asked()).isEmpty();
        stage.after(Duration.ofHours(2));
        stage.after(Duration.ofHours(30));
        assertThat(asked()).hasSize(2);
        assertThat(asked().getFirst()).contains("/portal/answer#t=").contains("&solved=no");
    }

    @Test
    void solved_by_one_tap_and_the_second_question_may_follow() {
        var first = answer(Map.of("solved", true));
        assertThat(first.status()).as(first.body().toPrettyString()).isEqualTo(200);
        assertThat(first.text("shopName")).isEqualTo("Harbour Tea");
        var second = answer(Map.of("score", 5, "comment", "周宁很耐心"));
        assertThat(second.body().path("solved").asBoolean()).isTrue();
        assertThat(second.number("score")).isEqualTo(5);
        assertThat(linked()).isEmpty();
        stage.after(Duration.ofHours(25));
        assertThat(asked()).as("who has answered is not asked").isEmpty();
    }

    @Test
    void not_solved_opens_one_linked_case_of_higher_priority_however_often_it_is_said()
            throws Exception {
        var taps = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            taps.add(() -> answer(Map.of("solved", false)).status());
        }
        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var tap : fingers.invokeAll(taps)) {
                assertThat(tap.get()).isEqualTo(200);
            }
        }
        assertThat(linked()).hasSize(1);
        var opened = stage.look(stage.agent("L2", shop), "cases/" + linked().getFirst());
        assertThat(opened.text("state")).isEqualTo("HANDLING");
        assertThat(opened.number("priority")).isEqualTo(1);
        assertThat(answer(Map.of("solved", true)).body().path("solved").asBoolean())
                .as("it goes on")
                .isFalse();
        var followUp =
                stage.look(stage.agent("L2", shop), "cases/" + linked().getFirst() + "/follow-up");
        assertThat(followUp.text("reopenOf.id")).isEqualTo(id.toString());
    }

    @Test
    void whoever_dies_before_the_linked_case_is_there_leaves_it_to_a_deadline() {
        answerThenDie();
        assertThat(linked()).isEmpty();
        stage.after(Duration.ofMinutes(2));
        assertThat(linked()).hasSize(1);
        stage.after(Duration.ofMinutes(2));
        assertThat(linked()).hasSize(1);
    }

    @Test
    void praise_is_kept_for_the_agent_and_a_low_score_for_the_supervisor() {
        var zhouNing = people.staff("周宁", List.of(Permission.CASE_READ), "L2", List.of(), shop);
        db.sql(
                        "update aftersales.after_sale_case set agent = :agent where shop_id = :shop and id = :id")
                .param("agent", zhouNing.id())
                .param("shop", shop.value())
                .param("id", id)
                .update();
        answer(Map.of("solved", true, "score", 5, "comment", "很耐心"));
        assertThat(stage.look(people.as(zhouNing), "praise").text("items.0.comment"))
                .isEqualTo("很耐心");
        var lead = people.asStaff(Permission.INSIGHT_READ, shop);
        assertThat(stage.look(lead, "low-scores").body().path("items").size()).isZero();
        answer(Map.of("score", 1));
        assertThat(stage.look(lead, "low-scores").text("items.0.caseId")).isEqualTo(id.toString());
        assertThat(stage.look(people.as(zhouNing), "praise").body().path("items").size()).isZero();
    }

    @Test
    void a_link_that_was_not_made_here_opens_nothing_and_an_old_one_is_too_late() {
        assertThat(stage.perform(get("/api/v1/portal/follow-ups/" + "A".repeat(80))).status())
                .isEqualTo(404);
        var stop = links.token("unsubscribe", shop, id.toString());
        assertThat(stage.perform(get("/api/v1/portal/follow-ups/" + stop)).status())
                .as("made for something else")
                .isEqualTo(404);
        clock.forward(Duration.ofDays(9));
        assertThat(answer(Map.of("solved", true)).text("type"))
                .isEqualTo("urn:anxin:problem:answer-too-late");
    }

    @Test
    void who_unsubscribed_by_one_click_is_told_of_the_case_but_not_asked() {
        var token = links.token("unsubscribe", shop, "lin-xiao");
        assertThat(
                        stage.perform(
                                        post("/api/v1/portal/unsubscriptions/" + token)
                                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                                .content("List-Unsubscribe=One-Click"))
                                .status())
                .isEqualTo(200);
        stage.after(Duration.ofHours(25));
        assertThat(asked()).isEmpty();
        var notices = stage.look(stage.agent("L2", shop), "cases/" + id + "/notices");
        assertThat(notices.body().toString()).contains("The customer wants no surveys");
    }

    private Stage.Answer answer(Map<String, Object> body) {
        return stage.perform(tap().content(json.writeValueAsString(body)));
    }

    private MockHttpServletRequestBuilder tap() {
        return put("/api/v1/portal/follow-ups/" + links.token("follow-up", shop, id.toString()))
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON);
    }

    /** The answer is committed, and the process ends before anything else. */
    private void answerThenDie() {
        followUps.answer(shop, id, new FollowUps.Answer(false, null, null));
    }

    private List<String> asked() {
        return db.sql(
                        """
                select o.body from messaging.outbound o
                 where o.shop_id = :shop and o.dedupe_key like '%/follow-up/%' order by o.channel
                """)
                .param("shop", shop.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<UUID> linked() {
        return db.sql(
                        "select c.id from aftersales.after_sale_case c where c.shop_id = :shop and c.reopen_of = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
