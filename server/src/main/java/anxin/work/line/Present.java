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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Who is there for a shop's work, with what they can do and how much of it they have. */
@Component
class Present {

    private record Row(
            UUID id, List<String> teams, @Nullable Instant givenAt, int load, int capacity) {}

    private record Room(UUID id, int units) {}

    private static final String THERE =
            """
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
        return agents(shop, "", List.of());
    }

    /** Those of these who are there. */
    List<Picking.Agent> these(ShopId shop, Collection<UUID> ids) {
        return agents(shop, " and p.staff_id = any(:ids)", ids);
    }

    /**
     * How much more each takes; nobody else gives these anything, or takes anything in their name,
     * before we commit.
     */
    Map<UUID, Integer> room(ShopId shop, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        lock(ids);
        return asked(
                        "select p.staff_id as id, coalesce(c.units, :usual) - l.load as units"
                                + THERE
                                + " and p.staff_id = any(:ids)",
                        shop,
                        ids)
                .query(Rows.of(Room.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Room::id, Room::units));
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

    private StatementSpec asked(String sql, ShopId shop, Collection<UUID> ids) {
        return db.sql(sql)
                .param("shop", shop.value())
                .param("alive", Items.at(clock.instant().minus(Attendance.ALIVE)))
                .param("usual", Attendance.CAPACITY)
                .param("ids", ids.toArray(UUID[]::new));
    }

    private List<Picking.Agent> agents(ShopId shop, String which, Collection<UUID> ids) {
        var now = clock.instant();
        var rows =
                asked(
                                "select p.staff_id as id, p.teams, p.given_at, coalesce(c.units, :usual) as capacity, l.load"
                                        + THERE
                                        + which,
                                shop,
                                ids)
                        .query(Rows.of(Row.class))
                        .list();
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
}
