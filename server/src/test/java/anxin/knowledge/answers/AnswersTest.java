package anxin.knowledge.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Questions are answered from what is live, for whom it is written and while it holds. */
@AnxinTest
class AnswersTest {

    private static final Set<Permission> ALL =
            Set.of(
                    Permission.KNOWLEDGE_READ,
                    Permission.KNOWLEDGE_WRITE,
                    Permission.KNOWLEDGE_REVIEW,
                    Permission.POLICY_READ,
                    Permission.POLICY_WRITE);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor zhouNing = request -> request;
    private RequestPostProcessor heWei = request -> request;

    @BeforeEach
    void twoColleagues() {
        shop = stage.shop();
        zhouNing = people.asStaff(ALL, shop);
        heWei = people.asStaff(ALL, shop);
    }

    @Test
    void an_article_answers_from_the_moment_it_is_live_until_it_is_taken_away() {
        assertThat(ask("汝窑杯子能进微波炉吗").text("verdict")).isNotEqualTo("ANSWERS");
        var id = live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of()));

        var answer = ask("请问一下，汝窑的茶具可以进微波炉吗？");
        assertThat(answer.text("verdict")).isEqualTo("ANSWERS");
        assertThat(answer.text("answer.source")).isEqualTo(id.toString());
        assertThat(answer.text("answer.answer")).isEqualTo("不能，请手洗。");
        assertThat(answer.text("language")).isEqualTo("zh");

        var view = stage.look(heWei, "shops/" + shop + "/articles/" + id);
        stage.act(
                heWei,
                "shops/" + shop + "/articles/" + id + "/withdrawal",
                view.number("revision"),
                null);
        assertThat(ask("汝窑茶具能进微波炉吗").text("verdict")).isNotEqualTo("ANSWERS");
    }

    @Test
    void the_policy_in_force_answers_and_a_new_one_at_once() {
        var before = ask("支持七天无理由退货吗");
        assertThat(before.text("answer.kind")).isEqualTo("POLICY");
        assertThat(before.text("answer.source")).isEqualTo("RETURN_WINDOW");
        assertThat(before.text("answer.answer")).contains("7 天");
        assertThat(before.text("answer.basis")).isNotBlank();

        stage.act(
                zhouNing,
                "shops/" + shop + "/policy/draft",
                0,
                Map.of("document", Map.of("noReasonDays", 30)));
        var published = stage.act(zhouNing, "shops/" + shop + "/policy/versions/2", 1, Map.of());
        assertThat(published.status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));
        assertThat(ask("支持七天无理由退货吗").text("answer.answer")).contains("30 天");
    }

    @Test
    void what_nobody_wrote_is_not_answered() {
        live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of()));
        var answer = ask("你们老板今年多大年纪");
        assertThat(answer.text("verdict")).isNotEqualTo("ANSWERS");
        assertThat(answer.body().path("answer").isNull()).isTrue();
    }

    @Test
    void staff_find_what_customers_do_not_read() {
        live(article("客户吃坏肚子怎么处理", "转专家。", Map.of("audience", "STAFF")));
        assertThat(ask("客户吃坏肚子怎么处理").text("verdict")).isNotEqualTo("ANSWERS");
        var staff = answer(Map.of("shop", shop, "text", "客户吃坏肚子怎么处理", "audience", "STAFF"));
        assertThat(staff.text("verdict")).isEqualTo("ANSWERS");
    }

    @Test
    void an_article_answers_only_between_its_dates() {
        live(article("双十一礼盒怎么领取", "付款后 3 天内领取。", Map.of("validUntil", "2026-11-20T00:00:00Z")));
        assertThat(ask("双十一礼盒怎么领取").text("verdict")).isEqualTo("ANSWERS");
        clock.forward(Duration.ofDays(8));
        assertThat(ask("双十一礼盒怎么领取").text("verdict")).isNotEqualTo("ANSWERS");
    }

    @Test
    void a_question_is_answered_in_its_language() {
        live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of()));
        live(
                article(
                        "Is the tea set microwave safe?",
                        "No, wash it by hand.",
                        Map.of("language", "en")));
        var answer = ask("is your tea set safe for the microwave?");
        assertThat(answer.text("language")).isEqualTo("en");
        assertThat(answer.text("answer.answer")).isEqualTo("No, wash it by hand.");
    }

    @Test
    void what_nobody_confirmed_is_answered_and_said_to_be_stale() {
        live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of("freshDays", 30)));
        assertThat(ask("汝窑茶具能进微波炉吗").body().at("/answer/stale").asBoolean()).isFalse();
        clock.forward(Duration.ofDays(31));
        assertThat(ask("汝窑茶具能进微波炉吗").body().at("/answer/stale").asBoolean()).isTrue();
    }

    @Test
    void as_one_types_what_comes_near_is_shown_and_always_in_the_same_order() {
        live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of()));
        live(article("茶叶怎么保存", "密封。", Map.of()));
        var path = "shops/" + shop + "/knowledge?q=茶具";
        var found = stage.look(zhouNing, path);
        assertThat(found.text("0.question")).isEqualTo("汝窑茶具能进微波炉吗");
        assertThat(stage.look(zhouNing, path).body()).isEqualTo(found.body());
        assertThat(stage.look(zhouNing, "shops/" + shop + "/knowledge?q= ").body()).isEmpty();
    }

    @Test
    void the_catalogue_answers_for_the_products_of_the_talk_and_says_what_differs() {
        product("K-1", "恒温壶", Map.of("容量", "1.5L", "功率", "1500W"));
        product("K-2", "养生壶", Map.of("容量", "0.8L", "功率", "1500W"));
        var one = aboutProducts("这个壶容量多大？", List.of("K-1"));
        assertThat(one.text("answer.kind")).isEqualTo("PRODUCT");
        assertThat(one.text("answer.answer")).isEqualTo("- 恒温壶：容量 1.5L");

        var both = aboutProducts("这两款有什么区别", List.of("K-1", "K-2"));
        assertThat(both.text("answer.answer")).isEqualTo("- **容量**：恒温壶 1.5L；养生壶 0.8L");

        var more = aboutProducts("容量大的壶煮茶会不会很慢", List.of("K-1"));
        assertThat(more.text("answer.kind")).isNotEqualTo("PRODUCT");
        assertThat(ask("这个壶容量多大？").text("answer.kind")).isNotEqualTo("PRODUCT");
    }

    private Answer aboutProducts(String text, List<String> skus) {
        return answer(Map.of("shop", shop, "text", text, "products", skus));
    }

    private void product(String sku, String title, Map<String, String> attributes) {
        var answer =
                stage.act(
                        stage.everything(),
                        "shops/" + shop + "/products/" + sku,
                        null,
                        Map.of(
                                "sku",
                                sku,
                                "title",
                                Map.of("zh", title, "en", title),
                                "category",
                                "APPLIANCE",
                                "attributes",
                                attributes,
                                "listPriceMinor",
                                239_00,
                                "currency",
                                "CNY"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @Test
    void one_shop_does_not_know_what_another_knows() {
        live(article("汝窑茶具能进微波炉吗", "不能，请手洗。", Map.of()));
        var other = stage.shop();
        var stranger = people.asStaff(ALL, other);
        var there =
                stage.send(
                        post("/api/v1/knowledge/answers"),
                        stranger,
                        Map.of("shop", other, "text", "汝窑茶具能进微波炉吗"));
        assertThat(there.text("verdict")).isNotEqualTo("ANSWERS");
        var here =
                stage.send(
                        post("/api/v1/knowledge/answers"),
                        stranger,
                        Map.of("shop", shop, "text", "汝窑茶具能进微波炉吗"));
        assertThat(here.status()).isEqualTo(404);
    }

    private Answer ask(String text) {
        return answer(Map.of("shop", shop, "text", text));
    }

    private Answer answer(Map<String, Object> body) {
        return stage.send(post("/api/v1/knowledge/answers"), zhouNing, body);
    }

    private static Map<String, Object> article(
            String question, String answer, Map<String, Object> more) {
        var article = new LinkedHashMap<String, Object>();
        article.put("language", "zh");
        article.put("question", question);
        article.put("answer", answer);
        article.putAll(more);
        return article;
    }

    private UUID live(Map<String, Object> article) {
        var id = UUID.randomUUID();
        var path = "shops/" + shop + "/articles/" + id;
        stage.act(zhouNing, path + "/draft", 0, article);
        stage.act(zhouNing, path + "/submission", 2, null);
        var live = stage.act(heWei, path + "/approval", 3, Map.of());
        assertThat(live.status()).isEqualTo(200);
        return id;
    }
}
