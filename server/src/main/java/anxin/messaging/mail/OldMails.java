package anxin.messaging.mail;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of mails of long ago; the conversations stay. */
@Component
class OldMails implements Chore {

    private final JdbcClient db;
    private final Duration kept;

    OldMails(JdbcClient db, @Value("${anxin.keep.mail-log:365d}") Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "messaging.old-mails";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from messaging.mail_log
                 where (channel, message_id) in (select l.channel, l.message_id from messaging.mail_log l
                                                  where l.at < :before
                                                  order by l.at limit :most for update skip locked)
                """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
