package anxin.messaging.attachments;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were uploaded for a message that nobody sent. */
@Component
class UnusedAttachments implements Chore {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient db;

    UnusedAttachments(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "messaging.unused-attachments";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from messaging.attachment
                 where (shop_id, id) in (select a.shop_id, a.id from messaging.attachment a
                                          where a.about is null and a.at < :before
                                          order by a.at limit :most for update skip locked)
                """)
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
