package anxin.work.line;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.work.line.Picking.Agent;
import anxin.work.line.Picking.Need;
import anxin.work.line.Picking.Pick;
import anxin.work.line.Picking.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PickingTest {

    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");
    private static final UUID ZHOU_NING = new UUID(0, 1);
    private static final UUID HE_WEI = new UUID(0, 2);

    @Test
    void who_came_first_is_served_first_and_who_may_not_wait_before_them() {
        var picks =
                pick(
                        List.of(work("late", 0, 30), work("early", 0, 10), work("urgent", 10, 50)),
                        List.of(agent(ZHOU_NING, 0, 2)));
        assertThat(picks).extracting(Pick::subject).containsExactly("urgent", "early");
    }

    @Test
    void whoever_has_the_least_gets_it_and_among_equals_who_was_given_nothing_for_longest() {
        var busy = new Agent(ZHOU_NING, Map.of(), 5, 10, NOW.minusSeconds(900));
        var fresh = new Agent(HE_WEI, Map.of(), 2, 10, NOW.minusSeconds(5));
        assertThat(pick(List.of(work("a", 0, 1)), List.of(busy, fresh)))
                .containsExactly(new Pick("a", HE_WEI));
        var waited = new Agent(ZHOU_NING, Map.of(), 2, 10, NOW.minusSeconds(900));
        assertThat(pick(List.of(work("a", 0, 1)), List.of(fresh, waited)))
                .containsExactly(new Pick("a", ZHOU_NING));
    }

    @Test
    void only_who_is_good_enough_at_it_gets_it() {
        var complaint = waiting("c", "complaints", 0, 1, 2, new Need("COMPLAINT", 3));
        var beginner = new Agent(ZHOU_NING, Map.of("COMPLAINT", 2), 0, 10, NOW);
        var expert = new Agent(HE_WEI, Map.of("COMPLAINT", 3), 8, 10, NOW);
        assertThat(pick(List.of(complaint), List.of(beginner, expert)))
                .containsExactly(new Pick("c", HE_WEI));
        assertThat(pick(List.of(complaint), List.of(beginner))).isEmpty();
    }

    @Test
    void nothing_lighter_overtakes_in_its_line() {
        var chat = waiting("chat", "all", 0, 1, 2);
        var mail = waiting("mail", "all", 0, 2, 1);
        var almostFull = new Agent(ZHOU_NING, Map.of(), 9, 10, NOW);
        assertThat(pick(List.of(chat, mail), List.of(almostFull))).isEmpty();
        var elsewhere = waiting("mail", "written", 0, 2, 1);
        assertThat(pick(List.of(chat, elsewhere), List.of(almostFull)))
                .containsExactly(new Pick("mail", ZHOU_NING));
    }

    @Test
    void what_is_kept_for_the_last_agent_waits_for_them_and_holds_up_nobody() {
        var kept = keptFor(HE_WEI, NOW.plusSeconds(1));
        var next = work("next", 0, 5);
        var zhouNing = agent(ZHOU_NING, 0, 10);
        assertThat(pick(List.of(kept, next), List.of(zhouNing, agent(HE_WEI, 9, 9))))
                .containsExactly(new Pick("next", ZHOU_NING));
        assertThat(pick(List.of(kept, next), List.of(zhouNing, agent(HE_WEI, 8, 9))))
                .containsExactly(new Pick("kept", HE_WEI), new Pick("next", ZHOU_NING));
        assertThat(pick(List.of(kept), List.of(zhouNing)))
                .as("he is not there")
                .containsExactly(new Pick("kept", ZHOU_NING));
        assertThat(pick(List.of(keptFor(HE_WEI, NOW)), List.of(zhouNing, agent(HE_WEI, 9, 9))))
                .as("the time is over")
                .containsExactly(new Pick("kept", ZHOU_NING));
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobody_gets_more_than_they_have_room_for_and_nothing_is_given_twice(long seed) {
        var floor = new Floor(seed);
        var given = floor.given();
        assertThat(floor.picks).extracting(Pick::subject).doesNotHaveDuplicates();
        for (var pick : floor.picks) {
            assertThat(floor.agent(pick).can(floor.of(pick).needs())).isTrue();
        }
        floor.agents.forEach(
                (id, agent) ->
                        assertThat(agent.load() + given.getOrDefault(id, 0))
                                .isLessThanOrEqualTo(Math.max(agent.load(), agent.capacity())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobody_has_room_for_the_first_of_any_line(long seed) {
        var floor = new Floor(seed);
        var given = floor.given();
        var firsts = new HashMap<String, Waiting>();
        floor.left().stream()
                .filter(one -> !floor.isKept(one))
                .forEach(one -> firsts.putIfAbsent(one.line(), one));
        for (var first : firsts.values()) {
            for (var agent : floor.agents.values()) {
                var room = agent.capacity() - agent.load() - given.getOrDefault(agent.id(), 0);
                assertThat(agent.can(first.needs()) && room >= first.weight())
                        .as("%s is free while %s waits", agent, first)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void among_equals_the_order_of_arrival_holds(long seed) {
        var floor = new Floor(seed);
        var served =
                floor.picks.stream()
                        .map(Pick::subject)
                        .collect(Collectors.toCollection(HashSet::new));
        for (var one : floor.work.values()) {
            for (var other : floor.work.values()) {
                var before =
                        one.line().equals(other.line())
                                && Picking.IN_ORDER.compare(one, other) < 0
                                && !floor.isKept(one)
                                && !floor.isKept(other);
                if (before && served.contains(other.subject())) {
                    assertThat(served).contains(one.subject());
                }
            }
        }
        var order = floor.picks.stream().map(floor::of).toList();
        assertThat(order).isSortedAccordingTo(Picking.IN_ORDER);
    }

    /** Some agents, some lines, and what was given to whom. */
    private static final class Floor {

        final Map<UUID, Agent> agents = new HashMap<>();
        final Map<String, Waiting> work = new HashMap<>();
        final List<Pick> picks;

        Floor(long seed) {
            var chance = new Random(seed);
            var ids = new ArrayList<UUID>();
            for (var n = chance.nextInt(8); n >= 0; n--) {
                var id = new UUID(seed, n);
                var skills = new HashMap<String, Integer>();
                for (var skill : List.of("RETURNS", "lang:ja")) {
                    skills.put(skill, chance.nextInt(4));
                }
                var capacity = 1 + chance.nextInt(8);
                agents.put(
                        id,
                        new Agent(
                                id,
                                skills,
                                chance.nextInt(capacity + 2),
                                capacity,
                                NOW.minusSeconds(chance.nextInt(100))));
                ids.add(id);
            }
            for (var n = chance.nextInt(40); n >= 0; n--) {
                var line = chance.nextInt(4);
                var needs =
                        switch (line) {
                            case 0 -> List.<Need>of();
                            case 1 -> List.of(new Need("RETURNS", 2));
                            case 2 -> List.of(new Need("RETURNS", 1), new Need("lang:ja", 1));
                            default -> List.of(new Need("nobody's", 1));
                        };
                var kept = chance.nextInt(4) == 0;
                work.put(
                        "w" + n,
                        new Waiting(
                                "w" + n,
                                "line" + line,
                                chance.nextInt(3) * 10,
                                NOW.minusSeconds(chance.nextInt(20)),
                                1 + chance.nextInt(3),
                                needs,
                                kept ? ids.get(chance.nextInt(ids.size())) : null,
                                kept ? NOW.plusSeconds(chance.nextInt(20) - 10) : null));
            }
            picks = Picking.pick(work.values(), agents.values(), NOW, 1_000);
        }

        Agent agent(Pick pick) {
            return Objects.requireNonNull(agents.get(pick.agent()));
        }

        Waiting of(Pick pick) {
            return Objects.requireNonNull(work.get(pick.subject()));
        }

        Map<UUID, Integer> given() {
            var given = new HashMap<UUID, Integer>();
            picks.forEach(one -> given.merge(one.agent(), of(one).weight(), Integer::sum));
            return given;
        }

        List<Waiting> left() {
            var served = picks.stream().map(Pick::subject).collect(Collectors.toSet());
            return work.values().stream()
                    .filter(one -> !served.contains(one.subject()))
                    .sorted(Picking.IN_ORDER)
                    .toList();
        }

        /** For an agent who is there and can do it. */
        boolean isKept(Waiting one) {
            var agent = one.preferred() == null ? null : agents.get(one.preferred());
            var until = one.preferredUntil();
            return agent != null && until != null && NOW.isBefore(until) && agent.can(one.needs());
        }
    }

    private static List<Pick> pick(List<Waiting> waiting, List<Agent> agents) {
        return Picking.pick(waiting, agents, NOW, 100);
    }

    private static Waiting work(String subject, int rank, int after) {
        return waiting(subject, "all", rank, after, 1);
    }

    private static Waiting waiting(
            String subject, String line, int rank, int after, int weight, Need... needs) {
        return new Waiting(
                subject,
                line,
                rank,
                NOW.minusSeconds(100).plusSeconds(after),
                weight,
                List.of(needs),
                null,
                null);
    }

    private static Waiting keptFor(UUID agent, @Nullable Instant until) {
        return new Waiting("kept", "all", 0, NOW.minusSeconds(100), 1, List.of(), agent, until);
    }

    private static Agent agent(UUID id, int load, int capacity) {
        return new Agent(id, Map.of(), load, capacity, NOW);
    }
}
