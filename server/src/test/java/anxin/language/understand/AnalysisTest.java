package anxin.language.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** With the real encoder, and models learned from a few examples of each intent. */
@AnxinTest
class AnalysisTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor agent = request -> request;

    @BeforeEach
    void anAgent() {
        shop = stage.shop();
        agent = people.asStaff(Permission.LANGUAGE_READ, shop);
    }

    @Test
    void an_angry_message_says_what_is_wanted_named_and_threatened() {
        var said = analyse("有完没完啊骗子，昨天买的红色连衣裙XL码掉色，订单HT-1009，再不退款我就打12315！！！");
        assertThat(said.status()).as(said.body().toPrettyString()).isEqualTo(200);
        assertThat(said.text("language")).isEqualTo("zh");
        assertThat(said.body().path("intents")).hasSize(3);
        assertThat(said.body().path("intents").get(0).path("confidence").asDouble()).isPositive();
        assertThat(said.body().path("entities"))
                .extracting(one -> one.path("kind").asString() + " " + one.path("value").asString())
                .contains(
                        "ORDER_NUMBER HT-1009",
                        "COLOUR red",
                        "SIZE XL",
                        "DATE 2026-11-12",
                        "PRODUCT 连衣裙");
        assertThat(said.body().path("emotion").path("strength").asDouble()).isGreaterThan(0.4);
        assertThat(said.text("escalations.0.escalation")).isEqualTo("REGULATOR");
        assertThat(said.body().path("wantsPerson").asBoolean()).isFalse();
    }

    @Test
    void plain_wishes_are_recognised_in_the_language_they_are_written_in() {
        assertIntent("发货了吗亲", "zh", "ship_urge");
        assertIntent("我要开发票呀", "zh", "invoice");
        assertIntent("When will you ship it?", "en", "ship_urge");
        assertIntent("領収書をお願いします", "ja", "invoice");
    }

    @Test
    void who_asks_for_a_person_is_heard_the_first_time() {
        assertThat(analyse("转人工").body().path("wantsPerson").asBoolean()).isTrue();
        assertThat(analyse("let me talk to a human").body().path("wantsPerson").asBoolean())
                .isTrue();
    }

    @Test
    void a_promise_without_a_time_is_found() {
        assertThat(analyse("我们会尽快处理").text("wordings.0.words")).isEqualTo("尽快");
        assertThat(analyse("尽快，最晚今天18:00前").body().path("wordings")).isEmpty();
    }

    @Test
    void many_texts_are_answered_in_their_order() {
        var said =
                stage.send(
                        post("/api/v1/language/analyses"),
                        agent,
                        Map.of(
                                "messages",
                                List.of(
                                        Map.of("text", "我要开发票"),
                                        Map.of("text", "where is my parcel"),
                                        Map.of(
                                                "text",
                                                "我要开发票",
                                                "context",
                                                Map.of("shop", shop.value())))));
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body().path("items"))
                .extracting(one -> one.path("language").asString())
                .containsExactly("zh", "en", "zh");
        assertThat(said.body().path("items").get(0).path("intents"))
                .isEqualTo(said.body().path("items").get(2).path("intents"));
    }

    @Test
    void what_was_said_before_helps_to_read_a_short_answer() {
        var alone = analyse("那怎么开");
        var after =
                stage.send(
                        post("/api/v1/language/analysis"),
                        agent,
                        Map.of("text", "那怎么开", "context", Map.of("before", "我需要电子发票，公司抬头")));
        assertThat(confidence(after, "invoice")).isGreaterThan(confidence(alone, "invoice"));
    }

    @Test
    void what_is_malformed_or_another_shops_is_refused() {
        assertThat(analyse(" ").status()).isEqualTo(400);
        assertThat(analyse("长".repeat(2001)).status()).isEqualTo(400);
        assertThat(
                        stage.send(
                                        post("/api/v1/language/analysis"),
                                        agent,
                                        Map.of("text", "好", "language", "xx"))
                                .text("fields.0.pointer"))
                .isEqualTo("/language");
        assertThat(
                        stage.send(
                                        post("/api/v1/language/analysis"),
                                        agent,
                                        Map.of(
                                                "text",
                                                "好",
                                                "context",
                                                Map.of("shop", stage.shop().value())))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void strange_texts_are_survived() {
        for (var text :
                List.of("？？？", "😊😊", "123", "\u202e\u0000x", "a".repeat(2000), "ก".repeat(500))) {
            assertThat(analyse(text).status()).as(text).isEqualTo(200);
        }
    }

    private Stage.Answer analyse(String text) {
        return stage.send(post("/api/v1/language/analysis"), agent, Map.of("text", text));
    }

    @Test
    void how_the_writer_feels_is_heard() {
        assertThat(analyse("你们是不是有病啊").text("emotion.kind")).isEqualTo("ANGRY");
        assertThat(analyse("请问有几个颜色呢").text("emotion.kind")).isEqualTo("NEUTRAL");
    }

    private void assertIntent(String text, String language, String intent) {
        var said = analyse(text);
        assertThat(said.text("language")).as(text).isEqualTo(language);
        assertThat(said.text("intents.0.key")).as(text).isEqualTo(intent);
    }

    private static double confidence(Stage.Answer said, String intent) {
        for (var one : said.body().path("intents")) {
            if (one.path("key").asString().equals(intent)) {
                return one.path("confidence").asDouble();
            }
        }
        return 0;
    }
}
