package anxin.knowledge.gaps;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What nobody could answer is gathered, becomes an article, and is answered from then on. */
@AnxinTest
class GapsTest {

    private static final Set<Permission> ALL =
            Set.of(
                    Permission.KNOWLEDGE_READ,
                    Permission.KNOWLEDGE_WRITE,
                    Permission.KNOWLEDGE_REVIEW);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired MockMvcTester http;
    @Autowired GapWatch watch;
    @Autowired GapMiner miner;
    @Autowired GapStore store;
    @Autowired OldQuestions old;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor zhouNing = request -> request;
    private RequestPostProcessor heWei = request -> request;

    @BeforeEach
    void twoColleagues() {
        shop = stage.shop();
        zhouNing = people.asStaff(ALL, shop);
        heWei = people.as(people.staff("He Wei", ALL, "L3", List.of(), shop));
    }

    @Test
    void an_unanswered_question_becomes_an_article_and_is_answered_next_time() {
        ask("茶宠可以用开水一直浇吗");
        clock.forward(Duration.ofMinutes(1));
        ask("茶宠可以用开水一直浇吗，会裂吗");
        clock.forward(Duration.ofMinutes(1));
        ask("请问茶宠可以用开水一直浇吗");
        miner.mine(shop);

        var gaps = list("OPEN");
        assertThat(gaps.body().path("items")).as(gaps.body().toPrettyString()).hasSize(1);
        assertThat(gaps.number("items.0.asked")).isEqualTo(3);
        assertThat(gaps.text("items.0.name")).contains("茶宠");
        var id = gaps.text("items.0.id");

        var drafted = draft(id, Map.of("kind", "ARTICLE"));
        assertThat(drafted.status()).as(drafted.body().toPrettyString()).isEqualTo(200);
        assertThat(draft(id, Map.of("kind", "ARTICLE")).text("article")).isEqualTo(id);
        var article = stage.look(zhouNing, "shops/" + shop + "/articles/" + id);
        assertThat(article.text("item.state")).isEqualTo("DRAFT");
        assertThat(article.body().at("/open/phrasings")).isNotEmpty();
        publish(id, article.text("open.question"), "可以用开水浇，先用温水润透，避免开裂。");

        clock.forward(Duration.ofMinutes(1));
        assertThat(ask("茶宠可以用开水一直浇吗").text("verdict")).isEqualTo("ANSWERS");
    }

    @Test
    void the_same_question_on_one_day_counts_once_and_without_what_says_who_asked() {
        ask("我的电话13812345678，紫砂壶怎么开壶");
        ask("我的电话13812345678，紫砂壶怎么开壶");
        assertThat(texts()).containsExactly("我的电话…，紫砂壶怎么开壶");
    }

    @Test
    void what_is_looked_for_on_the_help_pages_is_taken_down_too() {
        publish(UUID.randomUUID().toString(), "茶叶怎么保存", "密封、避光。");
        assertThat(http.get().uri("/help/{shop}/zh?q=紫砂壶怎么开壶呢", shop.value())).hasStatusOk();
        assertThat(texts()).containsExactly("紫砂壶怎么开壶呢");
    }

    @Test
    void one_question_alone_is_no_gap_and_a_gap_can_be_dismissed() {
        ask("紫砂壶怎么开壶");
        miner.mine(shop);
        assertThat(list("OPEN").body().path("items")).isEmpty();
        clock.forward(Duration.ofDays(1));
        ask("紫砂壶怎么开壶");
        miner.mine(shop);
        var id = list("OPEN").text("items.0.id");
        var dismissed = stage.act(zhouNing, path(id + "/dismissal"), null, null);
        assertThat(dismissed.text("state")).isEqualTo("DISMISSED");
        miner.mine(shop);
        assertThat(list("OPEN").body().path("items")).isEmpty();
    }

    @Test
    void a_gap_becomes_an_intent_where_one_is_named() {
        ask("紫砂壶怎么开壶");
        clock.forward(Duration.ofDays(1));
        ask("紫砂壶怎么开壶");
        miner.mine(shop);
        var id = list("OPEN").text("items.0.id");
        assertThat(draft(id, Map.of("kind", "INTENT")).status()).isEqualTo(400);
        var drafted = draft(id, Map.of("kind", "INTENT", "intent", "teapot_seasoning"));
        assertThat(drafted.text("intent")).isEqualTo("teapot_seasoning");
        assertThat(drafted.text("state")).isEqualTo("DRAFTED");
    }

    @Test
    void a_look_is_due_once_a_week_or_when_somebody_asks_and_one_node_takes_it() {
        var now = clock.instant();
        store.mined(shop, now, 0, 0);
        var weekAgo = now.minus(Duration.ofDays(7));
        assertThat(leased(weekAgo)).isFalse();
        assertThat(
                        stage.act(zhouNing, path("mining"), null, null)
                                .body()
                                .path("wanted")
                                .asBoolean())
                .isTrue();
        assertThat(leased(weekAgo)).isTrue();
        assertThat(leased(weekAgo)).isFalse();
        miner.mine(shop);
        assertThat(stage.look(zhouNing, path("mining")).body().path("wanted").asBoolean())
                .isFalse();
        assertThat(watch.isRunning()).isFalse();
    }

    @Test
    void gaps_of_another_shop_are_not_there_and_old_questions_go() {
        ask("紫砂壶怎么开壶");
        var stranger = people.asStaff(ALL, stage.shop());
        assertThat(stage.look(stranger, "shops/" + shop + "/gaps").status()).isEqualTo(404);
        assertThat(draft(UUID.randomUUID().toString(), Map.of("kind", "ARTICLE")).status())
                .isEqualTo(404);
        old.sweep(clock.instant().plus(Duration.ofDays(181)), 500);
        assertThat(texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    订单20261122001234怎么还不发 | 订单…怎么还不发
                    发到 lin.xiao@example.com 可以吗 | 发到 … 可以吗
                    我叫林晓，茶饼怎么撬 | 我叫…，茶饼怎么撬
                    寄到杭州市西湖区文三路100号3幢可以吗 | 寄到…可以吗
                    加微信 linxiao88 说吧 | 加… 说吧
                    保质期18个月是真的吗 | 保质期18个月是真的吗
                    我是第一次买，怎么泡 | 我是第一次买，怎么泡
                    """)
    void what_says_who_asked_is_taken_out(String said, String kept) {
        assertThat(Anonymous.text(said)).isEqualTo(kept);
    }

    /** Whether this shop was among those that were due. */
    private boolean leased(java.time.Instant before) {
        var now = clock.instant();
        var found = false;
        for (var one = store.lease(now, before, now.plusSeconds(60));
                one.isPresent();
                one = store.lease(now, before, now.plusSeconds(60))) {
            found |= one.get().equals(shop);
        }
        return found;
    }

    private Answer ask(String text) {
        var answer =
                stage.send(
                        post("/api/v1/knowledge/answers"),
                        zhouNing,
                        Map.of("shop", shop.value(), "text", text, "language", "zh"));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
        return answer;
    }

    private void publish(String id, String question, String answer) {
        var path = "shops/" + shop + "/articles/" + id;
        var seen = stage.look(zhouNing, path);
        long revision = seen.status() == 404 ? 0 : seen.number("revision");
        var draft = Map.of("language", "zh", "question", question, "answer", answer);
        var saved = stage.act(zhouNing, path + "/draft", revision, draft);
        var submitted = stage.act(zhouNing, path + "/submission", saved.number("revision"), null);
        var approved = stage.act(heWei, path + "/approval", submitted.number("revision"), Map.of());
        assertThat(approved.status()).as(approved.body().toPrettyString()).isEqualTo(200);
    }

    private Answer draft(String id, Map<String, ?> body) {
        return stage.act(zhouNing, path(id + "/draft"), null, body);
    }

    private Answer list(String state) {
        return stage.look(zhouNing, "shops/" + shop + "/gaps?state=" + state);
    }

    private String path(String rest) {
        return "shops/" + shop + "/gaps/" + rest;
    }

    private List<String> texts() {
        return db.sql("select a.text from knowledge.asked a where a.shop_id = :shop order by a.at")
                .param("shop", shop.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
