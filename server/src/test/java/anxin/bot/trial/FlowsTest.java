package anxin.bot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AnxinTest
class FlowsTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor keeper = request -> request;

    @BeforeEach
    void aShop() {
        stage.alone();
        shop = stage.shop();
        keeper = people.asStaff(List.of(Permission.ROUTING_WRITE, Permission.COMMERCE_READ), shop);
    }

    @Test
    void a_draft_is_met_by_nobody_until_it_is_published_and_what_was_before_comes_back() {
        var shipped = flows();
        assertThat(shipped.path("inForce").asInt()).isZero();
        var changed = greeting(shipped, "来啦");
        assertThat(keep(0, changed).status()).isEqualTo(200);
        assertThat(talk(false, "你好")).doesNotContain("来啦");
        assertThat(talk(true, "你好")).contains("来啦");
        assertThat(publish(1, false).path("published").asBoolean()).isTrue();
        assertThat(talk(false, "你好")).contains("来啦");
        assertThat(send(put(path("bot-flows/roll-back")), Map.of("to", 0)).status()).isEqualTo(200);
        assertThat(talk(false, "你好")).doesNotContain("来啦");
    }

    @Test
    void each_fault_of_a_draft_has_its_pointer() {
        var document = (ObjectNode) flows().path("document").deepCopy();
        ((ObjectNode) document.at("/flows/0")).put("type", "GIFT");
        ((ObjectNode) document.at("/phrases/greet")).put("zh", "你好 {stranger}");
        document.putObject("intents")
                .putObject("return_apply")
                .put("kind", "FLOW")
                .put("flow", "none");
        var answer = keep(0, document);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString())
                .contains("/document/flows/0/type")
                .contains("/document/phrases/greet")
                .contains("/document/intents/return_apply/flow");
    }

    @Test
    void two_who_work_on_it_do_not_overwrite_each_other() {
        var shipped = flows();
        assertThat(keep(0, greeting(shipped, "甲")).status()).isEqualTo(200);
        assertThat(keep(0, greeting(shipped, "乙")).status()).isEqualTo(409);
    }

    @Test
    void what_was_recorded_is_compared_before_publishing() {
        var recorded =
                send(
                        put(path("bot-recordings/" + UUID.randomUUID())),
                        Map.of("name", "问候", "said", List.of("你好")));
        assertThat(recorded.status()).isEqualTo(200);
        keep(0, greeting(flows(), "来啦"));
        var refused = publish(1, false);
        assertThat(refused.path("published").asBoolean()).isFalse();
        assertThat(refused.at("/differences/0/now/text").asString()).contains("来啦");
        assertThat(publish(1, true).path("published").asBoolean()).isTrue();
    }

    @Test
    void the_test_bench_moves_nothing() {
        stage.order(shop, Map.of());
        var answer =
                send(
                        post(path("bot-trials")),
                        Map.of(
                                "said",
                                List.of("我要退货，不想要了", "确认提交"),
                                "customer",
                                "lin-xiao",
                                "draft",
                                true));
        assertThat(answer.body().at("/answers/1/text").asString()).contains("已提交").contains("试算");
        assertThat(
                        db.sql(
                                        "select count(*) from aftersales.after_sale_case c where c.shop_id = :shop")
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void whoever_may_not_see_orders_does_not_see_them_here_either() {
        keeper = people.asStaff(Permission.ROUTING_WRITE, shop);
        var answer =
                send(
                        post(path("bot-trials")),
                        Map.of("said", List.of("查订单"), "customer", "lin-xiao", "draft", true));
        assertThat(answer.status()).isEqualTo(403);
    }

    private String path(String what) {
        return "/api/v1/shops/" + shop + "/" + what;
    }

    private JsonNode flows() {
        return stage.look(keeper, "shops/" + shop + "/bot-flows").body();
    }

    private static JsonNode greeting(JsonNode flows, String words) {
        var document = flows.path("document").deepCopy();
        ((ObjectNode) document.at("/phrases/greet")).put("zh", words);
        return document;
    }

    private Stage.Answer keep(int version, JsonNode document) {
        return send(put(path("bot-flows/draft")), Map.of("version", version, "document", document));
    }

    private JsonNode publish(int version, boolean accept) {
        return send(
                        put(path("bot-flows/publication")),
                        Map.of("version", version, "accept", accept))
                .body();
    }

    private String talk(boolean draft, String text) {
        return send(post(path("bot-trials")), Map.of("said", List.of(text), "draft", draft))
                .body()
                .at("/answers/0/text")
                .asString();
    }

    private Stage.Answer send(MockHttpServletRequestBuilder request, Object body) {
        return stage.perform(
                request.with(keeper)
                        .contentType("application/json")
                        .content(json.writeValueAsString(body)));
    }
}
