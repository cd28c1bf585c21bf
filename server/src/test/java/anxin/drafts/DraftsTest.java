package anxin.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.language.endpoint.ModelStub;
import anxin.payments.Stub.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** A shop connects a language model; agents get drafts that hold against what the shop knows. */
@AnxinTest
class DraftsTest {

    private static final List<Permission> AGENT =
            List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private final ModelStub model = new ModelStub();
    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor agent = request -> request;

    @BeforeEach
    void aShopWithAModel() {
        shop = stage.shop();
        agent = people.asStaff(AGENT, shop);
        assertThat(connect(shop, model.line.address(), ModelStub.KEY, 2, 50, 1_000).status())
                .isEqualTo(200);
    }

    @AfterEach
    void theModelEnds() {
        model.close();
    }

    @Test
    void an_answer_is_drafted_from_what_the_shop_knows_and_nothing_personal_leaves() {
        var id = write("我是林晓，手机13812345678，七天无理由退货怎么退？");
        model.says(asked -> "您好⟦NAME_1⟧，" + ModelStub.firstSource(asked));
        var draft = draft(id, "ANSWER");
        assertThat(draft.status()).as(draft.body().toPrettyString()).isEqualTo(200);
        assertThat(draft.text("text")).startsWith("您好林晓，");
        assertThat(draft.body().path("sources").isEmpty()).isFalse();
        assertThat(model.lastAsked())
                .contains("⟦NAME_1⟧", "⟦PHONE_1⟧")
                .doesNotContain("林晓", "13812345678");
        assertThat(saidByStaff(id)).as("it is sent by nobody but the agent").isZero();
    }

    @Test
    void a_draft_that_states_what_no_source_says_is_shown_to_nobody() {
        var id = write("七天无理由退货怎么退？");
        for (var lie :
                List.of(
                        "签收后90天内都可以退。",
                        "我们保证全额退款，并赠送优惠券。",
                        "请联系⟦PHONE_3⟧",
                        "请打开 https://evil.example 付款")) {
            model.says(lie);
            var draft = draft(id, "ANSWER");
            assertThat(draft.text("type")).as(lie).endsWith("draft-unfounded");
            assertThat(draft.body().toString()).doesNotContain("evil.example");
        }
        model.says("签收后7天内");
        model.isCutOff();
        assertThat(draft(id, "ANSWER").text("type")).endsWith("draft-unfounded");
    }

    @Test
    void what_the_shop_does_not_know_is_not_even_asked() {
        var id = write("qqxzv wwkpf");
        assertThat(draft(id, "ANSWER").text("type")).endsWith("draft-unfounded");
        assertThat(model.line.requests).isEmpty();
    }

    @Test
    void a_conversation_is_summed_up_and_a_message_translated() {
        var id = write("两件外套退一件，付了199元");
        model.says("客户付199元买两件外套，想退其中一件。");
        assertThat(draft(id, "SUMMARY").text("text")).contains("199元");
        model.says("Two coats, one goes back, 199 yuan paid");
        var translated = translate(id, "两件外套退一件，付了199元", "en");
        assertThat(translated.text("text")).startsWith("Two coats");
        model.says("Two coats, one goes back, 299 yuan paid");
        assertThat(translate(id, "两件外套退一件，付了199元", "en").text("type")).endsWith("draft-unfounded");
    }

    @Test
    void trouble_with_the_model_is_told_and_stops_nobody() {
        var id = write("七天无理由退货怎么退？");
        model.line.line(Line.CUT_BEFORE);
        assertThat(draft(id, "ANSWER").text("type")).endsWith("drafting-no-answer");
        model.says("RAWgarbage");
        assertThat(draft(id, "ANSWER").text("type")).endsWith("drafting-no-answer");
        model.fails(401);
        assertThat(draft(id, "ANSWER").text("type")).endsWith("drafting-refused");
        assertThat(drafting(shop).body().path("purposes").size()).isEqualTo(4);
    }

    @Test
    void without_a_model_nothing_is_offered() {
        assertThat(remove().status()).isEqualTo(200);
        assertThat(drafting(shop).body().path("purposes").isEmpty()).isTrue();
        var id = write("七天无理由退货怎么退？");
        assertThat(draft(id, "ANSWER").text("type")).endsWith("drafting-not-connected");
        assertThat(test(shop).status()).isEqualTo(404);
    }

    @Test
    void the_key_is_sealed_shown_to_nobody_and_not_sent_to_another_address() {
        var shown = state(shop).body().toString();
        assertThat(shown).contains("\"keySet\":true").doesNotContain(ModelStub.KEY);
        var stored =
                db.sql(
                                "select encode(e.sealed_key, 'escape') from language.endpoint e where e.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(String.class)
                        .single();
        assertThat(stored).doesNotContain(ModelStub.KEY);
        assertThat(connect(shop, "https://thief.example/v1", null, 2, 50, 1_000).status())
                .isEqualTo(400);
        assertThat(connect(shop, model.line.address(), null, 2, 50, 1_000).status()).isEqualTo(200);
        assertThat(test(shop).text("verdict")).isEqualTo("WORKS");
        assertThat(connect(shop, "http://far.example/v1", "k", 2, 50, 1_000).status())
                .as("not in the open")
                .isEqualTo(400);
    }

    @Test
    void what_a_day_may_cost_is_never_exceeded_however_many_ask_at_once() {
        connect(shop, model.line.address(), ModelStub.KEY, 8, 4, 1_000);
        model.countsNothing();
        model.says("客户想退货");
        var id = write("我想退货");
        var acts = new ArrayList<Callable<Stage.Answer>>();
        for (int n = 0; n < 8; n++) {
            acts.add(() -> draft(id, "SUMMARY"));
        }
        var answers = Stage.together(acts);
        assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(4);
        assertThat(answers)
                .filteredOn(one -> one.status() != 200)
                .allSatisfy(one -> assertThat(one.text("type")).endsWith("drafting-spent"));
        assertThat(model.line.requests).hasSize(4);
        assertThat(state(shop).number("endpoint.todayCalls")).isEqualTo(4);
        clock.forward(java.time.Duration.ofDays(1));
        assertThat(draft(id, "SUMMARY").status()).as("a new day").isEqualTo(200);
        connect(shop, model.line.address(), ModelStub.KEY, 8, 100, 0);
        assertThat(draft(id, "SUMMARY").text("type"))
                .as("no money for it")
                .endsWith("drafting-spent");
    }

    @Test
    void no_more_than_agreed_are_asked_at_once() throws Exception {
        connect(shop, model.line.address(), ModelStub.KEY, 1, 50, 1_000);
        var id = write("我想退货");
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        model.says(
                body -> {
                    asked.countDown();
                    try {
                        go.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "客户想退货";
                });
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> draft(id, "SUMMARY"));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(draft(id, "SUMMARY").text("type")).endsWith("drafting-busy");
            go.countDown();
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    @Test
    void nobody_of_another_shop_drafts_connects_or_looks() {
        var id = write("我想退货");
        var other = stage.shop();
        var stranger = people.asStaff(AGENT, other);
        assertThat(
                        stage.perform(
                                        post("/api/v1/conversations/" + id + "/drafts")
                                                .with(stranger)
                                                .contentType("application/json")
                                                .content("{\"kind\":\"SUMMARY\"}"))
                                .status())
                .isEqualTo(404);
        assertThat(
                        stage.perform(get("/api/v1/shops/" + shop + "/drafting").with(stranger))
                                .status())
                .isEqualTo(404);
        assertThat(
                        stage.perform(
                                        get("/api/v1/shops/" + shop + "/language-endpoint")
                                                .with(agent))
                                .status())
                .as("an agent keeps no keys")
                .isEqualTo(403);
    }

    @Test
    void an_unsure_intent_gets_a_second_opinion_which_must_be_one_of_ours() {
        var before = opinion();
        assertThat(before.status()).as(before.body().toPrettyString()).isEqualTo(200);
        var own = before.text("own");
        model.says("no_such_intent");
        assertThat(opinion().text("intent")).isEqualTo(own);
        model.says(body -> own);
        var second = opinion();
        assertThat(second.text("by")).as(second.body().toPrettyString()).isEqualTo("MODEL");
    }

    private Stage.Answer opinion() {
        return stage.perform(
                post("/api/v1/language/opinions")
                        .with(people.asStaff(Permission.LANGUAGE_READ, shop))
                        .contentType("application/json")
                        .content("{\"shop\":\"%s\",\"text\":\"发票尺码退款优惠券\"}".formatted(shop)));
    }

    private Stage.Answer connect(
            ShopId of,
            String address,
            @org.jspecify.annotations.Nullable String key,
            int atOnce,
            int calls,
            long minor) {
        return stage.perform(
                put("/api/v1/shops/" + of + "/language-endpoint")
                        .with(people.asStaff(Permission.KEYS_MANAGE, of))
                        .contentType("application/json")
                        .content(
                                """
                                {"address":"%s","model":"m-1","key":%s,"purposes":["ANSWER","SUMMARY","TRANSLATION","OPINION"],
                                 "atOnce":%d,"dayCalls":%d,"dayMinor":%d,"currency":"CNY","inputPrice":200,"outputPrice":800}
                                """
                                        .formatted(
                                                address,
                                                key == null ? "null" : "\"" + key + "\"",
                                                atOnce,
                                                calls,
                                                minor)));
    }

    private Stage.Answer state(ShopId of) {
        return stage.perform(
                get("/api/v1/shops/" + of + "/language-endpoint")
                        .with(people.asStaff(Permission.KEYS_MANAGE, of)));
    }

    private Stage.Answer test(ShopId of) {
        return stage.perform(
                put("/api/v1/shops/" + of + "/language-endpoint/test")
                        .with(people.asStaff(Permission.KEYS_MANAGE, of)));
    }

    private Stage.Answer remove() {
        return stage.perform(
                delete("/api/v1/shops/" + shop + "/language-endpoint")
                        .with(people.asStaff(Permission.KEYS_MANAGE, shop)));
    }

    private Stage.Answer drafting(ShopId of) {
        return stage.perform(get("/api/v1/shops/" + of + "/drafting").with(agent));
    }

    private Stage.Answer draft(UUID id, String kind) {
        return stage.perform(
                post("/api/v1/conversations/" + id + "/drafts")
                        .with(agent)
                        .header("Accept-Language", "zh")
                        .contentType("application/json")
                        .content("{\"kind\":\"" + kind + "\"}"));
    }

    private Stage.Answer translate(UUID id, String text, String to) {
        return stage.perform(
                post("/api/v1/conversations/" + id + "/translations")
                        .with(agent)
                        .contentType("application/json")
                        .content(
                                "{\"text\":%s,\"to\":\"%s\"}"
                                        .formatted(
                                                JsonMapper.shared().writeValueAsString(text), to)));
    }

    private long saidByStaff(UUID id) {
        return db.sql(
                        "select count(*) from conversation.message m where m.conversation_id = :id and m.kind = 'STAFF'")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private UUID write(String text) {
        var channel = "market-" + shop;
        var set =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/channels/" + channel)
                                .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                                .contentType("application/json")
                                .content(
                                        "{\"kind\":\"WEBHOOK\",\"name\":\"市场\",\"secret\":\"a secret of sixteen\",\"url\":null}"));
        assertThat(set.status()).as(set.body().toPrettyString()).isEqualTo(200);
        var answer =
                stage.perform(
                        post("/api/v1/channels/" + channel + "/messages")
                                .with(people.withKey(Permission.CHANNEL_DELIVER, shop))
                                .content(
                                        """
                                        {"id":"%s","sender":{"id":"buyer-1","name":"林晓"},"text":%s,"at":"%s"}
                                        """
                                                .formatted(
                                                        UUID.randomUUID(),
                                                        JsonMapper.shared()
                                                                .writeValueAsString(text),
                                                        clock.instant())));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        return UUID.fromString(answer.text("conversation"));
    }
}
