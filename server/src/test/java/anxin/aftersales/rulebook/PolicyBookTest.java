package anxin.aftersales.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class PolicyBookTest {

    private static final Map<String, Object> THIRTY_DAYS = Map.of("noReasonDays", 30);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired JdbcClient db;
    @Autowired TrialRunner trials;

    private ShopId shop = new ShopId("none");
    private RequestPostProcessor zhouNing = request -> request;

    @BeforeEach
    void a_manager_of_a_shop() {
        shop = stage.shop();
        zhouNing =
                people.asStaff(
                        List.of(
                                Permission.POLICY_READ,
                                Permission.POLICY_WRITE,
                                Permission.CASE_READ),
                        shop);
    }

    @Test
    void a_shop_begins_with_the_policy_of_the_house() {
        var policy = stage.look(zhouNing, path(""));
        assertThat(policy.number("inForce.version")).isEqualTo(1);
        assertThat(policy.body().at("/hasDraft").asBoolean()).isFalse();
        var draft = stage.look(zhouNing, path("/draft"));
        assertThat(draft.number("revision")).isZero();
        assertThat(draft.body().get("differences")).isEmpty();
    }

    @Test
    void a_draft_is_kept_and_says_in_plain_words_what_it_changes() {
        var saved = save(0, THIRTY_DAYS);
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        var draft = stage.look(zhouNing, path("/draft"));
        assertThat(draft.etag()).isEqualTo("\"1\"");
        assertThat(draft.text("differences.0.pointer")).isEqualTo("/noReasonDays");
        assertThat(draft.text("differences.0.what")).isEqualTo("Days to return without a reason");
        assertThat(draft.text("differences.0.was")).isEqualTo("7 days");
        assertThat(draft.text("differences.0.becomes")).isEqualTo("30 days");
        assertThat(draft.text("differences.0.by")).isEqualTo("Zhou Ning");
    }

    @Test
    void a_draft_that_is_wrong_is_kept_too_but_not_published() {
        var saved =
                save(
                        0,
                        Map.of(
                                "noReasonDays",
                                3,
                                "guards",
                                List.of(Map.of("id", "g", "name", "g", "when", "order.paid > 3"))));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(texts(saved, "wrong", "pointer"))
                .containsExactlyInAnyOrder("/noReasonDays", "/guards/0/when");
        assertThat(texts(saved, "wrong", "expected"))
                .anySatisfy(why -> assertThat(why).contains("Consumer Protection Law, art. 25"))
                .contains("column 1: there is no fact called order.paid");
        var refused = publish(2, 1, null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(texts(refused, "fields", "pointer"))
                .containsExactlyInAnyOrder("/noReasonDays", "/guards/0/when");
        assertThat(stage.look(zhouNing, path("/draft")).number("revision")).isEqualTo(1);
    }

    @Test
    void who_saves_on_what_a_colleague_has_changed_is_told() {
        save(0, THIRTY_DAYS);
        var late = save(0, Map.of("noReasonDays", 15));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.number("current")).isEqualTo(1);
        assertThat(save(1, Map.of("noReasonDays", 15)).status()).isEqualTo(200);
        assertThat(save(7, THIRTY_DAYS).status()).isEqualTo(409);
    }

    @Test
    void a_draft_can_be_thrown_away() {
        save(0, THIRTY_DAYS);
        var gone =
                stage.send(
                        delete("/api/v1/" + path("/draft")).header("If-Match", "\"1\""),
                        zhouNing,
                        null);
        assertThat(gone.number("revision")).isZero();
        assertThat(gone.body().get("differences")).isEmpty();
    }

    @Test
    void a_version_decides_about_orders_paid_from_its_first_moment_on() {
        var before = order(Duration.ZERO);
        save(0, THIRTY_DAYS);
        var published = publish(2, 1, null);
        assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
        assertThat(published.text("state")).isEqualTo("PLANNED");
        stage.after(Duration.ofMinutes(1));
        assertThat(stage.look(zhouNing, path("")).number("inForce.version")).isEqualTo(2);
        var after = order(Duration.ofMinutes(1));

        // Day 20 after receipt: in time by the new version, too late by the old one.
        stage.after(Duration.ofDays(20));
        assertThat(submit(before).text("decision.ruleId")).isEqualTo("NO_REASON_EXPIRED");
        assertThat(submit(after).text("decision.ruleId")).isEqualTo("NO_REASON_7D");
    }

    /** S38: a policy edited in flight does not change a case. */
    @Test
    void a_case_keeps_the_version_it_began_with() {
        var no = stage.order(shop, Map.of("lines", List.of(Stage.line("L1", 1, 129_00))));
        var linXiao = stage.linXiao(shop);
        var id = UUID.randomUUID();
        var asked = stage.submit(linXiao, id, no, "QUALITY", Map.of("type", "RETURN_REFUND"));
        assertThat(asked.text("decision.ruleId")).isEqualTo("EVIDENCE_REQUIRED");
        save(0, Map.of("rules", Map.of("QUALITY_7D", Map.of("limitMinor", 0))));
        publish(2, 1, null);
        stage.after(Duration.ofMinutes(1));
        assertThat(
                        db.sql(
                                        "select policy_version from aftersales.after_sale_case where shop_id = :shop and id = :id")
                                .param("shop", shop.value())
                                .param("id", id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        db.sql(
                                        "select answer ->> 'policyVersion' from aftersales.decision where shop_id = :shop and case_id = :id")
                                .param("shop", shop.value())
                                .param("id", id)
                                .query(String.class)
                                .list())
                .containsOnly("1");
    }

    @Test
    void publishing_twice_publishes_once_and_a_taken_number_is_told() {
        save(0, THIRTY_DAYS);
        assertThat(publish(2, 1, null).status()).isEqualTo(200);
        assertThat(publish(2, 1, null).status()).isEqualTo(200);
        assertThat(stage.look(zhouNing, path("/versions")).body().get("items")).hasSize(2);
        var colleague = people.asStaff(Permission.POLICY_WRITE, shop);
        var taken =
                stage.send(
                        put("/api/v1/" + path("/versions/2")).header("If-Match", "\"1\""),
                        colleague,
                        Map.of());
        assertThat(taken.status()).isEqualTo(409);
    }

    @Test
    void what_changes_nothing_is_not_published() {
        save(0, Map.of("noReasonDays", 7));
        assertThat(publish(2, 1, null).text("type")).endsWith("nothing-changed");
    }

    @Test
    void a_version_of_tomorrow_can_be_withdrawn_and_one_in_force_cannot() {
        save(0, THIRTY_DAYS);
        publish(2, 1, Stage.TODAY.plus(Duration.ofDays(1)).toString());
        assertThat(withdraw(2).text("state")).isEqualTo("WITHDRAWN");
        stage.after(Duration.ofDays(2));
        assertThat(stage.look(zhouNing, path("")).number("inForce.version")).isEqualTo(1);
        save(0, THIRTY_DAYS);
        publish(3, 1, null);
        stage.after(Duration.ofMinutes(1));
        assertThat(withdraw(3).status()).isEqualTo(409);
    }

    @Test
    void rolling_back_is_a_new_version_with_the_old_rules() {
        save(0, THIRTY_DAYS);
        publish(2, 1, null);
        stage.after(Duration.ofMinutes(1));
        var back =
                stage.act(
                        zhouNing,
                        path("/versions/3/roll-back"),
                        null,
                        Map.of("to", 1, "note", "n"));
        assertThat(back.number("restored")).as(back.body().toString()).isEqualTo(1);
        stage.after(Duration.ofMinutes(1));
        assertThat(stage.look(zhouNing, path("")).number("inForce.version")).isEqualTo(3);
        var history = stage.look(zhouNing, path("/history"));
        assertThat(texts(history, "items", "act")).containsExactly("ROLLED_BACK", "PUBLISHED");
        assertThat(history.text("items.0.was")).isEqualTo("30 days");
        assertThat(history.text("items.0.becomes")).isEqualTo("7 days");
        assertThat(history.text("items.0.actor")).isEqualTo("Zhou Ning");
    }

    @Test
    void the_history_says_who_wrote_it_and_who_published_it() {
        var writer =
                people.staff("Lin Xia", List.of(Permission.POLICY_WRITE), "L4", List.of(), shop);
        stage.send(
                put("/api/v1/" + path("/draft")).header("If-Match", "\"0\""),
                people.as(writer),
                Map.of("document", THIRTY_DAYS));
        publish(2, 1, null);
        var history = stage.look(zhouNing, path("/history"));
        assertThat(history.text("items.0.author")).isEqualTo("Lin Xia");
        assertThat(history.text("items.0.actor")).isEqualTo("Zhou Ning");
    }

    @Test
    void what_was_published_and_what_was_written_of_it_never_changes() {
        save(0, THIRTY_DAYS);
        publish(2, 1, null);
        for (var change :
                List.of(
                        "update aftersales.policy_version set document = '{}' where shop_id = :shop",
                        "delete from aftersales.policy_version where shop_id = :shop",
                        "update aftersales.policy_change set author = 'x' where shop_id = :shop",
                        "delete from aftersales.policy_change where shop_id = :shop")) {
            assertThatThrownBy(() -> db.sql(change).param("shop", shop.value()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_draft_tried_on_past_cases_shows_those_that_would_differ() {
        IntStream.range(0, 3).forEach(n -> submit(order(Duration.ZERO)));
        var large = stage.order(shop, Map.of("lines", List.of(Stage.line("L1", 1, 4_000_00))));
        var differs = submit(large);
        save(0, Map.of("rules", Map.of("NO_REASON_7D", Map.of("limitMinor", 3_000_00))));
        var id = UUID.randomUUID();
        var asked = stage.act(zhouNing, path("/trials/" + id), null, Map.of("cases", 5_000));
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("WAITING");
        trials.runAll();
        var done = stage.look(zhouNing, path("/trials/" + id));
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.number("total")).isEqualTo(4);
        assertThat(done.number("done")).isEqualTo(4);
        assertThat(done.number("differing")).isEqualTo(1);
        assertThat(done.number("unreadable")).isZero();
        var found = stage.look(zhouNing, path("/trials/" + id + "/differences"));
        assertThat(found.text("items.0.caseId")).isEqualTo(differs.text("id"));
        assertThat(found.text("items.0.before.ruleId")).isEqualTo("NO_REASON_7D");
        assertThat(found.text("items.0.before.outcomeText")).isEqualTo("approved at once");
        assertThat(found.text("items.0.after.ruleId")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(found.text("items.0.after.approvalTier")).isEqualTo("L3");
    }

    @Test
    void a_trial_of_more_cases_than_a_batch_goes_on_where_it_stopped() {
        IntStream.range(0, 5).forEach(n -> submit(order(Duration.ZERO)));
        save(0, Map.of("rules", Map.of("NO_REASON_7D", Map.of("mode", "REVIEW"))));
        var id = UUID.randomUUID();
        stage.act(zhouNing, path("/trials/" + id), null, Map.of("cases", 3));
        trials.runAll();
        var done = stage.look(zhouNing, path("/trials/" + id));
        assertThat(done.number("done")).isEqualTo(3);
        assertThat(done.number("differing")).isEqualTo(3);
        var first = stage.look(zhouNing, path("/trials/" + id + "/differences?size=2"));
        assertThat(first.body().get("items")).hasSize(2);
        var next =
                stage.look(
                        zhouNing,
                        path("/trials/" + id + "/differences?size=2&after=" + first.text("next")));
        assertThat(next.body().get("items")).hasSize(1);
    }

    @Test
    void the_shape_names_every_rule_with_its_source_and_every_fact_with_its_type() {
        var shape = stage.look(zhouNing, "policy-shape");
        assertThat(shape.status()).isEqualTo(200);
        assertThat(texts(shape, "rules", "code")).contains("NO_REASON_7D", "FRESH_24H");
        assertThat(texts(shape, "facts", "name"))
                .contains("order.lines[].category", "decision.refundCny", "now");
        assertThat(texts(shape, "constants", "article"))
                .contains("Consumer Protection Law, art. 25");
    }

    private String order(Duration later) {
        return stage.order(
                shop,
                new HashMap<>(
                        Map.of(
                                "paidAt",
                                Stage.TODAY.plus(later).toString(),
                                "signedAt",
                                Stage.TODAY.plus(later).toString())));
    }

    private Answer submit(String order) {
        return stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "NO_REASON", Map.of());
    }

    private Answer save(int seen, Map<String, Object> document) {
        return stage.send(
                put("/api/v1/" + path("/draft")).header("If-Match", "\"" + seen + "\""),
                zhouNing,
                Map.of("document", document));
    }

    private Answer publish(int number, int seen, @Nullable String from) {
        return stage.send(
                put("/api/v1/" + path("/versions/" + number))
                        .header("If-Match", "\"" + seen + "\""),
                zhouNing,
                from == null ? Map.of() : Map.of("from", from));
    }

    private Answer withdraw(int number) {
        return stage.act(zhouNing, path("/versions/" + number + "/withdrawal"), null, null);
    }

    private String path(String rest) {
        return "shops/" + shop + "/policy" + rest;
    }

    private static List<String> texts(Answer answer, String list, String field) {
        return StreamSupport.stream(answer.body().get(list).spliterator(), false)
                .map(one -> one.path(field).asString(""))
                .toList();
    }
}
