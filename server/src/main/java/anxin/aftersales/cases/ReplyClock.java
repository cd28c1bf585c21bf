package anxin.aftersales.cases;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half hour in which a person must have answered. It begins with the first message that waits,
 * or with the wish for a person, and only a person's words end it.
 */
@Component
public class ReplyClock {

    /** The kind of the deadline for a person's answer. */
    public static final String DEADLINE = "aftersales.reply";

    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** What the customer waits for. */
    public enum Kind {
        /** An answer to a message. */
        MESSAGE,
        /** A call or a talk: an apology, an explanation. */
        PERSON
    }

    /** {@code lateAt} when the half hour was over, null while it runs. */
    public record Waiting(Kind kind, Instant since, Instant dueAt, @Nullable Instant lateAt) {}

    private final JdbcClient db;
    private final Deadlines deadlines;
    private final Clock clock;

    ReplyClock(JdbcClient db, Deadlines deadlines, Clock clock) {
        this.db = db;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A second message does not start it anew: the first one has been waiting longer. */
    public void start(ShopId shop, UUID id, Kind kind, String detail) {
        var now = clock.instant();
        var started =
                db.sql(
                                """
                insert into aftersales.waiting_customer (shop_id, case_id, kind, since, due_at)
                values (:shop, :id, :kind, :now, :due)
                on conflict (shop_id, case_id) do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("due", now.plus(LIMIT).atOffset(ZoneOffset.UTC))
                        .update();
        if (started == 1) {
            deadlines.set(
                    new Deadline(shop, DEADLINE, CaseRow.subject(id), now.plus(LIMIT), detail));
        }
    }

    /** A person has spoken, or nobody needs to any more. */
    public void stop(ShopId shop, UUID id) {
        deadlines.lift(shop, DEADLINE, CaseRow.subject(id));
        db.sql(
                        "delete from aftersales.waiting_customer w where w.shop_id = :shop and w.case_id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** The half hour is over; the customer goes on waiting. */
    public void late(ShopId shop, UUID id) {
        db.sql(
                        """
                update aftersales.waiting_customer set late_at = :now
                 where shop_id = :shop and case_id = :id and late_at is null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    public Optional<Waiting> find(ShopId shop, UUID id) {
        return db.sql(
                        """
                select w.kind, w.since, w.due_at, w.late_at from aftersales.waiting_customer w
                 where w.shop_id = :shop and w.case_id = :id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Waiting.class))
                .optional();
    }

    /** Whether nobody has spoken yet with a customer who asked for it. */
    public boolean wantsPerson(ShopId shop, UUID id) {
        return find(shop, id).filter(waiting -> waiting.kind() == Kind.PERSON).isPresent();
    }
}
