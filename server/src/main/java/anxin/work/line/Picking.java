package anxin.work.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what: pure. Work is looked at by rank, then in the order of its arrival. Each piece goes
 * to the one who can do it, has room for it and has the least to do; among equals to the one who
 * was given nothing for longest. A piece for which nobody has room holds its line: nothing lighter
 * overtakes it there. A piece kept for the agent who served the customer before waits for them, and
 * holds up nobody.
 */
final class Picking {

    /** What an agent must be able to do. */
    record Need(String skill, int level) {}

    /**
     * @param line everything in one line has the same needs
     * @param preferred who alone gets it before {@code preferredUntil}, if they are there
     */
    record Waiting(
            String subject,
            String line,
            int rank,
            Instant since,
            int weight,
            List<Need> needs,
            @Nullable UUID preferred,
            @Nullable Instant preferredUntil) {}

    /**
     * One who is there.
     *
     * @param givenAt when they were last given something
     */
    record Agent(UUID id, Map<String, Integer> skills, int load, int capacity, Instant givenAt) {

        boolean can(List<Need> needs) {
            return needs.stream()
                    .allMatch(need -> skills.getOrDefault(need.skill(), 0) >= need.level());
        }

        boolean hasRoomFor(Waiting work) {
            return load + work.weight() <= capacity;
        }

        private Agent with(Waiting work, Instant now) {
            return new Agent(id, skills, load + work.weight(), capacity, now);
        }
    }

    record Pick(String subject, UUID agent) {}

    static final Comparator<Waiting> IN_ORDER =
            Comparator.comparingInt(Waiting::rank)
                    .reversed()
                    .thenComparing(Waiting::since)
                    .thenComparing(Waiting::subject);

    private static final Comparator<Agent> NEXT =
            Comparator.comparingDouble((Agent one) -> (double) one.load() / one.capacity())
                    .thenComparing(Agent::givenAt)
                    .thenComparing(Agent::id);

    private final Map<UUID, Agent> agents = new HashMap<>();
    private final Instant now;

    private Picking(Collection<Agent> present, Instant now) {
        present.forEach(one -> agents.put(one.id(), one));
        this.now = now;
    }

    /** At most {@code most} of them, in the order in which they are given. */
    static List<Pick> pick(
            Collection<Waiting> waiting, Collection<Agent> present, Instant now, int most) {
        return new Picking(present, now).pick(waiting, most);
    }

    private List<Pick> pick(Collection<Waiting> waiting, int most) {
        var picks = new ArrayList<Pick>();
        var held = new HashSet<String>();
        for (var work : waiting.stream().sorted(IN_ORDER).toList()) {
            if (picks.size() == most) {
                break;
            }
            if (held.contains(work.line())) {
                continue;
            }
            var kept = keptFor(work);
            if (kept != null && !kept.hasRoomFor(work)) {
                continue;
            }
            Optional<Agent> chosen = kept == null ? next(work) : Optional.of(kept);
            if (chosen.isEmpty()) {
                held.add(work.line());
                continue;
            }
            var agent = chosen.get();
            agents.put(agent.id(), agent.with(work, now));
            picks.add(new Pick(work.subject(), agent.id()));
        }
        return picks;
    }

    private @Nullable Agent keptFor(Waiting work) {
        var until = work.preferredUntil();
        if (work.preferred() == null || until == null || !now.isBefore(until)) {
            return null;
        }
        var agent = agents.get(work.preferred());
        return agent != null && agent.can(work.needs()) ? agent : null;
    }

    private Optional<Agent> next(Waiting work) {
        return agents.values().stream()
                .filter(one -> one.hasRoomFor(work) && one.can(work.needs()))
                .min(NEXT);
    }
}
