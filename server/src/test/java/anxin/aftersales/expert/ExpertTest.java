package anxin.aftersales.expert;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ExpertTest {

    private static final List<Permission> AGENTS =
            List.of(Permission.CASE_READ, Permission.CASE_DECIDE);

    @Autowired Stage stage;
    @Autowired TestPeople people;

    @Test
    void an_expert_is_called_takes_it_and_answers_under_both_clocks() {
        var shop = stage.shop();
        var id = inReview(shop);
        var agent = stage.agent("L1", shop);
        var expert = expert(shop);
        assertThat(callIsOpenTo(agent, id)).isTrue();
        var link = call(agent, id);
        assertThat(callIsOpenTo(agent, id)).as("nobody calls twice").isFalse();
        assertThat(seen(agent, id).body().at("/link/allowed")).isEmpty();
        var waiting = seen(expert, id);
        assertThat(waiting.text("link.dueAt"))
                .isEqualTo(Stage.TODAY.plus(Duration.ofMinutes(10)).toString());
        assertThat(waiting.body().at("/link/allowed").toString()).contains("take", "solve");

        assertThat(take(agent, id, link).text("type")).endsWith("experts-only");
        var taken = take(expert, id, link);
        assertThat(taken.text("takenBy")).isEqualTo("Sun Jie");
        assertThat(taken.text("dueAt"))
                .as("from now on the clock of the answer runs")
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(2)).toString());
        assertThat(take(expert(shop), id, link).status()).isEqualTo(409);

        var solved = act(expert, id, link, "solution", Map.of("solution", "Genuine."));
        assertThat(solved.text("solution")).isEqualTo("Genuine.");
        assertThat(solved.body().get("allowed")).isEmpty();
        assertThat(list(expert, "ALL")).isEmpty();
        assertThat(callIsOpenTo(agent, id)).isTrue();
    }

    @Test
    void the_list_has_what_is_due_first_on_top_page_by_page_and_each_sees_their_own() {
        var shop = stage.shop();
        var agent = stage.agent("L1", shop);
        var expert = expert(shop);
        var first = inReview(shop);
        var firstLink = call(agent, first);
        stage.after(Duration.ofMinutes(1));
        var second = inReview(shop);
        call(agent, second);
        stage.after(Duration.ofMinutes(1));
        var third = inReview(shop);
        call(stage.agent("L1", shop), third);
        assertThat(list(expert, "WAITING")).containsExactly(first, second, third);
        take(expert, first, firstLink);
        assertThat(list(expert, "ALL"))
                .as("two hours are later than ten minutes")
                .containsExactly(second, third, first);
        assertThat(list(expert, "MINE")).containsExactly(first);
        assertThat(list(agent, "ASKED")).containsExactly(second, first);
        assertThat(list(agent, "MINE")).isEmpty();
        var count = stage.look(expert, "expert-links/count");
        assertThat(count.number("open")).isEqualTo(3);
        assertThat(count.number("waiting")).isEqualTo(2);
        assertThat(count.number("mine")).isEqualTo(1);
        assertThat(count.number("late")).isZero();
        stage.after(Duration.ofMinutes(9));
        assertThat(stage.look(expert, "expert-links/count").number("late")).isEqualTo(1);
    }

    @Test
    void who_signs_for_others_steps_in_when_no_expert_took_it_in_ten_minutes() {
        var shop = stage.shop();
        var id = inReview(shop);
        var link = call(stage.agent("L1", shop), id);
        var leader =
                people.as(
                        people.staff(
                                "He Wei",
                                List.of(
                                        Permission.CASE_READ,
                                        Permission.CASE_DECIDE,
                                        Permission.APPROVE_REFUND),
                                "L3",
                                List.of(),
                                shop));
        assertThat(seen(leader, id).body().at("/link/allowed")).isEmpty();
        assertThat(take(leader, id, link).status()).isEqualTo(422);
        stage.after(Duration.ofMinutes(10));
        assertThat(seen(leader, id).body().at("/link/allowed").toString()).contains("take");
        assertThat(take(leader, id, link).text("takenBy")).isEqualTo("He Wei");
    }

    @Test
    void of_two_experts_one_has_it() {
        var shop = stage.shop();
        var id = inReview(shop);
        var link = call(stage.agent("L1", shop), id);
        var takes = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            var expert = expert(shop);
            takes.add(() -> take(expert, id, link).status());
        }
        assertThat(Stage.together(takes)).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void another_shop_sees_nothing_of_it() {
        var shop = stage.shop();
        var id = inReview(shop);
        var link = call(stage.agent("L1", shop), id);
        var stranger = expert(stage.shop());
        assertThat(list(stranger, "ALL")).isEmpty();
        assertThat(stage.look(stranger, "expert-links/count").number("open")).isZero();
        assertThat(stage.look(stranger, "expert-links?shop=" + shop).status()).isEqualTo(404);
        assertThat(stage.look(stranger, "expert-links/count?shop=" + shop).status()).isEqualTo(404);
        assertThat(seen(stranger, id).status()).isEqualTo(404);
        assertThat(take(stranger, id, link).status()).isEqualTo(404);
        var buyer = people.asStaff(Permission.COMMERCE_READ, shop);
        assertThat(stage.look(buyer, "expert-links").status()).isEqualTo(403);
        assertThat(stage.look(buyer, "expert-links/count").status()).isEqualTo(403);
    }

    /** A request above an agent's authority. */
    private UUID inReview(ShopId shop) {
        var id = UUID.randomUUID();
        var order =
                stage.order(
                        shop,
                        Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 680_000))));
        var asked = stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("IN_REVIEW");
        return id;
    }

    private RequestPostProcessor expert(ShopId shop) {
        Caller.Staff expert = people.staff("Sun Jie", AGENTS, "L2", List.of(Experts.TEAM), shop);
        return people.as(expert);
    }

    private UUID call(RequestPostProcessor agent, UUID id) {
        var link = UUID.randomUUID();
        var called =
                stage.act(
                        agent,
                        "cases/" + id + "/expert-links/" + link,
                        null,
                        Map.of("reason", "Is it genuine?"));
        assertThat(called.status()).as(called.body().toString()).isEqualTo(200);
        return link;
    }

    private Stage.Answer take(RequestPostProcessor who, UUID id, UUID link) {
        return act(who, id, link, "acceptance", Map.of());
    }

    private Stage.Answer act(
            RequestPostProcessor who, UUID id, UUID link, String what, Map<String, Object> body) {
        return stage.act(who, "cases/" + id + "/expert-links/" + link + "/" + what, null, body);
    }

    private Stage.Answer seen(RequestPostProcessor who, UUID id) {
        return stage.look(who, "cases/" + id + "/expert-link");
    }

    private boolean callIsOpenTo(RequestPostProcessor who, UUID id) {
        return StreamSupport.stream(
                        stage.look(who, "cases/" + id).body().get("allowed").spliterator(), false)
                .anyMatch(
                        one ->
                                one.get("action").asString().equals("call-expert")
                                        && one.get("enabled").asBoolean());
    }

    /** One to a page, so that every page is asked for. */
    private List<UUID> list(RequestPostProcessor who, String calls) {
        var cases = new ArrayList<UUID>();
        var after = "";
        do {
            var page = stage.look(who, "expert-links?size=1&calls=" + calls + after);
            page.body()
                    .get("items")
                    .forEach(item -> cases.add(UUID.fromString(item.get("caseId").asString())));
            var next = page.body().get("next");
            after = next == null || next.isNull() ? "" : "&after=" + next.asString();
        } while (!after.isEmpty());
        return cases;
    }
}
