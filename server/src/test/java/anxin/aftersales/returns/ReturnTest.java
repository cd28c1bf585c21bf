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
import java.util.stream.StreamSupport;
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
        var inspector = warehouse(shop);
        var unproven =
                stage.act(
                        inspector,
                        "cases/" + id + "/inspection-mismatch",
                        3,
                        Map.of(
                                "finding",
                                "wrong goods in the box",
                                "proposalPct",
                                60,
                                "photos",
                                List.of(stage.photo(inspector, id))));
        assertThat(unproven.status()).isEqualTo(422);
        assertThat(unproven.text("type")).endsWith("evidence-required");
        var disputed =
                stage.act(
                        inspector,
                        "cases/" + id + "/inspection-mismatch",
                        3,
                        Map.of(
                                "finding",
                                "wrong goods in the box",
                                "proposalPct",
                                60,
                                "photos",
                                List.of(stage.photo(inspector, id), stage.photo(inspector, id))));
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
    void one_of_two_pieces_is_paid_at_once_and_the_other_when_it_is_there() {
        var shop = stage.shop();
        var id = approved(shop, line("L1", 2, 99_99));
        send(shop, id, 1, "SF1234567800");
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        var one = Map.of("lineId", "L1", "qty", 1, "disposition", "SECOND_HAND");
        var partly =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/inspection-pass",
                        3,
                        Map.of("units", List.of(one)));
        assertThat(partly.text("state"))
                .as(partly.body().toString())
                .isEqualTo("RETURN_IN_TRANSIT");
        stage.settle();
        assertThat(refunded(shop)).isEqualTo(49_99);
        var mine = stage.look(stage.agent("L1", shop), "cases/" + id);
        assertThat(mine.number("lines.0.qtyAccepted")).isEqualTo(1);
        assertThat(mine.text("lines.0.disposition")).isEqualTo("Second hand");

        stage.act(warehouse(shop), "cases/" + id + "/receipt", 4, null);
        var tooMany =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/inspection-pass",
                        5,
                        Map.of("units", List.of(one, one)));
        assertThat(tooMany.text("fields.0.pointer")).isEqualTo("/units/1/qty");
        assertThat(
                        stage.act(warehouse(shop), "cases/" + id + "/inspection-pass", 5, Map.of())
                                .text("state"))
                .isEqualTo("REFUNDING");
        stage.settle();
        assertThat(refunded(shop)).isEqualTo(99_99);
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
    }

    @Test
    void the_warehouse_finds_what_it_has_to_inspect_by_the_number_on_the_parcel() {
        var shop = stage.shop();
        var id = approved(shop, 129_00);
        send(shop, id, 1, "SF1234567801");
        assertThat(tasks(shop, "EXPECT", "SF1234567801")).containsExactly(id.toString());
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        assertThat(tasks(shop, "INSPECT", "SF1234567801")).containsExactly(id.toString());
        assertThat(tasks(shop, "EXPECT", "SF1234567801")).isEmpty();
        var counts = stage.look(warehouse(shop), "warehouse-tasks/counts");
        assertThat(counts.number("inspect")).isEqualTo(1);
        assertThat(counts.number("overdue")).isZero();
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

    private List<String> tasks(ShopId shop, String work, String scanned) {
        var page = stage.look(warehouse(shop), "warehouse-tasks?work=" + work + "&q=" + scanned);
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .map(item -> item.get("caseId").asString())
                .toList();
    }

    private UUID approved(ShopId shop, long paidMinor) {
        return approved(shop, line("L1", 1, paidMinor));
    }

    private UUID approved(ShopId shop, Map<String, Object> line) {
        var id = UUID.randomUUID();
        var order = stage.order(shop, Map.of("lines", List.of(line)));
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
