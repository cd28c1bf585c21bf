package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.identity.Caller.Staff;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.rows.Rows;
import anxin.kernel.upkeep.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reads a conversation now, and who writes: so that no customer gets two answers. */
@Component
class Presence implements Chore {

    /** Somebody who is at it. */
    record Present(UUID id, String name, boolean writing) {}

    /** Two heartbeats that did not come. */
    private static final Duration HERE = Duration.ofSeconds(45);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final FactLog facts;
    private final Clock clock;

    Presence(JdbcClient db, FactLog facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    private record Before(boolean news) {}

    /** Writes down that somebody looks, and tells the others when it is news. */
    @Transactional
    public void look(Staff staff, Conversation at, boolean writing) {
        var now = clock.instant();
        var before =
                db.sql(
                                """
                insert into conversation.presence as p (shop_id, conversation_id, staff_id, name, writing, seen_at)
                values (:shop, :id, :staff, :name, :writing, :now)
                on conflict (shop_id, conversation_id, staff_id)
                do update set seen_at = :now, name = :name, writing = :writing
                returning (select old.seen_at is null or old.seen_at < :stale or old.writing <> :writing
                             from (select 1) one
                             left join conversation.presence old
                               on old.shop_id = :shop and old.conversation_id = :id and old.staff_id = :staff) as news
                """)
                        .param("shop", at.shop().value())
                        .param("id", at.id())
                        .param("staff", staff.id())
                        .param("name", staff.name())
                        .param("writing", writing)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("stale", now.minus(HERE).atOffset(ZoneOffset.UTC))
                        .query(Rows.of(Before.class))
                        .single();
        if (before.news()) {
            tell("conversation.viewed", staff, at, writing);
        }
    }

    @Transactional
    public void leave(Staff staff, Conversation at) {
        var gone =
                db.sql(
                                """
                delete from conversation.presence
                 where shop_id = :shop and conversation_id = :id and staff_id = :staff
                """)
                        .param("shop", at.shop().value())
                        .param("id", at.id())
                        .param("staff", staff.id())
                        .update();
        if (gone > 0) {
            tell("conversation.left", staff, at, false);
        }
    }

    private void tell(String type, Staff staff, Conversation at, boolean writing) {
        facts.append(
                new NewFact(
                        at.shop(),
                        type,
                        at.subject(),
                        staff.actor(),
                        at.customerId(),
                        Audience.STAFF,
                        new Present(staff.id(), staff.name(), writing)));
    }

    List<Present> at(Conversation one) {
        return db.sql(
                        """
                select p.staff_id as id, p.name, p.writing
                  from conversation.presence p
                 where p.shop_id = :shop and p.conversation_id = :id and p.seen_at >= :since
                 order by p.name, p.staff_id
                """)
                .param("shop", one.shop().value())
                .param("id", one.id())
                .param("since", clock.instant().minus(HERE).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Present.class))
                .list();
    }

    @Override
    public String name() {
        return "conversation.old-presence";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from conversation.presence
                 where ctid in (select p.ctid from conversation.presence p where p.seen_at < :before
                                 order by p.seen_at limit :most for update skip locked)
                """)
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
