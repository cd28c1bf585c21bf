package anxin.conversation.desk;

import anxin.conversation.CustomerWords;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.conversation.thread.Told;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.rows.Rows;
import anxin.messaging.ConversationChannels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was said, for the modules that learn from it. */
@Component
class Overheard implements CustomerWords {

    private static final int CONVERSATIONS = 5_000;
    private static final String SUBJECT = "conversation:";

    private final Scope scope;
    private final Threads threads;
    private final ConversationChannels channels;
    private final JdbcClient db;
    private final JsonMapper json;

    Overheard(
            Scope scope,
            Threads threads,
            ConversationChannels channels,
            JdbcClient db,
            JsonMapper json) {
        this.scope = scope;
        this.threads = threads;
        this.channels = channels;
        this.db = db;
        this.json = json;
    }

    @Override
    public Optional<Talk> talk(Caller.Permitted caller, UUID id) {
        if (!caller.may(Permission.CONVERSATION_READ)) {
            return Optional.empty();
        }
        return threads.find(scope.shops(caller, null), id).map(this::talk);
    }

    private Talk talk(Conversation of) {
        return new Talk(
                of.shop(),
                of.id(),
                of.customerId(),
                of.customerName(),
                of.orderNo(),
                of.lang(),
                place(of.channel()),
                of.customerSeq());
    }

    private Place place(String channel) {
        return channels.find(channel)
                .map(
                        one ->
                                switch (one.kind()) {
                                    case WEB_CHAT -> Place.CHAT;
                                    case EMAIL -> Place.MAIL;
                                    case WEBHOOK -> Place.OTHER;
                                })
                .orElse(Place.OTHER);
    }

    @Override
    public Optional<Written> written(Fact fact) {
        var shop = fact.shop();
        if (shop == null || !fact.type().equals("conversation.message-written")) {
            return Optional.empty();
        }
        var written = json.readValue(fact.payload(), Told.MessageWritten.class);
        return by(written.kind())
                .map(
                        by ->
                                new Written(
                                        shop,
                                        id(fact),
                                        written.message(),
                                        written.seq(),
                                        by,
                                        fact.at()));
    }

    private static Optional<By> by(String kind) {
        if (kind.equals(Kind.CUSTOMER.name())) {
            return Optional.of(By.CUSTOMER);
        }
        return kind.equals(Kind.STAFF.name()) ? Optional.of(By.STAFF) : Optional.empty();
    }

    @Override
    public Optional<UUID> closed(Fact fact) {
        if (!fact.type().equals("conversation.changed")) {
            return Optional.empty();
        }
        var changed = json.readValue(fact.payload(), Told.Changed.class);
        return changed.state().equals(State.CLOSED.name())
                ? Optional.of(id(fact))
                : Optional.empty();
    }

    private static UUID id(Fact fact) {
        return UUID.fromString(fact.subject().substring(SUBJECT.length()));
    }

    @Override
    public Optional<String> text(ShopId shop, UUID conversation, int seq) {
        return db.sql(
                        """
                select m.text
                  from conversation.message m
                 where m.shop_id = :shop and m.conversation_id = :id and m.seq = :seq
                """)
                .param("shop", shop.value())
                .param("id", conversation)
                .param("seq", seq)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Spoken> sample(ShopId shop, Instant from, Instant until, int most) {
        return db.sql(
                        """
                select m.conversation_id as conversation, m.id as message, m.text, m.at,
                       (select r.text from conversation.message r
                         where r.shop_id = m.shop_id and r.conversation_id = m.conversation_id and r.seq > m.seq
                           and r.kind = 'STAFF' and r.text <> ''
                         order by r.seq limit 1) as reply
                  from (select c.id
                          from conversation.conversation c
                         where c.shop_id = :shop and c.last_at >= :from
                         order by c.last_at desc
                         limit :conversations) c
                  join conversation.message m on m.shop_id = :shop and m.conversation_id = c.id
                 where m.kind = 'CUSTOMER' and m.at >= :from and m.at < :until and m.text <> ''
                 order by hashtextextended(m.id::text, 0)
                 limit :most
                """)
                .param("shop", shop.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("conversations", CONVERSATIONS)
                .param("most", most)
                .query(Rows.of(Spoken.class))
                .list();
    }
}
