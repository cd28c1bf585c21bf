package anxin.work.deadlines;

import anxin.kernel.ShopId;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeadlineStore implements Deadlines {

    private final JdbcClient db;

    DeadlineStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void set(List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        db.sql(
                        """
                insert into work.deadline (shop_id, kind, subject, due_at, detail)
                select n.shop_id, n.kind, n.subject, n.due_at, n.detail
                  from unnest(:shops, :kinds, :subjects, cast(:dues as timestamptz[]), :details)
                       as n (shop_id, kind, subject, due_at, detail)
                 order by n.shop_id, n.subject, n.kind
                on conflict (shop_id, subject, kind)
                do update set due_at = excluded.due_at, detail = excluded.detail, attempts = 0, trouble = null
                """)
                .param(
                        "shops",
                        deadlines.stream().map(d -> d.shop().value()).toArray(String[]::new))
                .param("kinds", deadlines.stream().map(Deadline::kind).toArray(String[]::new))
                .param("subjects", deadlines.stream().map(Deadline::subject).toArray(String[]::new))
                .param(
                        "dues",
                        deadlines.stream().map(d -> d.dueAt().toString()).toArray(String[]::new))
                .param("details", deadlines.stream().map(Deadline::detail).toArray(String[]::new))
                .update();
    }

    @Override
    public void lift(ShopId shop, String kind, String subject) {
        db.sql(
                        "delete from work.deadline d where d.shop_id = :shop and d.subject = :subject and d.kind = :kind")
                .param("shop", shop.value())
                .param("subject", subject)
                .param("kind", kind)
                .update();
    }

    /** How long a handler waits for what somebody else holds; less than a circle is looked for. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /**
     * The one that is due longest and that no other node has in hand; its row stays locked to the
     * end of the transaction, which from here on waits for no lock longer than a moment.
     */
    Optional<Deadline> take(Instant now) {
        return db.sql(
                        """
                select d.shop_id, d.kind, d.subject, d.due_at, d.detail, set_config('lock_timeout', :patience, true)
                  from work.deadline d
                 where d.due_at <= :now
                 order by d.due_at
                 limit 1
                   for update skip locked
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("patience", PATIENCE.toMillis() + "ms")
                .query(DeadlineStore::deadline)
                .optional();
    }

    /** Somebody was at it; it was no failure. */
    void delay(Deadline deadline, Instant until) {
        db.sql(
                        """
                update work.deadline set due_at = :until
                 where shop_id = :shop and subject = :subject and kind = :kind and due_at = :due
                """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("shop", deadline.shop().value())
                .param("subject", deadline.subject())
                .param("kind", deadline.kind())
                .param("due", deadline.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts it off after its handler failed: 10 s, doubled with every attempt, an hour at most. */
    void putOff(Deadline deadline, Instant now, String trouble) {
        db.sql(
                        """
                update work.deadline
                   set attempts = attempts + 1,
                       trouble = :trouble,
                       due_at = :now + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 10)))
                 where shop_id = :shop and subject = :subject and kind = :kind
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("trouble", trouble)
                .param("shop", deadline.shop().value())
                .param("subject", deadline.subject())
                .param("kind", deadline.kind())
                .update();
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        return new Deadline(
                new ShopId(row.getString("shop_id")),
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("detail"));
    }
}
