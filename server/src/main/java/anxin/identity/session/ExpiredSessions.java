package anxin.identity.session;

import anxin.kernel.upkeep.Chore;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A session that has ended says whose address was where, and opens nothing any more. */
@Component
class ExpiredSessions implements Chore {

    private final JdbcClient db;

    ExpiredSessions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "identity.expired-sessions";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from identity.session
                 where token_hash in (select s.token_hash from identity.session s
                                       where s.expires_at <= :now
                                       order by s.expires_at
                                       limit :most
                                         for update skip locked)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
