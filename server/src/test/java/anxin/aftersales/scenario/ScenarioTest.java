package anxin.aftersales.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.refund.FakeGateway;
import anxin.aftersales.refund.Reconciliation;
import anxin.aftersales.refund.RefundSender;
import anxin.identity.TestPeople;
import anxin.kernel.fact.FactListener;
import anxin.kernel.fact.FactLog;
import anxin.payments.GatewayNews;
import anxin.work.deadlines.DeadlineClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scenarios of the worked examples, played step by step over HTTP against the real database, with
 * what is parallel in parallel. {@code -Danxin.scenarios=/a/file.jsonl} plays others in the same
 * format.
 */
@AnxinTest
class ScenarioTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired FakeGateway gateway;
    @Autowired RefundSender sender;
    @Autowired DeadlineClock deadlines;
    @Autowired GatewayNews refunds;
    @Autowired Reconciliation reconciliation;
    @Autowired FactLog facts;
    @Autowired List<FactListener> listeners;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Walked walked;

    /**
     * Rows that no case walks: a case is born decided, and a refund that is not known moves only
     * itself.
     */
    private static final Set<String> WALKED_OTHERWISE = Set.of("T02–T12", "T42");

    /** Rows of cases that live at a shop platform, which has tests of its own. */
    private static final Set<String> OF_PLATFORMS = Set.of("T57", "T58");

    static Stream<Scenario> scenarios() throws IOException {
        var others = System.getProperty("anxin.scenarios", "");
        if (!others.isEmpty()) {
            return Scenario.of(Files.newBufferedReader(Path.of(others)));
        }
        return Scenario.of(resource("/anxin/aftersales/scenario/scenarios.jsonl"));
    }

    private static BufferedReader resource(String name) {
        var stream = Objects.requireNonNull(ScenarioTest.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    @Test
    void every_row_of_the_table_is_walked_through_a_door_or_by_a_timer() throws IOException {
        scenarios().forEach(this::play);
        assertThat(Lifecycle.TABLE)
                .filteredOn(row -> !WALKED_OTHERWISE.contains(row.id()))
                .filteredOn(row -> !OF_PLATFORMS.contains(row.id()))
                .filteredOn(row -> !walked.has(row))
                .extracting(Lifecycle.Transition::id)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void a_scenario_ends_as_written(Scenario scenario) {
        play(scenario);
    }

    private void play(Scenario scenario) {
        var props =
                new Props(
                        stage,
                        people,
                        clock,
                        gateway,
                        sender,
                        deadlines,
                        refunds,
                        reconciliation,
                        facts,
                        listeners,
                        transaction,
                        db);
        var world = new World(props, scenario);
        try {
            var play = new Play(world);
            new Given(world, play).make();
            play.begins();
            scenario.rounds().forEach(play::round);
            world.land();
            new Outcome(world, play).compare();
        } finally {
            world.land();
        }
    }
}
