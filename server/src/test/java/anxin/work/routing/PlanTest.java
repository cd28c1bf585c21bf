package anxin.work.routing;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.work.NewWork.Traits;
import anxin.work.routing.Plan.Queue;
import anxin.work.routing.Plan.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan PLAN =
            new Plan(
                    List.of(
                            queue("all", null, List.of()),
                            queue("returns", "RETURNS", List.of("ja")),
                            queue("live", null, List.of())),
                    List.of(
                            rule("returns", true, null, null, List.of("投诉", "ＲＥＦＵＮＤ")),
                            rule("live", false, List.of("WEB_CHAT"), List.of("zh", "en"), null),
                            new Rule("returns", false, null, null, null, null, 7)),
                    null);

    @Test
    void the_first_rule_of_which_everything_fits_says_where() {
        assertThat(at(work("我要投诉", "zh", "mail", 0))).isEqualTo("returns!");
        assertThat(at(work("a refund please", "en", "mail", 0))).isEqualTo("returns!");
        assertThat(at(work("你好", "zh", "WEB_CHAT", 0))).isEqualTo("live");
        assertThat(at(work("你好", "ja", "WEB_CHAT", 0))).isEqualTo("all");
        assertThat(at(work("你好", "zh", "mail", 7))).isEqualTo("returns");
        assertThat(at(work("你好", "zh", "mail", 6))).isEqualTo("all");
    }

    @Test
    void what_is_handed_to_a_team_waits_in_its_queue_and_that_of_no_queue_by_the_rules() {
        assertThat(PLAN.place(work("你好", "zh", "mail", 0), "RETURNS").queue().id())
                .isEqualTo("returns");
        assertThat(PLAN.place(work("你好", "zh", "mail", 0), "FINANCE").queue().id())
                .isEqualTo("all");
    }

    @Test
    void a_language_is_asked_for_only_where_the_queue_asks_for_it() {
        assertThat(PLAN.queue("returns").need("ja")).isEqualTo("ja");
        assertThat(PLAN.queue("returns").need("zh")).isNull();
        assertThat(PLAN.queue("returns").need(null)).isNull();
        assertThat(PLAN.queue("gone").id()).isEqualTo("all");
    }

    private static String at(Traits work) {
        var place = PLAN.place(work, null);
        return place.queue().id() + (place.urgent() ? "!" : "");
    }

    private static Traits work(String text, String language, String channel, int value) {
        return new Traits(List.of("c-1", channel), false, language, null, value, text, null);
    }

    private static Queue queue(String id, @Nullable String team, List<String> languages) {
        return new Queue(id, id, id, team, 1, languages, 2, 1, 60, 120, null, null);
    }

    private static Rule rule(
            String queue,
            boolean urgent,
            @Nullable List<String> channels,
            @Nullable List<String> languages,
            @Nullable List<String> words) {
        return new Rule(queue, urgent, channels, languages, null, words, null);
    }
}
