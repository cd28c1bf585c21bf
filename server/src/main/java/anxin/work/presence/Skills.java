package anxin.work.presence;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How good people are at what a shop needs, and how much they take at once. */
@Component
public class Skills {

    /**
     * @param skill a team, or a language as {@code lang:ja}
     * @param level 1 to 5; 0 takes away what the team would give
     * @param until when it ends, for whoever is here for a while
     */
    public record Skill(UUID staffId, String skill, int level, @Nullable Instant until) {}

    private record OfShop(ShopId shop, Map<UUID, List<Skill>> byPerson) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final ShortMemory<ShopId, OfShop> memory;

    Skills(JdbcClient db, Clock clock) {
        this.db = db;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public Map<UUID, List<Skill>> of(ShopId shop) {
        return memory.recall(shop, () -> Optional.of(read(shop))).orElseThrow().byPerson();
    }

    private OfShop read(ShopId shop) {
        var byPerson = new HashMap<UUID, List<Skill>>();
        db.sql(
                        """
                select s.staff_id, s.skill, s.level, s.until from work.skill s
                 where s.shop_id = :shop order by s.staff_id, s.skill
                """)
                .param("shop", shop.value())
                .query(Rows.of(Skill.class))
                .list()
                .forEach(
                        one ->
                                byPerson.computeIfAbsent(one.staffId(), s -> new ArrayList<>())
                                        .add(one));
        return new OfShop(shop, byPerson);
    }

    /** These, and no other. */
    public void write(ShopId shop, UUID person, List<Skill> skills, int capacity) {
        db.sql("delete from work.skill where shop_id = :shop and staff_id = :person")
                .param("shop", shop.value())
                .param("person", person)
                .update();
        db.sql(
                        """
                insert into work.skill (shop_id, staff_id, skill, level, until)
                select :shop, :person, n.skill, n.level, n.until
                  from unnest(:skills, :levels, cast(:untils as timestamptz[])) as n (skill, level, until)
                """)
                .param("shop", shop.value())
                .param("person", person)
                .param("skills", texts(skills, Skill::skill))
                .param("levels", skills.stream().map(Skill::level).toArray(Integer[]::new))
                .param(
                        "untils",
                        texts(skills, one -> one.until() == null ? null : one.until().toString()))
                .update();
        db.sql(
                        """
                insert into work.capacity as c (staff_id, units) values (:person, :units)
                on conflict (staff_id) do update set units = excluded.units
                """)
                .param("person", person)
                .param("units", capacity)
                .update();
        AfterCommit.run(() -> memory.forget(known -> known.shop().equals(shop)));
    }

    private static @Nullable String[] texts(
            List<Skill> of, Function<Skill, ? extends @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }
}
