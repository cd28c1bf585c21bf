package anxin.identity.people;

import anxin.identity.Colleagues;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ColleagueReader implements Colleagues {

    private final JdbcClient db;

    ColleagueReader(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Colleague> whoMay(Permission permission, ShopId shop) {
        return db.sql(
                        """
                select p.id, p.name,
                       array(select m.team_id from identity.membership m where m.person_id = p.id order by m.team_id) as teams
                  from identity.person p
                 where p.active
                   and (p.all_shops or exists (select 1 from identity.person_shop s
                                                where s.person_id = p.id and s.shop_id = :shop))
                   and exists (select 1 from identity.person_role r
                                 join identity.role o on o.id = r.role_id
                                where r.person_id = p.id and :permission = any(o.permissions))
                 order by p.name, p.id
                """)
                .param("shop", shop.value())
                .param("permission", permission.name())
                .query(Rows.of(Colleague.class))
                .list();
    }

    @Override
    public List<Team> teams(ShopId shop) {
        return db.sql(
                        """
                select t.id, t.name_zh, t.name_en
                  from identity.team t
                 where t.shop_id is null or t.shop_id = :shop
                 order by t.shop_id nulls first, t.id
                """)
                .param("shop", shop.value())
                .query(Rows.of(Team.class))
                .list();
    }
}
