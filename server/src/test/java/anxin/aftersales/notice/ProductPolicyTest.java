package anxin.aftersales.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class ProductPolicyTest {

    @Autowired Stage stage;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    @Test
    void anybody_reads_what_can_be_returned_how_long_and_who_pays() throws Exception {
        var shop = stage.shop();
        product(shop, "SHIRT", "APPAREL", Map.of());
        var told = read(shop, "SHIRT", "en");
        assertThat(topics(told)).containsExactly("RETURN", "FREIGHT", "FAULT", "DAMAGE");
        assertThat(told.at("/statements/0/text").asString()).contains("within 7 days");
        assertThat(told.at("/statements/0/basis").asString()).contains("art. 25");
        assertThat(told.at("/statements/2/text").asString())
                .contains("within 7 days", "within 15", "365 days");
        assertThat(read(shop, "SHIRT", "zh").at("/statements/0/text").asString())
                .contains("签收后 7 天内");
    }

    @Test
    void the_words_shown_are_the_words_of_the_decision() throws Exception {
        var shop = stage.shop();
        product(shop, "SOCKS", "UNDERWEAR", Map.of("exemptClass", "HYGIENE"));
        publish(
                shop,
                Map.of(
                        "exemptions",
                        Map.of(
                                "HYGIENE",
                                Map.of(
                                        "words",
                                        Map.of(
                                                "zh",
                                                "袜子拆封不退。",
                                                "en",
                                                "Socks stay once opened.")))));
        var told = read(shop, "SOCKS", "en");
        var shown = told.at("/statements/1");
        assertThat(shown.path("topic").asString()).isEqualTo("EXEMPTION");
        assertThat(shown.path("confirm").asBoolean()).isTrue();
        assertThat(shown.path("text").asString()).isEqualTo("Socks stay once opened.");

        var line = new LinkedHashMap<>(Stage.line("L1", 1, 59_00));
        line.putAll(
                Map.of(
                        "sku",
                        "SOCKS",
                        "category",
                        "UNDERWEAR",
                        "exemptClass",
                        "HYGIENE",
                        "exemptConfirmed",
                        true));
        var now = Stage.TODAY.plus(Duration.ofMinutes(2)).toString();
        var order =
                stage.order(shop, Map.of("paidAt", now, "signedAt", now, "lines", List.of(line)));
        var refused =
                stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "NO_REASON", Map.of());
        assertThat(refused.text("decision.ruleId")).isEqualTo("CONFIRMED_EXEMPT");
        assertThat(refused.text("decision.text"))
                .startsWith("“" + shown.path("text").asString() + "” ");
    }

    @Test
    void by_nature_the_same_words_decide_too() throws Exception {
        var shop = stage.shop();
        product(shop, "CRAB", "FRESH", Map.of());
        var shown = read(shop, "CRAB", "en").at("/statements/0");
        assertThat(shown.path("confirm").asBoolean()).isFalse();
        var line = new LinkedHashMap<>(Stage.line("L1", 1, 59_00));
        line.putAll(Map.of("sku", "CRAB", "category", "FRESH"));
        var order = stage.order(shop, Map.of("lines", List.of(line)));
        var refused =
                stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "NO_REASON", Map.of());
        assertThat(refused.text("decision.text")).contains(shown.path("text").asString());
    }

    @Test
    void a_promise_and_a_voucher_are_told_as_they_are() throws Exception {
        var shop = stage.shop();
        product(shop, "TEA", "FOOD", Map.of());
        product(shop, "CARD", "VOUCHER", Map.of());
        publish(
                shop,
                Map.of(
                        "expiredVoucherRefund",
                        false,
                        "promises",
                        List.of(
                                Map.of(
                                        "id", "p", "about", "SKU", "value", "TEA", "days", 30,
                                        "freight", "SELLER"))));
        assertThat(read(shop, "TEA", "en").at("/statements/0/text").asString())
                .contains("within 30 days");
        assertThat(read(shop, "TEA", "en").at("/statements/1/text").asString())
                .isEqualTo("The shop pays for the way back.");
        assertThat(read(shop, "CARD", "en").at("/statements/1/text").asString())
                .isEqualTo("Once expired it is not refunded.");
    }

    @Test
    void it_may_be_kept_for_a_while_shown_on_any_site_and_asked_again_cheaply() {
        var shop = stage.shop();
        product(shop, "SHIRT", "APPAREL", Map.of());
        var first = ask(shop, "SHIRT", "en");
        assertThat(first)
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Origin", "*")
                .hasHeader("Cache-Control", "max-age=300, public");
        var etag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
        assertThat(
                        http.perform(
                                get(path(shop, "SHIRT"))
                                        .header("Accept-Language", "en")
                                        .header("If-None-Match", etag)))
                .hasStatus(304)
                .hasHeader("Access-Control-Allow-Origin", "*");
        assertThat(
                        http.perform(
                                get(path(shop, "SHIRT"))
                                        .header("Accept-Language", "zh")
                                        .header("If-None-Match", etag)))
                .hasStatusOk();
    }

    @Test
    void what_is_not_there_is_not_there() {
        var shop = stage.shop();
        assertThat(ask(shop, "NOTHING", "en")).hasStatus(404);
        assertThat(ask(new ShopId("nowhere"), "SHIRT", "en")).hasStatus(404);
    }

    private JsonNode read(ShopId shop, String sku, String language) throws Exception {
        var answer = ask(shop, sku, language);
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult ask(ShopId shop, String sku, String language) {
        return http.perform(get(path(shop, sku)).header("Accept-Language", language));
    }

    private static String path(ShopId shop, String sku) {
        return "/api/v1/public/shops/" + shop + "/products/" + sku + "/policy";
    }

    private static List<String> topics(JsonNode told) {
        return told.path("statements").valueStream().map(s -> s.path("topic").asString()).toList();
    }

    private void product(ShopId shop, String sku, String category, Map<String, Object> more) {
        var product =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "sku",
                                sku,
                                "title",
                                Map.of("zh", "商品", "en", "Product"),
                                "category",
                                category,
                                "listPriceMinor",
                                5900));
        product.putAll(more);
        var answer =
                stage.send(
                        put("/api/v1/shops/" + shop + "/products/" + sku),
                        stage.everything(),
                        product);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private void publish(ShopId shop, Map<String, Object> document) {
        stage.send(
                put("/api/v1/shops/" + shop + "/policy/draft").header("If-Match", "\"0\""),
                stage.everything(),
                Map.of("document", document));
        var published =
                stage.send(
                        put("/api/v1/shops/" + shop + "/policy/versions/2")
                                .header("If-Match", "\"1\""),
                        stage.everything(),
                        Map.of());
        assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
        stage.after(Duration.ofMinutes(1));
    }
}
