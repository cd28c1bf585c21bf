package anxin.commerce.hooks;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries so old that no sender repeats them; a repeat within the time is still known. */
@Component
class OldDeliveries implements Chore {

    private final JdbcClient db;
    private final Duration kept;

    OldDeliveries(JdbcClient db, @Value("${anxin.keep.hook-deliveries:30d}") Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "commerce.old-deliveries";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                        delete from commerce.hook_delivery
                         where (shop_id, delivery_id) in (select d.shop_id, d.delivery_id
                                                            from commerce.hook_delivery d
                                                           where d.received_at < :before
                                                           order by d.received_at
                                                           limit :most
                                                             for update skip locked)
                        """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
