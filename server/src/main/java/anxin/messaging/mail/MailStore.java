package anxin.messaging.mail;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each mailbox is read, by whom, and what became of each mail. */
@Component
class MailStore {

    /**
     * Where we are in a mailbox.
     *
     * @param uidValidity of the numbers; when the server has another, ours mean nothing
     * @param lastUid the last mail that was taken
     * @param since what was there before is not ours to take
     */
    record Place(
            String channel,
            @Nullable Long uidValidity,
            long lastUid,
            Instant since,
            long stuckUid,
            int stuckTries) {}

    private final JdbcClient db;

    MailStore(JdbcClient db) {
        this.db = db;
    }

    /** Every e-mail channel has its row, from the moment it is seen. */
    void enter(Instant now) {
        db.sql(
                        """
                insert into messaging.mailbox (channel, shop_id, last_uid, since, held_until, next_at)
                select c.id, c.shop_id, 0, c.changed_at, :now, :now
                  from messaging.inbound_channel c
                 where c.kind = 'EMAIL' and not exists (select 1 from messaging.mailbox m where m.channel = c.id)
                on conflict (channel) do nothing
                """)
                .param("now", utc(now))
                .update();
        db.sql(
                        """
                delete from messaging.mailbox m
                 where not exists (select 1 from messaging.inbound_channel c where c.id = m.channel and c.kind = 'EMAIL')
                """)
                .update();
    }

    List<@Nullable String> due(Instant now) {
        return db.sql(
                        """
                select m.channel from messaging.mailbox m
                 where m.next_at <= :now and m.held_until <= :now order by m.next_at
                """)
                .param("now", utc(now))
                .query(String.class)
                .list();
    }

    /** Nobody else reads it until then; the same holder again goes on holding it. */
    Optional<Place> hold(String channel, UUID holder, Instant now, Duration lease) {
        return db.sql(
                        """
                update messaging.mailbox m set holder = :holder, held_until = :until
                 where m.channel = :channel and (m.held_until <= :now or m.holder = :holder)
                returning m.channel, m.uid_validity, m.last_uid, m.since, m.stuck_uid, m.stuck_tries
                """)
                .param("channel", channel)
                .param("holder", holder)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(Place.class))
                .optional();
    }

    /** Another account is another mailbox: what is in it already is not ours to take. */
    void account(String channel, UUID holder, String account, Instant now) {
        db.sql(
                        """
                update messaging.mailbox
                   set account = :account, uid_validity = null, last_uid = 0,
                       since = case when account is null then since else :now end
                 where channel = :channel and holder = :holder and account is distinct from :account
                """)
                .param("channel", channel)
                .param("holder", holder)
                .param("account", account)
                .param("now", utc(now))
                .update();
    }

    void letGo(String channel, UUID holder, Instant now, Instant nextAt) {
        db.sql(
                        """
                update messaging.mailbox set held_until = :now, next_at = :next where channel = :channel and holder = :holder
                """)
                .param("channel", channel)
                .param("holder", holder)
                .param("now", utc(now))
                .param("next", utc(nextAt))
                .update();
    }

    /** False when another holds it by now: what we know of it is over. */
    boolean advance(String channel, UUID holder, long uidValidity, long uid) {
        return db.sql(
                                """
                update messaging.mailbox
                   set uid_validity = :validity, stuck_uid = 0, stuck_tries = 0,
                       last_uid = case when uid_validity = :validity then greatest(last_uid, :uid) else :uid end
                 where channel = :channel and holder = :holder
                """)
                        .param("channel", channel)
                        .param("holder", holder)
                        .param("validity", uidValidity)
                        .param("uid", uid)
                        .update()
                == 1;
    }

    void stuck(String channel, UUID holder, long uid) {
        db.sql(
                        """
                update messaging.mailbox
                   set stuck_tries = case when stuck_uid = :uid then stuck_tries + 1 else 1 end, stuck_uid = :uid
                 where channel = :channel and holder = :holder
                """)
                .param("channel", channel)
                .param("holder", holder)
                .param("uid", uid)
                .update();
    }

    void read(String channel, boolean idle, Instant now) {
        db.sql(
                        """
                update messaging.mailbox set polled_at = :now, idle = :idle, trouble = null, trouble_text = null, trouble_at = null, tries = 0
                 where channel = :channel
                """)
                .param("channel", channel)
                .param("idle", idle)
                .param("now", utc(now))
                .update();
    }

    /** How often it has failed in a row. */
    int troubled(String channel, MailTrouble trouble, String text, Instant now) {
        return db.sql(
                        """
                update messaging.mailbox set trouble = :trouble, trouble_text = :text, trouble_at = :now, tries = tries + 1
                 where channel = :channel
                returning tries
                """)
                .param("channel", channel)
                .param("trouble", trouble.name())
                .param("text", text.length() > 300 ? text.substring(0, 300) : text)
                .param("now", utc(now))
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    record Status(
            @Nullable Instant polledAt,
            boolean idle,
            @Nullable String trouble,
            @Nullable String troubleText,
            @Nullable Instant troubleAt) {}

    Optional<Status> status(ShopId shop, String channel) {
        return db.sql(
                        """
                select m.polled_at, m.idle, m.trouble, m.trouble_text, m.trouble_at
                  from messaging.mailbox m where m.shop_id = :shop and m.channel = :channel
                """)
                .param("shop", shop.value())
                .param("channel", channel)
                .query(Rows.of(Status.class))
                .optional();
    }

    /** What a mail was taken for; the same mail again stays as it was. */
    record Entry(
            ShopId shop,
            String channel,
            String messageId,
            String sender,
            String subject,
            MailSort sort,
            List<String> refs,
            @Nullable UUID conversation) {}

    void note(Entry entry, Instant now) {
        db.sql(
                        """
                insert into messaging.mail_log (channel, message_id, shop_id, sender, subject, sort, refs, conversation, at)
                values (:channel, :id, :shop, :sender, :subject, :sort, :refs, :conversation, :now)
                on conflict (channel, message_id) do nothing
                """)
                .param("channel", entry.channel())
                .param("id", entry.messageId())
                .param("shop", entry.shop().value())
                .param("sender", entry.sender())
                .param("subject", entry.subject())
                .param("sort", entry.sort().name())
                .param("refs", entry.refs().toArray(String[]::new))
                .param("conversation", entry.conversation())
                .param("now", utc(now))
                .update();
    }

    boolean isKnown(String channel, String messageId) {
        return db.sql(
                        """
                select exists (select 1 from messaging.mail_log l where l.channel = :channel and l.message_id = :id)
                """)
                .param("channel", channel)
                .param("id", messageId)
                .query(Boolean.class)
                .single();
    }

    int of(String channel, String sender, Instant since) {
        return db.sql(
                        """
                select count(*) from messaging.mail_log l
                 where l.channel = :channel and l.sender = :sender and l.at > :since
                """)
                .param("channel", channel)
                .param("sender", sender)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    record Received(String subject, List<String> refs, @Nullable UUID conversation) {}

    Optional<Received> received(String channel, String messageId) {
        return db.sql(
                        """
                select l.subject, l.refs, l.conversation from messaging.mail_log l
                 where l.channel = :channel and l.message_id = :id
                """)
                .param("channel", channel)
                .param("id", messageId)
                .query(Rows.of(Received.class))
                .optional();
    }

    /** What an answer of ours was about, such as {@code conversation:…}. */
    Optional<String> aboutOf(ShopId shop, UUID answer) {
        return db.sql(
                        "select o.about from messaging.outbound o where o.shop_id = :shop and o.id = :id and o.about is not null")
                .param("shop", shop.value())
                .param("id", answer)
                .query(String.class)
                .optional();
    }

    record SetAside(String sender, String subject, String sort, Instant at) {}

    List<SetAside> setAside(ShopId shop, String channel, int most) {
        return db.sql(
                        """
                select l.sender, l.subject, l.sort, l.at from messaging.mail_log l
                 where l.shop_id = :shop and l.channel = :channel and l.sort <> 'PERSON'
                 order by l.at desc limit :most
                """)
                .param("shop", shop.value())
                .param("channel", channel)
                .param("most", most)
                .query(Rows.of(SetAside.class))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
