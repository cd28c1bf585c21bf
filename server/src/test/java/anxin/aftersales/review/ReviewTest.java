package anxin.aftersales.review;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class ReviewTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;

    @Test
    void an_agent_of_the_right_tier_approves_and_the_customer_sees_it() {
        var shop = stage.shop();
        var id = inReview(shop);
        var approved =
                stage.act(
                        stage.agent("L3", shop),
                        "cases/" + id + "/approval",
                        1,
                        Map.of("note", "checked"));
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("REFUNDING");
        assertThat(approved.etag()).isEqualTo("\"2\"");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("REFUNDING");
        assertThat(mine.body().toString()).as("a note is for staff only").doesNotContain("checked");
    }

    @Test
    void who_did_what_is_told_by_name_in_the_case_and_in_the_queue() {
        var shop = stage.shop();
        var id = inReview(shop);
        var zhouNing =
                people.as(
                        people.staff(
                                "Zhou Ning", List.of(Permission.values()), "L3", List.of(), shop));
        var approved = stage.act(zhouNing, "cases/" + id + "/approval", 1, Map.of());
        assertThat(approved.text("agentName")).isEqualTo("Zhou Ning");
        var by = approved.body().at("/timeline/2/by").asString();
        assertThat(approved.body().get("names").get(by).asString()).isEqualTo("Zhou Ning");
        var queue = stage.look(zhouNing, "cases?sort=newest&shop=" + shop);
        assertThat(queue.text("items.0.agentName")).isEqualTo("Zhou Ning");
    }

    @Test
    void an_agent_below_the_tier_is_told_who_may() {
        var shop = stage.shop();
        var id = inReview(shop);
        var answer = stage.act(stage.agent("L1", shop), "cases/" + id + "/approval", 1, Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).endsWith("above-authority");
        assertThat(answer.text("tierRequired")).isEqualTo("L3");
    }

    @Test
    void within_the_limit_a_part_may_be_approved_and_never_more_than_the_rules_found() {
        var shop = stage.shop();
        var id = inReview(shop);
        var agent = stage.agent("L1", shop);
        var tooMuch =
                stage.act(agent, "cases/" + id + "/approval", 1, Map.of("refundMinor", 680_001));
        assertThat(tooMuch.status()).isEqualTo(400);
        var part = stage.act(agent, "cases/" + id + "/approval", 1, Map.of("refundMinor", 500_00));
        assertThat(part.status()).as(part.body().toString()).isEqualTo(200);
        assertThat(part.number("approvedMinor")).isEqualTo(500_00);
    }

    @Test
    void the_second_of_two_agents_is_told_that_the_case_has_changed() {
        var shop = stage.shop();
        var id = inReview(shop);
        var first =
                stage.act(
                        stage.agent("L1", shop),
                        "cases/" + id + "/refusal",
                        1,
                        Map.of("reason", "NOT_COVERED"));
        assertThat(first.status()).isEqualTo(200);
        var second = stage.act(stage.agent("L3", shop), "cases/" + id + "/approval", 1, Map.of());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.number("current")).isEqualTo(2);
    }

    @Test
    void a_decision_without_the_version_it_was_made_on_is_not_taken() {
        var shop = stage.shop();
        var id = inReview(shop);
        assertThat(
                        stage.act(
                                        stage.agent("L3", shop),
                                        "cases/" + id + "/approval",
                                        null,
                                        Map.of())
                                .status())
                .isEqualTo(428);
    }

    @Test
    void refusing_for_the_state_of_the_goods_needs_a_photo_and_the_customer_reads_the_reason() {
        var shop = stage.shop();
        var id = inReview(shop);
        var agent = stage.agent("L1", shop);
        var without = stage.act(agent, "cases/" + id + "/refusal", 1, Map.of("reason", "USED"));
        assertThat(without.text("type")).endsWith("evidence-required");
        stage.act(
                agent,
                "cases/" + id + "/refusal",
                1,
                Map.of("reason", "AGREED_OTHERWISE", "note", "as we said on the phone"));
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("REFUSED");
        assertThat(mine.body().at("/timeline").get(2).get("text").asString())
                .contains("Another solution was agreed with you");
        assertThat(mine.text("decision.text")).contains("as we said on the phone");
    }

    @Test
    void proof_is_asked_for_exactly_and_no_more_than_twice() {
        var shop = stage.shop();
        var id = inReview(shop);
        var agent = stage.agent("L1", shop);
        var asked =
                stage.act(
                        agent,
                        "cases/" + id + "/evidence-request",
                        1,
                        Map.of("what", List.of("PACKAGING", "SHIPPING_LABEL")));
        assertThat(asked.text("state")).isEqualTo("NEED_EVIDENCE");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.body().at("/timeline").get(2).get("text").asString())
                .contains("outer packaging", "shipping label");
        assertThat(mine.body().at("/allowed").toString()).contains("add-evidence");
    }

    @Test
    void the_most_urgent_case_is_first_and_pages_follow_without_a_gap() {
        var shop = stage.shop();
        var first = inReview(shop);
        stage.after(Duration.ofMinutes(1));
        var second = inReview(shop);
        stage.after(Duration.ofMinutes(1));
        var third = inReview(shop);
        var agent = stage.agent("L1", shop);
        var page = stage.look(agent, "cases?size=2").body();
        assertThat(page.at("/items").findValuesAsString("id"))
                .containsExactly(first.toString(), second.toString());
        var next = stage.look(agent, "cases?size=2&after=" + page.get("next").asString()).body();
        assertThat(next.at("/items").findValuesAsString("id")).containsExactly(third.toString());
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(stage.look(agent, "cases/counts").number("byState.IN_REVIEW")).isEqualTo(3);
    }

    @Test
    void a_case_is_found_by_its_number_its_order_and_its_title() {
        var shop = stage.shop();
        var id = inReview(shop);
        var agent = stage.agent("L1", shop);
        var item = stage.look(agent, "cases").body().at("/items/0");
        for (var q : List.of(item.get("no").asString(), item.get("orderNo").asString(), "衬衫")) {
            assertThat(
                            stage.look(agent, "cases?q=" + q)
                                    .body()
                                    .at("/items")
                                    .findValuesAsString("id"))
                    .containsExactly(id.toString());
        }
        assertThat(stage.look(agent, "cases?q=nothing-like-it").body().at("/items")).isEmpty();
    }

    @Test
    void staff_of_another_shop_see_nothing_of_it() {
        var shop = stage.shop();
        var id = inReview(shop);
        var stranger = stage.agent("L5", stage.shop());
        assertThat(stage.look(stranger, "cases/" + id).status()).isEqualTo(404);
        assertThat(stage.look(stranger, "cases?shop=" + shop).status()).isEqualTo(404);
        assertThat(stage.look(stranger, "cases").body().at("/items")).isEmpty();
        assertThat(stage.act(stranger, "cases/" + id + "/approval", 1, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_name_is_masked_and_a_colleague_who_looks_is_seen() {
        var shop = stage.shop();
        var id = inReview(shop);
        var seen = stage.look(stage.agent("L1", shop), "cases/" + id);
        assertThat(seen.text("customer.name")).as(seen.body().toPrettyString()).isEqualTo("林*");
        assertThat(seen.text("customer.phone")).isEqualTo("138****5678");
        var other = stage.look(stage.agent("L3", shop), "cases/" + id);
        assertThat(other.body().at("/viewers")).hasSize(2);
    }

    @Test
    void a_message_is_answered_by_a_person_and_sending_it_twice_writes_it_once() {
        var shop = stage.shop();
        var id = inReview(shop);
        var message = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            stage.act(
                    stage.linXiao(shop),
                    "portal/cases/" + id + "/messages/" + message,
                    null,
                    Map.of("text", "还要多久？"));
        }
        var answered =
                stage.act(
                        stage.agent("L1", shop),
                        "cases/" + id + "/messages/" + UUID.randomUUID(),
                        null,
                        Map.of("text", "今天 18:00 前"));
        assertThat(answered.body().at("/messages")).hasSize(2);
    }

    private UUID inReview(ShopId shop) {
        var id = UUID.randomUUID();
        var order =
                stage.order(
                        shop,
                        Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 680_000))));
        var answer = stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        assertThat(answer.text("state")).isEqualTo("IN_REVIEW");
        return id;
    }
}
