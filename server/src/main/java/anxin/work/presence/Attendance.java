package anxin.work.presence;

import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.rows.Rows;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody is there for work: what they said last, as long as their screen gives a sign of
 * life. It is kept in the database, so that neither a reload nor a restart changes it.
 */
@Component
public class Attendance {

    /** What one says of oneself. */
    public enum State {
        /** Gets work. */
        AVAILABLE,
        /** There, with enough to do. */
        BUSY,
        BREAK,
        /** There, and gets no work. */
        AWAY,
        /** Gone: those who wait for them wait for all. */
        OFFLINE
    }

    /** Two signs of life that did not come. */
    public static final Duration ALIVE = Duration.ofSeconds(60);

    /** Whoever comes back after so long says anew that they are there. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    public static final int CAPACITY = 10;

    /** Oneself, with how much one has of how much one takes. */
    public record Own(State state, Instant since, int load, int capacity) {}

    /** What was told of somebody. */
    record Changed(UUID staff, State state) {}

    private record Row(State state, boolean changed) {}

    private final JdbcClient db;
    private final FactLog facts;
    private final Clock clock;

    Attendance(JdbcClient db, FactLog facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A sign of life, with which one may say something else of oneself.
     *
     * @return whether it changed what they are
     */
    @Transactional
    public boolean say(Staff staff, @Nullable State state) {
        var now = clock.instant();
        var shops = staff.shops();
        var row =
                db.sql(
                                """
                insert into work.presence as p (staff_id, name, shops, teams, state, since, seen_at)
                values (:staff, :name, :shops, :teams, coalesce(cast(:state as text), 'AWAY'), :now, :now)
                on conflict (staff_id) do update
                   set name = excluded.name, shops = excluded.shops, teams = excluded.teams, seen_at = excluded.seen_at,
                       state = coalesce(cast(:state as text), case when p.seen_at < :forgotten then 'AWAY' else p.state end),
                       since = case when coalesce(cast(:state as text), case when p.seen_at < :forgotten then 'AWAY' else p.state end) = p.state
                                    then p.since else excluded.since end
                returning p.state, p.since = :now as changed
                """)
                        .param("staff", staff.id())
                        .param("name", staff.name())
                        .param(
                                "shops",
                                shops == null
                                        ? null
                                        : shops.stream().map(ShopId::value).toArray(String[]::new),
                                Types.ARRAY)
                        .param("teams", staff.teams().toArray(String[]::new))
                        .param("state", state == null ? null : state.name(), Types.VARCHAR)
                        .param("now", at(now))
                        .param("forgotten", at(now.minus(FORGOTTEN)))
                        .query(Rows.of(Row.class))
                        .single();
        if (row.changed()) {
            facts.append(changed(staff, row.state()));
        }
        return row.changed();
    }

    /** To each shop that they work for; who works for all is of interest to all. */
    private static List<NewFact> changed(Staff staff, State state) {
        var shops = staff.shops();
        return shops == null
                ? List.of(changed(null, staff, state))
                : shops.stream().map(shop -> changed(shop, staff, state)).toList();
    }

    private static NewFact changed(@Nullable ShopId shop, Staff staff, State state) {
        return new NewFact(
                shop,
                "work.presence-changed",
                staff.actor(),
                staff.actor(),
                null,
                Audience.STAFF,
                new Changed(staff.id(), state));
    }

    public Own own(Staff staff) {
        return db.sql(
                        """
                select case when p.seen_at < :alive then 'OFFLINE' else coalesce(p.state, 'OFFLINE') end as state,
                       coalesce(p.since, :now) as since,
                       coalesce((select sum(i.weight) from work.item i where i.agent = me.id), 0)::int as load,
                       coalesce(c.units, :usual) as capacity
                  from (select cast(:staff as uuid) as id) me
                  left join work.presence p on p.staff_id = me.id
                  left join work.capacity c on c.staff_id = me.id
                """)
                .param("staff", staff.id())
                .param("alive", at(clock.instant().minus(ALIVE)))
                .param("now", at(clock.instant()))
                .param("usual", CAPACITY)
                .query(Rows.of(Own.class))
                .single();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
