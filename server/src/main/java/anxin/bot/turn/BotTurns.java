package anxin.bot.turn;

import anxin.conversation.FirstLineTalks.Heard;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns as rows: one for each word of a customer, whoever hears of it and however often. */
@Component
class BotTurns {

    /** One that was taken; {@code tries} with this one. */
    record Taken(
            String shopId,
            UUID messageId,
            UUID conversationId,
            int seq,
            Instant heardAt,
            int tries) {

        ShopId shop() {
            return new ShopId(shopId);
        }
    }

    enum End {
        ANSWERED,
        HANDED_OVER,
        LEFT
    }

    private final JdbcClient db;

    BotTurns(JdbcClient db) {
        this.db = db;
    }

    int add(Collection<Heard> words) {
        return db.sql(
                        """
                insert into bot.turn (shop_id, message_id, conversation_id, seq, heard_at, state)
                select n.shop_id, n.message_id, n.conversation_id, n.seq, n.heard_at, 'OPEN'
                  from unnest(:shops, :messages, :conversations, :seqs, cast(:at as timestamptz[]))
                       as n (shop_id, message_id, conversation_id, seq, heard_at)
                on conflict do nothing
                """)
                .param(
                        "shops",
                        words.stream().map(one -> one.shop().value()).toArray(String[]::new))
                .param("messages", words.stream().map(Heard::message).toArray(UUID[]::new))
                .param(
                        "conversations",
                        words.stream().map(Heard::conversation).toArray(UUID[]::new))
                .param("seqs", words.stream().map(Heard::seq).toArray(Integer[]::new))
                .param("at", words.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .update();
    }

    /** The oldest that nobody is at; of a conversation only its first. */
    Optional<Taken> take(Instant now, Duration lease) {
        return db.sql(
                        """
                update bot.turn t
                   set tries = t.tries + 1, lease_until = :until
                 where (t.shop_id, t.message_id) = (
                       select o.shop_id, o.message_id
                         from bot.turn o
                        where o.state = 'OPEN' and (o.lease_until is null or o.lease_until <= :now)
                          and not exists (select 1 from bot.turn e
                                           where e.shop_id = o.shop_id and e.conversation_id = o.conversation_id
                                             and e.state = 'OPEN' and e.seq < o.seq)
                        order by o.heard_at
                        limit 1
                          for update skip locked)
                returning t.shop_id, t.message_id, t.conversation_id, t.seq, t.heard_at, t.tries
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Taken.class))
                .optional();
    }

    /** Whether it was still open, under a lock to the end of the transaction. */
    boolean end(Taken turn, End as, Instant now) {
        return db.sql(
                                """
                update bot.turn t
                   set state = :state, ended_at = :now, lease_until = null
                 where t.shop_id = :shop and t.message_id = :message and t.state = 'OPEN' and t.tries = :tries
                """)
                        .param("state", as.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("shop", turn.shopId())
                        .param("message", turn.messageId())
                        .param("tries", turn.tries())
                        .update()
                == 1;
    }

    /** It is tried again when {@code at} has come. */
    void fail(Taken turn, @Nullable String trouble, Instant at) {
        db.sql(
                        """
                update bot.turn t
                   set lease_until = :at, trouble = :trouble
                 where t.shop_id = :shop and t.message_id = :message and t.state = 'OPEN' and t.tries = :tries
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("trouble", trouble)
                .param("shop", turn.shopId())
                .param("message", turn.messageId())
                .param("tries", turn.tries())
                .update();
    }

    int removeEndedBefore(Instant time, int most) {
        return db.sql(
                        """
                delete from bot.turn
                 where ctid in (select t.ctid from bot.turn t
                                 where t.state <> 'OPEN' and t.ended_at < :time
                                 limit :most)
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
