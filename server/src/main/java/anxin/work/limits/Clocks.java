package anxin.work.limits;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.upkeep.Chore;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import anxin.work.WorkClock;
import anxin.work.WorkClock.Due;
import anxin.work.WorkClock.Kind;
import anxin.work.hours.Hours;
import anxin.work.limits.ClockStore.Kept;
import anxin.work.routing.Plan;
import anxin.work.routing.Plan.Limits;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets clocks running, stopped and done as work goes on, and keeps one deadline for each piece of
 * work: the next thing that happens to any of its clocks. Before anything else of it is written, so
 * that everybody locks in one order: the deadline, the clocks, the work.
 */
@Component
public class Clocks implements DeadlineHandler, Chore {

    /**
     * Work as it is now.
     *
     * @param asksSince since when somebody waits for an answer
     */
    public record Now(
            ShopId shop,
            String subject,
            Plan.Queue queue,
            boolean urgent,
            State state,
            @Nullable Instant asksSince) {}

    public enum State {
        OPEN,
        PUT_OFF,
        OVER
    }

    /** What was told: a limit is near, or was missed; with whose work it is. */
    record Told(Kind kind, String queue, Instant dueAt, @Nullable UUID agent) {}

    static final String DEADLINE = "work.limit";
    private static final int HURRY = 10;
    private static final Duration KEPT = Duration.ofDays(90);

    private final ClockStore store;
    private final Plans plans;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final Clock time;

    Clocks(ClockStore store, Plans plans, Deadlines deadlines, FactLog facts, Clock time) {
        this.store = store;
        this.plans = plans;
        this.deadlines = deadlines;
        this.facts = facts;
        this.time = time;
    }

    /** Costs nothing in a shop that has set no limits. */
    public void follow(List<Now> all) {
        var limited = all.stream().filter(one -> plans.of(one.shop()).hasLimits()).toList();
        if (limited.isEmpty()) {
            return;
        }
        var known =
                store
                        .of(
                                limited.stream().map(Now::shop).toList(),
                                limited.stream().map(Now::subject).toList())
                        .stream()
                        .collect(Collectors.groupingBy(one -> one.shop() + " " + one.subject()));
        var changed = new ArrayList<Kept>();
        var due = new ArrayList<Deadline>();
        for (var one : limited) {
            var before =
                    known.getOrDefault(one.shop() + " " + one.subject(), List.of()).stream()
                            .map(Kept::clock)
                            .toList();
            var after = after(one, before);
            after.values().stream()
                    .filter(clock -> !before.contains(clock))
                    .forEach(
                            clock ->
                                    changed.add(
                                            new Kept(
                                                    one.shop(),
                                                    one.subject(),
                                                    one.queue().id(),
                                                    clock)));
            next(one.shop(), one.subject(), after.values())
                    .ifPresentOrElse(
                            due::add, () -> deadlines.lift(one.shop(), DEADLINE, one.subject()));
        }
        deadlines.set(due);
        store.write(changed);
    }

    private Map<Kind, Running> after(Now one, List<Running> before) {
        var plan = plans.of(one.shop());
        var clocks = new EnumMap<Kind, Running>(Kind.class);
        before.forEach(clock -> clocks.put(clock.kind(), clock));
        var hours = plan.hours();
        var now = time.instant();
        switch (one.state()) {
            case PUT_OFF ->
                    clocks.replaceAll(
                            (kind, clock) -> clock.runs() ? clock.paused(hours, now) : clock);
            case OVER -> clocks.replaceAll((kind, clock) -> clock.done(hours, now));
            case OPEN -> {
                var limits = one.queue().limits(one.urgent());
                run(clocks, Kind.RESOLUTION, limits.resolutionSeconds(), hours, now);
                if (one.asksSince() == null) {
                    clocks.replaceAll(
                            (kind, clock) ->
                                    kind == Kind.RESOLUTION ? clock : clock.done(hours, now));
                } else {
                    ask(clocks, limits, hours, now);
                }
            }
        }
        return clocks;
    }

    private static void ask(
            Map<Kind, Running> clocks, Limits limits, @Nullable Hours hours, Instant now) {
        var first = clocks.get(Kind.FIRST_REPLY);
        if (first == null || !first.isDone()) {
            run(clocks, Kind.FIRST_REPLY, limits.firstReplySeconds(), hours, now);
            if (clocks.containsKey(Kind.FIRST_REPLY)) {
                return;
            }
        }
        var next = clocks.get(Kind.NEXT_REPLY);
        if (next != null && next.isDone()) {
            clocks.remove(Kind.NEXT_REPLY);
        }
        run(clocks, Kind.NEXT_REPLY, limits.nextReplySeconds(), hours, now);
    }

    /** Goes on, or begins; one that has begun keeps its limit. */
    private static void run(
            Map<Kind, Running> clocks,
            Kind kind,
            @Nullable Integer seconds,
            @Nullable Hours hours,
            Instant now) {
        var known = clocks.get(kind);
        if (known != null) {
            clocks.put(kind, known.resumed(hours, now));
        } else if (seconds != null) {
            clocks.put(kind, Running.begun(kind, Duration.ofSeconds(seconds), hours, now));
        }
    }

    private static Optional<Deadline> next(
            ShopId shop, String subject, Collection<Running> clocks) {
        return clocks.stream()
                .flatMap(clock -> Stream.ofNullable(clock.next()))
                .min(Instant::compareTo)
                .map(at -> new Deadline(shop, DEADLINE, subject, at, at.toString()));
    }

    @Override
    public String kind() {
        return DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var now = time.instant();
        var after = new ArrayList<Running>();
        for (var one : store.of(List.of(deadline.shop()), List.of(deadline.subject()))) {
            var clock = one.clock().told(now);
            after.add(clock);
            if (!clock.equals(one.clock())
                    && store.told(new Kept(one.shop(), one.subject(), one.queue(), clock))) {
                tell(one, clock);
            }
        }
        next(deadline.shop(), deadline.subject(), after).ifPresent(deadlines::set);
    }

    private void tell(Kept before, Running after) {
        var missed = !Objects.equals(before.clock().missedAt(), after.missedAt());
        if (missed) {
            store.hurry(before.shop(), before.subject(), HURRY);
        }
        facts.append(
                new NewFact(
                        before.shop(),
                        missed ? "work.limit-missed" : "work.limit-near",
                        before.subject(),
                        "system",
                        null,
                        Audience.STAFF,
                        new Told(
                                after.kind(),
                                before.queue(),
                                Objects.requireNonNull(after.due()),
                                store.agent(before.shop(), before.subject()).orElse(null))));
    }

    public List<WorkClock> of(ShopId shop, String subject) {
        var hours = plans.of(shop).hours();
        var now = time.instant();
        return store.of(List.of(shop), List.of(subject)).stream()
                .map(Kept::clock)
                .map(
                        clock ->
                                new WorkClock(
                                        clock.kind(),
                                        clock.limit().toSeconds(),
                                        clock.usedAt(hours, now).toSeconds(),
                                        clock.due(),
                                        clock.missedAt(),
                                        clock.doneAt(),
                                        clock.steps(hours).stream()
                                                .map(
                                                        step ->
                                                                new WorkClock.Step(
                                                                        step.day(),
                                                                        step.from(),
                                                                        step.to(),
                                                                        step.seconds()))
                                                .toList()))
                .toList();
    }

    public Map<String, Due> due(Collection<ShopId> shops, Collection<String> subjects) {
        return subjects.isEmpty() ? Map.of() : store.due(shops, subjects);
    }

    @Override
    public String name() {
        return "work.old-clocks";
    }

    @Override
    public int sweep(Instant now, int most) {
        return store.sweep(now.minus(KEPT), most);
    }
}
