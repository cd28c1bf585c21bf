package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.work.presence.Attendance;
import anxin.work.presence.Skills;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is there for a shop's work, with what they can do and how much of it they have. */
@Component
class Present {

    private record Row(
            UUID id, List<String> teams, @Nullable Instant givenAt, int load, int capacity) {}

    private static final String COLUMNS =
            """
            select p.staff_id as id, p.teams, p.given_at, coalesce(c.units, :usual) as capacity, l.load
              from work.presence p
              left join work.capacity c on c.staff_id = p.staff_id
             cross join lateral (select coalesce(sum(i.weight), 0)::int as load from work.item i where i.agent = p.staff_id) l
             where p.state = 'AVAILABLE' and p.seen_at >= :alive and (p.shops is null or :shop = any(p.shops))
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final Skills skills;

    Present(JdbcClient db, Skills skills, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.skills = skills;
    }

    List<Picking.Agent> all(ShopId shop) {
        return agents(shop, COLUMNS, List.of());
    }

    /** Nobody else gives these anything, or takes anything in their name, before we commit. */
    List<Picking.Agent> locked(ShopId shop, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        lock(ids);
        return agents(shop, COLUMNS + " and p.staff_id = any(:ids)", ids);
    }

    void lock(Collection<UUID> ids) {
        db.sql(
                        """
                select 1 from work.presence p where p.staff_id = any(:ids) order by p.staff_id for update
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .list();
    }

    private List<Picking.Agent> agents(ShopId shop, String sql, Collection<UUID> ids) {
        var now = clock.instant();
        var statement =
                db.sql(sql)
                        .param("shop", shop.value())
                        .param("alive", Items.at(now.minus(Attendance.ALIVE)))
                        .param("usual", Attendance.CAPACITY);
        if (!ids.isEmpty()) {
            statement = statement.param("ids", ids.toArray(UUID[]::new));
        }
        var rows = statement.query(Rows.of(Row.class)).list();
        var known = rows.isEmpty() ? Map.<UUID, List<Skills.Skill>>of() : skills.of(shop);
        return rows.stream()
                .map(
                        row ->
                                new Picking.Agent(
                                        row.id(),
                                        levels(
                                                row.teams(),
                                                known.getOrDefault(row.id(), List.of()),
                                                now),
                                        row.load(),
                                        row.capacity(),
                                        row.givenAt() == null ? Instant.EPOCH : row.givenAt()))
                .toList();
    }

    /** Whoever is in a team can do its work a little, unless the shop says how well. */
    private static Map<String, Integer> levels(
            List<String> teams, List<Skills.Skill> skills, Instant now) {
        var levels = new HashMap<String, Integer>();
        teams.forEach(team -> levels.put(team, 1));
        for (var skill : skills) {
            var over = skill.until() != null && !now.isBefore(skill.until());
            levels.put(skill.skill(), over ? 0 : skill.level());
        }
        return levels;
    }

    void given(Collection<UUID> ids, Instant now) {
        db.sql("update work.presence set given_at = :now where staff_id = any(:ids)")
                .param("now", Items.at(now))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
