package anxin.identity.people;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as the administrator's screen shows them. */
@Component
class PeopleView {

    /**
     * A person with what only the list shows.
     *
     * @param subject what the provider of sign-ins calls them; null for one with a password here
     */
    record Listed(Person person, long version, @Nullable String subject, Instant changedAt) {}

    private static final String COLUMNS =
            """
            select p.id, p.login, p.name, p.email, p.all_shops, p.active, p.version, p.changed_at,
                   p.subject,
                   array(select ps.shop_id from identity.person_shop ps where ps.person_id = p.id order by 1) as shops,
                   array(select pr.role_id from identity.person_role pr where pr.person_id = p.id order by 1) as roles,
                   array(select m.team_id from identity.membership m where m.person_id = p.id order by 1) as teams,
                   array(select array[w.shop_id, w.store_id] from identity.person_store w
                          where w.person_id = p.id order by 1) as stores
              from identity.person p
            """;

    /** Those whose every shop is one of these, and who have one. */
    private static final String WITHIN =
            """
             and (cast(:shops as text[]) is null
                  or (not p.all_shops
                      and exists (select from identity.person_shop ps
                                   where ps.person_id = p.id and ps.shop_id = any(:shops))
                      and not exists (select from identity.person_shop ps
                                       where ps.person_id = p.id and ps.shop_id <> all(:shops))))
            """;

    private final JdbcClient db;

    PeopleView(JdbcClient db) {
        this.db = db;
    }

    List<Listed> page(
            @Nullable Set<ShopId> within,
            @Nullable String query,
            @Nullable String shop,
            @Nullable Cursor after,
            int limit) {
        return db.sql(
                        COLUMNS
                                + " where true"
                                + WITHIN
                                + """
                 and (cast(:query as text) is null or p.name ilike :query or p.login ilike :query or p.email ilike :query)
                 and (cast(:shop as text) is null
                      or p.all_shops
                      or exists (select from identity.person_shop ps
                                  where ps.person_id = p.id and ps.shop_id = :shop))
                 and (cast(:name as text) is null or (p.name, p.id) > (:name, cast(:id as uuid)))
               order by p.name, p.id
               limit :limit
                """)
                .param("shops", texts(within))
                .param("query", query == null ? null : "%" + escaped(query) + "%")
                .param("shop", shop)
                .param("name", after == null ? null : after.text(0))
                .param("id", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query(PeopleView::listed)
                .list();
    }

    Optional<Listed> find(@Nullable Set<ShopId> within, UUID id) {
        return db.sql(COLUMNS + " where p.id = :person" + WITHIN)
                .param("person", id)
                .param("shops", texts(within))
                .query(PeopleView::listed)
                .optional();
    }

    /** Everybody with this role or in this team, those who have left too. */
    List<Listed> having(Own kind, String id) {
        return db.sql(
                        COLUMNS
                                + " where p.id in (select h.person_id from identity."
                                + kind.holders()
                                + " h where h."
                                + kind.column()
                                + " = :id) order by p.name, p.id")
                .param("id", id)
                .query(PeopleView::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        var person =
                new Person(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("all_shops")
                                ? null
                                : StaffReader.texts(row.getArray("shops")).stream()
                                        .map(ShopId::new)
                                        .toList(),
                        StaffReader.texts(row.getArray("roles")),
                        StaffReader.texts(row.getArray("teams")),
                        StaffReader.workplaces(row.getArray("stores")),
                        row.getBoolean("active"));
        return new Listed(
                person,
                row.getLong("version"),
                row.getString("subject"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String @Nullable [] texts(@Nullable Set<ShopId> shops) {
        return shops == null
                ? null
                : shops.stream()
                        .map(ShopId::value)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toArray(String[]::new);
    }

    private static String escaped(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
