package anxin.aftersales.returns;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ReturnTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired JdbcClient db;

    @Test
    void a_return_is_sent_received_inspected_and_paid() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        var sent = send(shop, id, 1, "SF1234567890");
        assertThat(sent.text("state")).as(sent.body().toString()).isEqualTo("RETURN_IN_TRANSIT");
        assertThat(stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null).text("state"))
                .isEqualTo("INSPECTING");
        var passed =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/inspection-pass",
                        3,
                        Map.of("note", "as new"));
        assertThat(passed.text("state")).isEqualTo("REFUNDING");
        stage.settle();
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("COMPLETED");
        assertThat(mine.text("result")).isEqualTo("REFUNDED");
    }

    @Test
    void a_mismatch_is_proposed_and_the_customer_takes_the_part() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        send(shop, id, 1, "SF1234567891");
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        var disputed =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/inspection-mismatch",
                        3,
                        Map.of("finding", "wrong goods in the box", "proposalPct", 60));
        assertThat(disputed.text("state")).isEqualTo("INSPECTION_DISPUTE");
        var proposed = stage.mine(stage.linXiao(shop), id);
        assertThat(proposed.number("proposal.pct")).isEqualTo(60);
        assertThat(proposed.number("proposal.refundMinor")).isEqualTo(77_40);
        assertThat(proposed.text("proposal.currency")).isEqualTo("CNY");
        assertThat(
                        stage.look(stage.agent("L1", shop), "cases/" + id)
                                .number("proposal.refundMinor"))
                .isEqualTo(77_40);
        assertThat(
                        stage.act(
                                        stage.linXiao(shop),
                                        "portal/cases/" + id + "/partial-acceptance",
                                        4,
                                        null)
                                .text("state"))
                .isEqualTo("REFUNDING");
        stage.settle();
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("result")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(refunded(shop)).isEqualTo(77_40);
    }

    @Test
    void who_sends_goods_back_reads_where_to_until_they_are_on_their_way() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        assertThat(stage.mine(stage.linXiao(shop), id).body().get("returnTo").isNull()).isTrue();
        var desk = stage.look(stage.agent("L1", shop), "cases/" + id);
        assertThat(desk.body().get("awaitsParcel").asBoolean()).isTrue();
        assertThat(desk.body().get("returnTo").isNull()).isTrue();
        var told =
                stage.act(
                        stage.everything(),
                        "shops/" + shop,
                        null,
                        Map.of(
                                "name",
                                Map.of("zh", "港湾茶集", "en", "Harbour Tea"),
                                "zone",
                                "Asia/Shanghai",
                                "currency",
                                "CNY",
                                "returnAddress",
                                Map.of(
                                        "name",
                                        Map.of("zh", "退货组", "en", "Returns"),
                                        "phone",
                                        "0592-55506630",
                                        "address",
                                        Map.of("zh", "厦门市沧江路18号", "en", "18 Cangjiang Road"))));
        assertThat(told.text("returnAddress.phone")).isEqualTo("0592-55506630");
        assertThat(stage.mine(stage.linXiao(shop), id).text("returnTo.address"))
                .isEqualTo("18 Cangjiang Road");
        send(shop, id, 1, "SF1234567899");
        assertThat(stage.mine(stage.linXiao(shop), id).body().get("returnTo").isNull()).isTrue();
    }

    @Test
    void an_order_names_its_cases_also_those_that_have_ended() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of());
        var id = UUID.randomUUID();
        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of());
        stage.act(stage.linXiao(shop), "portal/cases/" + id + "/cancellation", 1, null);
        var mine = stage.look(stage.linXiao(shop), "portal/orders/" + order);
        assertThat(mine.text("cases.0.id")).isEqualTo(id.toString());
        assertThat(mine.text("cases.0.no")).startsWith("AS");
        assertThat(mine.text("cases.0.state")).isEqualTo("CLOSED");
    }

    @Test
    void an_agent_gives_more_time_to_send_it_back_once() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        var agent = stage.agent("L1", shop);
        var extended = stage.act(agent, "cases/" + id + "/extension", 1, Map.of("hours", 72));
        assertThat(extended.text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(stage.mine(stage.linXiao(shop), id).text("nextStep.etaAt"))
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(168 + 72)).toString());
        assertThat(
                        stage.act(agent, "cases/" + id + "/extension", 2, Map.of("hours", 1))
                                .text("type"))
                .endsWith("extended-already");
        assertThat(stage.act(agent, "cases/" + id + "/extension", 2, Map.of("hours", 169)).status())
                .isEqualTo(400);
    }

    @Test
    void one_parcel_proves_one_return() {
        var shop = stage.shop();
        var first = approved(shop, 129_00);
        var second = approved(shop, 99_00);
        assertThat(send(shop, first, 1, "SF1234567892").status()).isEqualTo(200);
        var again = send(shop, second, 1, "SF1234567892");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("type")).endsWith("tracking-number-used");
        assertThat(stage.mine(stage.linXiao(shop), second).text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void an_inspection_left_for_two_days_counts_as_passed_for_goods_sent_back_without_reason() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        send(shop, id, 1, "SF1234567893");
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        stage.after(Duration.ofHours(48));
        assertThat(stage.mine(stage.linXiao(shop), id).text("state"))
                .isIn("REFUNDING", "COMPLETED");
        stage.settle();
        assertThat(refunded(shop)).isEqualTo(129_00);
    }

    @Test
    void a_refusal_is_appealed_and_the_arbiter_pays_the_customer_once() {
        var shop = stage.shop();
        var order =
                stage.order(
                        shop,
                        Map.of("fulfil", "UNSHIPPED", "lines", List.of(line("L1", 1, 680_000))));
        var id = UUID.randomUUID();
        stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        stage.act(
                stage.agent("L1", shop),
                "cases/" + id + "/refusal",
                1,
                Map.of("reason", "NOT_COVERED"));
        assertThat(
                        stage.act(stage.linXiao(shop), "portal/cases/" + id + "/appeal", 2, null)
                                .text("state"))
                .isEqualTo("PLATFORM_DISPUTE");
        var below =
                stage.act(
                        arbiter(shop, "L2"),
                        "cases/" + id + "/ruling",
                        3,
                        Map.of("forBuyer", true, "reasons", "the law grants it"));
        assertThat(below.text("type")).endsWith("above-authority");
        var ruled =
                stage.act(
                        arbiter(shop, "L4"),
                        "cases/" + id + "/ruling",
                        3,
                        Map.of("forBuyer", true, "reasons", "the law grants it"));
        assertThat(ruled.text("state")).as(ruled.body().toString()).isEqualTo("REFUNDING");
        var twice =
                stage.act(
                        arbiter(shop, "L4"),
                        "cases/" + id + "/ruling",
                        3,
                        Map.of("forBuyer", true, "reasons", "the law grants it"));
        assertThat(twice.status()).isEqualTo(409);
        stage.settle();
        assertThat(refunded(shop)).isEqualTo(680_000);
    }

    @Test
    void the_agent_who_approved_a_large_return_does_not_sign_its_refund() {
        var shop = stage.shop();
        var order = stage.order(shop, Map.of("lines", List.of(line("L1", 1, 680_000))));
        var id = UUID.randomUUID();
        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of());
        var leader =
                people.as(
                        people.staff(
                                "He Wei", List.of(Permission.values()), "L4", List.of(), shop));
        assertThat(stage.act(leader, "cases/" + id + "/approval", 1, Map.of()).text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
        send(shop, id, 2, "SF1234567894");
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 3, null);
        assertThat(
                        stage.act(warehouse(shop), "cases/" + id + "/inspection-pass", 4, Map.of())
                                .text("state"))
                .isEqualTo("WAIT_APPROVAL");
        assertThat(stage.act(leader, "cases/" + id + "/refund-approval", 5, Map.of()).text("type"))
                .endsWith("maker-checker");
        assertThat(
                        stage.act(
                                        arbiter(shop, "L3"),
                                        "cases/" + id + "/refund-approval",
                                        5,
                                        Map.of())
                                .text("state"))
                .isEqualTo("REFUNDING");
    }

    private UUID approved(ShopId shop, long paidMinor) {
        var id = UUID.randomUUID();
        var order = stage.order(shop, Map.of("lines", List.of(line("L1", 1, paidMinor))));
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
        return id;
    }

    private Stage.Answer send(ShopId shop, UUID id, int version, String trackingNo) {
        return stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/shipment",
                version,
                Map.of("carrier", "SF", "trackingNo", trackingNo));
    }

    private RequestPostProcessor warehouse(ShopId shop) {
        return people.asStaff(List.of(Permission.CASE_READ, Permission.WAREHOUSE_WORK), shop);
    }

    private RequestPostProcessor arbiter(ShopId shop, String tier) {
        return people.as(
                people.staff(
                        "Xu Yan",
                        List.of(Permission.CASE_READ, Permission.APPROVE_REFUND),
                        tier,
                        List.of(),
                        shop));
    }

    private long refunded(ShopId shop) {
        return db.sql(
                        "select sum(refunded_minor) from aftersales.payment_account where shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
