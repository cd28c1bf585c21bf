package anxin.scripts.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What an agent types is looked over before the customer reads it. */
@AnxinTest
class WordingCheckTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor zhouNing = request -> request;

    @BeforeEach
    void anAgent() {
        shop = stage.shop();
        zhouNing = people.asStaff(Set.of(Permission.SCRIPT_READ), shop);
    }

    @Test
    void a_promise_without_a_time_is_explained_and_put_better() {
        var found = check("您好。我们会尽快处理的。", false);
        assertThat(found.text("slips.0.kind")).isEqualTo("VAGUE");
        assertThat(found.number("slips.0.start")).isEqualTo(3);
        assertThat(found.text("slips.0.problem")).contains("names no time");
        assertThat(found.text("slips.0.proposal")).containsPattern("[今明]天\\d\\d:[03]0前处理");
        var better = found.text("slips.0.proposal");
        assertThat(check(better, false).body().path("slips")).isEmpty();
    }

    @Test
    void a_vague_word_with_its_latest_time_passes() {
        assertThat(check("尽快，最晚今天 18:00 前", false).body().path("slips")).isEmpty();
    }

    @Test
    void blame_rudeness_and_promises_beyond_the_policy_stand_in_order() {
        var found = check("都是你没看清楚。你到底想怎么样？给您15天无理由退货吧。", false);
        assertThat(kinds(found)).containsExactly("BLAME", "RUDE", "OVER_PROMISE");
    }

    @Test
    void a_script_names_its_times_by_blanks() {
        assertThat(check("{{reply_by}}前尽快答复您。", true).body().path("slips")).isEmpty();
        var found = check("您的订单{{order}}我们尽快发出。", true);
        assertThat(found.text("slips.0.proposal")).isEqualTo("您的订单{{order}}我们在{{reply_by}}前发出。");
    }

    @Test
    void nobody_checks_for_another_shop_and_nothing_is_too_long() {
        var stranger = people.asStaff(Set.of(Permission.SCRIPT_READ), stage.shop());
        assertThat(check(stranger, Map.of("text", "尽快")).status()).isEqualTo(404);
        assertThat(check(zhouNing, Map.of("text", "尽".repeat(8001))).status()).isEqualTo(400);
        assertThat(check(zhouNing, Map.of("text", "")).body().path("slips")).isEmpty();
    }

    private Answer check(String text, boolean template) {
        var answer = check(zhouNing, Map.of("text", text, "language", "zh", "template", template));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private Answer check(RequestPostProcessor who, Map<String, ?> body) {
        return stage.send(post("/api/v1/shops/" + shop + "/wording-checks"), who, body);
    }

    private static java.util.List<String> kinds(Answer found) {
        return StreamSupport.stream(found.body().path("slips").spliterator(), false)
                .map(one -> one.path("kind").asString())
                .toList();
    }
}
