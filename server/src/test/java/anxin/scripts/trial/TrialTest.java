package anxin.scripts.trial;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Two wordings are compared by conversation, each counted once. */
@AnxinTest
class TrialTest {

    private static final Set<Permission> ALL =
            Set.of(Permission.SCRIPT_READ, Permission.SCRIPT_REVIEW);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired ScriptTrials trials;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor heWei = request -> request;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aTeamLeader() {
        shop = stage.shop();
        heWei = people.asStaff(ALL, shop);
    }

    @Test
    void each_conversation_is_offered_one_of_the_two_and_always_the_same() {
        begin(id, "ship.when", "ship.urgent");
        int second = 0;
        for (int n = 0; n < 200; n++) {
            var conversation = UUID.randomUUID();
            var excluded = trials.excluded(shop, "zh", conversation);
            assertThat(excluded).hasSize(1).isSubsetOf("ship.when", "ship.urgent");
            assertThat(trials.excluded(shop, "zh", conversation)).isEqualTo(excluded);
            second += excluded.contains("ship.when") ? 1 : 0;
        }
        assertThat(second).isBetween(60, 140);
        assertThat(trials.excluded(shop, "en", UUID.randomUUID())).isEmpty();
    }

    @Test
    void what_came_of_both_is_counted_once_a_conversation_and_told_with_its_interval() {
        begin(id, "ship.when", "ship.urgent");
        clock.forward(Duration.ofMinutes(1));
        for (int n = 0; n < 40; n++) {
            said(of(false), "ship.when", true, "CONTENT");
            said(of(true), "ship.urgent", false, "UPSET");
        }
        var twice = of(false);
        said(twice, "ship.when", true, null);
        said(twice, "ship.when", true, null);
        said(of(true), "ship.when", false, "UPSET"); // It belonged to the other.
        clock.forward(Duration.ofMinutes(1));
        var view = stage.look(heWei, path("")).body().get(0);
        assertThat(view.at("/first/said").asInt()).isEqualTo(41);
        assertThat(view.at("/second/said").asInt()).isEqualTo(40);
        assertThat(view.at("/first/solved").asInt()).isEqualTo(41);
        assertThat(view.at("/content/verdict").asString()).isEqualTo("FIRST_BETTER");
        assertThat(view.at("/solved/low").asDouble()).isPositive();
    }

    @Test
    void without_enough_it_says_so_and_when_it_ends_both_are_offered_again() {
        var begun = begin(id, "ship.when", "ship.urgent");
        assertThat(begun.text("solved.verdict")).isEqualTo("NOT_ENOUGH");
        assertThat(begin(id, "ship.when", "ship.urgent").status()).isEqualTo(200);
        var ended = stage.act(heWei, path("/" + id + "/end"), null, null);
        assertThat(ended.body().path("endedAt").isNull()).isFalse();
        assertThat(trials.excluded(shop, "zh", UUID.randomUUID())).isEmpty();
    }

    @Test
    void only_two_live_scripts_that_nobody_compares_yet_are_compared() {
        assertThat(begin(id, "ship.when", "ship.when").text("fields.0.pointer"))
                .isEqualTo("/second");
        assertThat(begin(id, "no.such", "ship.when").text("fields.0.pointer")).isEqualTo("/first");
        begin(id, "ship.when", "ship.urgent");
        assertThat(begin(UUID.randomUUID(), "ship.urgent", "ship.late").text("type"))
                .endsWith("trial-running");
        var reader = people.asStaff(Set.of(Permission.SCRIPT_READ), shop);
        assertThat(stage.act(reader, path("/" + id + "/end"), null, null).status()).isEqualTo(403);
    }

    private Answer begin(UUID trial, String first, String second) {
        return stage.act(
                heWei,
                path("/" + trial),
                null,
                Map.of("language", "zh", "first", first, "second", second));
    }

    /** A conversation that belongs to the first of the two, or to the second. */
    private UUID of(boolean second) {
        return Stream.generate(UUID::randomUUID)
                .limit(1_000)
                .filter(one -> trials.excluded(shop, "zh", one).contains("ship.when") == second)
                .findFirst()
                .orElseThrow();
    }

    private void said(UUID conversation, String key, boolean solved, @Nullable String mood) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql(
                        """
                        insert into scripts.suggestion
                               (shop_id, id, conversation_id, seq, key, language, number, emotion, shown_at, outcome,
                                answer_seq, decided_at, mood, solved_at)
                        values (:shop, :id, :conversation, 1, :key, 'zh', 0, 'NEUTRAL', :at, 'USED', 2, :at, :mood,
                                case when :solved then :at end)
                        """)
                .param("shop", shop.value())
                .param("id", UUID.randomUUID())
                .param("conversation", conversation)
                .param("key", key)
                .param("at", at)
                .param("mood", mood)
                .param("solved", solved)
                .update();
    }

    private String path(String rest) {
        return "shops/" + shop + "/script-trials" + rest;
    }
}
