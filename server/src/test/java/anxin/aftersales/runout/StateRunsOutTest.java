package anxin.aftersales.runout;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class StateRunsOutTest {

    @Autowired Stage stage;
    @Autowired FactLog facts;

    @Test
    void a_parcel_never_sent_closes_the_case_at_the_second_and_frees_the_item() {
        var shop = stage.shop();
        var order =
                stage.order(shop, Map.of("lines", List.of(withPromise(line("L1", 1, 100_00), 60))));
        var id = submit(shop, order, "NO_REASON");
        stage.after(Duration.ofHours(168).minusSeconds(1));
        assertThat(state(shop, id)).isEqualTo("WAIT_BUYER_RETURN");
        stage.after(Duration.ofSeconds(1));
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("CLOSED");
        assertThat(mine.text("result")).isEqualTo("BUYER_TIMEOUT");
        assertThat(
                        stage.submit(
                                        stage.linXiao(shop),
                                        UUID.randomUUID(),
                                        order,
                                        "NO_REASON",
                                        Map.of())
                                .text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void a_late_review_goes_up_tier_by_tier_and_is_never_refused_by_the_clock() {
        var shop = stage.shop();
        var order =
                stage.order(
                        shop,
                        Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 680_000))));
        var id = submit(shop, order, "NO_LONGER_WANTED");
        stage.after(Duration.ofHours(4));
        var once = stage.look(stage.agent("L4", shop), "cases/" + id);
        assertThat(once.text("state")).isEqualTo("IN_REVIEW");
        assertThat(once.text("tierRequired")).isEqualTo("L4");
        stage.after(Duration.ofHours(4));
        assertThat(stage.look(stage.agent("L4", shop), "cases/" + id).number("escalations"))
                .isEqualTo(2);
    }

    @Test
    void a_return_the_law_grants_is_approved_after_a_day_without_a_signature() {
        var shop = stage.shop();
        var id =
                submit(
                        shop,
                        stage.order(shop, Map.of("lines", List.of(line("L1", 1, 680_000)))),
                        "NO_REASON");
        assertThat(state(shop, id)).isEqualTo("IN_REVIEW");
        for (int i = 0; i < 6; i++) {
            stage.after(Duration.ofHours(4));
        }
        assertThat(state(shop, id)).isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void missing_proof_of_a_fault_is_decided_by_a_person_on_what_is_there() {
        var shop = stage.shop();
        var id = submit(shop, stage.order(shop, Map.of()), "QUALITY");
        assertThat(state(shop, id)).isEqualTo("NEED_EVIDENCE");
        stage.after(Duration.ofHours(72));
        assertThat(state(shop, id)).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_message_no_person_answered_in_half_an_hour_is_told_to_the_lead_once() {
        var shop = stage.shop();
        var id = submit(shop, stage.order(shop, Map.of()), "NO_REASON");
        var start = facts.end();
        for (int i = 0; i < 2; i++) {
            stage.act(
                    stage.linXiao(shop),
                    "portal/cases/" + id + "/messages/" + UUID.randomUUID(),
                    null,
                    Map.of("text", "在吗"));
            stage.after(Duration.ofMinutes(15));
        }
        stage.after(Duration.ofMinutes(30));
        var late =
                facts.after(start, 500).stream()
                        .filter(fact -> fact.type().equals("aftersales.reply-late"))
                        .toList();
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().payload()).contains("TEAM_LEAD");
    }

    @Test
    void an_answer_in_time_lifts_the_limit() {
        var shop = stage.shop();
        var id = submit(shop, stage.order(shop, Map.of()), "NO_REASON");
        var start = facts.end();
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", "在吗"));
        stage.after(Duration.ofMinutes(29));
        stage.act(
                stage.agent("L1", shop),
                "cases/" + id + "/messages/" + UUID.randomUUID(),
                null,
                Map.of("text", "在的"));
        stage.after(Duration.ofMinutes(31));
        assertThat(facts.after(start, 500))
                .noneMatch(fact -> fact.type().equals("aftersales.reply-late"));
    }

    @Test
    void cancelling_frees_the_item_and_a_second_cancelling_changes_nothing() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of());
        var id = submit(shop, order, "NO_REASON");
        var customer = stage.linXiao(shop);
        var cancelled = stage.act(customer, "portal/cases/" + id + "/cancellation", 1, null);
        assertThat(cancelled.text("result")).isEqualTo("BUYER_CANCEL");
        assertThat(
                        stage.act(customer, "portal/cases/" + id + "/cancellation", 1, null)
                                .number("version"))
                .isEqualTo(2);
        assertThat(submit(shop, order, "NO_REASON")).isNotEqualTo(id);
    }

    @Test
    void a_refund_under_way_cannot_be_cancelled() {
        var shop = stage.shop();
        var id = submit(shop, stage.order(shop, Map.of("fulfil", "UNSHIPPED")), "NO_LONGER_WANTED");
        var answer =
                stage.act(stage.linXiao(shop), "portal/cases/" + id + "/cancellation", 1, null);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).endsWith("illegal-transition");
    }

    private UUID submit(ShopId shop, String order, String reason) {
        var id = UUID.randomUUID();
        var answer = stage.submit(stage.linXiao(shop), id, order, reason, Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return id;
    }

    private String state(ShopId shop, UUID id) {
        return stage.mine(stage.linXiao(shop), id).text("state");
    }

    private static Map<String, Object> withPromise(Map<String, Object> line, int days) {
        line.put("promiseDays", days);
        return line;
    }
}
