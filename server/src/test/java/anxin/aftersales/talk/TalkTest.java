package anxin.aftersales.talk;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class TalkTest {

    @Autowired Stage stage;

    ShopId shop = new ShopId("unset");
    final UUID id = UUID.randomUUID();

    @BeforeEach
    void aShop() {
        shop = stage.shop();
        stage.alone();
    }

    @Test
    void a_customers_message_starts_half_an_hour_that_only_a_persons_answer_ends() {
        submit(Map.of("type", "RETURN_REFUND"));
        assertThat(clock().body().path("kind").isNull()).isTrue();
        write();
        var due = clock().text("dueAt");
        assertThat(clock().text("kind")).isEqualTo("MESSAGE");
        stage.after(Duration.ofMinutes(10));
        write();
        assertThat(clock().text("dueAt")).as("the first one waits longer").isEqualTo(due);
        stage.after(Duration.ofMinutes(21));
        assertThat(clock().body().path("lateAt").isNull()).isFalse();
        var late = stage.look(stage.agent("L3", shop), "waiting-customers?shop=" + shop);
        assertThat(late.body().at("/items/0/late").asBoolean()).isTrue();
        assertThat(late.text("items.0.words")).isEqualTo("什么时候退款？");
        assertThat(late.text("items.0.customerName")).as("masked").doesNotContain("林晓");
        assertThat(counted("late")).isEqualTo(1);
        stage.act(
                stage.agent("L2", shop),
                "cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", "已安排，今天18:00前答复"));
        assertThat(clock().body().path("kind").isNull()).isTrue();
    }

    @Test
    void who_wants_a_person_is_spoken_to_before_money_closes_the_matter() {
        askForAPerson();
        assertThat(clock().text("kind")).isEqualTo("PERSON");
        assertThat(counted("wantPerson")).isEqualTo(1);
        var agent = stage.agent("L1", shop);
        var early = stage.act(agent, "cases/" + id + "/approval", 1, Map.of());
        assertThat(early.text("type")).isEqualTo("urn:anxin:problem:customer-waits-for-a-person");
        var call = "cases/" + id + "/calls/" + UUID.randomUUID();
        assertThat(stage.act(agent, call, null, Map.of("note", "已致歉并说明")).status()).isEqualTo(200);
        assertThat(stage.act(agent, call, null, Map.of("note", "已致歉并说明")).status()).isEqualTo(200);
        assertThat(clock().body().path("calls")).as("the same call is one call").hasSize(1);
        assertThat(counted("waiting")).isZero();
        var paid = stage.act(agent, "cases/" + id + "/approval", 1, Map.of());
        assertThat(paid.text("state")).as(paid.body().toString()).isEqualTo("REFUNDING");
        assertThat(paid.number("approvedMinor")).as("the rules granted it").isEqualTo(1_290_00);
    }

    @Test
    void when_nobody_calls_for_a_day_the_money_goes_all_the_same_and_the_call_is_still_owed() {
        askForAPerson();
        for (int hours = 1; hours <= 26; hours++) {
            stage.after(Duration.ofHours(1));
        }
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isIn("REFUNDING", "COMPLETED");
        assertThat(clock().text("kind")).isEqualTo("PERSON");
    }

    @Test
    void who_takes_the_request_back_waits_for_nobody() {
        askForAPerson();
        stage.act(stage.linXiao(shop), "portal/cases/" + id + "/cancellation", 1, Map.of());
        assertThat(clock().body().path("kind").isNull()).isTrue();
        assertThat(counted("waiting")).isZero();
    }

    @Test
    void waiting_customers_of_other_shops_are_not_seen() {
        askForAPerson();
        var elsewhere = stage.agent("L3", stage.shop());
        assertThat(stage.look(elsewhere, "waiting-customers").body().path("items")).isEmpty();
        assertThat(stage.look(elsewhere, "cases/" + id + "/reply-clock").status()).isEqualTo(404);
        var call = "cases/" + id + "/calls/" + UUID.randomUUID();
        assertThat(stage.act(elsewhere, call, null, Map.of("note", "x")).status()).isEqualTo(404);
    }

    @Test
    void the_wish_is_also_heard_in_the_customers_own_words() {
        var asked = submitOn(unshipped(), Map.of("reasonText", "别机器人了，给我转人工"));
        assertThat(asked.text("state")).isEqualTo("IN_REVIEW");
        assertThat(clock().text("kind")).isEqualTo("PERSON");
    }

    private void askForAPerson() {
        var asked = submitOn(unshipped(), Map.of("wantsHuman", true));
        assertThat(asked.text("state")).as(asked.body().toPrettyString()).isEqualTo("IN_REVIEW");
    }

    /** More than an agent of the first tier signs for, and less than what the rules pay alone. */
    private String unshipped() {
        return stage.order(
                shop, Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 1_290_00))));
    }

    private long counted(String what) {
        return stage.look(stage.agent("L3", shop), "waiting-customers/count?shop=" + shop)
                .number(what);
    }

    private void submit(Map<String, Object> more) {
        submitOn(stage.order(shop, Map.of()), more);
    }

    private Stage.Answer submitOn(String order, Map<String, Object> more) {
        return stage.submit(stage.linXiao(shop), id, order, "NO_REASON", more);
    }

    private void write() {
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", "什么时候退款？"));
    }

    private Stage.Answer clock() {
        return stage.look(stage.agent("L2", shop), "cases/" + id + "/reply-clock");
    }
}
