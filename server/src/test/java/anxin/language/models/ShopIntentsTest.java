package anxin.language.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A shop makes intents of its own, trains, looks at the grades, and goes back. */
@AnxinTest
class ShopIntentsTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TrainModels training;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor manager = request -> request;

    @BeforeEach
    void aManager() {
        shop = stage.shop();
        manager =
                people.asStaff(List.of(Permission.LANGUAGE_READ, Permission.LANGUAGE_WRITE), shop);
    }

    @Test
    void an_own_intent_is_live_after_its_training_and_gone_after_a_roll_back() {
        teaClasses();
        assertThat(analyse("茶艺课这周有名额吗").text("intents.0.key")).isNotEqualTo("tea_class");

        assertThat(train(true).text("models.0.state")).isEqualTo("WAITING");
        training.round();

        var models = models();
        assertThat(models.number("live")).isEqualTo(1);
        assertThat(models.text("models.0.state")).isEqualTo("READY");
        assertThat(models.body().path("models").get(0).path("accuracy").asDouble())
                .isGreaterThan(0.5);
        assertThat(models.body().path("changed").asBoolean()).isFalse();
        var said = analyse("茶艺课这周有名额吗");
        assertThat(said.text("intents.0.key")).isEqualTo("tea_class");
        assertThat(said.text("intents.0.name")).isEqualTo("Tea class");
        assertThat(said.number("model")).isEqualTo(1);

        assertThat(putLive(0).number("live")).isZero();
        assertThat(analyse("茶艺课这周有名额吗").text("intents.0.key")).isNotEqualTo("tea_class");
        assertThat(putLive(1).number("live")).isEqualTo(1);
        assertThat(analyse("茶艺课这周有名额吗").text("intents.0.key")).isEqualTo("tea_class");
    }

    @Test
    void who_does_not_want_it_live_looks_at_the_grades_first() {
        teaClasses();
        train(false);
        training.round();
        assertThat(models().number("live")).isZero();
        assertThat(models().text("models.0.state")).isEqualTo("READY");
    }

    @Test
    void a_new_name_and_a_merge_count_at_once() {
        act("intents/invoice", Map.of("nameZh", "开票", "nameEn", "Receipts"));
        assertThat(analyse("我要开发票").text("intents.0.name")).isEqualTo("Receipts");
        act("intents/invoice/merge", Map.of("into", "order_query"));
        assertThat(analyse("我要开发票").text("intents.0.key")).isEqualTo("order_query");
        stage.send(delete("/api/v1/shops/" + shop + "/intents/invoice/merge"), manager, null);
        assertThat(analyse("我要开发票").text("intents.0.key")).isEqualTo("invoice");
        stage.send(delete("/api/v1/shops/" + shop + "/intents/invoice"), manager, null);
        assertThat(analyse("我要开发票").text("intents.0.name")).isEqualTo("Invoice");
    }

    @Test
    void merges_go_in_no_circle_and_into_nothing_unknown() {
        assertThat(act("intents/invoice/merge", Map.of("into", "order_query")).status())
                .isEqualTo(200);
        assertThat(act("intents/order_query/merge", Map.of("into", "invoice")).status())
                .isEqualTo(422);
        assertThat(act("intents/invoice/merge", Map.of("into", "invoice")).status()).isEqualTo(422);
        assertThat(act("intents/invoice/merge", Map.of("into", "nobody_knows")).status())
                .isEqualTo(404);
    }

    @Test
    void an_example_is_kept_once_and_can_be_taken_away() {
        act("intents/tea_class", Map.of("nameZh", "茶艺课", "nameEn", "Tea class"));
        var id = UUID.randomUUID();
        var body = Map.of("text", "茶艺课怎么报名", "language", "zh");
        assertThat(act("intents/tea_class/examples/" + id, body).status()).isEqualTo(200);
        assertThat(act("intents/tea_class/examples/" + id, body).status()).isEqualTo(200);
        var known = act("intents/invoice/examples/" + UUID.randomUUID(), body);
        assertThat(known.status()).isEqualTo(409);
        var view = stage.look(manager, "shops/" + shop + "/intents/tea_class");
        assertThat(view.body().path("examples")).hasSize(1);
        stage.send(
                delete("/api/v1/shops/" + shop + "/intents/tea_class/examples/" + id),
                manager,
                null);
        assertThat(
                        stage.look(manager, "shops/" + shop + "/intents/tea_class")
                                .body()
                                .path("examples"))
                .isEmpty();
    }

    @Test
    void bad_keys_empty_names_and_early_trainings_are_refused() {
        assertThat(train(true).status()).isEqualTo(422);
        assertThat(act("intents/Bad-Key", Map.of("nameZh", "茶艺课", "nameEn", "E")).status())
                .isEqualTo(400);
        assertThat(act("intents/tea_class", Map.of("nameZh", " ", "nameEn", "E")).status())
                .isEqualTo(400);
        assertThat(
                        act(
                                        "intents/tea_class/examples/" + UUID.randomUUID(),
                                        Map.of("text", "x", "language", "zh"))
                                .status())
                .isEqualTo(404);
        assertThat(putLive(7).status()).isEqualTo(422);
    }

    @Test
    void an_agent_may_look_but_not_change() {
        var agent = people.asStaff(Permission.LANGUAGE_READ, shop);
        assertThat(stage.look(agent, "shops/" + shop + "/intents").status()).isEqualTo(200);
        assertThat(
                        stage.act(
                                        agent,
                                        "shops/" + shop + "/intents/tea_class",
                                        null,
                                        Map.of("nameZh", "茶艺课", "nameEn", "Tea class"))
                                .status())
                .isEqualTo(403);
    }

    private void teaClasses() {
        act("intents/tea_class", Map.of("nameZh", "茶艺课", "nameEn", "Tea class"));
        for (var text :
                List.of(
                        "茶艺课怎么报名",
                        "你们有教泡茶的课吗",
                        "茶艺课多少钱一节",
                        "周末的茶艺班还有名额吗",
                        "想学茶道，有培训吗",
                        "茶艺课在哪里上",
                        "报名茶艺课需要自己带茶具吗",
                        "小朋友可以上茶艺课吗",
                        "茶艺课能改时间吗",
                        "线上有没有泡茶课程")) {
            act(
                    "intents/tea_class/examples/" + UUID.randomUUID(),
                    Map.of("text", text, "language", "zh"));
        }
    }

    private Stage.Answer act(String path, Map<String, ?> body) {
        return stage.act(manager, "shops/" + shop + "/" + path, null, body);
    }

    private Stage.Answer train(boolean goesLive) {
        return act("language-models/" + UUID.randomUUID(), Map.of("goesLive", goesLive));
    }

    private Stage.Answer putLive(int version) {
        return act("language-models/live", Map.of("version", version));
    }

    private Stage.Answer models() {
        return stage.look(manager, "shops/" + shop + "/language-models");
    }

    private Stage.Answer analyse(String text) {
        return stage.send(
                post("/api/v1/language/analysis"),
                manager,
                Map.of("text", text, "context", Map.of("shop", shop.value())));
    }
}
