package anxin.identity.people;

import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonStore {

    private final JdbcClient db;

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    record Credentials(
            UUID id, String login, @Nullable String passwordHash, boolean active, boolean demo) {}

    Optional<Credentials> credentials(String login) {
        return db.sql(
                        """
                select p.id, p.login, p.password_hash, p.active, p.demo
                  from identity.person p
                 where lower(p.login) = lower(:login)
                """)
                .param("login", login)
                .query(Rows.of(Credentials.class))
                .optional();
    }

    Optional<Credentials> credentials(UUID id) {
        return db.sql(
                        """
                select p.id, p.login, p.password_hash, p.active, p.demo
                  from identity.person p
                 where p.id = :id
                """)
                .param("id", id)
                .query(Rows.of(Credentials.class))
                .optional();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from identity.person)")
                .query(Boolean.class)
                .single();
    }

    /** False when the id or the sign-in name is taken. */
    boolean add(
            Person person,
            @Nullable String passwordHash,
            boolean stale,
            boolean demo,
            Instant now) {
        var added =
                db.sql(
                                """
                insert into identity.person (id, login, name, email, password_hash, password_stale, all_shops,
                                             active, demo, created_at, changed_at)
                values (:id, :login, :name, cast(:email as text), cast(:hash as text), :stale, :allShops,
                        :active, :demo, :now, :now)
                on conflict do nothing
                """)
                        .param("id", person.id())
                        .param("login", person.login())
                        .param("name", person.name())
                        .param("email", person.email())
                        .param("hash", passwordHash)
                        .param("stale", stale)
                        .param("allShops", person.shops() == null)
                        .param("active", person.active())
                        .param("demo", demo)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 0) {
            return false;
        }
        writeReach(person);
        return true;
    }

    /**
     * Shops, stores, roles and teams, as they are to be from now on. A role or team that was taken
     * away meanwhile is left out.
     */
    void writeReach(Person person) {
        var shops = person.shops();
        clear("person_shop", person.id());
        db.sql(
                        """
                insert into identity.person_shop (person_id, shop_id)
                select :person, v from unnest(:shops) v on conflict do nothing
                """)
                .param("person", person.id())
                .param("shops", texts(shops == null ? List.of() : shops, ShopId::value))
                .update();
        clear("person_store", person.id());
        db.sql(
                        """
                insert into identity.person_store (person_id, shop_id, store_id)
                select :person, n.shop_id, n.store_id
                  from unnest(:storeShops, :stores) as n (shop_id, store_id) on conflict do nothing
                """)
                .param("person", person.id())
                .param("storeShops", texts(person.stores(), place -> place.shop().value()))
                .param("stores", texts(person.stores(), Workplace::store))
                .update();
        replace(Own.ROLE, person.id(), person.roles());
        replace(Own.TEAM, person.id(), person.teams());
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private void clear(String table, UUID person) {
        db.sql("delete from identity." + table + " where person_id = :person")
                .param("person", person)
                .update();
    }

    private void replace(Own kind, UUID person, List<String> ids) {
        clear(kind.holders(), person);
        db.sql(
                        """
                insert into identity.%s (person_id, %s)
                select :person, o.id from identity.%s o where o.id = any(:ids)
                """
                                .formatted(kind.holders(), kind.column(), kind.table()))
                .param("person", person)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    void setPassword(UUID person, String hash, boolean stale, Instant now) {
        db.sql(
                        """
                update identity.person
                   set password_hash = :hash, password_stale = :stale, changed_at = :now, version = version + 1
                 where id = :person
                """)
                .param("person", person)
                .param("hash", hash)
                .param("stale", stale)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when another was faster. */
    boolean change(Person person, long version, Instant now) {
        var changed =
                db.sql(
                                """
                update identity.person
                   set name = :name, email = cast(:email as text), all_shops = :allShops, active = :active,
                       changed_at = :now, version = version + 1
                 where id = :id and version = :version
                """)
                        .param("id", person.id())
                        .param("name", person.name())
                        .param("email", person.email())
                        .param("allShops", person.shops() == null)
                        .param("active", person.active())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("version", version)
                        .update();
        if (changed > 0) {
            writeReach(person);
            if (!person.active()) {
                endSessions(person.id());
            }
        }
        return changed > 0;
    }

    void endSessions(UUID person) {
        db.sql("delete from identity.session where person_id = :person")
                .param("person", person)
                .update();
    }

    void endSessionsOfDemoPeople() {
        db.sql(
                        """
                delete from identity.session s
                 using identity.person p
                 where p.id = s.person_id and p.demo
                """)
                .update();
    }

    void writeBuiltIn(BuiltInRole role) {
        db.sql(
                        """
                insert into identity.role as r (id, name_zh, name_en, permissions, tier)
                values (:id, :zh, :en, :permissions, :tier)
                on conflict (id) do update
                   set name_zh = excluded.name_zh, name_en = excluded.name_en,
                       permissions = excluded.permissions, tier = excluded.tier, version = r.version + 1
                 where (r.name_zh, r.name_en, r.permissions, r.tier)
                       is distinct from (excluded.name_zh, excluded.name_en, excluded.permissions, excluded.tier)
                """)
                .param("id", role.id())
                .param("zh", role.text().zh())
                .param("en", role.text().en())
                .param("permissions", role.permissions())
                .param("tier", role.tier())
                .update();
    }

    void writeBuiltIn(BuiltInTeam team) {
        db.sql(
                        """
                insert into identity.team (id, name_zh, name_en) values (:id, :zh, :en)
                on conflict (id) do nothing
                """)
                .param("id", team.name())
                .param("zh", team.text().zh())
                .param("en", team.text().en())
                .update();
    }
}
