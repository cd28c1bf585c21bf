package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.upkeep.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each of the staff has seen, and what they have typed and not yet sent. */
@Component
class OwnNotes implements Chore {

    private final JdbcClient db;
    private final Clock clock;
    private final Duration kept;

    OwnNotes(JdbcClient db, Clock clock, @Value("${anxin.keep.drafts:30d}") Duration kept) {
        this.db = db;
        this.clock = clock;
        this.kept = kept;
    }

    /** It never goes back: a second screen that lags behind unsees nothing. */
    void see(Staff staff, Conversation in, int seq) {
        db.sql(
                        """
                insert into conversation.seen as s (staff_id, shop_id, conversation_id, seq)
                values (:staff, :shop, :id, :seq)
                on conflict (staff_id, shop_id, conversation_id) do update set seq = excluded.seq
                 where s.seq < excluded.seq
                """)
                .param("staff", staff.id())
                .param("shop", in.shop().value())
                .param("id", in.id())
                .param("seq", Math.min(seq, in.lastSeq()))
                .update();
    }

    Optional<String> draft(Staff staff, ShopId shop, UUID conversation) {
        return db.sql(
                        """
                select d.text from conversation.draft d
                 where d.staff_id = :staff and d.shop_id = :shop and d.conversation_id = :id
                """)
                .param("staff", staff.id())
                .param("shop", shop.value())
                .param("id", conversation)
                .query(String.class)
                .optional();
    }

    void keep(Staff staff, Conversation in, String text) {
        if (text.isBlank()) {
            forget(staff, in);
            return;
        }
        db.sql(
                        """
                insert into conversation.draft (staff_id, shop_id, conversation_id, text, changed_at)
                values (:staff, :shop, :id, :text, :now)
                on conflict (staff_id, shop_id, conversation_id)
                do update set text = excluded.text, changed_at = excluded.changed_at
                """)
                .param("staff", staff.id())
                .param("shop", in.shop().value())
                .param("id", in.id())
                .param("text", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(Staff staff, Conversation in) {
        db.sql(
                        """
                delete from conversation.draft
                 where staff_id = :staff and shop_id = :shop and conversation_id = :id
                """)
                .param("staff", staff.id())
                .param("shop", in.shop().value())
                .param("id", in.id())
                .update();
    }

    @Override
    public String name() {
        return "conversation.old-drafts";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from conversation.draft
                 where ctid in (select d.ctid from conversation.draft d where d.changed_at < :before
                                 order by d.changed_at limit :most for update skip locked)
                """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
