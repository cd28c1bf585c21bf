package anxin.aftersales.portal;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class ExchangesTest {

    @Autowired Stage stage;

    @Test
    void a_line_names_the_sizes_that_can_be_sent_by_the_words_of_the_catalogue() {
        var shop = stage.shop();
        product(shop, "SHIRT-L", "SHIRT", "L");
        var order = order(shop, Map.of("SHIRT-L", 2, "SHIRT-S", 0, "SHIRT-XL", 1), Map.of());
        assertThat(exchanges(shop, order))
                .containsExactly("SHIRT-L Silk shirt · L", "SHIRT-XL SHIRT-XL");
        var asked =
                stage.submit(
                        stage.linXiao(shop),
                        UUID.randomUUID(),
                        order,
                        "NO_REASON",
                        Map.of("type", "EXCHANGE", "exchangeSku", "SHIRT-L"));
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void of_what_lies_in_the_store_only_the_same_product_counts() {
        var shop = stage.shop();
        product(shop, "SHIRT-M", "SHIRT", "M");
        product(shop, "SHIRT-L", "SHIRT", "L");
        product(shop, "SCARF", "SCARF", "one size");
        var order =
                order(
                        shop,
                        Map.of(),
                        Map.of(
                                "channel",
                                "STORE_PICKUP",
                                "fulfil",
                                "PICKED_UP",
                                "pickedUpAt",
                                Stage.TODAY.minus(Duration.ofDays(1)).toString(),
                                "store",
                                Map.of(
                                        "id",
                                        "S01",
                                        "stock",
                                        Map.of("SHIRT-M", 1, "SHIRT-L", 2, "SCARF", 3),
                                        "stockAt",
                                        Stage.TODAY.toString())));
        assertThat(exchanges(shop, order)).containsExactly("SHIRT-L Silk shirt · L");
    }

    @Test
    void nothing_else_to_have_is_nothing_to_choose() {
        var shop = stage.shop();
        assertThat(exchanges(shop, order(shop, Map.of(), Map.of()))).isEmpty();
    }

    private String order(
            ShopId shop, Map<String, Integer> exchangeStock, Map<String, Object> more) {
        var line = line("L1", 1, 129_00);
        line.put("sku", "SHIRT-M");
        line.put("exchangeStock", exchangeStock);
        var order = new LinkedHashMap<>(more);
        order.put("lines", List.of(line));
        return stage.order(shop, order);
    }

    private void product(ShopId shop, String sku, String spu, String size) {
        var body =
                Map.of(
                        "sku",
                        sku,
                        "spu",
                        spu,
                        "title",
                        Map.of("zh", "真丝衬衫", "en", "Silk shirt"),
                        "category",
                        "APPAREL",
                        "attributes",
                        Map.of("size", size),
                        "listPriceMinor",
                        129_00);
        var answer =
                stage.send(
                        put("/api/v1/shops/" + shop + "/products/" + sku),
                        stage.everything(),
                        body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private List<String> exchanges(ShopId shop, String order) {
        var line = stage.look(stage.linXiao(shop), "portal/orders/" + order).body().at("/lines/0");
        return line.get("exchanges")
                .valueStream()
                .map(one -> one.get("sku").asString() + " " + one.get("text").asString())
                .toList();
    }
}
