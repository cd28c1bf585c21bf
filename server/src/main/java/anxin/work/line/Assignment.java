package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.WorkOwner;
import anxin.work.WorkOwner.Given;
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
import org.springframework.beans.factory.ObjectProvider;
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
    private static final int MOST_BACK = 200;
    private static final String LANGUAGE = "lang:";

    private final Plans plans;
    private final Items items;
    private final Present present;
    private final ObjectProvider<WorkOwner> owners;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Assignment(
            Plans plans,
            Items items,
            Present present,
            ObjectProvider<WorkOwner> owners,
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

    /** Gives everything that can be given now; answers how much was. */
    int run(ShopId shop) {
        var given = 0;
        for (var step = step(shop); step.tried() > 0; step = step(shop)) {
            given += step.given();
        }
        return given;
    }

    private record Step(int tried, int given) {}

    private Step step(ShopId shop) {
        var done = transaction.execute(status -> give(shop));
        return done == null ? new Step(0, 0) : done;
    }

    private Step give(ShopId shop) {
        items.lock(shop);
        var now = clock.instant();
        var agents = present.all(shop);
        if (agents.stream().noneMatch(one -> one.load() < one.capacity())) {
            return new Step(0, 0);
        }
        var waiting = waiting(shop, now);
        var picks = Picking.pick(waiting.values(), agents, now, AT_ONCE);
        if (picks.isEmpty()) {
            return new Step(0, 0);
        }
        var open = lock(shop, picks);
        var still = fitting(shop, waiting, picks.stream().filter(p -> open.contains(p.subject())));
        var taken = new HashSet<>(items.give(shop, still, now));
        var given = still.stream().filter(one -> taken.contains(one.subject())).toList();
        present.given(given.stream().map(Given::agent).collect(Collectors.toSet()), now);
        byOwner(given, Given::subject).forEach((owner, theirs) -> owner.given(shop, theirs));
        facts.append(given.stream().map(one -> assigned(shop, one)).toList());
        return new Step(picks.size(), given.size());
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

    private Map<String, Waiting> waiting(ShopId shop, Instant now) {
        var plan = plans.of(shop);
        var found = new HashMap<String, Waiting>();
        for (var head : items.heads(shop, now, AT_ONCE)) {
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
    private Set<String> lock(ShopId shop, List<Pick> picks) {
        var open = new HashSet<String>();
        var gone = new HashSet<>(picks.stream().map(Pick::subject).toList());
        byOwner(picks, Pick::subject)
                .forEach(
                        (owner, theirs) ->
                                owner.lock(shop, theirs.stream().map(Pick::subject).toList())
                                        .forEach(
                                                one -> {
                                                    gone.remove(one.subject());
                                                    if (one.agent() == null) {
                                                        open.add(one.subject());
                                                    }
                                                }));
        if (!gone.isEmpty()) {
            items.remove(shop, gone);
        }
        return open;
    }

    private List<Given> fitting(ShopId shop, Map<String, Waiting> waiting, Stream<Pick> picks) {
        var wanted = picks.toList();
        var agents =
                present
                        .locked(shop, wanted.stream().map(Pick::agent).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Agent::id, Function.identity()));
        var room = new HashMap<UUID, Integer>();
        agents.forEach((id, one) -> room.put(id, one.capacity() - one.load()));
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
        byOwner(left, Items.Left::subject)
                .forEach(
                        (owner, theirs) -> {
                            var locked =
                                    owner.lock(
                                            shop,
                                            theirs.stream().map(Items.Left::subject).toList());
                            var back = stillTheirs(locked, agents);
                            var returned = new HashSet<>(items.giveBack(shop, back, Lines.FRONT));
                            owner.returned(
                                    shop,
                                    back.stream()
                                            .filter(one -> returned.contains(one.subject()))
                                            .toList());
                        });
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

    private <T> Map<WorkOwner, List<T>> byOwner(Collection<T> work, Function<T, String> subject) {
        var byKind =
                owners.orderedStream()
                        .collect(Collectors.toMap(WorkOwner::kind, Function.identity()));
        return work.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> {
                                    var name = subject.apply(one);
                                    var owner = byKind.get(name.substring(0, name.indexOf(':')));
                                    if (owner == null) {
                                        throw new IllegalStateException("whose work is " + name);
                                    }
                                    return owner;
                                }));
    }
}
