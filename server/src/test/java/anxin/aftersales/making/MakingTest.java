package anxin.aftersales.making;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@AnxinTest
class MakingTest {

    private static final List<Map<String, Object>> SERVICES =
            List.of(
                    Map.of("kind", "ENGRAVING", "text", "林晓 2026"),
                    Map.of("kind", "PACKAGING", "text", "礼盒"),
                    Map.of("kind", "GIFT_CARD", "text", "生日快乐"));

    @Autowired Stage stage;
    @Autowired TestPeople people;

    @Test
    void what_is_being_made_is_stopped_and_its_cost_is_what_the_customer_bears() {
        var shop = stage.shop();
        var order = unshipped(shop, done("PURCHASE", 40_00), begun("ENGRAVING", 10_00));
        var id = giveUp(shop, order);
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).as(mine.body().toString()).isEqualTo("IN_REVIEW");
        assertThat(mine.text("decision.ruleId")).isEqualTo("CUSTOM_IN_PRODUCTION");

        var before = making(shop, id);
        assertThat(before.number("costMinor")).isEqualTo(50_00);
        assertThat(before.text("lines.0.services.0.text")).isEqualTo("林晓 2026");
        var asked = steps(shop);
        assertThat(asked).hasSize(1); // What was bought is bought; only production can stop.
        assertThat(asked.getFirst().path("kind").asString()).isEqualTo("ENGRAVING");
        assertThat(asked.getFirst().path("dueAt").asString())
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(2)).toString());

        var unspent = answer(shop, asked.getFirst(), Map.of("outcome", "STOPPED"));
        assertThat(unspent.text("fields.0.pointer")).isEqualTo("/costMinor");
        var stopped =
                answer(shop, asked.getFirst(), Map.of("outcome", "STOPPED", "costMinor", 15_00));
        assertThat(stopped.status()).as(stopped.body().toString()).isEqualTo(200);
        var after = making(shop, id);
        assertThat(after.number("costMinor")).isEqualTo(55_00);
        assertThat(after.number("proposalMinor")).isEqualTo(468_00 - 55_00);
        assertThat(steps(shop)).isEmpty();
    }

    @Test
    void nothing_has_begun_so_the_money_goes_back_and_everybody_is_told_not_to_begin() {
        var shop = stage.shop();
        var order = unshipped(shop, planned("PURCHASE"), planned("ENGRAVING"), planned("DISPATCH"));
        var id = giveUp(shop, order);
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("REFUNDING");
        assertThat(steps(shop))
                .extracting(step -> step.path("kind").asString())
                .containsExactlyInAnyOrder("PURCHASE", "ENGRAVING");
        assertThat(stage.look(logistics(shop), "logistics-tasks?shop=" + shop).text("items.0.kind"))
                .isEqualTo("HOLD");
    }

    @Test
    void who_keeps_it_after_all_has_it_made_on() {
        var shop = stage.shop();
        var id = giveUp(shop, unshipped(shop, begun("PURCHASE", 5_00), planned("ENGRAVING")));
        var asked = steps(shop);
        assertThat(asked).hasSize(2);
        answer(shop, asked.getFirst(), Map.of("outcome", "STOPPED", "costMinor", 5_00));
        var cancelled =
                stage.act(stage.linXiao(shop), "portal/cases/" + id + "/cancellation", 1, null);
        assertThat(cancelled.status()).as(cancelled.body().toString()).isEqualTo(200);
        var left = steps(shop);
        assertThat(left).hasSize(1); // One has stopped and goes on, the other never stopped.
        assertThat(left.getFirst().path("purpose").asString()).isEqualTo("RESUME");
        assertThat(answer(shop, left.getFirst(), Map.of("outcome", "DONE")).status())
                .isEqualTo(200);
    }

    @Test
    void what_came_wrong_is_bought_engraved_wrapped_and_sent_anew_step_by_step() {
        var shop = stage.shop();
        var id = owed(shop, done("PURCHASE", 40_00), done("ENGRAVING", 10_00));
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state"))
                .as(mine.body().toString())
                .isEqualTo("REPLACEMENT_PREPARING");
        // 48 h to buy, 24 to engrave, 8 to wrap, 4 to write the card, 24 to send.
        assertThat(mine.text("nextStep.etaAt"))
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(108)).toString());

        var early = ship(shop, id, version(mine));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("type")).endsWith("still-being-made");

        for (var kind : List.of("PURCHASE", "ENGRAVING", "PACKAGING", "GIFT_CARD")) {
            var now = steps(shop);
            assertThat(now).hasSize(1);
            assertThat(now.getFirst().path("kind").asString()).isEqualTo(kind);
            assertThat(answer(shop, now.getFirst(), Map.of("outcome", "DONE")).status())
                    .isEqualTo(200);
        }
        var made = stage.mine(stage.linXiao(shop), id);
        assertThat(made.body().get("timeline").toString())
                .contains("Done: engraving; next: gift wrapping")
                .contains("It is made to order");

        var task = stage.look(logistics(shop), "logistics-tasks?shop=" + shop);
        assertThat(task.text("items.0.kind")).isEqualTo("DISPATCH");
        var sent =
                stage.act(
                        logistics(shop),
                        "logistics-tasks/" + task.text("items.0.id") + "/outcome",
                        null,
                        Map.of("outcome", "DONE", "carrier", "SF", "trackingNo", "SF4000000001"));
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isEqualTo("REPLACEMENT_SHIPPED");
    }

    @Test
    void what_is_spoilt_is_made_once_more_and_after_that_the_customer_chooses() {
        var shop = stage.shop();
        var id = owed(shop, done("ENGRAVING", 10_00));
        var first = steps(shop).getFirst();
        assertThat(answer(shop, first, Map.of("outcome", "FAILED")).text("fields.0.pointer"))
                .isEqualTo("/note");
        var spoilt = Map.<String, Object>of("outcome", "FAILED", "note", "the plate slipped");
        answer(shop, first, spoilt);
        var again = stage.mine(stage.linXiao(shop), id);
        assertThat(again.body().get("timeline").toString()).contains("done once more: engraving");
        assertThat(again.text("nextStep.etaAt")) // 60 h at first, and 72 for buying and engraving.
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(60 + 72)).toString());
        answer(shop, steps(shop).getFirst(), Map.of("outcome", "DONE")); // Bought anew.
        var second = steps(shop).getFirst();
        assertThat(second.path("text").asString()).isEqualTo("林晓 2026");
        answer(shop, second, spoilt);
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("AWAITING_CHOICE");
        assertThat(steps(shop)).isEmpty();
    }

    @Test
    void a_step_is_answered_once_and_by_those_who_make_it_for_this_shop() {
        var shop = stage.shop();
        giveUp(shop, unshipped(shop, begun("ENGRAVING", 10_00)));
        var step = steps(shop).getFirst();
        var body = Map.<String, Object>of("outcome", "TOO_LATE", "costMinor", 99_00);
        var elsewhere = people.asStaff(Permission.PRODUCT_WORK, stage.shop());
        assertThat(outcome(elsewhere, step, body).status()).isEqualTo(404);
        assertThat(outcome(logistics(shop), step, body).status()).isEqualTo(403);
        var answers =
                Stage.together(
                        List.<Callable<Integer>>of(
                                () -> answer(shop, step, body).status(),
                                () -> answer(shop, step, body).status()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_step_that_is_late_is_raised_once() {
        var shop = stage.shop();
        giveUp(shop, unshipped(shop, begun("ENGRAVING", 10_00)));
        stage.after(Duration.ofMinutes(121));
        assertThat(steps(shop).getFirst().path("escalatedAt").isNull()).isFalse();
        var counts = stage.look(maker(shop), "making-steps/counts?shop=" + shop);
        assertThat(counts.body().get(0).path("late").asInt()).isEqualTo(1);
    }

    @Test
    void a_production_log_that_makes_no_sense_is_refused_by_its_place() {
        var shop = stage.shop();
        var line = line(List.of(Map.of("step", "ENGRAVING", "progress", "BEGUN", "costMinor", -1)));
        var answer =
                stage.act(
                        stage.everything(),
                        "shops/" + shop + "/orders/T-1",
                        null,
                        Map.of(
                                "payStatus",
                                "PAID",
                                "fulfil",
                                "UNSHIPPED",
                                "currency",
                                "CNY",
                                "lines",
                                List.of(line)));
        assertThat(answer.text("fields.0.pointer")).isEqualTo("/lines/0/custom/log/0/costMinor");
    }

    @SafeVarargs
    private String unshipped(ShopId shop, Map<String, Object>... log) {
        var changes = new LinkedHashMap<String, Object>();
        changes.put("fulfil", "UNSHIPPED");
        changes.put("signedAt", null);
        changes.put("lines", List.of(line(List.of(log))));
        return stage.order(shop, changes);
    }

    /** Something wrong was engraved, and what is right is owed. */
    @SafeVarargs
    private UUID owed(ShopId shop, Map<String, Object>... log) {
        var order = stage.order(shop, Map.of("lines", List.of(line(List.of(log)))));
        var who = stage.linXiao(shop);
        var id = UUID.randomUUID();
        var asked =
                stage.submit(
                        who,
                        id,
                        order,
                        "MISSING_PARTS",
                        Map.of("type", "RESEND", "evidence", List.of(stage.proof(who))));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        return id;
    }

    private static Map<String, Object> line(List<Map<String, Object>> log) {
        var line = Stage.line("L1", 1, 468_00);
        line.put("title", "刻字银手镯");
        line.put("category", "CUSTOM");
        line.put("stock", 10);
        line.put("custom", Map.of("services", SERVICES, "log", log));
        return line;
    }

    private static Map<String, Object> done(String step, int costMinor) {
        return Map.of("step", step, "progress", "DONE", "costMinor", costMinor);
    }

    private static Map<String, Object> begun(String step, int costMinor) {
        return Map.of("step", step, "progress", "BEGUN", "costMinor", costMinor);
    }

    private static Map<String, Object> planned(String step) {
        return Map.of("step", step, "progress", "PLANNED");
    }

    private UUID giveUp(ShopId shop, String order) {
        var id = UUID.randomUUID();
        var asked =
                stage.submit(
                        stage.linXiao(shop), id, order, "NO_REASON", Map.of("type", "REFUND_ONLY"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        return id;
    }

    private List<JsonNode> steps(ShopId shop) {
        return List.copyOf(
                stage.look(maker(shop), "making-steps?shop=" + shop).body().path("items").values());
    }

    private Stage.Answer making(ShopId shop, UUID id) {
        return stage.look(stage.agent("L2", shop), "cases/" + id + "/making");
    }

    private Stage.Answer answer(ShopId shop, JsonNode step, Map<String, Object> body) {
        return outcome(maker(shop), step, body);
    }

    private Stage.Answer outcome(
            RequestPostProcessor who, JsonNode step, Map<String, Object> body) {
        return stage.act(
                who, "making-steps/" + step.path("id").asString() + "/outcome", null, body);
    }

    private Stage.Answer ship(ShopId shop, UUID id, Object version) {
        return stage.act(
                people.asStaff(Permission.WAREHOUSE_WORK, shop),
                "cases/" + id + "/replacement-shipment",
                version,
                Map.of("carrier", "SF", "trackingNo", "SF4000000000"));
    }

    private static Object version(Stage.Answer mine) {
        return mine.number("version");
    }

    private RequestPostProcessor maker(ShopId shop) {
        return people.asStaff(Permission.PRODUCT_WORK, shop);
    }

    private RequestPostProcessor logistics(ShopId shop) {
        return people.asStaff(Permission.LOGISTICS_WORK, shop);
    }
}
