package anxin.identity.people;

import anxin.identity.Permission;
import anxin.kernel.rows.Rows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles and teams: the built-in ones, and those that shops made. */
@Component
class OwnStore {

    record Role(
            String id,
            @Nullable String shopId,
            String nameZh,
            String nameEn,
            Set<Permission> permissions,
            String tier,
            long version) {}

    record Team(String id, @Nullable String shopId, String nameZh, String nameEn, long version) {}

    private final JdbcClient db;

    OwnStore(JdbcClient db) {
        this.db = db;
    }

    List<Role> roles() {
        return db.sql(
                        """
                select r.id, r.shop_id, r.name_zh, r.name_en, r.permissions, r.tier, r.version
                  from identity.role r
                 order by r.shop_id nulls first, r.tier, r.id
                """)
                .query(
                        (row, n) ->
                                new Role(
                                        row.getString("id"),
                                        row.getString("shop_id"),
                                        row.getString("name_zh"),
                                        row.getString("name_en"),
                                        StaffReader.permissions(
                                                StaffReader.texts(row.getArray("permissions"))),
                                        row.getString("tier"),
                                        row.getLong("version")))
                .list();
    }

    Optional<Role> role(String id) {
        return roles().stream().filter(role -> role.id().equals(id)).findFirst();
    }

    List<Team> teams() {
        return db.sql(
                        """
                select t.id, t.shop_id, t.name_zh, t.name_en, t.version
                  from identity.team t
                 order by t.shop_id nulls first, t.id
                """)
                .query(Rows.of(Team.class))
                .list();
    }

    Optional<Team> team(String id) {
        return teams().stream().filter(team -> team.id().equals(id)).findFirst();
    }

    /** False when there is one of this id already. */
    boolean add(Role role) {
        return db.sql(
                                """
                insert into identity.role (id, shop_id, name_zh, name_en, permissions, tier)
                values (:id, :shop, :zh, :en, :permissions, :tier)
                on conflict (id) do nothing
                """)
                        .param("id", role.id())
                        .param("shop", role.shopId())
                        .param("zh", role.nameZh())
                        .param("en", role.nameEn())
                        .param("permissions", names(role))
                        .param("tier", role.tier())
                        .update()
                > 0;
    }

    boolean add(Team team) {
        return db.sql(
                                """
                insert into identity.team (id, shop_id, name_zh, name_en) values (:id, :shop, :zh, :en)
                on conflict (id) do nothing
                """)
                        .param("id", team.id())
                        .param("shop", team.shopId())
                        .param("zh", team.nameZh())
                        .param("en", team.nameEn())
                        .update()
                > 0;
    }

    /**
     * Keeps the row for this transaction: nobody changes it, and nobody is given it, until the end.
     */
    void lock(Own kind, String id) {
        db.sql("select o.id from identity." + kind.table() + " o where o.id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void change(Role role) {
        db.sql(
                        """
                update identity.role
                   set name_zh = :zh, name_en = :en, permissions = :permissions, tier = :tier, version = version + 1
                 where id = :id
                """)
                .param("id", role.id())
                .param("zh", role.nameZh())
                .param("en", role.nameEn())
                .param("permissions", names(role))
                .param("tier", role.tier())
                .update();
    }

    void change(Team team) {
        db.sql(
                        """
                update identity.team set name_zh = :zh, name_en = :en, version = version + 1 where id = :id
                """)
                .param("id", team.id())
                .param("zh", team.nameZh())
                .param("en", team.nameEn())
                .update();
    }

    void remove(Own kind, String id) {
        db.sql("delete from identity." + kind.table() + " where id = :id").param("id", id).update();
    }

    private static String[] names(Role role) {
        return role.permissions().stream().map(Permission::name).sorted().toArray(String[]::new);
    }
}
