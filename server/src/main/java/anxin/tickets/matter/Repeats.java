package anxin.tickets.matter;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.tickets.matter.Course.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the same matter again. A ticket is kept under what it is known by; whoever looks reads the
 * newest few under the same, however many there are.
 */
@Component
public class Repeats {

    /** Beyond, it says: or more. */
    public static final int MOST = 20;

    /** Another ticket under the same trait. */
    public record Linked(
            String trait,
            UUID id,
            String no,
            String title,
            State state,
            Triage.Topic type,
            Instant openedAt) {}

    private final JdbcClient db;

    Repeats(JdbcClient db) {
        this.db = db;
    }

    void keep(Ticket under) {
        db.sql(
                        """
                insert into tickets.trait (shop_id, trait, at, ticket_id)
                select :shop, n, :at, :ticket from unnest(:traits) n
                on conflict do nothing
                """)
                .param("shop", under.shop().value())
                .param("traits", under.traits().toArray(String[]::new))
                .param("at", under.openedAt().atOffset(ZoneOffset.UTC))
                .param("ticket", under.id())
                .update();
    }

    void forget(Ticket one) {
        db.sql("delete from tickets.trait where shop_id = :shop and ticket_id = :ticket")
                .param("shop", one.shop().value())
                .param("ticket", one.id())
                .update();
    }

    /** How many there are since then under any of these. */
    public int count(ShopId shop, Collection<String> traits, Instant since) {
        return db.sql(
                        """
                select count(distinct r.ticket_id)
                  from unnest(:traits) w (trait)
                 cross join lateral (
                       select k.ticket_id from tickets.trait k
                        where k.shop_id = :shop and k.trait = w.trait and k.at >= :since
                        order by k.at desc, k.ticket_id desc
                        limit :most) r
                """)
                .param("shop", shop.value())
                .param("traits", traits.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }

    /** The newest others under each of its traits, from so long before it was opened. */
    public List<Linked> of(Ticket one, Duration before) {
        return db.sql(
                        """
                select w.trait, t.id, t.no, t.title, t.state, t.type, t.opened_at
                  from unnest(:traits) with ordinality w (trait, place)
                 cross join lateral (
                       select k.ticket_id from tickets.trait k
                        where k.shop_id = :shop and k.trait = w.trait and k.at >= :since and k.ticket_id <> :id
                        order by k.at desc, k.ticket_id desc
                        limit :most) r
                  join tickets.ticket t on t.shop_id = :shop and t.id = r.ticket_id
                 order by w.place, t.opened_at desc, t.id
                """)
                .param("shop", one.shop().value())
                .param("traits", one.traits().toArray(String[]::new))
                .param("since", one.openedAt().minus(before).atOffset(ZoneOffset.UTC))
                .param("id", one.id())
                .param("most", MOST)
                .query(Rows.of(Linked.class))
                .list();
    }
}
