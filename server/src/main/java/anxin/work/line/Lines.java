package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.work.NewWork;
import anxin.work.Routing;
import anxin.work.WaitingPlace;
import anxin.work.WorkClock;
import anxin.work.limits.Clocks;
import anxin.work.limits.Clocks.Now;
import anxin.work.limits.Clocks.State;
import anxin.work.routing.Plan;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts work where it waits, and writes down who has it. */
@Component
class Lines implements Routing {

    /** Above every value of a customer. */
    static final int URGENT = 10;

    /** What has been given before and comes back. */
    static final int FRONT = 100;

    /** A row to be written. */
    private record Entry(
            NewWork work,
            Plan.Queue queue,
            @Nullable String language,
            int rank,
            int weight,
            @Nullable UUID agent,
            @Nullable Instant preferredUntil) {

        String line() {
            return queue.id() + "/" + (language == null ? "" : language);
        }
    }

    private final Plans plans;
    private final Items items;
    private final Present present;
    private final Places places;
    private final Clocks clocks;
    private final Dispatcher dispatcher;
    private final JdbcClient db;
    private final Clock clock;

    Lines(
            Plans plans,
            Items items,
            Present present,
            Places places,
            Clocks clocks,
            Dispatcher dispatcher,
            JdbcClient db,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.present = present;
        this.places = places;
        this.clocks = clocks;
        this.dispatcher = dispatcher;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void await(List<NewWork> work) {
        if (work.isEmpty()) {
            return;
        }
        var entries = work.stream().map(one -> entry(one, null)).toList();
        follow(entries);
        write(entries);
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
        write(entries);
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

    private void write(List<Entry> entries) {
        var inOrder =
                entries.stream()
                        .sorted(
                                Comparator.comparing((Entry one) -> one.work().shop().value())
                                        .thenComparing(one -> one.work().subject()))
                        .toList();
        var now = Items.at(clock.instant());
        db.sql(
                        """
                insert into work.item as i
                       (shop_id, subject, queue, language, line, rank, weight, entered_at, asks_since, preferred, preferred_until,
                        return_seconds, agent, given_at)
                select n.shop_id, n.subject, n.queue, n.language, n.line, n.rank, n.weight, :now, n.asks_since,
                       case when n.preferred_until is not null then n.preferred end, n.preferred_until, n.return_seconds,
                       n.agent, case when n.agent is not null then :now end
                  from unnest(:shops, :subjects, :queues, :languages, :lines, :ranks, :weights, cast(:asks as timestamptz[]),
                              :preferred, cast(:untils as timestamptz[]), :returns, :agents)
                       as n (shop_id, subject, queue, language, line, rank, weight, asks_since, preferred, preferred_until,
                             return_seconds, agent)
                on conflict (shop_id, subject) do update
                   set asks_since = excluded.asks_since, agent = excluded.agent, preferred = null, preferred_until = null,
                       given_at = case when i.agent = excluded.agent then i.given_at else excluded.given_at end,
                       entered_at = case when i.agent is null then i.entered_at else excluded.entered_at end,
                       promised_at = case when i.agent is null then i.promised_at end,
                       promised_seconds = case when i.agent is null then i.promised_seconds end,
                       promised_place = case when i.agent is null then i.promised_place end,
                       reckoned_seconds = case when i.agent is null then i.reckoned_seconds end
                """)
                .param("now", now)
                .param("shops", texts(inOrder, one -> one.work().shop().value()))
                .param("subjects", texts(inOrder, one -> one.work().subject()))
                .param("queues", texts(inOrder, one -> one.queue().id()))
                .param("languages", texts(inOrder, Entry::language))
                .param("lines", texts(inOrder, Entry::line))
                .param("ranks", numbers(inOrder, Entry::rank))
                .param("weights", numbers(inOrder, Entry::weight))
                .param("asks", texts(inOrder, one -> time(one.work().asksSince())))
                .param("preferred", uuids(inOrder, one -> one.work().traits().lastAgent()))
                .param("untils", texts(inOrder, one -> time(one.preferredUntil())))
                .param("returns", numbers(inOrder, one -> one.queue().returnSeconds()))
                .param("agents", uuids(inOrder, Entry::agent))
                .update();
        move(inOrder.stream().filter(one -> one.work().team() != null).toList());
    }

    /** What was handed to a team stands in that team's line. */
    private void move(List<Entry> handed) {
        if (handed.isEmpty()) {
            return;
        }
        db.sql(
                        """
                update work.item i
                   set queue = n.queue, language = n.language, line = n.line, weight = n.weight, return_seconds = n.return_seconds
                  from unnest(:shops, :subjects, :queues, :languages, :lines, :weights, :returns)
                       as n (shop_id, subject, queue, language, line, weight, return_seconds)
                 where i.shop_id = n.shop_id and i.subject = n.subject
                """)
                .param("shops", texts(handed, one -> one.work().shop().value()))
                .param("subjects", texts(handed, one -> one.work().subject()))
                .param("queues", texts(handed, one -> one.queue().id()))
                .param("languages", texts(handed, Entry::language))
                .param("lines", texts(handed, Entry::line))
                .param("weights", numbers(handed, Entry::weight))
                .param("returns", numbers(handed, one -> one.queue().returnSeconds()))
                .update();
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
        db.sql(
                        """
                update work.item i
                   set asks_since = n.since
                  from unnest(:shops, :subjects, cast(:since as timestamptz[])) as n (shop_id, subject, since)
                 where i.shop_id = n.shop_id and i.subject = n.subject
                """)
                .param("shops", texts(changed, one -> one.shop().value()))
                .param("subjects", texts(changed, Asking::subject))
                .param("since", texts(changed, one -> time(one.since())))
                .update();
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
        dispatcher.ring(List.of(shop), items.remove(shop, subjects));
    }

    @Override
    public List<WorkClock> clocks(ShopId shop, String subject) {
        return clocks.of(shop, subject);
    }

    @Override
    public Map<String, WorkClock.Due> due(Collection<ShopId> shops, Collection<String> subjects) {
        return clocks.due(shops, subjects);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static <T> @Nullable String[] texts(
            Collection<T> of, Function<? super T, ? extends @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable UUID[] uuids(
            Collection<T> of, Function<? super T, ? extends @Nullable UUID> value) {
        return of.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> Integer[] numbers(Collection<T> of, Function<? super T, Integer> value) {
        return of.stream().map(value).toArray(Integer[]::new);
    }
}
