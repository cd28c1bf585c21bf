package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.WorkOwner.Given;
import anxin.work.WorkOwner.Kept;
import anxin.work.WorkOwner.Locked;
import anxin.work.line.Picking.Agent;
import anxin.work.line.Picking.Need;
import anxin.work.line.Picking.Pick;
import anxin.work.line.Picking.Waiting;
import anxin.work.presence.Attendance;
import anxin.work.routing.Plan;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a shop's work to those who are there, in one transaction: what is chosen is looked at again
 * under lock, first the work, then the agents, and given only where it still fits. Everybody locks
 * in this order, so nobody waits in a circle; an agent of two shops gets from both no more than
 * they have room for.
 */
@Component
class Assignment {

    /** What was told of it. */
    record Assigned(UUID agent) {}

    private static final int AT_ONCE = 64;

    /** So many of a line are looked at for those who have room again. */
    private static final int FEW = 8;

    private static final int MOST_BACK = 200;
    private static final String LANGUAGE = "lang:";

    private final Plans plans;
    private final Items items;
    private final Present present;
    private final Owners owners;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Assignment(
            Plans plans,
            Items items,
            Present present,
            Owners owners,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.present = present;
        this.owners = owners;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What may be given to whom, at most so much at once. */
    private record Sight(Map<String, Waiting> waiting, List<Agent> agents, int most) {}

    /**
     * @param ended nothing more of what was seen can be given
     * @param opens what now stands in front may be for others too
     */
    private record Step(int given, boolean ended, boolean opens) {

        private static final Step NOTHING = new Step(0, true, false);
    }

    /** Gives everything that can be given now; answers how much was. */
    int run(ShopId shop) {
        var given = 0;
        while (true) {
            var step = step(shop, now -> everybody(shop, now));
            given += step.given();
            if (step.ended()) {
                return given;
            }
        }
    }

    /**
     * Gives to these alone, who have room again. Nothing that waits is for anybody else: it would
     * have been given before, unless it stood behind something heavier that is given now.
     */
    int run(ShopId shop, Set<UUID> freed) {
        var given = 0;
        while (true) {
            var step = step(shop, now -> these(shop, freed, now));
            given += step.given();
            if (step.opens()) {
                return given + run(shop);
            }
            if (step.ended()) {
                return given;
            }
        }
    }

    private Step step(ShopId shop, Function<Instant, Sight> sight) {
        var done = transaction.execute(status -> give(shop, sight));
        return done == null ? Step.NOTHING : done;
    }

    private Sight everybody(ShopId shop, Instant now) {
        var agents = present.all(shop);
        return agents.stream().noneMatch(one -> one.load() < one.capacity())
                ? new Sight(Map.of(), agents, AT_ONCE)
                : new Sight(waiting(shop, now, AT_ONCE), agents, AT_ONCE);
    }

    /** With those for whom something is kept: whether it waits for them depends on them. */
    private Sight these(ShopId shop, Set<UUID> freed, Instant now) {
        var waiting = waiting(shop, now, FEW);
        var ids = new HashSet<>(freed);
        waiting.values().stream()
                .flatMap(one -> Stream.ofNullable(one.preferred()))
                .forEach(ids::add);
        return new Sight(waiting, waiting.isEmpty() ? List.of() : present.these(shop, ids), FEW);
    }

    private Step give(ShopId shop, Function<Instant, Sight> look) {
        items.lock(shop);
        var now = clock.instant();
        var sight = look.apply(now);
        var waiting = sight.waiting();
        var picks = Picking.pick(waiting.values(), sight.agents(), now, sight.most());
        if (picks.isEmpty()) {
            return Step.NOTHING;
        }
        var kept = owners.lock(shop, picks.stream().map(Pick::subject).toList());
        var open = nobodys(shop, picks, kept);
        var still = fitting(shop, waiting, picks.stream().filter(p -> open.contains(p.subject())));
        var taken = new HashSet<>(items.give(shop, still, now));
        var given = still.stream().filter(one -> taken.contains(one.subject())).toList();
        Owners.tell(kept, given, Kept::given);
        facts.append(given.stream().map(one -> assigned(shop, one)).toList());
        return new Step(
                given.size(),
                picks.size() < sight.most() && given.size() == picks.size(),
                opens(waiting.values(), taken, sight.most()));
    }

    /** Whether something lighter than what was taken may stand in front of a line now. */
    private static boolean opens(Collection<Waiting> waiting, Set<String> taken, int most) {
        return waiting.stream().collect(Collectors.groupingBy(Waiting::line)).values().stream()
                .anyMatch(
                        line -> {
                            var heaviest =
                                    line.stream()
                                            .filter(one -> taken.contains(one.subject()))
                                            .mapToInt(Waiting::weight)
                                            .max();
                            var lightest =
                                    line.stream()
                                            .filter(one -> !taken.contains(one.subject()))
                                            .mapToInt(Waiting::weight)
                                            .min();
                            return heaviest.isPresent()
                                    && (lightest.isPresent()
                                            ? lightest.getAsInt() < heaviest.getAsInt()
                                            : line.size() >= most);
                        });
    }

    private static NewFact assigned(ShopId shop, Given one) {
        return new NewFact(
                shop,
                "work.assigned",
                one.subject(),
                "system",
                null,
                Audience.STAFF,
                new Assigned(one.agent()));
    }

    private Map<String, Waiting> waiting(ShopId shop, Instant now, int most) {
        var plan = plans.of(shop);
        var found = new HashMap<String, Waiting>();
        for (var head : items.heads(shop, now, most)) {
            found.put(
                    head.subject(),
                    new Waiting(
                            head.subject(),
                            head.line(),
                            head.rank(),
                            head.enteredAt(),
                            head.weight(),
                            needs(plan.queue(head.queue()), head),
                            head.preferred(),
                            head.preferredUntil()));
        }
        return found;
    }

    private static List<Need> needs(Plan.Queue queue, Items.Head head) {
        var needs = new ArrayList<Need>();
        if (queue.team() != null) {
            needs.add(new Need(queue.team(), queue.level()));
        }
        if (head.language() != null) {
            needs.add(new Need(LANGUAGE + head.language(), 1));
        }
        return List.copyOf(needs);
    }

    /** Those that are nobody's yet; what its owner knows nothing of any more is taken away. */
    private Set<String> nobodys(ShopId shop, List<Pick> picks, List<Kept> kept) {
        var open = new HashSet<String>();
        var gone = new HashSet<>(picks.stream().map(Pick::subject).toList());
        for (var one : kept.stream().flatMap(each -> each.open().stream()).toList()) {
            gone.remove(one.subject());
            if (one.agent() == null) {
                open.add(one.subject());
            }
        }
        if (!gone.isEmpty()) {
            items.remove(shop, gone);
        }
        return open;
    }

    private List<Given> fitting(ShopId shop, Map<String, Waiting> waiting, Stream<Pick> picks) {
        var wanted = picks.toList();
        var room =
                new HashMap<>(
                        present.room(
                                shop,
                                wanted.stream().map(Pick::agent).collect(Collectors.toSet())));
        var still = new ArrayList<Given>();
        for (var pick : wanted) {
            var work = waiting.get(pick.subject());
            var left = room.getOrDefault(pick.agent(), 0);
            if (work != null && work.weight() <= left) {
                room.put(pick.agent(), left - work.weight());
                still.add(new Given(pick.subject(), pick.agent()));
            }
        }
        return still;
    }

    /** Work of agents who are gone, for which somebody waits, goes to the front of its line. */
    Set<ShopId> takeBack() {
        var now = clock.instant();
        var shops = new HashSet<ShopId>();
        items.left(now, now.minus(Attendance.ALIVE), MOST_BACK).stream()
                .collect(Collectors.groupingBy(Items.Left::shopId))
                .forEach(
                        (id, left) -> {
                            var shop = new ShopId(id);
                            transaction.executeWithoutResult(status -> takeBack(shop, left));
                            shops.add(shop);
                        });
        return shops;
    }

    private void takeBack(ShopId shop, List<Items.Left> left) {
        var agents =
                left.stream().collect(Collectors.toMap(Items.Left::subject, Items.Left::agent));
        var kept = owners.lock(shop, agents.keySet());
        var back = stillTheirs(kept.stream().flatMap(one -> one.open().stream()).toList(), agents);
        var returned = new HashSet<>(items.giveBack(shop, back, Lines.FRONT));
        Owners.tell(
                kept,
                back.stream().filter(one -> returned.contains(one.subject())).toList(),
                Kept::returned);
    }

    private static List<Given> stillTheirs(List<Locked> locked, Map<String, UUID> agents) {
        var theirs = new ArrayList<Given>();
        for (var one : locked) {
            var agent = one.agent();
            if (agent != null && agent.equals(agents.get(one.subject()))) {
                theirs.add(new Given(one.subject(), agent));
            }
        }
        return theirs;
    }
}
