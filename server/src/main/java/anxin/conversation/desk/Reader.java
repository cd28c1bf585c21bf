package anxin.conversation.desk;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages of one conversation, by their numbers. */
@Component
public class Reader {

    /** A message as it stands; {@code attachments}, {@code event} and {@code mail} are JSON. */
    public record Said(
            int seq,
            UUID id,
            String kind,
            String author,
            @Nullable String channel,
            String text,
            @Nullable String attachments,
            Instant writtenAt,
            Instant at,
            @Nullable String event,
            @Nullable UUID delivery,
            @Nullable String mail,
            @Nullable String choices) {}

    private static final String COLUMNS =
            """
            select m.seq, m.id, m.kind, m.author, m.channel, m.text, m.attachments::text as attachments, m.written_at,
                   m.at, m.event::text as event, m.delivery, m.mail::text as mail,
                   m.choices::text as choices
              from conversation.message m
             where m.shop_id = :shop and m.conversation_id = :id
            """;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Reader(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What the customer may answer with one touch. */
    public List<String> choices(Said of) {
        return of.choices() == null ? List.of() : json.readValue(of.choices(), TEXTS);
    }

    /** The oldest behind {@code seq}. */
    public List<Said> after(ShopId shop, UUID conversation, int seq, int limit) {
        return read(
                " and m.seq > :seq order by m.seq limit :limit", shop, conversation, seq, limit);
    }

    /** The newest before {@code seq}, the oldest of them first. */
    public List<Said> before(ShopId shop, UUID conversation, int seq, int limit) {
        return read(
                        " and m.seq < :seq order by m.seq desc limit :limit",
                        shop,
                        conversation,
                        seq,
                        limit)
                .reversed();
    }

    /** What the customer may see, behind {@code seq}. */
    public List<Said> forCustomer(ShopId shop, UUID conversation, int seq, int limit) {
        return read(
                " and m.seq > :seq and m.kind in ('CUSTOMER', 'STAFF') order by m.seq limit :limit",
                shop,
                conversation,
                seq,
                limit);
    }

    private List<Said> read(String which, ShopId shop, UUID conversation, int seq, int limit) {
        return db.sql(COLUMNS + which)
                .param("shop", shop.value())
                .param("id", conversation)
                .param("seq", seq)
                .param("limit", limit)
                .query(Rows.of(Said.class))
                .list();
    }
}
