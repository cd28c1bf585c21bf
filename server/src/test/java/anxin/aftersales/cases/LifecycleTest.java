package anxin.aftersales.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in docs/lifecycle.md is drawn from the table; {@code ./dev api} draws it anew. */
class LifecycleTest {

    private static final Path DRAWN = Path.of("../docs/lifecycle.md");

    @Test
    void the_picture_in_the_docs_is_the_table_in_the_code() throws IOException {
        var now = document();
        if (Boolean.getBoolean("anxin.contract.write")) {
            Files.writeString(DRAWN, now);
        }
        assertThat(Files.readString(DRAWN))
                .as("docs/lifecycle.md is stale; run ./dev api and commit what it writes")
                .isEqualTo(now);
    }

    @Test
    void every_state_can_be_reached_and_only_the_two_final_ones_are_ends() {
        var reached = EnumSet.of(CaseState.SUBMITTED);
        var next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            var from = next.remove();
            for (var row : Lifecycle.TABLE) {
                if (row.from().contains(from)) {
                    row.to().stream().filter(reached::add).forEach(next::add);
                }
            }
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(CaseState.class));

        var left =
                Lifecycle.TABLE.stream()
                        .flatMap(row -> row.from().stream())
                        .collect(Collectors.toSet());
        assertThat(EnumSet.allOf(CaseState.class))
                .allSatisfy(
                        state -> assertThat(left.contains(state)).isNotEqualTo(state.isFinal()));
    }

    @Test
    void every_state_that_waits_has_a_way_on_when_its_time_runs_out() {
        var runsOut =
                Lifecycle.TABLE.stream()
                        .filter(row -> row.event() == CaseEvent.RUN_OUT)
                        .flatMap(row -> row.from().stream())
                        .collect(Collectors.toSet());
        assertThat(runsOut).isEqualTo(waiting());
    }

    private static Set<CaseState> waiting() {
        return Arrays.stream(CaseState.values())
                .filter(state -> !state.isFinal())
                .collect(Collectors.toSet());
    }

    private static String document() {
        return """
                # The life of a case

                Drawn from the table in the code (`Lifecycle`), which refuses whatever is not in it. Running out and cancelling are
                in the table below and not in the picture. A decision by the rules leads to a remedy, a question, a person, options,
                a refusal or somebody who handles a complaint.

                ```mermaid
                stateDiagram-v2
                    state decision <<choice>>
                    state remedy <<choice>>
                    [*] --> SUBMITTED
                %s%s    COMPLETED --> [*]
                    CLOSED --> [*]
                ```

                | state | the customer reads | moves next |
                |---|---|---|
                %s
                | row | from | what happens | to |
                |---|---|---|---|
                %s"""
                .formatted(edges(), remedies(), states(), rows());
    }

    private static String edges() {
        var edges = new LinkedHashSet<String>();
        for (var row : Lifecycle.TABLE) {
            if (row.event() == CaseEvent.RUN_OUT || row.event() == CaseEvent.CANCEL) {
                continue;
            }
            for (var from : names(row.from())) {
                for (var to : shortened(row)) {
                    edges.add("    %s --> %s: %s\n".formatted(from, to, words(row.event())));
                }
            }
        }
        return String.join("", edges);
    }

    /** Many targets go by way of one of the two forks. */
    private static Set<String> shortened(Lifecycle.Transition row) {
        var names = names(row.to());
        if (row.to().equals(audited())) {
            return Set.of("decision");
        }
        var remedies = names(remedy());
        if (names.containsAll(remedies)) {
            names.removeAll(remedies);
            names.add("remedy");
        }
        return names;
    }

    private static String remedies() {
        var text = new StringBuilder();
        var others = EnumSet.copyOf(audited());
        others.removeAll(remedy());
        others.forEach(state -> text.append("    decision --> ").append(state).append('\n'));
        text.append("    decision --> remedy\n");
        remedy().forEach(state -> text.append("    remedy --> ").append(state).append('\n'));
        return text.toString();
    }

    private static Set<CaseState> audited() {
        return targets("T02–T12");
    }

    private static Set<CaseState> remedy() {
        var states = EnumSet.copyOf(targets("T15"));
        states.removeAll(EnumSet.of(CaseState.WAIT_APPROVAL, CaseState.AWAITING_CHOICE));
        return states;
    }

    private static Set<CaseState> targets(String id) {
        return Lifecycle.TABLE.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static String states() {
        var text = new StringBuilder();
        for (var state : CaseState.values()) {
            text.append(
                    "| `%s` | %s · %s | %s |\n"
                            .formatted(
                                    state,
                                    state.label().zh(),
                                    state.label().en(),
                                    words(state.mover())));
        }
        return text.toString();
    }

    private static String rows() {
        var text = new StringBuilder();
        for (var row : Lifecycle.TABLE) {
            text.append(
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    row.id(),
                                    joined(row.from()),
                                    words(row.event()),
                                    joined(row.to())));
        }
        return text.toString();
    }

    private static String joined(Set<CaseState> states) {
        return String.join(", ", names(states));
    }

    private static Set<String> names(Set<CaseState> states) {
        return states.stream()
                .sorted()
                .map(Enum::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
