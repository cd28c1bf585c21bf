package anxin.aftersales.approval;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class ApprovalTest {

    /** Signed so long ago that a gold customer's wish is for a person to decide. */
    private static final Map<String, Object> LATE =
            Map.of(
                    "signedAt",
                    "2026-11-05T04:00:00Z",
                    "customer",
                    Map.of("id", "lin-xiao", "tier", "GOLD", "riskScore", 10));

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired JdbcClient db;

    @Test
    void what_an_agent_may_not_sign_is_asked_for_declined_asked_for_again_and_signed() {
        var shop = stage.shop();
        var id = reviewed(shop, 680_000);
        var maker = staff("Zhou Ning", "L1", shop);
        var leader = staff("He Wei", "L3", shop);
        var asked = ask(maker, id, UUID.randomUUID(), 1);
        assertThat(asked.number("version")).isEqualTo(2);
        var waiting = stage.look(people.as(leader), "approvals");
        assertThat(waiting.number("items.0.amountMinor")).isEqualTo(680_000);
        assertThat(waiting.text("items.0.requestedBy")).isEqualTo("Zhou Ning");
        assertThat(waiting.text("items.0.tierRequired")).isEqualTo("L3");
        assertThat(count(leader)).isEqualTo(1);
        var request = waiting.text("items.0.id");
        assertThat(stage.look(people.as(maker), "cases/" + id).text("approval.tierRequired"))
                .isEqualTo("L3");
        var silent =
                stage.act(
                        people.as(leader),
                        "cases/" + id + "/approval-requests/" + request + "/refusal",
                        2,
                        Map.of("note", " "));
        assertThat(silent.status()).isEqualTo(400);
        var declined =
                stage.act(
                        people.as(leader),
                        "cases/" + id + "/approval-requests/" + request + "/refusal",
                        2,
                        Map.of("note", "ask for the invoice first"));
        assertThat(declined.text("state")).isEqualTo("IN_REVIEW");
        assertThat(count(leader)).isZero();
        assertThat(stage.look(people.as(maker), "cases/" + id).body().get("timeline"))
                .last()
                .satisfies(
                        entry ->
                                assertThat(entry.get("note").asString())
                                        .isEqualTo("ask for the invoice first"));
        var second = UUID.randomUUID();
        assertThat(ask(maker, id, second, 3).number("version")).isEqualTo(4);
        assertThat(ask(maker, id, second, 3).number("version")).isEqualTo(4);
        assertThat(ask(maker, id, UUID.randomUUID(), 4).status()).isEqualTo(409);
        assertThat(
                        stage.act(people.as(leader), "cases/" + id + "/approval", 4, Map.of())
                                .text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
        assertThat(count(leader)).isZero();
        assertThat(outcomes(shop)).containsExactlyInAnyOrder("DECLINED", "APPROVED");
    }

    @Test
    void who_may_decide_need_not_ask_and_who_is_below_does_not_see_what_waits() {
        var shop = stage.shop();
        var id = reviewed(shop, 680_000);
        var leader = staff("He Wei", "L3", shop);
        assertThat(ask(leader, id, UUID.randomUUID(), 1).text("type")).endsWith("within-authority");
        ask(staff("Zhou Ning", "L1", shop), id, UUID.randomUUID(), 1);
        assertThat(count(staff("Wu Fan", "L2", shop))).isZero();
        assertThat(count(staff("Gu Lan", "L5", stage.shop()))).isZero();
        var elsewhere = staff("Gu Lan", "L5", stage.shop());
        assertThat(ask(elsewhere, id, UUID.randomUUID(), 2).status()).isEqualTo(404);
    }

    @Test
    void an_exchange_of_something_dear_needs_the_tier_of_its_worth_although_it_pays_nothing() {
        var shop = stage.shop();
        var ring = line("L1", 1, 680_000);
        ring.put("stock", 3);
        var order = stage.order(shop, Map.of("lines", List.of(ring)));
        var id = UUID.randomUUID();
        var opened =
                stage.submit(
                        stage.linXiao(shop),
                        id,
                        order,
                        "NO_REASON",
                        Map.of("type", "EXCHANGE", "exchangeSku", "SKU-L1"));
        assertThat(opened.text("state")).as(opened.body().toString()).isEqualTo("IN_REVIEW");
        var agent = staff("Zhou Ning", "L1", shop);
        assertThat(approve(agent, id).text("tierRequired")).isEqualTo("L3");
        assertThat(ask(agent, id, UUID.randomUUID(), 1).number("version")).isEqualTo(2);
        var leader = staff("He Wei", "L3", shop);
        var request = stage.look(people.as(leader), "approvals").text("items.0.id");
        stage.act(
                people.as(leader),
                "cases/" + id + "/approval-requests/" + request + "/refusal",
                2,
                Map.of("note", "which size?"));
        assertThat(
                        stage.act(people.as(agent), "cases/" + id + "/approval", 3, Map.of())
                                .text("tierRequired"))
                .isEqualTo("L3");
    }

    @Test
    void one_order_is_not_split_to_stay_below_a_limit() {
        var shop = stage.shop();
        var order = lateOrder(shop, 400_00, 400_00);
        var first = late(shop, order, "L1");
        var second = late(shop, order, "L2");
        var agent = staff("Zhou Ning", "L1", shop);
        assertThat(approve(agent, first).status()).isEqualTo(200);
        var refused = approve(agent, second);
        assertThat(refused.text("type")).endsWith("cumulative-limit");
        assertThat(refused.text("tierRequired")).isEqualTo("L2");
        var seen = stage.look(people.as(agent), "cases/" + second);
        assertThat(seen.number("allowed.0.limitMinor")).isEqualTo(100_00);
        assertThat(approve(staff("Wu Fan", "L2", shop), second).status()).isEqualTo(200);
    }

    @Test
    void two_signatures_at_the_same_moment_count_together() throws Exception {
        var shop = stage.shop();
        var order = lateOrder(shop, 300_00, 300_00);
        var cases = List.of(late(shop, order, "L1"), late(shop, order, "L2"));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = new ArrayList<Callable<Integer>>();
            for (var id : cases) {
                var agent = staff("Zhou Ning", "L1", shop);
                acts.add(
                        () -> {
                            start.await();
                            return approve(agent, id).status();
                        });
            }
            var answers = new ArrayList<Integer>();
            for (var each : threads.invokeAll(acts)) {
                answers.add(each.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void a_day_has_a_limit_and_the_next_day_another() {
        var shop = stage.shop();
        var agent = staff("Zhou Ning", "L1", shop);
        for (int n = 0; n < 10; n++) {
            assertThat(approve(agent, late(shop, lateOrder(shop, 480_00), "L1")).status())
                    .isEqualTo(200);
        }
        var eleventh = late(shop, lateOrder(shop, 480_00), "L1");
        var refused = approve(agent, eleventh);
        assertThat(refused.text("type")).endsWith("cumulative-limit");
        assertThat(refused.text("tierRequired")).isEqualTo("L2");
        stage.after(Duration.ofHours(15));
        var version = stage.look(people.as(agent), "cases/" + eleventh).number("version");
        assertThat(
                        stage.act(
                                        people.as(agent),
                                        "cases/" + eleventh + "/approval",
                                        version,
                                        Map.of())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void nothing_is_signed_while_the_bank_takes_the_payment_back() {
        var shop = stage.shop();
        var order = lateOrder(shop, 400_00);
        var id = late(shop, order, "L1");
        var finance = people.asStaff(Permission.FINANCE_WORK, shop);
        var path = "shops/" + shop + "/orders/" + order + "/chargebacks/" + UUID.randomUUID();
        var opened = stage.act(finance, path, null, Map.of("reference", "CB-1"));
        assertThat(opened.text("reference")).isEqualTo("CB-1");
        assertThat(stage.act(finance, path, null, Map.of("reference", "CB-1")).status())
                .isEqualTo(200);
        assertThat(stage.act(finance, path, null, Map.of("reference", "CB-2")).status())
                .isEqualTo(409);
        var agent = staff("Zhou Ning", "L1", shop);
        assertThat(approve(agent, id).text("type")).endsWith("chargeback-open");
        var other = people.asStaff(Permission.FINANCE_WORK, stage.shop());
        assertThat(stage.act(other, path + "/closure", null, null).status()).isEqualTo(404);
        assertThat(
                        stage.act(finance, path + "/closure", null, null)
                                .body()
                                .get("closedAt")
                                .isNull())
                .isFalse();
        assertThat(approve(agent, id).status()).isEqualTo(200);
    }

    @Test
    void a_refund_that_waits_for_a_signature_is_in_the_list_by_itself_and_can_be_sent_back() {
        var shop = stage.shop();
        var id = reviewed(shop, 680_000);
        var boss = staff("Gu Lan", "L4", shop);
        stage.act(people.as(boss), "cases/" + id + "/approval", 1, Map.of());
        var warehouse =
                people.staff("Shen Yu", List.of(Permission.values()), "L3", List.of(), shop);
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/shipment",
                2,
                Map.of("carrier", "SF", "trackingNo", "SF" + System.nanoTime()));
        stage.act(people.as(warehouse), "cases/" + id + "/receipt", 3, null);
        stage.act(people.as(warehouse), "cases/" + id + "/inspection-pass", 4, Map.of());
        assertThat(count(warehouse)).isZero();
        var own = stage.act(people.as(warehouse), "cases/" + id + "/refund-approval", 5, Map.of());
        assertThat(own.text("type")).endsWith("maker-checker");
        var leader = staff("He Wei", "L3", shop);
        var waiting = stage.look(people.as(leader), "approvals");
        assertThat(waiting.text("items.0.state")).isEqualTo("WAIT_APPROVAL");
        assertThat(waiting.text("items.0.requestedBy")).isEqualTo("Shen Yu");
        var back =
                stage.act(
                        people.as(leader),
                        "cases/"
                                + id
                                + "/approval-requests/"
                                + waiting.text("items.0.id")
                                + "/refusal",
                        5,
                        Map.of("note", "the serial number differs"));
        assertThat(back.text("state")).isEqualTo("IN_REVIEW");
        assertThat(outcomes(shop)).containsExactly("DECLINED");
    }

    private UUID reviewed(ShopId shop, long paidMinor) {
        var id = UUID.randomUUID();
        var order = stage.order(shop, Map.of("lines", List.of(line("L1", 1, paidMinor))));
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("IN_REVIEW");
        return id;
    }

    private String lateOrder(ShopId shop, long... paidMinor) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var minor : paidMinor) {
            lines.add(line("L" + (lines.size() + 1), 1, minor));
        }
        var changes = new java.util.HashMap<String, Object>(LATE);
        changes.put("lines", lines);
        return stage.order(shop, changes);
    }

    private UUID late(ShopId shop, String order, String lineId) {
        var id = UUID.randomUUID();
        var opened =
                stage.submit(
                        stage.linXiao(shop),
                        id,
                        order,
                        "NO_REASON",
                        Map.of("lines", List.of(Map.of("lineId", lineId, "qty", 1))));
        assertThat(opened.text("state")).as(opened.body().toString()).isEqualTo("IN_REVIEW");
        return id;
    }

    private Staff staff(String name, String tier, ShopId shop) {
        return people.staff(
                name,
                List.of(
                        Permission.CASE_READ,
                        Permission.CASE_DECIDE,
                        Permission.APPROVE_REFUND,
                        Permission.COMMERCE_READ),
                tier,
                List.of(),
                shop);
    }

    private Stage.Answer ask(Staff who, UUID id, UUID request, int version) {
        return stage.act(
                people.as(who),
                "cases/" + id + "/approval-requests/" + request,
                version,
                Map.of("note", "a good customer"));
    }

    private Stage.Answer approve(Staff who, UUID id) {
        return stage.act(people.as(who), "cases/" + id + "/approval", 1, Map.of());
    }

    private long count(Staff who) {
        return stage.look(people.as(who), "approvals/count").number("waiting");
    }

    private List<@Nullable String> outcomes(ShopId shop) {
        return db.sql("select a.outcome from aftersales.approval a where a.shop_id = :shop")
                .param("shop", shop.value())
                .query(String.class)
                .list();
    }
}
