package anxin.aftersales.choice;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ChoiceTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;

    @Test
    void an_exchange_out_of_stock_lists_what_can_be_had_with_its_amount() {
        var shop = stage.shop();
        var awaiting = exchange(shop, 0, Map.of("SKU-RED", 3, "SKU-BLUE", 0));
        assertThat(awaiting.text("state")).isEqualTo("AWAITING_CHOICE");
        assertThat(codes(awaiting))
                .containsExactly("RETURN_REFUND", "OTHER_SKU:SKU-RED", "WAIT_RESTOCK");
        assertThat(awaiting.number("options.0.amountMinor")).isEqualTo(129_00);
        assertThat(awaiting.body().at("/options/1/amountMinor").isNull()).isTrue();
        assertThat(awaiting.body().get("allowed").toString()).contains("\"choose\"");
    }

    @Test
    void the_return_that_is_chosen_is_decided_and_can_be_sent() {
        var shop = stage.shop();
        var id = idOf(exchange(shop, 0, Map.of()));
        var chosen = choose(shop, id, 1, "RETURN_REFUND");
        assertThat(chosen.text("state"))
                .as(chosen.body().toString())
                .isEqualTo("WAIT_BUYER_RETURN");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("type")).isEqualTo("RETURN_REFUND");
        assertThat(mine.number("refundMinor")).isEqualTo(129_00);
        assertThat(mine.number("lines.0.refundMinor")).isEqualTo(129_00);
        assertThat(mine.body().get("timeline").toString()).contains("Return and refund");
        assertThat(mine.body().get("options")).isEmpty();
    }

    @Test
    void another_variant_is_exchanged_for_nothing() {
        var shop = stage.shop();
        var id = idOf(exchange(shop, 0, Map.of("SKU-RED", 3)));
        choose(shop, id, 1, "OTHER_SKU:SKU-RED");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(mine.text("type")).isEqualTo("EXCHANGE");
        assertThat(mine.number("refundMinor")).isZero();
    }

    @Test
    void who_waits_for_stock_is_looked_after_by_an_agent() {
        var shop = stage.shop();
        var id = idOf(exchange(shop, 0, Map.of()));
        assertThat(choose(shop, id, 1, "WAIT_RESTOCK").text("state")).isEqualTo("IN_REVIEW");
        assertThat(stage.mine(stage.linXiao(shop), id).body().at("/decision/ruleId").asString())
                .isEqualTo("CUSTOMER_CHOICE");
    }

    @Test
    void an_option_whose_stock_has_gone_is_refused_with_what_is_left() {
        var shop = stage.shop();
        var order = order(shop, 0, Map.of("SKU-RED", 1));
        var id = idOf(asksExchange(shop, order));
        stocked(shop, order, 0, Map.of("SKU-RED", 0));
        var gone = choose(shop, id, 1, "OTHER_SKU:SKU-RED");
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.text("type")).endsWith("option-gone");
        assertThat(codes(gone)).containsExactly("RETURN_REFUND", "WAIT_RESTOCK");
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("AWAITING_CHOICE");
    }

    @Test
    void what_is_in_stock_again_can_be_had_as_it_was_asked_for() {
        var shop = stage.shop();
        var order = order(shop, 0, Map.of());
        var id = idOf(asksExchange(shop, order));
        stocked(shop, order, 5, Map.of());
        assertThat(codes(stage.mine(stage.linXiao(shop), id)).getFirst()).isEqualTo("AS_ASKED");
        assertThat(choose(shop, id, 1, "AS_ASKED").text("state")).isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void who_asked_on_the_last_day_may_still_choose_two_days_later() {
        var shop = stage.shop();
        var order =
                stage.order(
                        shop,
                        Map.of(
                                "signedAt",
                                Stage.TODAY.minus(Duration.ofDays(7)).toString(),
                                "lines",
                                List.of(stock(0, Map.of()))));
        var id = idOf(asksExchange(shop, order));
        stage.after(Duration.ofHours(60));
        assertThat(choose(shop, id, 1, "RETURN_REFUND").text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void goods_that_came_back_for_an_exchange_that_cannot_be_sent_are_refunded_at_once() {
        var shop = stage.shop();
        var id = idOf(exchange(shop, 4, Map.of()));
        var customer = stage.linXiao(shop);
        stage.act(
                customer,
                "portal/cases/" + id + "/shipment",
                1,
                Map.of("carrier", "SF", "trackingNo", "SF2234567890"));
        stage.act(warehouse(shop), "cases/" + id + "/receipt", 2, null);
        stage.act(warehouse(shop), "cases/" + id + "/inspection-pass", 3, Map.of());
        stage.after(Duration.ofHours(49));
        assertThat(codes(stage.mine(customer, id)))
                .containsExactly("RETURN_REFUND", "WAIT_RESTOCK");
        assertThat(choose(shop, id, 5, "RETURN_REFUND").text("state")).isEqualTo("REFUNDING");
        stage.settle();
        var mine = stage.mine(customer, id);
        assertThat(mine.text("state")).isEqualTo("COMPLETED");
        assertThat(mine.number("refunds.0.amountMinor")).isEqualTo(129_00);
    }

    @Test
    void an_agent_offers_a_part_of_the_money_and_the_customer_keeps_the_goods() {
        var shop = stage.shop();
        var id = inReview(shop);
        var offered =
                stage.act(
                        stage.agent("L3", shop),
                        "cases/" + id + "/offer",
                        1,
                        Map.of("options", List.of("PARTIAL_REFUND"), "partMinor", 900_00));
        assertThat(offered.text("state"))
                .as(offered.body().toString())
                .isEqualTo("AWAITING_CHOICE");
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(codes(mine)).containsExactly("PARTIAL_REFUND");
        assertThat(mine.number("options.0.amountMinor")).isEqualTo(900_00);
        assertThat(choose(shop, id, 2, "PARTIAL_REFUND").text("state")).isEqualTo("REFUNDING");
        assertThat(
                        stage.mine(stage.linXiao(shop), id)
                                .body()
                                .get("lines")
                                .valueStream()
                                .mapToLong(line -> line.get("refundMinor").asLong())
                                .sum())
                .as("what was agreed on, not what was first asked for")
                .isEqualTo(900_00);
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result"))
                .isEqualTo("PARTIALLY_REFUNDED");
    }

    @Test
    void an_agent_offers_no_more_than_they_may_decide_about() {
        var shop = stage.shop();
        var id = inReview(shop);
        var above =
                stage.act(
                        stage.agent("L1", shop),
                        "cases/" + id + "/offer",
                        1,
                        Map.of("options", List.of("RETURN_REFUND")));
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.text("type")).endsWith("above-authority");
        var missing =
                stage.act(
                        stage.agent("L3", shop),
                        "cases/" + id + "/offer",
                        1,
                        Map.of("options", List.of("PARTIAL_REFUND")));
        assertThat(missing.text("fields.0.pointer")).isEqualTo("/partMinor");
    }

    @Test
    void nobody_chooses_for_somebody_else_or_on_an_old_version() {
        var shop = stage.shop();
        var id = idOf(exchange(shop, 0, Map.of()));
        var stranger =
                stage.act(
                        stage.customer(shop, "zhao-min"),
                        "portal/cases/" + id + "/choice",
                        1,
                        Map.of("option", "RETURN_REFUND"));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(choose(shop, id, 7, "RETURN_REFUND").status()).isEqualTo(409);
    }

    private Stage.Answer exchange(ShopId shop, int stock, Map<String, Integer> others) {
        return asksExchange(shop, order(shop, stock, others));
    }

    private Stage.Answer asksExchange(ShopId shop, String order) {
        return stage.submit(
                stage.linXiao(shop),
                UUID.randomUUID(),
                order,
                "NO_REASON",
                Map.of("type", "EXCHANGE"));
    }

    private String order(ShopId shop, int stock, Map<String, Integer> others) {
        return stage.order(shop, Map.of("lines", List.of(stock(stock, others))));
    }

    private static Map<String, Object> stock(int stock, Map<String, Integer> others) {
        var line = line("L1", 1, 129_00);
        line.put("stock", stock);
        if (!others.isEmpty()) {
            line.put("exchangeStock", others);
        }
        return line;
    }

    /** The shop tells the order again, with what it has now. */
    private void stocked(ShopId shop, String order, int stock, Map<String, Integer> others) {
        var body =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "no",
                                order,
                                "channel",
                                "APP",
                                "payStatus",
                                "PAID",
                                "paidAt",
                                Stage.TODAY.minus(Duration.ofDays(5)).toString(),
                                "fulfil",
                                "SIGNED",
                                "signedAt",
                                Stage.TODAY.minus(Duration.ofDays(3)).toString(),
                                "currency",
                                "CNY",
                                "freightMinor",
                                0,
                                "customer",
                                Map.of("id", "lin-xiao")));
        body.put("lines", List.of(stock(stock, others)));
        var answer =
                stage.send(
                        put("/api/v1/shops/" + shop + "/orders/" + order),
                        stage.everything(),
                        body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private UUID inReview(ShopId shop) {
        var order = stage.order(shop, Map.of("lines", List.of(line("L1", 1, 6_800_00))));
        var id = UUID.randomUUID();
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("IN_REVIEW");
        return id;
    }

    private Stage.Answer choose(ShopId shop, UUID id, int version, String option) {
        return stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/choice",
                version,
                Map.of("option", option));
    }

    private RequestPostProcessor warehouse(ShopId shop) {
        return people.asStaff(List.of(Permission.CASE_READ, Permission.WAREHOUSE_WORK), shop);
    }

    private static UUID idOf(Stage.Answer answer) {
        return UUID.fromString(answer.text("id"));
    }

    private static List<String> codes(Stage.Answer answer) {
        return StreamSupport.stream(answer.body().get("options").spliterator(), false)
                .map(option -> option.get("code").asString())
                .toList();
    }
}
