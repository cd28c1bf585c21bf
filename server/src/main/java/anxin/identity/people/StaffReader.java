package anxin.identity.people;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person may do now, in one query. */
@Component
public class StaffReader {

    private final JdbcClient db;

    StaffReader(JdbcClient db) {
        this.db = db;
    }

    /** Empty when the person is not there or has left. */
    public Optional<StaffOnDuty> find(UUID person) {
        return db.sql(
                        """
                select p.id, p.name, p.all_shops, p.password_stale,
                       array(select ps.shop_id from identity.person_shop ps where ps.person_id = p.id) as shops,
                       array(select pr.role_id from identity.person_role pr where pr.person_id = p.id order by 1) as roles,
                       array(select m.team_id from identity.membership m where m.person_id = p.id) as teams,
                       array(select array[w.shop_id, w.store_id]
                               from identity.person_store w where w.person_id = p.id) as stores,
                       array(select distinct unnest(r.permissions)
                               from identity.person_role pr join identity.role r on r.id = pr.role_id
                              where pr.person_id = p.id) as permissions,
                       coalesce((select max(r.tier)
                                   from identity.person_role pr join identity.role r on r.id = pr.role_id
                                  where pr.person_id = p.id), 'L1') as tier
                  from identity.person p
                 where p.id = :person and p.active
                """)
                .param("person", person)
                .query(StaffReader::row)
                .optional();
    }

    private static StaffOnDuty row(ResultSet row, int number) throws SQLException {
        Set<ShopId> shops =
                texts(row.getArray("shops")).stream()
                        .map(ShopId::new)
                        .collect(Collectors.toCollection(TreeSet::new));
        var staff =
                new Caller.Staff(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        permissions(texts(row.getArray("permissions"))),
                        row.getBoolean("all_shops") ? null : Collections.unmodifiableSet(shops),
                        Set.copyOf(texts(row.getArray("teams"))),
                        row.getString("tier"),
                        Set.copyOf(workplaces(row.getArray("stores"))));
        return new StaffOnDuty(
                staff, texts(row.getArray("roles")), row.getBoolean("password_stale"));
    }

    /** Names of rights that this version does not know are left out: they open nothing here. */
    public static Set<Permission> permissions(List<String> names) {
        var known = EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) {
            if (names.contains(permission.name())) {
                known.add(permission);
            }
        }
        return Collections.unmodifiableSet(known);
    }

    /** Pairs of shop and store. */
    static List<Workplace> workplaces(Array pairs) throws SQLException {
        return Arrays.stream((Object[]) pairs.getArray())
                .map(String[].class::cast)
                .map(pair -> new Workplace(new ShopId(pair[0]), pair[1]))
                .toList();
    }

    public static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
