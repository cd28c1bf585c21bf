package anxin.aftersales.replacement;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.commerce.Stock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ReplacementTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired Stock stock;

    @Test
    void an_exchange_is_held_sent_and_received_and_its_warranty_begins_anew() {
        var shop = stage.shop();
        var id = exchange(shop, 4);
        assertThat(reserved(shop)).isEqualTo(1);
        comesBack(shop, id, "SF3000000001");
        var preparing = stage.mine(stage.linXiao(shop), id);
        assertThat(preparing.text("state")).isEqualTo("REPLACEMENT_PREPARING");
        assertThat(preparing.text("replacement.items.0.sku")).isEqualTo("SKU-L1");

        var wrong = ship(shop, id, 4, "YT3000000001", List.of("SKU-RED"));
        assertThat(wrong.text("fields.0.pointer")).isEqualTo("/scanned/0");
        var shipped = ship(shop, id, 4, "YT3000000001", List.of("SKU-L1"));
        assertThat(shipped.text("state"))
                .as(shipped.body().toString())
                .isEqualTo("REPLACEMENT_SHIPPED");
        assertThat(reserved(shop)).isZero();
        assertThat(left(shop)).isEqualTo(4); // Four, one came back, one left.

        assertThat(stage.mine(stage.linXiao(shop), id).body().get("allowed").toString())
                .contains("receive");
        var received =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + id + "/replacement-receipt",
                        5,
                        null);
        assertThat(received.text("state")).isEqualTo("COMPLETED");
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("EXCHANGED");
    }

    @Test
    void what_was_exchanged_may_be_asked_about_again() {
        var shop = stage.shop();
        var order = order(shop, 4);
        var first = exchange(shop, order);
        comesBack(shop, first, "SF3000000011");
        ship(shop, first, 4, "YT3000000011", List.of());
        stage.act(stage.linXiao(shop), "portal/cases/" + first + "/replacement-receipt", 5, null);
        stage.after(Duration.ofDays(6)); // Nine days after the first parcel, six after the second.
        var again =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        order,
                        "QUALITY",
                        Map.of("type", "EXCHANGE"));
        assertThat(again.text("state")).as(again.body().toString()).isEqualTo("NEED_EVIDENCE");
    }

    @Test
    void ten_days_after_the_carrier_said_it_would_be_there_it_counts_as_received() {
        var shop = stage.shop();
        var id = exchange(shop, 4);
        comesBack(shop, id, "SF3000000002");
        var eta = Stage.TODAY.plus(Duration.ofDays(2));
        var shipped =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/replacement-shipment",
                        4,
                        Map.of("carrier", "YTO", "trackingNo", "YT3000000002", "etaAt", eta));
        assertThat(shipped.text("deadlineAt")).isEqualTo(eta.plus(Duration.ofDays(10)).toString());
        stage.after(Duration.ofDays(12));
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("EXCHANGED");
    }

    @Test
    void a_warehouse_that_finds_none_says_so_and_the_customer_chooses() {
        var shop = stage.shop();
        var id = exchange(shop, 1);
        comesBack(shop, id, "SF3000000003");
        var gone =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/replacement-unavailable",
                        4,
                        Map.of("note", "the shelf is empty"));
        assertThat(gone.text("state")).isEqualTo("AWAITING_CHOICE");
        assertThat(reserved(shop)).isZero();
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.body().get("options").toString())
                .contains("RETURN_REFUND")
                .doesNotContain("AS_ASKED");
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/choice",
                5,
                Map.of("option", "RETURN_REFUND"));
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
    }

    @Test
    void nobody_chose_in_three_days_so_the_goods_that_are_here_are_refunded() {
        var shop = stage.shop();
        var id = exchange(shop, 1);
        comesBack(shop, id, "SF3000000013");
        stage.act(warehouse(shop), "cases/" + id + "/replacement-unavailable", 4, Map.of());
        stage.after(Duration.ofHours(72));
        assertThat(stage.mine(stage.linXiao(shop), id).body().get("timeline").toString())
                .contains("safest way");
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
    }

    @Test
    void giving_up_an_exchange_gives_its_goods_to_everybody_again() {
        var shop = stage.shop();
        var cancelled = exchange(shop, 1);
        stage.act(stage.linXiao(shop), "portal/cases/" + cancelled + "/cancellation", 1, null);
        assertThat(reserved(shop)).isZero();
        exchange(shop, 1);
        assertThat(reserved(shop)).isEqualTo(1);
        stage.after(Duration.ofHours(168));
        assertThat(reserved(shop)).isZero();
    }

    @Test
    void the_last_one_is_promised_to_one_of_eight_who_ask_in_the_same_moment() {
        var shop = stage.shop();
        var orders = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            orders.add(order(shop, 1));
        }
        var states =
                Stage.together(
                        orders.stream()
                                .map(
                                        order ->
                                                (Callable<String>)
                                                        () -> ask(shop, order).text("state"))
                                .toList());
        assertThat(states).filteredOn("WAIT_BUYER_RETURN"::equals).hasSize(1);
        assertThat(states).filteredOn("AWAITING_CHOICE"::equals).hasSize(7);
        assertThat(reserved(shop)).isEqualTo(1);
    }

    @Test
    void sending_and_saying_there_is_none_in_the_same_moment_are_one_of_the_two() {
        var shop = stage.shop();
        var id = exchange(shop, 2);
        comesBack(shop, id, "SF3000000004");
        var answers =
                Stage.together(
                        List.<Callable<Integer>>of(
                                () -> ship(shop, id, 4, "YT3000000004", List.of()).status(),
                                () ->
                                        stage.act(
                                                        warehouse(shop),
                                                        "cases/" + id + "/replacement-unavailable",
                                                        4,
                                                        Map.of())
                                                .status()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(reserved(shop)).isZero();
    }

    @Test
    void the_second_repair_in_vain_is_an_exchange_at_the_sellers_cost() {
        var shop = stage.shop();
        var id = repair(shop);
        var again = fails(shop, id, 4);
        assertThat(again.text("state")).as(again.body().toString()).isEqualTo("REPAIRING");
        var due = again.text("deadlineAt");
        assertThat(due).isEqualTo(Stage.TODAY.plus(Duration.ofDays(30)).toString());
        assertThat(fails(shop, id, 5).text("state")).isEqualTo("REPLACEMENT_PREPARING");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("freightPayer")).isEqualTo("SELLER");
        assertThat(mine.text("replacement.kind")).isEqualTo("EXCHANGE");
    }

    @Test
    void a_repair_that_takes_thirty_days_is_an_exchange() {
        var shop = stage.shop();
        var id = repair(shop);
        stage.after(Duration.ofDays(30));
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("REPLACEMENT_PREPARING");
        assertThat(mine.body().at("/replacement/reserved").asBoolean()).isTrue();
    }

    @Test
    void what_is_repaired_is_sent_back() {
        var shop = stage.shop();
        var id = repair(shop);
        var done =
                stage.act(
                        warehouse(shop),
                        "cases/" + id + "/repair",
                        4,
                        Map.of("carrier", "SF", "trackingNo", "SF3000000099"));
        assertThat(done.text("state")).isEqualTo("REPLACEMENT_SHIPPED");
        stage.act(stage.linXiao(shop), "portal/cases/" + id + "/replacement-receipt", 5, null);
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REPAIRED");
    }

    private UUID exchange(ShopId shop, int inStock) {
        return exchange(shop, order(shop, inStock));
    }

    private UUID exchange(ShopId shop, String order) {
        var asked = ask(shop, order);
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("WAIT_BUYER_RETURN");
        return UUID.fromString(asked.text("id"));
    }

    private Stage.Answer ask(ShopId shop, String order) {
        return stage.submit(
                stage.linXiao(shop),
                UUID.randomUUID(),
                order,
                "NO_REASON",
                Map.of("type", "EXCHANGE"));
    }

    private String order(ShopId shop, int inStock) {
        var line = line("L1", 1, 129_00);
        line.put("stock", inStock);
        return stage.order(shop, Map.of("lines", List.of(line)));
    }

    /** Sent in, received and passed: the case is in repair at version 4 then. */
    private UUID repair(ShopId shop) {
        var line = line("L1", 1, 129_00);
        line.put("stock", 3);
        line.put("failedRepairs", 0);
        var order = stage.order(shop, Map.of("lines", List.of(line)));
        var id = UUID.randomUUID();
        var customer = stage.linXiao(shop);
        var asked =
                stage.submit(
                        customer,
                        id,
                        order,
                        "QUALITY",
                        Map.of("type", "REPAIR", "evidence", List.of(stage.proof(customer))));
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("WAIT_BUYER_RETURN");
        comesBack(shop, id, "SF" + Math.abs(id.getLeastSignificantBits()));
        assertThat(stage.mine(customer, id).text("state")).isEqualTo("REPAIRING");
        return id;
    }

    private Stage.Answer fails(ShopId shop, UUID id, int version) {
        return stage.act(
                warehouse(shop),
                "cases/" + id + "/repair-failure",
                version,
                Map.of("note", "the board is broken"));
    }

    /** Sent, received and passed: the case is at version 4 then. */
    private void comesBack(ShopId shop, UUID id, String trackingNo) {
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/shipment",
                1,
                Map.of("carrier", "SF", "trackingNo", trackingNo));
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        stage.act(warehouse(shop), "cases/" + id + "/inspection-pass", 3, Map.of());
    }

    private Stage.Answer ship(
            ShopId shop, UUID id, int version, String trackingNo, List<String> scanned) {
        return stage.act(
                warehouse(shop),
                "cases/" + id + "/replacement-shipment",
                version,
                Map.of("carrier", "YTO", "trackingNo", trackingNo, "scanned", scanned));
    }

    private RequestPostProcessor warehouse(ShopId shop) {
        return people.asStaff(List.of(Permission.CASE_READ, Permission.WAREHOUSE_WORK), shop);
    }

    private int reserved(ShopId shop) {
        return known(shop).stream().mapToInt(Stock.Known::reserved).sum();
    }

    private int left(ShopId shop) {
        return known(shop).stream().mapToInt(Stock.Known::qty).sum();
    }

    private List<Stock.Known> known(ShopId shop) {
        return stock.known(shop, List.of("SKU-L1"));
    }
}
