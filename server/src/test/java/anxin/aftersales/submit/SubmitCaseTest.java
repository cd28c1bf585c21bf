package anxin.aftersales.submit;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class SubmitCaseTest {

    @Autowired Stage stage;
    @Autowired FactLog facts;
    @Autowired JdbcClient db;

    @Test
    void a_small_order_signed_three_days_ago_is_approved_at_once_with_its_reason() {
        var shop = stage.shop();
        var answer =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        stage.order(shop, Map.of()),
                        "NO_REASON",
                        Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(answer.text("decision.ruleId")).isEqualTo("NO_REASON_7D");
        assertThat(answer.number("refundMinor")).isEqualTo(129_00);
        assertThat(answer.text("nextStep.etaAt"))
                .isEqualTo(Stage.TODAY.plusSeconds(168 * 3600).toString());
        assertThat(answer.body().at("/timeline")).hasSize(2);
    }

    @Test
    void the_same_request_sent_twice_is_one_case_and_one_fact() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of());
        var id = UUID.randomUUID();
        var start = facts.end();
        var first = stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of());
        var second = stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(submittedSince(start, id)).isEqualTo(1);
    }

    @Test
    void sixty_four_parallel_requests_on_one_line_make_one_case_and_all_are_told_of_it()
            throws Exception {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of());
        var customer = stage.linXiao(shop);
        var answers =
                inParallel(
                        64,
                        () ->
                                stage.submit(
                                        customer, UUID.randomUUID(), order, "NO_REASON", Map.of()));
        var cases = new HashSet<String>();
        for (var answer : answers) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            cases.add(answer.text("id"));
        }
        assertThat(cases).hasSize(1);
        assertThat(
                        count(
                                "select count(*) from aftersales.after_sale_case where shop_id = '"
                                        + shop
                                        + "'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select claimed from aftersales.line_account where shop_id = '"
                                        + shop
                                        + "'"))
                .isEqualTo(1);
        assertThat(count("select sum(n) from aftersales.case_count where shop_id = '" + shop + "'"))
                .isEqualTo(1);
    }

    @Test
    void parallel_requests_for_different_orders_are_all_kept() throws Exception {
        var shop = stage.shop();
        var customer = stage.linXiao(shop);
        var orders = IntStream.range(0, 40).mapToObj(n -> stage.order(shop, Map.of())).toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        var answers =
                inParallel(
                        40,
                        () ->
                                stage.submit(
                                        customer,
                                        UUID.randomUUID(),
                                        orders.get(next.getAndIncrement()),
                                        "NO_REASON",
                                        Map.of()));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(
                        count(
                                "select count(*) from aftersales.after_sale_case where shop_id = '"
                                        + shop
                                        + "'"))
                .isEqualTo(40);
        assertThat(
                        count(
                                "select count(distinct no) from aftersales.after_sale_case where shop_id = '"
                                        + shop
                                        + "'"))
                .isEqualTo(40);
    }

    @Test
    void an_order_above_the_limit_goes_to_the_tier_that_may_sign_it() {
        var shop = stage.shop();
        var order =
                stage.order(
                        shop,
                        Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 680_000))));
        var answer =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        order,
                        "NO_LONGER_WANTED",
                        Map.of());
        assertThat(answer.text("state")).isEqualTo("IN_REVIEW");
        assertThat(answer.text("decision.ruleId")).isEqualTo("LIMIT_EXCEEDED");
        var item = stage.look(stage.agent("L3", shop), "cases").body().at("/items/0");
        assertThat(item.get("tierRequired").asString()).isEqualTo("L3");
    }

    @Test
    void a_refusal_says_why_and_lets_go_of_the_line() {
        var shop = stage.shop();
        var line = line("L1", 1, 50_00);
        line.put("category", "FRESH");
        var order = stage.order(shop, Map.of("lines", List.of(line)));
        var customer = stage.linXiao(shop);
        var refused = stage.submit(customer, UUID.randomUUID(), order, "NO_REASON", Map.of());
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(refused.text("decision.ruleId")).isEqualTo("FRESH_EXEMPT");
        var again = stage.submit(customer, UUID.randomUUID(), order, "NO_REASON", Map.of());
        assertThat(again.text("id")).isNotEqualTo(refused.text("id"));
    }

    @Test
    void an_order_of_somebody_else_looks_like_one_that_is_not_there() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of("customer", Map.of("id", "somebody-else")));
        var theirs =
                stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "NO_REASON", Map.of());
        var none =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        "NO-SUCH-ORDER",
                        "NO_REASON",
                        Map.of());
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(theirs.text("type")).isEqualTo(none.text("type"));
    }

    @Test
    void more_units_than_were_bought_are_refused_and_nothing_is_claimed() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of("lines", List.of(line("L1", 2, 100_00))));
        var answer =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        order,
                        "NO_REASON",
                        Map.of("lines", List.of(Map.of("lineId", "L1", "qty", 3))));
        assertThat(answer.text("decision.ruleId")).isEqualTo("QTY_EXCEEDED");
        assertThat(answer.text("state")).isEqualTo("REFUSED");
        assertThat(
                        count(
                                "select count(*) from aftersales.line_account where shop_id = '"
                                        + shop
                                        + "'"))
                .isZero();
    }

    @Test
    void what_is_missing_in_the_request_is_named_field_by_field() {
        var shop = stage.shop();
        var answer =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + UUID.randomUUID(),
                        null,
                        Map.of("reasonText", "x"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/fields").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/orderNumber", "/reason");
    }

    @Test
    void the_decision_keeps_its_rule_its_policy_and_the_facts_it_saw() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of());
        var id = UUID.randomUUID();
        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of());
        var seen = stage.look(stage.agent("L1", shop), "cases/" + id).body().at("/decision");
        assertThat(seen.at("/facts/order/no").asString()).isEqualTo(order);
        assertThat(seen.at("/facts/request/reason").asString()).isEqualTo("NO_REASON");
        assertThat(seen.at("/policyVersion").isNumber()).isTrue();
    }

    private long submittedSince(Position start, UUID id) {
        return facts.after(start, 500).stream()
                .filter(fact -> fact.type().equals("aftersales.case-submitted"))
                .map(Fact::subject)
                .filter(("case:" + id)::equals)
                .count();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private static List<Stage.Answer> inParallel(int times, Callable<Stage.Answer> act)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times).mapToObj(n -> threads.submit(act)).toList();
            var answers = new java.util.ArrayList<Stage.Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
