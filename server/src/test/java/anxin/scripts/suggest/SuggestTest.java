package anxin.scripts.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** At the desk: what fits is offered with its blanks filled, and what became of it is learned. */
@AnxinTest
class SuggestTest {

    private static final List<Permission> AGENT =
            List.of(
                    Permission.CONVERSATION_READ,
                    Permission.CONVERSATION_ANSWER,
                    Permission.COMMERCE_READ,
                    Permission.CASE_READ,
                    Permission.SCRIPT_READ);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired FactLog facts;
    @Autowired Outcomes outcomes;
    @Autowired OldSuggestions old;

    private ShopId shop = new ShopId("unset");
    private String channel = "";
    private RequestPostProcessor agent = request -> request;
    private RequestPostProcessor market = request -> request;
    private Position heard = Position.START;

    @BeforeEach
    void aShopWithAnOrderAndAnAgent() {
        shop = stage.shop();
        channel = "market-" + shop;
        agent = people.as(people.staff("周宁", AGENT, "L1", List.of(), shop));
        market = people.withKey(Permission.CHANNEL_DELIVER, shop);
        var set =
                put("/api/v1/shops/" + shop + "/channels/" + channel)
                        .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                        .contentType("application/json")
                        .content(
                                """
                                {"kind":"WEBHOOK","name":"市场","secret":"a secret of sixteen","url":"https://market.example/a"}
                                """);
        assertThat(stage.perform(set).status()).isEqualTo(200);
        var order =
                put("/api/v1/shops/" + shop + "/orders/HT-7")
                        .with(people.withKey(Permission.COMMERCE_WRITE, shop))
                        .contentType("application/json")
                        .content(
                                """
                                {"no":"HT-7","payStatus":"PAID","paidAt":"2026-11-01T02:00:00Z","fulfil":"UNSHIPPED",
                                 "currency":"CNY","customer":{"id":"lin-xiao"},
                                 "lines":[{"id":"1","sku":"S1","title":"白毫银针","category":"FOOD","qty":1,"paidMinor":9900}],
                                 "tenders":[{"kind":"WECHAT","minor":9900}]}
                                """);
        assertThat(stage.perform(order).status()).isEqualTo(200);
        heard = facts.end();
    }

    @Test
    void what_fits_is_offered_with_what_is_known_and_the_rest_is_asked_for() {
        var found = suggest(write("我的订单什么时候发货"));
        assertThat(found.status()).as(found.body().toPrettyString()).isEqualTo(200);
        var when = one(found, "ship.when");
        assertThat(when.path("text").asString()).contains("订单HT-7").contains("{{ship_by}}");
        assertThat(when.at("/missing/0/label").asString()).isNotEmpty();
        assertThat(when.path("missing").toString()).contains("ship_by").doesNotContain("\"order\"");
    }

    @Test
    void to_an_angry_customer_the_first_word_soothes() {
        var found = suggest(write("气死我了，你们就是骗子，拖了十天还不发货，太过分了！"));
        assertThat(found.body().path("upset").asBoolean()).isTrue();
        assertThat(found.body().at("/items/0/soothes").asBoolean()).isTrue();
    }

    @Test
    void an_agent_finds_a_script_by_two_characters_and_nothing_counts_as_ignored() {
        var id = write("你好");
        var found = suggest(id, "缺货");
        assertThat(found.text("items.0.key")).isIn("ship.no-stock", "exchange.no-stock");
        assertThat(rows(id)).isEmpty();
    }

    @Test
    void used_edited_and_ignored_are_told_apart_once() {
        var id = write("我的订单什么时候发货");
        var found = suggest(id);
        var used = found.body().at("/items/0");
        var edited = found.body().at("/items/1");
        take(id, used, "订单HT-7最晚今天18:00从仓库发出，发出后10分钟内短信告诉您单号。");
        take(id, edited, "您好，我这就帮您查一下仓库的安排，稍等两分钟给您准信。");
        say(id, "订单HT-7最晚今天18:00从仓库发出，发出后10分钟内短信告诉您单号。我这就帮您查一下仓库的安排。");
        learn();
        learn();
        assertThat(outcome(used)).isEqualTo("USED");
        assertThat(outcome(edited)).isEqualTo("EDITED");
        assertThat(outcome(found.body().at("/items/2"))).isEqualTo("IGNORED");
        assertThat(effect(used, "used")).isEqualTo(1);
        assertThat(effect(edited, "edited")).isEqualTo(1);
        assertThat(
                        db.sql(
                                        "select count(*) from scripts.suggestion s where s.shop_id = :shop and s.taken_text is not null")
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void how_the_customer_feels_afterwards_is_counted_once() {
        var id = write("我的订单什么时候发货");
        var used = suggest(id).body().at("/items/0");
        take(id, used, "今天18:00前发出。");
        say(id, "今天18:00前发出。");
        clock.forward(Duration.ofMinutes(1));
        write("好的，太感谢了，服务真好");
        learn();
        write("谢谢");
        learn();
        assertThat(effect(used, "content")).isEqualTo(1);
        assertThat(effect(used, "upset")).isZero();
    }

    @Test
    void a_closed_conversation_counts_as_solved_until_the_customer_comes_back() {
        var id = write("我的订单什么时候发货");
        take(id, suggest(id).body().at("/items/0"), "今天发。");
        say(id, "今天发。");
        var closed =
                stage.act(agent, "conversations/" + id + "/state", null, Map.of("state", "CLOSED"));
        assertThat(closed.status()).as(closed.body().toPrettyString()).isEqualTo(200);
        learn();
        assertThat(solved(id)).isEqualTo(1);
    }

    @Test
    void a_suggestion_of_another_conversation_is_not_taken() {
        var id = write("我的订单什么时候发货");
        suggest(id);
        var unknown = Map.of("key", "ship.when", "language", "zh", "text", "x");
        assertThat(stage.act(agent, path(id) + "/" + UUID.randomUUID(), null, unknown).status())
                .isEqualTo(404);
        var stranger = people.asStaff(AGENT, stage.shop());
        assertThat(stage.send(post("/api/v1/" + path(id)), stranger, Map.of()).status())
                .isEqualTo(404);
        var blind = people.asStaff(Set.of(Permission.SCRIPT_READ), shop);
        assertThat(stage.send(post("/api/v1/" + path(id)), blind, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void nothing_is_kept_for_ever() {
        var id = write("我的订单什么时候发货");
        suggest(id);
        assertThat(rows(id)).isNotEmpty();
        old.sweep(clock.instant().plus(Duration.ofDays(401)), 500);
        assertThat(rows(id)).isEmpty();
    }

    private UUID write(String text) {
        clock.forward(Duration.ofSeconds(1));
        var body =
                """
                {"id":"%s","sender":{"id":"wx-1","name":"林晓"},"text":"%s","at":"%s","context":{"orderNumber":"HT-7"}}
                """
                        .formatted(UUID.randomUUID(), text, clock.instant());
        var answer =
                stage.perform(
                        post("/api/v1/channels/" + channel + "/messages")
                                .with(market)
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        return UUID.fromString(answer.text("conversation"));
    }

    private void say(UUID id, String text) {
        clock.forward(Duration.ofSeconds(1));
        var said =
                stage.act(
                        agent,
                        "conversations/" + id + "/messages/" + UUID.randomUUID(),
                        null,
                        Map.of("text", text, "note", false));
        assertThat(said.status()).as(said.body().toPrettyString()).isEqualTo(200);
    }

    /** The listener hears what has happened since, once more what it knows. */
    private void learn() {
        outcomes.hear(facts.after(heard, 500));
    }

    private static String path(UUID id) {
        return "conversations/" + id + "/script-suggestions";
    }

    private Answer suggest(UUID id) {
        return stage.send(post("/api/v1/" + path(id)), agent, Map.of());
    }

    private Answer suggest(UUID id, String typed) {
        return stage.send(post("/api/v1/" + path(id)), agent, Map.of("typed", typed));
    }

    private void take(UUID id, JsonNode suggestion, String text) {
        var body =
                Map.of(
                        "key", suggestion.path("key").asString(),
                        "language", suggestion.path("language").asString(),
                        "text", text);
        var taken = stage.act(agent, path(id) + "/" + suggestion.path("id").asString(), null, body);
        assertThat(taken.status()).as(taken.body().toPrettyString()).isEqualTo(200);
    }

    private static JsonNode one(Answer found, String key) {
        for (var item : found.body().path("items")) {
            if (item.path("key").asString().equals(key)) {
                return item;
            }
        }
        throw new AssertionError(key + " is not offered: " + found.body().toPrettyString());
    }

    private List<UUID> rows(UUID conversation) {
        return db.sql("select s.id from scripts.suggestion s where s.conversation_id = :id")
                .param("id", conversation)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private String outcome(JsonNode suggestion) {
        return db.sql("select s.outcome from scripts.suggestion s where s.id = :id")
                .param("id", UUID.fromString(suggestion.path("id").asString()))
                .query(String.class)
                .single();
    }

    private int effect(JsonNode suggestion, String column) {
        return db.sql(
                        "select coalesce(sum(e."
                                + column
                                + "), 0)::int from scripts.effect e where e.shop_id = :shop and e.key = :key")
                .param("shop", shop.value())
                .param("key", suggestion.path("key").asString())
                .query(Integer.class)
                .single();
    }

    private int solved(UUID conversation) {
        return db.sql(
                        """
                        select count(*) from scripts.suggestion s
                         where s.conversation_id = :id and s.solved_at is not null
                        """)
                .param("id", conversation)
                .query(Integer.class)
                .single();
    }
}
