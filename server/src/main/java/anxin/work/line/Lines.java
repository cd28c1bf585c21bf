package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.work.NewWork;
import anxin.work.Routing;
import anxin.work.WaitingPlace;
import anxin.work.WorkClock;
import anxin.work.limits.Clocks;
import anxin.work.limits.Clocks.Now;
import anxin.work.limits.Clocks.State;
import anxin.work.line.Entries.Entry;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts work where it waits, and writes down who has it. */
@Component
class Lines implements Routing {

    /** Above every value of a customer. */
    static final int URGENT = 10;

    /** What has been given before and comes back. */
    static final int FRONT = 100;

    private final Plans plans;
    private final Items items;
    private final Present present;
    private final Places places;
    private final Clocks clocks;
    private final Dispatcher dispatcher;
    private final Entries entered;
    private final Clock clock;

    Lines(
            Plans plans,
            Items items,
            Present present,
            Places places,
            Clocks clocks,
            Dispatcher dispatcher,
            Entries entered,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.present = present;
        this.places = places;
        this.clocks = clocks;
        this.dispatcher = dispatcher;
        this.entered = entered;
        this.clock = clock;
    }

    @Override
    public void await(List<NewWork> work) {
        if (work.isEmpty()) {
            return;
        }
        var entries = work.stream().map(one -> entry(one, null)).toList();
        follow(entries);
        entered.write(entries, clock.instant());
        dispatcher.ring(work.stream().map(NewWork::shop).toList());
    }

    @Override
    public void hold(List<Held> work) {
        if (work.isEmpty()) {
            return;
        }
        var entries = work.stream().map(one -> entry(one.work(), one.agent())).toList();
        follow(entries);
        // So that nothing is given to them at this moment that they then have no room for.
        present.lock(work.stream().map(Held::agent).toList());
        items.serve(
                work.stream().map(one -> one.work().shop()).toList(),
                work.stream().map(one -> one.work().subject()).toList(),
                clock.instant());
        entered.write(entries, clock.instant());
        dispatcher.ring(work.stream().map(one -> one.work().shop()).toList());
    }

    private Entry entry(NewWork work, @Nullable UUID agent) {
        var traits = work.traits();
        var plan = plans.of(work.shop());
        var place = plan.place(traits, work.team());
        var queue = place.queue();
        var last = agent == null ? traits.lastAgent() : null;
        return new Entry(
                work,
                queue,
                queue.need(traits.language()),
                Math.clamp(traits.value(), 0, URGENT - 1) + (place.urgent() ? URGENT : 0),
                traits.live() ? queue.liveWeight() : queue.writtenWeight(),
                agent,
                last == null || queue.lastAgentSeconds() == 0
                        ? null
                        : clock.instant().plusSeconds(queue.lastAgentSeconds()));
    }

    /** What was in a queue before keeps its limits, unless it was handed to a team. */
    private void follow(List<Entry> entries) {
        var known =
                standing(
                        entries.stream()
                                .filter(one -> one.work().team() == null)
                                .map(one -> one.work().shop())
                                .toList(),
                        entries.stream()
                                .filter(one -> one.work().team() == null)
                                .map(one -> one.work().subject())
                                .toList());
        clocks.follow(
                entries.stream()
                        .map(
                                one -> {
                                    var before = known.get(one.work().subject());
                                    var plan = plans.of(one.work().shop());
                                    return new Now(
                                            one.work().shop(),
                                            one.work().subject(),
                                            before == null
                                                    ? one.queue()
                                                    : plan.queue(before.queue()),
                                            (before == null ? one.rank() : before.rank()) >= URGENT,
                                            State.OPEN,
                                            one.work().asksSince());
                                })
                        .toList());
    }

    /** Nothing is looked up where no shop has limits. */
    private Map<String, Items.Standing> standing(List<ShopId> shops, List<String> subjects) {
        return shops.stream().anyMatch(shop -> plans.of(shop).hasLimits())
                ? items.standing(shops, subjects)
                : Map.of();
    }

    @Override
    public void asks(List<Asking> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var known =
                standing(
                        changed.stream().map(Asking::shop).toList(),
                        changed.stream().map(Asking::subject).toList());
        clocks.follow(
                changed.stream()
                        .filter(one -> known.containsKey(one.subject()))
                        .map(
                                one -> {
                                    var now = Objects.requireNonNull(known.get(one.subject()));
                                    return new Now(
                                            one.shop(),
                                            one.subject(),
                                            plans.of(one.shop()).queue(now.queue()),
                                            now.rank() >= URGENT,
                                            State.OPEN,
                                            one.since());
                                })
                        .toList());
        entered.asks(changed);
    }

    @Override
    public boolean asksForTopics(ShopId shop) {
        return plans.of(shop).asksForTopics();
    }

    @Override
    public Optional<WaitingPlace> place(ShopId shop, String subject) {
        return places.find(shop, subject).map(Places.Found::place);
    }

    @Override
    public Optional<WaitingPlace> promise(ShopId shop, String subject) {
        var found = places.find(shop, subject);
        found.ifPresent(one -> places.keep(shop, subject, one));
        return found.map(Places.Found::place);
    }

    @Override
    public void putOff(ShopId shop, Collection<String> subjects) {
        leave(shop, subjects, State.PUT_OFF);
    }

    @Override
    public void over(ShopId shop, Collection<String> subjects) {
        leave(shop, subjects, State.OVER);
    }

    private void leave(ShopId shop, Collection<String> subjects, State state) {
        if (subjects.isEmpty()) {
            return;
        }
        var any = plans.of(shop).queues().getFirst();
        clocks.follow(
                subjects.stream().map(one -> new Now(shop, one, any, false, state, null)).toList());
        var gone = items.remove(shop, subjects);
        // What waited may have held up something lighter; what was somebody's gives them room.
        var waited = gone.stream().anyMatch(one -> one.agent() == null);
        dispatcher.ring(
                waited ? List.of(shop) : List.of(),
                gone.stream().flatMap(one -> Stream.ofNullable(one.agent())).toList());
    }

    @Override
    public List<WorkClock> clocks(ShopId shop, String subject) {
        return clocks.of(shop, subject);
    }

    @Override
    public Map<String, WorkClock.Due> due(Collection<ShopId> shops, Collection<String> subjects) {
        return clocks.due(shops, subjects);
    }
}
