package anxin.conversation.thread;

import anxin.kernel.ShopId;
import anxin.kernel.words.ShopDay;
import anxin.kernel.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes conversations and messages, one or many at a time. */
@Component
public class Threads {

    /** Where a message stands. */
    public record Place(UUID conversation, int seq) {}

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String BETWEEN = "\u001f";

    private static final String COLUMNS =
            """
            c.shop_id, c.id, c.profile_id, c.customer_id, c.customer_name, c.matter, c.channel, c.address, c.state,
            c.last_seq, c.customer_seq, c.waiting_since, c.agent, c.team, c.facts::text as facts, c.topic, c.lang, c.last_text,
            c.last_from, c.opened_at, c.last_at, c.bot
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Threads(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Those of the messages that are there already, by id. */
    Map<UUID, Place> places(Collection<ShopId> shops, Collection<UUID> ids) {
        var found = new HashMap<UUID, Place>();
        db.sql(
                        """
                select m.id, m.conversation_id, m.seq
                  from unnest(:shops, :ids) as w (shop_id, id)
                  join conversation.message m on m.shop_id = w.shop_id and m.id = w.id
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    row.getObject("id", UUID.class),
                                    new Place(
                                            row.getObject("conversation_id", UUID.class),
                                            row.getInt("seq")));
                        });
        return found;
    }

    /**
     * The conversations of these people that are not closed, each kept from every other writer to
     * the end of the transaction; in one order for all, so that nobody waits in a circle.
     */
    List<Conversation> lockOpen(Collection<ShopId> shops, Collection<UUID> profiles) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from conversation.conversation c
                 where (c.shop_id, c.profile_id) in (select w.shop_id, w.profile_id
                                                       from unnest(:shops, :profiles) as w (shop_id, profile_id))
                   and c.state <> 'CLOSED'
                 order by c.shop_id, c.id
                   for update
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("profiles", profiles.toArray(UUID[]::new))
                .query(this::conversation)
                .list();
    }

    /** Where a message of this id stands, whoever wrote it. */
    public Optional<Place> place(ShopId shop, UUID id) {
        return Optional.ofNullable(places(List.of(shop), List.of(id)).get(id));
    }

    /** Kept from every other writer to the end of the transaction. */
    public Optional<Conversation> lock(ShopId shop, UUID id) {
        return find(List.of(shop), id, " for update");
    }

    /** Those of one shop, each kept from every other writer, in the order that all keep. */
    public List<Conversation> lock(ShopId shop, Collection<UUID> ids) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from conversation.conversation c
                 where c.shop_id = :shop and c.id = any(:ids)
                 order by c.shop_id, c.id
                   for update
                """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::conversation)
                .list();
    }

    public Optional<Conversation> find(Collection<ShopId> shops, UUID id) {
        return find(shops, id, "");
    }

    private Optional<Conversation> find(Collection<ShopId> shops, UUID id, String how) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from conversation.conversation c where c.shop_id = any(:shops) and c.id = :id"
                                + how)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("id", id)
                .query(this::conversation)
                .optional();
    }

    /** Whether a person has an open one with which a message on this matter would go on. */
    boolean isOpen(ShopId shop, UUID profile, String matter) {
        return db.sql(
                        """
                select exists (select 1 from conversation.conversation c
                                where c.shop_id = :shop and c.profile_id = :profile and c.state = 'OPEN'
                                  and (:matter = '' or c.matter in ('', :matter)))
                """)
                .param("shop", shop.value())
                .param("profile", profile)
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    /** A person's newest: an open one, if there is one. */
    public Optional<Conversation> newest(ShopId shop, UUID profile) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from conversation.conversation c
                 where c.shop_id = :shop and c.profile_id = :profile
                 order by c.state = 'CLOSED', c.last_at desc, c.id desc
                 limit 1
                """)
                .param("shop", shop.value())
                .param("profile", profile)
                .query(this::conversation)
                .optional();
    }

    /** Those that the first line has and in which nothing was said since then, of all shops. */
    public List<Conversation> idleOfFirstLine(Instant since, int most) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from conversation.conversation c
                 where c.state = 'OPEN' and c.bot and c.last_at < :since
                 order by c.last_at
                 limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(this::conversation)
                .list();
    }

    /** The channel's own id of what the customer wrote last, on the channel where answers go. */
    public Optional<String> lastExternalId(Conversation in) {
        return db.sql(
                        """
                select m.external_id from conversation.message m
                 where m.shop_id = :shop and m.conversation_id = :id and m.seq <= :seq
                   and m.channel = :channel and m.kind = 'CUSTOMER' and m.external_id is not null
                 order by m.seq desc
                 limit 1
                """)
                .param("shop", in.shop().value())
                .param("id", in.id())
                .param("seq", in.customerSeq())
                .param("channel", in.channel())
                .query(String.class)
                .optional();
    }

    /** As they are now: those that are new, and those that went on. */
    public void write(Collection<Conversation> conversations) {
        db.sql(
                        """
                insert into conversation.conversation as c
                       (shop_id, id, profile_id, customer_id, customer_name, matter, channel, address, state, last_seq,
                        customer_seq, waiting_since, agent, team, facts, topic, lang, last_text, last_from, opened_at, last_at, bot)
                select n.shop_id, n.id, n.profile_id, n.customer_id, n.customer_name, n.matter, n.channel, n.address,
                       n.state, n.last_seq, n.customer_seq, n.waiting_since, n.agent, n.team, n.facts::json, n.topic, n.lang,
                       n.last_text, n.last_from, n.opened_at, n.last_at, n.bot
                  from unnest(:shops, :ids, :profiles, :customers, :names, :matters, :channels, :addresses, :states,
                              :lastSeqs, :customerSeqs, cast(:waiting as timestamptz[]), :agents, :teams, :facts, :topics, :langs, :texts, :froms,
                              cast(:opened as timestamptz[]), cast(:last as timestamptz[]), :bots)
                       as n (shop_id, id, profile_id, customer_id, customer_name, matter, channel, address, state,
                             last_seq, customer_seq, waiting_since, agent, team, facts, topic, lang, last_text, last_from,
                             opened_at, last_at, bot)
                on conflict (shop_id, id) do update
                   set matter = excluded.matter, channel = excluded.channel, address = excluded.address,
                       state = excluded.state, last_seq = excluded.last_seq, customer_seq = excluded.customer_seq,
                       waiting_since = excluded.waiting_since, agent = excluded.agent, team = excluded.team,
                       facts = excluded.facts, topic = excluded.topic, lang = excluded.lang, last_text = excluded.last_text,
                       last_from = excluded.last_from, last_at = excluded.last_at, bot = excluded.bot,
                       customer_id = excluded.customer_id, customer_name = excluded.customer_name,
                       snoozed_until = case when excluded.state = 'SNOOZED' then c.snoozed_until end
                """)
                .param("shops", texts(conversations, one -> one.shop().value()))
                .param("ids", uuids(conversations, Conversation::id))
                .param("profiles", uuids(conversations, Conversation::profile))
                .param("customers", texts(conversations, Conversation::customerId))
                .param("names", texts(conversations, Conversation::customerName))
                .param("matters", texts(conversations, Conversation::matter))
                .param("channels", texts(conversations, Conversation::channel))
                .param("addresses", texts(conversations, Conversation::address))
                .param("states", texts(conversations, one -> one.state().name()))
                .param("lastSeqs", numbers(conversations, Conversation::lastSeq))
                .param("customerSeqs", numbers(conversations, Conversation::customerSeq))
                .param("waiting", times(conversations, Conversation::waitingSince))
                .param("agents", uuids(conversations, Conversation::agent))
                .param("teams", texts(conversations, Conversation::team))
                .param("facts", texts(conversations, one -> json.writeValueAsString(one.facts())))
                .param("topics", texts(conversations, Conversation::topic))
                .param("langs", texts(conversations, Conversation::lang))
                .param("texts", texts(conversations, Conversation::lastText))
                .param("froms", texts(conversations, Conversation::lastFrom))
                .param("opened", times(conversations, Conversation::openedAt))
                .param("last", times(conversations, Conversation::lastAt))
                .param(
                        "bots",
                        conversations.stream().map(Conversation::bot).toArray(Boolean[]::new))
                .update();
    }

    public void add(Collection<NewMessage> messages) {
        var now = clock.instant();
        db.sql(
                        """
                insert into conversation.message
                       (shop_id, conversation_id, seq, id, kind, author, channel, external_id, text, attachments,
                        written_at, at, words, event, delivery, mail, choices)
                select n.shop_id, n.conversation_id, n.seq, n.id, n.kind, n.author, n.channel, n.external_id, n.text,
                       n.attachments::json, n.written_at, :now, string_to_array(n.words, :between), n.event::json, n.delivery,
                       n.mail::json, n.choices::json
                  from unnest(:shops, :conversations, :seqs, :ids, :kinds, :authors, :channels, :externals, :texts,
                              :attachments, cast(:written as timestamptz[]), :words, :events, :deliveries, :mails, :choices)
                       as n (shop_id, conversation_id, seq, id, kind, author, channel, external_id, text, attachments,
                             written_at, words, event, delivery, mail, choices)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("between", BETWEEN)
                .param("shops", texts(messages, one -> one.shop().value()))
                .param("conversations", uuids(messages, NewMessage::conversation))
                .param("seqs", numbers(messages, NewMessage::seq))
                .param("ids", uuids(messages, NewMessage::id))
                .param("kinds", texts(messages, one -> one.kind().name()))
                .param("authors", texts(messages, NewMessage::author))
                .param("channels", texts(messages, NewMessage::channel))
                .param("externals", texts(messages, NewMessage::externalId))
                .param("texts", texts(messages, NewMessage::text))
                .param("attachments", texts(messages, one -> written(one.attachments())))
                .param("written", times(messages, NewMessage::writtenAt))
                .param("words", texts(messages, one -> words(one, now)))
                .param("events", texts(messages, one -> written(one.event())))
                .param("deliveries", uuids(messages, NewMessage::delivery))
                .param("mails", texts(messages, one -> written(one.mail())))
                .param("choices", texts(messages, one -> offered(one.choices())))
                .update();
    }

    private @Nullable String offered(List<String> choices) {
        return choices.isEmpty() ? null : json.writeValueAsString(choices);
    }

    private @Nullable String written(List<UUID> attachments) {
        return attachments.isEmpty() ? null : json.writeValueAsString(attachments);
    }

    private @Nullable String written(NewMessage.@Nullable Event event) {
        return event == null ? null : json.writeValueAsString(event);
    }

    private @Nullable String written(NewMessage.@Nullable Mail mail) {
        return mail == null ? null : json.writeValueAsString(mail);
    }

    /** What happened is not looked for by its words. */
    private static String words(NewMessage message, Instant now) {
        if (message.kind() == NewMessage.Kind.EVENT) {
            return "";
        }
        var words = Words.of(searched(message));
        words.add(ShopDay.of(message.shop(), now));
        return String.join(BETWEEN, words);
    }

    /** A mail is found by its subject too. */
    private static String searched(NewMessage message) {
        var mail = message.mail();
        return mail == null || mail.subject() == null
                ? message.text()
                : mail.subject() + "\n" + message.text();
    }

    private Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                new ShopId(row.getString("shop_id")),
                row.getObject("id", UUID.class),
                row.getObject("profile_id", UUID.class),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("matter"),
                row.getString("channel"),
                row.getString("address"),
                Standing.State.valueOf(row.getString("state")),
                row.getInt("last_seq"),
                row.getInt("customer_seq"),
                instant(row, "waiting_since"),
                row.getObject("agent", UUID.class),
                row.getString("team"),
                json.readValue(row.getString("facts"), FACTS),
                row.getString("topic"),
                row.getString("lang"),
                row.getString("last_text"),
                row.getString("last_from"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("bot"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> @Nullable String[] texts(
            Collection<T> of, Function<? super T, ? extends @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable UUID[] uuids(
            Collection<T> of, Function<? super T, ? extends @Nullable UUID> value) {
        return of.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> Integer[] numbers(Collection<T> of, Function<? super T, Integer> value) {
        return of.stream().map(value).toArray(Integer[]::new);
    }

    /** As texts, which the statement casts: the driver has no array of times. */
    private static <T> @Nullable String[] times(
            Collection<T> of, Function<? super T, ? extends @Nullable Instant> value) {
        return texts(
                of,
                one -> {
                    var time = value.apply(one);
                    return time == null ? null : time.toString();
                });
    }
}
