package anxin.messaging.outbox;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts of messages whose way is at its end. That a message went out, to whom and when stays;
 * one that still waits keeps its text however old it is.
 */
@Component
class OldTexts implements Chore {

    private final JdbcClient db;
    private final Duration kept;

    OldTexts(JdbcClient db, @Value("${anxin.keep.message-texts:90d}") Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "messaging.old-texts";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                update messaging.outbound
                   set body = null, extras = null
                 where id in (select o.id from messaging.outbound o
                               where o.body is not null
                                 and o.state in ('SENT', 'FAILED', 'EXPIRED')
                                 and o.created_at < :before
                               order by o.created_at
                               limit :most
                                 for update skip locked)
                """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
