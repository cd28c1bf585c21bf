package anxin.aftersales.carrier;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class CarrierTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired FactLog facts;
    @Autowired ParcelNews news;
    @Autowired JdbcClient db;

    @Test
    void the_carriers_signature_starts_the_two_days_of_the_warehouse_however_often_it_is_told() {
        var shop = stage.shop();
        var id = sent(shop, "NORMAL", "SF4000000001");
        var signed = Stage.TODAY.plus(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            told(shop, "SF4000000001", scan(Stage.TODAY, "COLLECTED"), scan(signed, "SIGNED"));
        }
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("INSPECTING");
        assertThat(mine.number("version")).isEqualTo(3);
        assertThat(mine.text("nextStep.etaAt"))
                .isEqualTo(signed.plus(Duration.ofHours(48)).toString());
        assertThat(orderOf(shop, id).text("fulfil")).isEqualTo("SIGNED");
    }

    @Test
    void a_trusted_customer_is_refunded_at_the_first_scan_and_never_again() {
        var shop = stage.shop();
        var id = sent(shop, "DIAMOND", "SF4000000002");
        told(shop, "SF4000000002", scan(Stage.TODAY, "COLLECTED"));
        told(shop, "SF4000000002", scan(Stage.TODAY.plusSeconds(60), "IN_TRANSIT"));
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isEqualTo("RETURN_IN_TRANSIT");
        stage.settle();
        assertThat(refunded(shop)).isEqualTo(129_00);
        var cancelled =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + id + "/cancellation",
                        3,
                        Map.of("reship", true));
        assertThat(cancelled.text("type")).endsWith("refund-under-way");
        told(shop, "SF4000000002", scan(Stage.TODAY.plusSeconds(120), "SIGNED"));
        stage.act(warehouse(shop), "cases/" + id + "/inspection-pass", 4, Map.of());
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
        assertThat(refunded(shop)).isEqualTo(129_00);
    }

    @Test
    void
            goods_that_were_paid_for_and_do_not_come_are_asked_for_and_never_taken_from_the_customer() {
        var shop = stage.shop();
        sent(shop, "DIAMOND", "SF4000000003");
        told(shop, "SF4000000003", scan(Stage.TODAY, "COLLECTED"));
        stage.settle();
        stage.after(Duration.ofHours(73));
        assertThat(tasks(shop)).containsExactlyInAnyOrder("CHECK", "RECEIVABLE");
        assertThat(refunded(shop)).isEqualTo(129_00);
    }

    @Test
    void a_parcel_that_is_late_is_asked_about_and_one_that_is_lost_counts_as_returned() {
        var shop = stage.shop();
        var id = sent(shop, "NORMAL", "SF4000000004");
        stage.after(Duration.ofHours(72));
        assertThat(tasks(shop)).containsExactly("CHECK");
        var unproven = stage.act(logistics(shop), "cases/" + id + "/parcel-loss", 3, Map.of());
        assertThat(unproven.text("type")).endsWith("proof-of-posting-missing");
        told(shop, "SF4000000004", scan(Stage.TODAY, "COLLECTED"));
        var lost = answer(shop, "CHECK", Map.of("outcome", "LOST"));
        assertThat(lost.status()).as(lost.body().toString()).isEqualTo(200);
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
        assertThat(tasks(shop)).containsExactly("CLAIM");
        var unsaid = answer(shop, "CLAIM", Map.of("outcome", "PAID"));
        assertThat(unsaid.text("fields.0.pointer")).isEqualTo("/answerMinor");
        var paid = answer(shop, "CLAIM", Map.of("outcome", "PAID", "answerMinor", 100_00));
        assertThat(paid.number("amountMinor")).isEqualTo(129_00);
        assertThat(paid.text("outcome")).isEqualTo("PAID");
        assertThat(tasks(shop)).isEmpty();
    }

    @Test
    void a_carrier_that_does_not_answer_a_claim_in_seven_days_is_told_of_once() {
        var shop = stage.shop();
        sent(shop, "NORMAL", "SF4000000005");
        told(shop, "SF4000000005", scan(Stage.TODAY, "COLLECTED"));
        told(shop, "SF4000000005", scan(Stage.TODAY.plusSeconds(1), "LOST"));
        assertThat(tasks(shop)).containsExactly("CLAIM");
        var start = facts.end();
        stage.after(Duration.ofDays(7));
        stage.after(Duration.ofDays(7));
        assertThat(facts.after(start, 500))
                .filteredOn(fact -> fact.type().equals("aftersales.logistics-late"))
                .filteredOn(fact -> shop.equals(fact.shop()))
                .hasSize(1);
    }

    @Test
    void a_parcel_that_cannot_be_stopped_is_sent_back_by_its_customer() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of("fulfil", "SHIPPED"));
        var id = UUID.randomUUID();
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of())
                                .text("state"))
                .isEqualTo("RETURN_IN_TRANSIT");
        assertThat(tasks(shop)).containsExactly("INTERCEPT");
        answer(shop, "INTERCEPT", Map.of("outcome", "FAILED"));
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
        assertThat(send(shop, id, 2, "SF4000000006").text("state")).isEqualTo("RETURN_IN_TRANSIT");
    }

    @Test
    void a_pick_up_is_booked_and_begins_with_the_first_scan() {
        var shop = stage.shop();
        var id = approved(shop, "NORMAL");
        var ordered =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + id + "/pick-up",
                        1,
                        Map.of(
                                "from",
                                Stage.TODAY.plus(Duration.ofHours(20)),
                                "until",
                                Stage.TODAY.plus(Duration.ofHours(22))));
        assertThat(ordered.text("state"))
                .as(ordered.body().toString())
                .isEqualTo("WAIT_BUYER_RETURN");
        var unnumbered = answer(shop, "PICKUP", Map.of("outcome", "DONE"));
        assertThat(unnumbered.text("fields.0.pointer")).isEqualTo("/trackingNo");
        answer(
                shop,
                "PICKUP",
                Map.of("outcome", "DONE", "carrier", "SF", "trackingNo", "SF4000000007"));
        told(shop, "SF4000000007", scan(Stage.TODAY.plus(Duration.ofHours(21)), "COLLECTED"));
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isEqualTo("RETURN_IN_TRANSIT");
    }

    @Test
    void who_gives_up_while_the_goods_are_on_their_way_gets_them_back() {
        var shop = stage.shop();
        var id = sent(shop, "NORMAL", "SF4000000008");
        var customer = stage.linXiao(shop);
        var plain = stage.act(customer, "portal/cases/" + id + "/cancellation", 2, null);
        assertThat(plain.status()).isEqualTo(422);
        assertThat(plain.text("type")).endsWith("cancel-needs-reship");
        assertThat(plain.text("offer")).isEqualTo("RESHIP_TO_BUYER");
        assertThat(stage.mine(customer, id).text("state")).isEqualTo("RETURN_IN_TRANSIT");
        var accepted =
                stage.act(
                        customer,
                        "portal/cases/" + id + "/cancellation",
                        2,
                        Map.of("reship", true));
        assertThat(accepted.text("result")).isEqualTo("BUYER_CANCEL");
        assertThat(tasks(shop)).containsExactly("RESHIP");
        answer(
                shop,
                "RESHIP",
                Map.of("outcome", "DONE", "carrier", "SF", "trackingNo", "SF4000000018"));
        assertThat(tasks(shop)).isEmpty();
    }

    @Test
    void cancelling_and_passing_the_inspection_in_the_same_moment_are_one_of_the_two() {
        var shop = stage.shop();
        var id = sent(shop, "NORMAL", "SF4000000009");
        told(shop, "SF4000000009", scan(Stage.TODAY, "SIGNED"));
        var answers =
                Stage.together(
                        List.<Callable<Integer>>of(
                                () ->
                                        stage.act(
                                                        warehouse(shop),
                                                        "cases/" + id + "/inspection-pass",
                                                        3,
                                                        Map.of())
                                                .status(),
                                () ->
                                        stage.act(
                                                        stage.linXiao(shop),
                                                        "portal/cases/" + id + "/cancellation",
                                                        3,
                                                        Map.of("reship", true))
                                                .status()));
        assertThat(answers).containsOnlyOnce(200);
        stage.settle();
        var closed = stage.mine(stage.linXiao(shop), id).text("result").equals("BUYER_CANCEL");
        assertThat(refunded(shop)).isEqualTo(closed ? 0 : 129_00);
    }

    private UUID approved(ShopId shop, String tier) {
        var id = UUID.randomUUID();
        var order =
                stage.order(
                        shop,
                        Map.of(
                                "customer",
                                Map.of("id", "lin-xiao", "tier", tier, "riskScore", 5),
                                "lines",
                                List.of(line("L1", 1, 129_00))));
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
        return id;
    }

    private UUID sent(ShopId shop, String tier, String trackingNo) {
        var id = approved(shop, tier);
        assertThat(send(shop, id, 1, trackingNo).text("state")).isEqualTo("RETURN_IN_TRANSIT");
        return id;
    }

    private Stage.Answer send(ShopId shop, UUID id, int version, String trackingNo) {
        return stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/shipment",
                version,
                Map.of("carrier", "SF", "trackingNo", trackingNo));
    }

    /** The carrier tells, and the house hears it. */
    @SafeVarargs
    private void told(ShopId shop, String trackingNo, Map<String, String>... scans) {
        var start = facts.end();
        var answer =
                stage.send(
                        put("/api/v1/shops/" + shop + "/parcels/" + trackingNo),
                        stage.everything(),
                        Map.of(
                                "trackingNo",
                                trackingNo,
                                "orderNumber",
                                order(shop),
                                "traces",
                                List.of(scans)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        facts.after(start, 500).forEach(news::on);
    }

    private static Map<String, String> scan(Instant at, String status) {
        return Map.of("at", at.toString(), "status", status);
    }

    private String order(ShopId shop) {
        return db.sql("select o.number from commerce.shop_order o where o.shop_id = :shop")
                .param("shop", shop.value())
                .query(String.class)
                .single();
    }

    private Stage.Answer orderOf(ShopId shop, UUID id) {
        return stage.look(
                stage.linXiao(shop),
                "portal/orders/" + stage.mine(stage.linXiao(shop), id).text("orderNo"));
    }

    private List<String> tasks(ShopId shop) {
        var page = stage.look(logistics(shop), "logistics-tasks");
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .map(item -> item.get("kind").asString())
                .toList();
    }

    private Stage.Answer answer(ShopId shop, String kind, Map<String, Object> body) {
        var page = stage.look(logistics(shop), "logistics-tasks?kind=" + kind);
        return stage.act(
                logistics(shop),
                "logistics-tasks/" + page.text("items.0.id") + "/outcome",
                null,
                body);
    }

    private RequestPostProcessor logistics(ShopId shop) {
        return people.asStaff(List.of(Permission.CASE_READ, Permission.LOGISTICS_WORK), shop);
    }

    private RequestPostProcessor warehouse(ShopId shop) {
        return people.asStaff(List.of(Permission.CASE_READ, Permission.WAREHOUSE_WORK), shop);
    }

    private long refunded(ShopId shop) {
        return db.sql(
                        "select coalesce(sum(refunded_minor), 0) from aftersales.payment_account where shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
