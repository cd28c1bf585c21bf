package anxin.aftersales.store;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.commerce.Stock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class StoreTest {

    private static final List<Permission> STORE_RIGHTS =
            List.of(Permission.CASE_READ, Permission.STORE_WORK);
    private static final Map<String, Object> COUNTED = Map.of("counted", counted("SKU-M", 2));

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired Stock stock;

    @Test
    void the_store_counts_says_yes_and_exchanges_when_the_customer_shows_the_code() {
        var shop = shop();
        var id = exchange(shop, 2);
        assertThat(reserved(shop, "SKU-M")).isEqualTo(1);
        assertThat(tasks(shop, "S01")).containsExactly("CONFIRM");
        var uncounted = confirm(shop, id, 1, List.of());
        assertThat(uncounted.text("fields.0.pointer")).isEqualTo("/counted");
        var confirmed = confirm(shop, id, 1, counted("SKU-M", 2));
        assertThat(confirmed.text("state"))
                .as(confirmed.body().toString())
                .isEqualTo("WAIT_BUYER_RETURN");

        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("storeDrop.name")).isEqualTo("Zhongshan Road store");
        assertThat(mine.text("storeDrop.address")).isEqualTo("18 Zhongshan Road");
        assertThat(mine.text("storeDrop.holdUntil"))
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(48)).toString());
        assertThat(mine.body().get("allowed").toString()).doesNotContain("\"ship\"");
        var code = mine.text("storeDrop.code");
        var found = stage.look(colleague(shop), "store-tasks/by-code?code=" + code.toLowerCase());
        assertThat(found.text("caseId")).isEqualTo(id.toString());
        assertThat(found.text("kind")).isEqualTo("HAND_OVER");

        assertThat(handOver(shop, id, 2, "WRONGONE", "SKU-L1", "SKU-M").text("type"))
                .endsWith("wrong-code");
        assertThat(handOver(shop, id, 2, code, "SKU-X", "SKU-M").text("fields.0.pointer"))
                .isEqualTo("/returnedSku");
        assertThat(handOver(shop, id, 2, code, "SKU-L1", "SKU-X").text("fields.0.pointer"))
                .isEqualTo("/givenSku");
        assertThat(inStore(shop, "SKU-M")).isEqualTo(2);

        var done = handOver(shop, id, 2, code, "SKU-L1", "SKU-M");
        assertThat(done.text("state")).as(done.body().toString()).isEqualTo("COMPLETED");
        assertThat(inStore(shop, "SKU-M")).isEqualTo(1);
        assertThat(inStore(shop, "SKU-L1")).isEqualTo(1);
        assertThat(reserved(shop, "SKU-M")).isZero();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("EXCHANGED");
        assertThat(tasks(shop, "S01")).isEmpty();
    }

    @Test
    void a_store_that_has_none_says_no_and_the_customer_is_offered_other_ways() {
        var shop = shop();
        var id = exchange(shop, 1);
        var tooFew = confirm(shop, id, 1, counted("SKU-M", 0));
        assertThat(tooFew.text("type")).endsWith("stock-not-there");
        var denied =
                stage.act(
                        colleague(shop),
                        "cases/" + id + "/store-denial",
                        1,
                        Map.of("counted", counted("SKU-M", 0)));
        assertThat(denied.text("state")).isEqualTo("AWAITING_CHOICE");
        assertThat(reserved(shop, "SKU-M")).isZero();
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(codes(mine)).contains("STORE:S02", "RETURN_BY_POST").doesNotContain("STORE:S01");
        stage.act(
                stage.linXiao(shop),
                "portal/cases/" + id + "/choice",
                2,
                Map.of("option", "STORE:S02"));
        assertThat(tasks(shop, "S02")).containsExactly("CONFIRM");
        assertThat(tasks(shop, "S01")).isEmpty();
    }

    @Test
    void after_half_an_hour_the_area_manager_hears_and_the_customer_may_go_another_way() {
        var shop = shop();
        var id = exchange(shop, 2);
        assertThat(codes(stage.mine(stage.linXiao(shop), id))).isEmpty();
        stage.after(Duration.ofMinutes(30));
        var late = stage.mine(stage.linXiao(shop), id);
        assertThat(late.text("state")).isEqualTo("WAIT_STORE_CONFIRM");
        assertThat(late.body().get("timeline").toString()).contains("area manager");
        assertThat(codes(late)).contains("RETURN_BY_POST");
        var chosen =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + id + "/choice",
                        2,
                        Map.of("option", "RETURN_BY_POST"));
        assertThat(chosen.text("state"))
                .as(chosen.body().toString())
                .isEqualTo("WAIT_BUYER_RETURN");
        assertThat(reserved(shop, "SKU-M")).isZero();
        assertThat(stage.mine(stage.linXiao(shop), id).body().get("allowed").toString())
                .contains("\"ship\"");
    }

    @Test
    void what_is_not_fetched_in_two_days_is_for_everybody_again() {
        var shop = shop();
        var id = exchange(shop, 2);
        confirm(shop, id, 1, counted("SKU-M", 2));
        stage.after(Duration.ofHours(48));
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("BUYER_TIMEOUT");
        assertThat(reserved(shop, "SKU-M")).isZero();
        assertThat(tasks(shop, "S01")).isEmpty();
    }

    @Test
    void goods_brought_back_for_money_are_paid_when_the_colleague_has_looked() {
        var shop = shop();
        var order = order(shop, 2);
        var id = UUID.randomUUID();
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("WAIT_STORE_CONFIRM");
        confirm(shop, id, 1, List.of());
        var code = stage.mine(stage.linXiao(shop), id).text("storeDrop.code");
        var received =
                stage.act(
                        colleague(shop),
                        "cases/" + id + "/store-receipt",
                        2,
                        Map.of("code", code, "returnedSku", "SKU-L1", "passed", true));
        assertThat(received.text("state")).as(received.body().toString()).isEqualTo("REFUNDING");
        assertThat(inStore(shop, "SKU-L1")).isEqualTo(1);
        stage.settle();
        assertThat(stage.mine(stage.linXiao(shop), id).text("result")).isEqualTo("REFUNDED");
    }

    @Test
    void the_last_one_in_the_store_is_handed_over_once_however_often_it_is_scanned() {
        var shop = shop();
        var id = exchange(shop, 1);
        confirm(shop, id, 1, counted("SKU-M", 1));
        var code = stage.mine(stage.linXiao(shop), id).text("storeDrop.code");
        var scan =
                (Callable<Integer>) () -> handOver(shop, id, 2, code, "SKU-L1", "SKU-M").status();
        assertThat(Stage.together(List.of(scan, scan, scan, scan)))
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(inStore(shop, "SKU-M")).isZero();
        assertThat(inStore(shop, "SKU-L1")).isEqualTo(1);
    }

    @Test
    void two_customers_who_change_their_articles_crosswise_do_not_wait_for_each_other_for_ever() {
        var shop = shop();
        var first = exchange(shop, 3);
        var second = crosswise(shop);
        confirm(shop, first, 1, counted("SKU-M", 3));
        confirm(shop, second, 1, counted("SKU-L1", 3));
        var one = stage.mine(stage.linXiao(shop), first).text("storeDrop.code");
        var two = stage.mine(stage.linXiao(shop), second).text("storeDrop.code");
        assertThat(
                        Stage.together(
                                List.<Callable<Integer>>of(
                                        () ->
                                                handOver(shop, first, 2, one, "SKU-L1", "SKU-M")
                                                        .status(),
                                        () ->
                                                handOver(shop, second, 2, two, "SKU-M", "SKU-L1")
                                                        .status())))
                .containsExactly(200, 200);
        assertThat(inStore(shop, "SKU-M")).isEqualTo(3);
        assertThat(inStore(shop, "SKU-L1")).isEqualTo(3);
    }

    @Test
    void a_colleague_of_one_store_sees_and_does_nothing_of_another() {
        var shop = shop();
        var id = exchange(shop, 2);
        var here = colleague(shop, "S01");
        var elsewhere = colleague(shop, "S02");
        assertThat(kinds(here)).containsExactly("CONFIRM");
        assertThat(kinds(elsewhere)).isEmpty();
        assertThat(stage.look(here, "store-tasks/stores").body().toString()).contains("S01");
        assertThat(stage.look(elsewhere, "store-tasks/stores").body()).isEmpty();
        var byStore = "{\"action\":\"store-confirmation\",\"enabled\":";
        for (var seen : Map.of(here, byStore + true, elsewhere, byStore + false).entrySet()) {
            assertThat(stage.look(seen.getKey(), "cases/" + id).body().get("allowed").toString())
                    .contains(seen.getValue());
        }
        for (var answer : List.of("confirmation", "denial")) {
            assertThat(act(elsewhere, id, "store-" + answer, 1, COUNTED).status()).isEqualTo(404);
        }
        assertThat(inStore(shop, "SKU-M")).as("nobody else's count is taken").isEqualTo(2);
        assertThat(act(here, id, "store-confirmation", 1, COUNTED).text("state"))
                .isEqualTo("WAIT_BUYER_RETURN");

        var code = stage.mine(stage.linXiao(shop), id).text("storeDrop.code");
        var byCode = "store-tasks/by-code?code=" + code;
        assertThat(stage.look(elsewhere, byCode).status()).isEqualTo(404);
        var scanned =
                Map.<String, Object>of(
                        "code", code, "returnedSku", "SKU-L1", "givenSku", "SKU-M", "passed", true);
        for (var act : List.of("store-receipt", "hand-over")) {
            assertThat(act(elsewhere, id, act, 2, scanned).status()).isEqualTo(404);
        }
        assertThat(stage.look(here, byCode).text("kind")).isEqualTo("HAND_OVER");
        assertThat(act(here, id, "hand-over", 2, scanned).text("state")).isEqualTo("COMPLETED");
    }

    @Test
    void another_shop_with_a_store_of_the_same_number_is_another_store() {
        var shop = shop();
        var id = exchange(shop, 2);
        var other = shop();
        var stranger =
                people.as(
                        people.inStores(
                                people.staff(
                                        "Ding Min", STORE_RIGHTS, "L1", List.of(), shop, other),
                                other,
                                "S01"));
        assertThat(kinds(stranger)).isEmpty();
        assertThat(act(stranger, id, "store-confirmation", 1, COUNTED).status()).isEqualTo(404);
    }

    private ShopId shop() {
        var shop = stage.shop();
        for (var store : Map.of("S01", "Zhongshan Road", "S02", "Lujiang Street").entrySet()) {
            var answer =
                    stage.send(
                            put("/api/v1/shops/" + shop + "/stores/" + store.getKey()),
                            stage.everything(),
                            Map.of(
                                    "id",
                                    store.getKey(),
                                    "name",
                                    Map.of("zh", "门店", "en", store.getValue() + " store"),
                                    "address",
                                    "18 " + store.getValue(),
                                    "open",
                                    true));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
        return shop;
    }

    /** Lin Xiao wants another size than the one she fetched; the store has so many of it. */
    private UUID exchange(ShopId shop, int inStore) {
        return ask(shop, order(shop, inStore), "SKU-M");
    }

    private UUID crosswise(ShopId shop) {
        var line = line("L1", 1, 129_00);
        line.put("sku", "SKU-M");
        return ask(shop, order(shop, line, Map.of("SKU-L1", 3)), "SKU-L1");
    }

    private UUID ask(ShopId shop, String order, String sku) {
        var asked =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        order,
                        "NO_REASON",
                        Map.of("type", "EXCHANGE", "exchangeSku", sku));
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("WAIT_STORE_CONFIRM");
        return UUID.fromString(asked.text("id"));
    }

    private String order(ShopId shop, int inStore) {
        return order(shop, line("L1", 1, 129_00), Map.of("SKU-M", inStore));
    }

    private String order(ShopId shop, Map<String, Object> line, Map<String, Integer> has) {
        var order = new LinkedHashMap<String, Object>();
        order.put("channel", "STORE_PICKUP");
        order.put("fulfil", "PICKED_UP");
        order.put("pickedUpAt", Stage.TODAY.minus(Duration.ofDays(2)).toString());
        order.put("lines", List.of(line));
        order.put("store", Map.of("id", "S01", "stock", has, "stockAt", Stage.TODAY.toString()));
        order.put("nearbyStores", Map.of("S02", Map.of("SKU-M", 4)));
        return stage.order(shop, order);
    }

    private Stage.Answer confirm(
            ShopId shop, UUID id, int version, List<Map<String, Object>> counted) {
        return stage.act(
                colleague(shop),
                "cases/" + id + "/store-confirmation",
                version,
                Map.of("counted", counted));
    }

    private static List<Map<String, Object>> counted(String sku, int qty) {
        return List.of(Map.of("sku", sku, "qty", qty));
    }

    private Stage.Answer handOver(
            ShopId shop, UUID id, int version, String code, String in, String out) {
        return stage.act(
                colleague(shop),
                "cases/" + id + "/hand-over",
                version,
                Map.of("code", code, "returnedSku", in, "givenSku", out));
    }

    private RequestPostProcessor colleague(ShopId shop) {
        return people.asStaff(STORE_RIGHTS, shop);
    }

    private RequestPostProcessor colleague(ShopId shop, String store) {
        var someone = people.staff("Ding Min", STORE_RIGHTS, "L1", List.of(), shop);
        return people.as(people.inStores(someone, shop, store));
    }

    private Stage.Answer act(
            RequestPostProcessor who, UUID id, String what, int version, Map<String, Object> body) {
        return stage.act(who, "cases/" + id + "/" + what, version, body);
    }

    private List<String> kinds(RequestPostProcessor who) {
        return texts(stage.look(who, "store-tasks"), "items", "kind");
    }

    private List<String> tasks(ShopId shop, String store) {
        var page = stage.look(colleague(shop), "store-tasks?store=" + store);
        return texts(page, "items", "kind");
    }

    private static List<String> codes(Stage.Answer mine) {
        return texts(mine, "options", "code");
    }

    private static List<String> texts(Stage.Answer answer, String list, String field) {
        return StreamSupport.stream(answer.body().get(list).spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    private int inStore(ShopId shop, String sku) {
        return known(shop, sku).stream().mapToInt(Stock.Known::qty).sum();
    }

    private int reserved(ShopId shop, String sku) {
        return known(shop, sku).stream().mapToInt(Stock.Known::reserved).sum();
    }

    private List<Stock.Known> known(ShopId shop, String sku) {
        return stock.known(shop, List.of(sku)).stream()
                .filter(row -> row.place().equals("S01"))
                .toList();
    }
}
