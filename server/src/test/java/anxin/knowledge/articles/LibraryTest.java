package anxin.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
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
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An article is written, looked at by somebody else, live, confirmed, changed and taken away. */
@AnxinTest
class LibraryTest {

    private static final Set<Permission> ALL =
            Set.of(
                    Permission.KNOWLEDGE_READ,
                    Permission.KNOWLEDGE_WRITE,
                    Permission.KNOWLEDGE_REVIEW);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor zhouNing = request -> request;
    private RequestPostProcessor heWei = request -> request;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void twoColleagues() {
        shop = stage.shop();
        zhouNing = people.asStaff(ALL, shop);
        heWei = people.as(people.staff("He Wei", ALL, "L3", List.of(), shop));
    }

    @Test
    void what_one_wrote_another_puts_live() {
        var written = write("茶叶怎么保存", "密封、避光。");
        assertThat(written.text("item.state")).isEqualTo("DRAFT");
        assertThat(written.text("open.html")).isEqualTo("<p>密封、避光。</p>");
        assertThat(actions(written)).contains("submit").doesNotContain("approve");

        var submitted = act(zhouNing, "submission", written, null);
        assertThat(submitted.text("item.state")).isEqualTo("REVIEW");
        var own = act(zhouNing, "approval", submitted, Map.of());
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text("type")).endsWith("own-work");

        var live = act(heWei, "approval", submitted, Map.of("note", "好"));
        assertThat(live.text("item.state")).isEqualTo("LIVE");
        assertThat(live.text("live.reviewedBy")).isEqualTo("He Wei");
        assertThat(live.text("live.authors.0")).isEqualTo("Zhou Ning");
        assertThat(list("LIVE")).containsExactly("茶叶怎么保存");
        assertThat(list("REVIEW")).isEmpty();
    }

    @Test
    void a_change_stands_beside_what_is_live_until_it_is_approved() {
        var live = live("茶叶怎么保存", "密封、避光。");
        var changed = save(live.number("revision"), "茶叶怎么保存", "密封、避光，放冰箱。");
        assertThat(changed.text("live.answer")).isEqualTo("密封、避光。");
        assertThat(changed.text("open.answer")).isEqualTo("密封、避光，放冰箱。");

        var back =
                act(
                        heWei,
                        "refusal",
                        act(zhouNing, "submission", changed, null),
                        Map.of("note", "绿茶才放冰箱"));
        assertThat(back.text("item.state")).isEqualTo("DRAFT");
        assertThat(back.text("open.note")).isEqualTo("绿茶才放冰箱");

        var mended = save(back.number("revision"), "茶叶怎么保存", "密封、避光；绿茶放冰箱。");
        var second = act(heWei, "approval", act(zhouNing, "submission", mended, null), Map.of());
        assertThat(second.number("live.number")).isEqualTo(2);
        var versions = stage.look(heWei, path("/versions"));
        assertThat(versions.body().path("items")).hasSize(2);
        assertThat(versions.text("items.1.answer")).isEqualTo("密封、避光。");
    }

    @Test
    void whoever_also_wrote_on_it_does_not_review_it() {
        var written = write("茶叶怎么保存", "密封。");
        var both =
                stage.act(
                        heWei, path("/draft"), written.number("revision"), draft("茶叶怎么保存", "避光。"));
        assertThat(both.text("open.authors.1")).isEqualTo("He Wei");
        var submitted = act(zhouNing, "submission", both, null);
        assertThat(act(heWei, "approval", submitted, Map.of()).status()).isEqualTo(422);
        var third = people.asStaff(ALL, shop);
        assertThat(act(third, "approval", submitted, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_program_writes_but_does_not_review() {
        var key = people.withKey(ALL, shop);
        var submitted = act(zhouNing, "submission", write("问", "答"), null);
        var answer = act(key, "approval", submitted, Map.of());
        assertThat(answer.text("type")).endsWith("review-needs-a-person");
    }

    @Test
    void nothing_goes_live_that_nobody_handed_in() {
        var written = write("问", "答");
        assertThat(act(heWei, "approval", written, Map.of()).text("type"))
                .endsWith("not-in-review");
    }

    @Test
    void whoever_saves_on_an_old_version_is_told() {
        var written = write("问", "答");
        save(written.number("revision"), "问", "答案");
        var late = save(written.number("revision"), "问", "别的");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).endsWith("version-conflict");
    }

    @Test
    void of_two_who_approve_at_once_one_is_told() throws Exception {
        var submitted = act(zhouNing, "submission", write("问", "答"), null);
        var third = people.asStaff(ALL, shop);
        List<Callable<Integer>> both =
                List.of(
                        () -> act(heWei, "approval", submitted, Map.of()).status(),
                        () -> act(third, "approval", submitted, Map.of()).status());
        assertThat(Stage.together(both)).contains(200).containsAnyOf(409, 422);
    }

    @Test
    void an_article_that_nobody_confirms_goes_stale_and_is_confirmed_again() {
        live("茶叶怎么保存", "密封、避光。");
        assertThat(list("STALE")).isEmpty();
        clock.forward(Duration.ofDays(31));
        assertThat(list("STALE")).containsExactly("茶叶怎么保存");
        var stale = stage.look(zhouNing, path(""));
        assertThat(stale.body().at("/item/stale").asBoolean()).isTrue();
        act(zhouNing, "confirmation", stale, null);
        assertThat(list("STALE")).isEmpty();
    }

    @Test
    void an_article_is_taken_away_and_its_versions_stay() {
        var gone = act(heWei, "withdrawal", live("问", "答"), null);
        assertThat(gone.text("item.state")).isEqualTo("AWAY");
        assertThat(list("LIVE")).isEmpty();
        assertThat(list("AWAY")).containsExactly("问");
        assertThat(stage.look(zhouNing, path("/versions")).body().path("items")).hasSize(1);
    }

    @Test
    void a_discarded_draft_leaves_what_is_live_and_else_nothing() {
        var written = write("问", "答");
        discard(written);
        assertThat(stage.look(zhouNing, path("")).status()).isEqualTo(404);

        var live = live("问", "答");
        discard(save(live.number("revision"), "别的问法", "别的"));
        var left = stage.look(zhouNing, path(""));
        assertThat(left.text("item.question")).isEqualTo("问");
        assertThat(left.text("item.state")).isEqualTo("LIVE");
    }

    @Test
    void an_agents_proposal_is_credited_when_a_colleague_accepts_it() {
        var agent = people.as(agentNamed("Lin Feng"));
        var body =
                Map.of(
                        "language", "zh",
                        "question", "茶具能微波吗",
                        "answer", "汝窑不能进微波炉。",
                        "conversation", UUID.randomUUID().toString());
        var proposals = "shops/" + shop + "/article-proposals/" + id;
        assertThat(stage.act(agent, proposals, null, body).status()).isEqualTo(200);
        assertThat(stage.act(agent, proposals, null, body).status()).isEqualTo(200);
        assertThat(list("PROPOSED")).containsExactly("茶具能微波吗");

        var submitted = act(zhouNing, "submission", stage.look(zhouNing, path("")), null);
        var live = act(zhouNing, "approval", submitted, Map.of());
        assertThat(live.status()).as("handed it in").isEqualTo(422);
        assertThat(act(heWei, "approval", submitted, Map.of()).status()).isEqualTo(200);

        var credits = stage.look(zhouNing, "shops/" + shop + "/articles/credits");
        assertThat(credits.text("0.name")).isEqualTo("Lin Feng");
        assertThat(credits.number("0.accepted")).isEqualTo(1);
        assertThat(list("PROPOSED")).isEmpty();
    }

    @Test
    void a_use_counts_once_and_may_turn_out_to_have_helped() {
        live("问", "答");
        var use = path("/uses/" + UUID.randomUUID());
        var used = Map.of("place", "DESK", "outcome", "USED");
        stage.act(zhouNing, use, null, used);
        assertThat(stage.act(zhouNing, use, null, used).number("used")).isEqualTo(1);
        var helped = stage.act(zhouNing, use, null, Map.of("place", "DESK", "outcome", "HELPED"));
        assertThat(helped.number("helped")).isEqualTo(1);
        var not = stage.act(zhouNing, use, null, Map.of("place", "DESK", "outcome", "NOT_HELPED"));
        assertThat(not.number("helped")).isZero();
        assertThat(not.number("notHelped")).isEqualTo(1);
        assertThat(not.number("used")).isEqualTo(1);
        assertThat(stage.look(heWei, path("")).text("uses.0.by")).isEqualTo("Zhou Ning");
    }

    @Test
    void what_is_malformed_is_told_field_by_field() {
        var bad = new LinkedHashMap<>(draft("问", "答"));
        bad.put("language", "xx");
        bad.put("freshDays", 0);
        var answer = stage.act(zhouNing, path("/draft"), 0, bad);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("fields")).hasSize(2);
        var dates = new LinkedHashMap<>(draft("问", "答"));
        dates.put("validFrom", "2026-12-02T00:00:00Z");
        dates.put("validUntil", "2026-12-01T00:00:00Z");
        assertThat(stage.act(zhouNing, path("/draft"), 0, dates).text("fields.0.pointer"))
                .isEqualTo("/validUntil");
        assertThat(stage.act(zhouNing, path("/draft"), null, draft("问", "答")).status())
                .isEqualTo(428);
    }

    @Test
    void html_is_shown_and_does_nothing() {
        var preview =
                stage.send(
                        post("/api/v1/shops/" + shop + "/articles/preview"),
                        zhouNing,
                        Map.of(
                                "answer",
                                "# 标题\n- **粗**\n- [坏](javascript:alert(1))\n\n<img src=x onerror=alert(1)>"));
        assertThat(preview.text("html"))
                .isEqualTo(
                        "<h2>标题</h2><ul><li><strong>粗</strong></li>"
                                + "<li>[坏](javascript:alert(1))</li></ul>"
                                + "<p>&lt;img src=x onerror=alert(1)&gt;</p>");
    }

    @Test
    void who_may_only_read_does_not_write_and_another_shop_is_not_there() {
        live("问", "答");
        var reader = people.asStaff(Permission.KNOWLEDGE_READ, shop);
        assertThat(stage.look(reader, path("")).status()).isEqualTo(200);
        assertThat(stage.act(reader, path("/draft"), 3, draft("问", "答")).status()).isEqualTo(403);
        var writer = people.asStaff(Permission.KNOWLEDGE_WRITE, shop);
        assertThat(stage.act(writer, path("/approval"), 3, Map.of()).status()).isEqualTo(403);
        var stranger = people.asStaff(ALL, stage.shop());
        assertThat(stage.look(stranger, path("")).status()).isEqualTo(404);
        assertThat(stage.act(stranger, path("/draft"), 3, draft("问", "答")).status()).isEqualTo(404);
    }

    private anxin.identity.Caller.Staff agentNamed(String name) {
        return people.staff(
                name,
                List.of(Permission.KNOWLEDGE_READ, Permission.CONVERSATION_ANSWER),
                "L1",
                List.of(),
                shop);
    }

    private Answer live(String question, String answer) {
        var submitted = act(zhouNing, "submission", write(question, answer), null);
        return act(heWei, "approval", submitted, Map.of());
    }

    private Answer write(String question, String answer) {
        return save(0, question, answer);
    }

    private Answer save(long revision, String question, String answer) {
        return stage.act(zhouNing, path("/draft"), revision, draft(question, answer));
    }

    private static Map<String, Object> draft(String question, String answer) {
        return Map.of(
                "language",
                "zh",
                "question",
                question,
                "phrasings",
                List.of("另一种问法"),
                "answer",
                answer,
                "freshDays",
                30);
    }

    private Answer act(
            RequestPostProcessor who,
            String what,
            Answer on,
            @org.jspecify.annotations.Nullable Object body) {
        return stage.act(who, path("/" + what), on.number("revision"), body);
    }

    private void discard(Answer written) {
        var answer =
                stage.send(
                        delete("/api/v1/" + path("/draft"))
                                .header("If-Match", "\"" + written.number("revision") + "\""),
                        zhouNing,
                        null);
        assertThat(answer.status()).isEqualTo(200);
    }

    private String path(String rest) {
        return "shops/" + shop + "/articles/" + id + rest;
    }

    private List<String> list(String list) {
        var page = stage.look(zhouNing, "shops/" + shop + "/articles?list=" + list);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(item -> item.path("question").asString())
                .toList();
    }

    private static List<String> actions(Answer view) {
        return StreamSupport.stream(view.body().path("allowed").spliterator(), false)
                .map(action -> action.path("action").asString())
                .toList();
    }
}
