package anxin.journal.subscriptions;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of deliveries whose way is at its end. */
@Component("oldWebHookDeliveries")
class OldDeliveries implements Chore {

    private final JdbcClient db;
    private final Duration kept;

    OldDeliveries(JdbcClient db, @Value("${anxin.keep.hook-log:30d}") Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "journal.old-deliveries";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from journal.delivery d
                 where (d.shop_id, d.id) in (select o.shop_id, o.id from journal.delivery o
                                              where o.state <> 'WAITING' and o.created_at < :before
                                              order by o.created_at
                                              limit :most
                                                for update skip locked)
                """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
