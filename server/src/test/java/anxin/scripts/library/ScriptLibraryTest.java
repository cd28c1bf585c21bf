package anxin.scripts.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A shop's scripts over the shipped ones: written, looked at, live, brought back, taken away. */
@AnxinTest
class ScriptLibraryTest {

    private static final Set<Permission> ALL =
            Set.of(Permission.SCRIPT_READ, Permission.SCRIPT_WRITE, Permission.SCRIPT_REVIEW);
    private static final String SHIPPED = "ship.when/zh";
    private static final String OWN = "tea.storage/zh";

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired Shelf shelf;

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
    void a_shop_begins_with_what_is_shipped() {
        var counts = stage.look(zhouNing, path("counts?language=zh"));
        assertThat(counts.number("all")).isEqualTo(ShippedScripts.in("zh").size());
        assertThat(counts.number("live")).isEqualTo(counts.number("all"));
        var one = stage.look(zhouNing, path(SHIPPED));
        assertThat(one.number("revision")).isZero();
        assertThat(one.number("live.number")).isZero();
        assertThat(one.text("live.blanks.0.label")).isEqualTo("Order number");
        assertThat(stage.look(zhouNing, path("nothing.here/zh")).status()).isEqualTo(404);
    }

    @Test
    void two_chinese_characters_find_a_script() {
        assertThat(keys("q=缺货&language=zh")).contains("ship.no-stock");
        assertThat(keys("q=催发&language=zh&size=200")).contains("ship.when");
        assertThat(keys("scene=live&language=zh"))
                .contains("live.link")
                .doesNotContain("ship.when");
        assertThat(keys("intent=scam_check&language=en"))
                .containsExactlyInAnyOrder("scam.not-us", "scam.verify");
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        var first = stage.look(zhouNing, path("?language=zh&size=120"));
        var second =
                stage.look(zhouNing, path("?language=zh&size=120&after=" + first.text("next")));
        assertThat(first.body().path("items").size() + second.body().path("items").size())
                .isEqualTo(ShippedScripts.in("zh").size());
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(stage.look(zhouNing, path("?after=damaged")).status()).isEqualTo(400);
    }

    @Test
    void what_one_wrote_over_a_shipped_script_another_puts_live_and_it_can_come_back() {
        var written = save(SHIPPED, 0, "订单{{order}}今天{{ship_by}}前发出。");
        assertThat(written.text("status")).isEqualTo("DRAFT");
        assertThat(said("ship.when")).contains("最晚");
        var submitted = act(zhouNing, SHIPPED, "submission", written, null);
        assertThat(act(zhouNing, SHIPPED, "approval", submitted, Map.of()).text("type"))
                .endsWith("own-work");
        var approved = act(heWei, SHIPPED, "approval", submitted, Map.of("note", "清楚"));
        assertThat(approved.text("status")).isEqualTo("LIVE");
        assertThat(said("ship.when")).isEqualTo("订单{{order}}今天{{ship_by}}前发出。");

        var back = act(heWei, SHIPPED, "live", approved, Map.of("number", 0));
        assertThat(back.status()).isEqualTo(200);
        assertThat(said("ship.when")).contains("最晚");
        var versions = stage.look(zhouNing, path(SHIPPED + "/versions"));
        assertThat(versions.body().path("items")).hasSize(2);
        assertThat(versions.number("items.1.number")).isZero();
        assertThat(act(heWei, SHIPPED, "live", back, Map.of("number", 7)).text("type"))
                .endsWith("never-live");
    }

    @Test
    void a_script_of_the_shops_own_is_sent_back_with_the_reason_and_mended() {
        var submitted = act(zhouNing, OWN, "submission", save(OWN, 0, "密封、避光保存{{days}}天。"), null);
        var refused = act(heWei, OWN, "refusal", submitted, Map.of("note", "请写明温度"));
        assertThat(refused.text("open.note")).isEqualTo("请写明温度");
        assertThat(shelf.live(shop, "zh")).noneMatch(one -> one.key().equals("tea.storage"));
        var mended = save(OWN, refused.number("revision"), "密封、避光，25度以下保存{{days}}天。");
        var again = act(zhouNing, OWN, "submission", mended, null);
        assertThat(act(heWei, OWN, "approval", again, Map.of()).status()).isEqualTo(200);
        assertThat(said("tea.storage")).contains("25度");
    }

    @Test
    void a_discarded_script_that_never_was_live_is_gone_and_a_shipped_one_is_as_before() {
        discard(OWN, save(OWN, 0, "密封保存。"));
        assertThat(stage.look(zhouNing, path(OWN)).status()).isEqualTo(404);
        discard(SHIPPED, save(SHIPPED, 0, "别的"));
        assertThat(stage.look(zhouNing, path(SHIPPED)).text("status")).isEqualTo("LIVE");
    }

    @Test
    void what_is_taken_away_is_offered_to_nobody_and_stands_among_what_is_away() {
        var gone = act(heWei, SHIPPED, "withdrawal", 0, null);
        assertThat(gone.text("status")).isEqualTo("AWAY");
        assertThat(shelf.live(shop, "zh")).noneMatch(one -> one.key().equals("ship.when"));
        assertThat(keys("list=AWAY")).containsExactly("ship.when");
        assertThat(act(heWei, SHIPPED, "live", gone, Map.of("number", 0)).status()).isEqualTo(200);
        assertThat(shelf.live(shop, "zh")).anyMatch(one -> one.key().equals("ship.when"));
    }

    @Test
    void what_nobody_confirms_within_its_period_is_flagged() {
        var live = act(zhouNing, SHIPPED, "confirmation", 0, null);
        assertThat(keys("list=STALE")).isEmpty();
        clock.forward(Duration.ofDays(181));
        assertThat(keys("list=STALE")).containsExactly("ship.when");
        act(zhouNing, SHIPPED, "confirmation", live, null);
        assertThat(keys("list=STALE")).isEmpty();
    }

    @Test
    void each_agent_has_one_word_on_a_script() {
        vote(zhouNing, false, "没有说原因");
        vote(zhouNing, true, "改得好");
        vote(heWei, false, "太长");
        var one = stage.look(zhouNing, path(SHIPPED));
        assertThat(one.body().path("voices")).hasSize(2);
        var listed = stage.look(zhouNing, path("?q=ship.when&language=zh"));
        assertThat(listed.number("items.0.good")).isEqualTo(1);
        assertThat(listed.number("items.0.bad")).isEqualTo(1);
    }

    @Test
    void whoever_saves_on_an_old_revision_is_told() {
        var written = save(OWN, 0, "一");
        assertThat(save(OWN, 0, "二").status()).isEqualTo(409);
        save(OWN, written.number("revision"), "三");
        assertThat(save(OWN, written.number("revision"), "四").text("type"))
                .endsWith("version-conflict");
    }

    @Test
    void what_makes_no_sense_is_named() {
        assertThat(save(OWN, 0, "您好{{}}").text("fields.0.pointer")).isEqualTo("/text");
        assertThat(save("Bad Key/zh", 0, "x").status()).isEqualTo(400);
        assertThat(save("tea.storage/xx", 0, "x").status()).isEqualTo(400);
        var unknown = new HashMap<>(draft("x"));
        unknown.put("intents", List.of("no_such_intent"));
        assertThat(stage.act(zhouNing, path(OWN + "/draft"), 0L, unknown).text("fields.0.pointer"))
                .isEqualTo("/intents");
    }

    @Test
    void scripts_of_another_shop_are_not_there() {
        var stranger = people.asStaff(ALL, stage.shop());
        assertThat(stage.look(stranger, path(SHIPPED)).status()).isEqualTo(404);
        var reader = people.asStaff(Set.of(Permission.SCRIPT_READ), shop);
        assertThat(stage.act(reader, path(OWN + "/draft"), 0L, draft("x")).status()).isEqualTo(403);
    }

    private String path(String rest) {
        return "shops/"
                + shop
                + "/scripts"
                + (rest.startsWith("?") || rest.isEmpty() ? rest : "/" + rest);
    }

    private List<String> keys(String query) {
        return StreamSupport.stream(
                        stage.look(zhouNing, path("?" + query)).body().path("items").spliterator(),
                        false)
                .map(one -> one.path("key").asString())
                .toList();
    }

    private String said(String key) {
        return shelf.live(shop, "zh").stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow()
                .wording()
                .text();
    }

    private static Map<String, Object> draft(String text) {
        return Map.of(
                "scene", "order",
                "intents", List.of("ship_urge"),
                "emotion", "NEUTRAL",
                "tone", "WARM",
                "channel", "ANY",
                "state", "ANY",
                "text", text);
    }

    private Answer save(String script, long seen, String text) {
        return stage.act(zhouNing, path(script + "/draft"), seen, draft(text));
    }

    private Answer act(
            RequestPostProcessor who,
            String script,
            String act,
            Answer seen,
            @Nullable Object body) {
        return act(who, script, act, seen.number("revision"), body);
    }

    private Answer act(
            RequestPostProcessor who, String script, String act, long seen, @Nullable Object body) {
        return stage.act(who, path(script + "/" + act), seen, body);
    }

    private void vote(RequestPostProcessor who, boolean good, String reason) {
        var body = Map.of("good", good, "reason", reason);
        assertThat(stage.act(who, path(SHIPPED + "/vote"), null, body).status()).isEqualTo(200);
    }

    private void discard(String script, Answer seen) {
        var request =
                delete("/api/v1/" + path(script + "/draft"))
                        .header("If-Match", "\"" + seen.number("revision") + "\"");
        assertThat(stage.send(request, zhouNing, null).status()).isEqualTo(200);
    }
}
