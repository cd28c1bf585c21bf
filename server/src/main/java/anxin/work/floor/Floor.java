package anxin.work.floor;

import anxin.identity.Colleagues;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.work.presence.Attendance;
import anxin.work.presence.Skills;
import anxin.work.routing.Plan;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A shop's floor as it is at this moment. */
@Component
class Floor {

    /**
     * @param oldest since when the first of those waits who has waited longest
     * @param served of the last 24 hours
     * @param typicalSeconds how long half of these waited at most
     * @param told how many of these had been told an estimate
     * @param kept how many of those were served within it
     * @param missed how many limits of time were missed in the last 24 hours
     */
    record QueueOnFloor(
            String id,
            String nameZh,
            String nameEn,
            int waiting,
            @Nullable Instant oldest,
            int inHand,
            int served,
            @Nullable Integer typicalSeconds,
            int told,
            int kept,
            int missed) {}

    /**
     * @param level 0: their team's work, but not they
     */
    record SkillView(String skill, int level, @Nullable Instant until) {}

    /**
     * @param load how much they have of what they take, in all shops
     */
    record AgentOnFloor(
            UUID id,
            String name,
            List<String> teams,
            Attendance.State state,
            @Nullable Instant since,
            int load,
            int capacity,
            List<SkillView> skills) {}

    private record QueueRow(String queue, int waiting, @Nullable Instant oldest, int inHand) {}

    private record ServedRow(
            String queue, int served, @Nullable Integer typicalSeconds, int told, int kept) {}

    private record MissedRow(String queue, int missed) {}

    private static final ServedRow NOTHING_SERVED = new ServedRow("", 0, null, 0, 0);
    private static final Duration OF_LATE = Duration.ofHours(24);

    private record AgentRow(
            UUID id, Attendance.State state, @Nullable Instant since, int load, int capacity) {}

    private final Plans plans;
    private final Colleagues colleagues;
    private final Skills skills;
    private final JdbcClient db;
    private final Clock clock;

    Floor(Plans plans, Colleagues colleagues, Skills skills, JdbcClient db, Clock clock) {
        this.plans = plans;
        this.colleagues = colleagues;
        this.skills = skills;
        this.db = db;
        this.clock = clock;
    }

    /** In the order of the plan; what waits in one that was taken away counts to the first. */
    List<QueueOnFloor> queues(ShopId shop) {
        var plan = plans.of(shop);
        var rows =
                db
                        .sql(
                                """
                select i.queue, (count(*) filter (where i.agent is null))::int as waiting,
                       min(i.entered_at) filter (where i.agent is null) as oldest,
                       (count(*) filter (where i.agent is not null))::int as in_hand
                  from work.item i
                 where i.shop_id = :shop
                 group by i.queue
                """)
                        .param("shop", shop.value())
                        .query(Rows.of(QueueRow.class))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(row -> plan.queue(row.queue()).id()));
        var served = served(shop);
        var missed = missed(shop);
        return plan.queues().stream()
                .map(
                        queue ->
                                onFloor(
                                        queue,
                                        rows.getOrDefault(queue.id(), List.of()),
                                        served.getOrDefault(queue.id(), NOTHING_SERVED),
                                        missed.getOrDefault(queue.id(), 0)))
                .toList();
    }

    private Map<String, ServedRow> served(ShopId shop) {
        return db
                .sql(
                        """
                select s.queue, count(*)::int as served,
                       (percentile_cont(0.5) within group (order by s.waited_ms) / 1000)::int as typical_seconds,
                       count(s.promised_seconds)::int as told,
                       (count(*) filter (where s.told_ms <= s.promised_seconds * 1000))::int as kept
                  from work.served s
                 where s.shop_id = :shop and s.served_at >= :since
                 group by s.queue
                """)
                .param("shop", shop.value())
                .param("since", at(clock.instant().minus(OF_LATE)))
                .query(Rows.of(ServedRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(ServedRow::queue, Function.identity()));
    }

    private Map<String, Integer> missed(ShopId shop) {
        return db
                .sql(
                        """
                select c.queue, count(*)::int as missed
                  from work.clock c
                 where c.shop_id = :shop and c.missed_at >= :since
                 group by c.queue
                """)
                .param("shop", shop.value())
                .param("since", at(clock.instant().minus(OF_LATE)))
                .query(Rows.of(MissedRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(MissedRow::queue, MissedRow::missed));
    }

    private static QueueOnFloor onFloor(
            Plan.Queue queue, List<QueueRow> rows, ServedRow served, int missed) {
        return new QueueOnFloor(
                queue.id(),
                queue.nameZh(),
                queue.nameEn(),
                rows.stream().mapToInt(QueueRow::waiting).sum(),
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.oldest()))
                        .min(Instant::compareTo)
                        .orElse(null),
                rows.stream().mapToInt(QueueRow::inHand).sum(),
                served.served(),
                served.typicalSeconds(),
                served.told(),
                served.kept(),
                missed);
    }

    /** Everybody who answers customers in the shop. */
    List<AgentOnFloor> agents(ShopId shop) {
        var people = colleagues.whoMay(Permission.CONVERSATION_ANSWER, shop);
        var rows =
                db
                        .sql(
                                """
                select w.id, case when p.seen_at is null or p.seen_at < :alive then 'OFFLINE' else p.state end as state,
                       case when p.seen_at < :alive then p.seen_at else p.since end as since,
                       coalesce((select sum(i.weight) from work.item i where i.agent = w.id), 0)::int as load,
                       coalesce(c.units, :usual) as capacity
                  from unnest(:ids) as w (id)
                  left join work.presence p on p.staff_id = w.id
                  left join work.capacity c on c.staff_id = w.id
                """)
                        .param(
                                "ids",
                                people.stream().map(Colleagues.Colleague::id).toArray(UUID[]::new))
                        .param("alive", at(clock.instant().minus(Attendance.ALIVE)))
                        .param("usual", Attendance.CAPACITY)
                        .query(Rows.of(AgentRow.class))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(AgentRow::id, Function.identity()));
        var known = skills.of(shop);
        return people.stream()
                .flatMap(
                        who ->
                                Stream.ofNullable(rows.get(who.id()))
                                        .map(
                                                row ->
                                                        onFloor(
                                                                who,
                                                                row,
                                                                known.getOrDefault(
                                                                        who.id(), List.of()))))
                .toList();
    }

    private static AgentOnFloor onFloor(
            Colleagues.Colleague who, AgentRow row, List<Skills.Skill> skills) {
        return new AgentOnFloor(
                who.id(),
                who.name(),
                who.teams(),
                row.state(),
                row.since(),
                row.load(),
                row.capacity(),
                skills.stream()
                        .map(one -> new SkillView(one.skill(), one.level(), one.until()))
                        .toList());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
