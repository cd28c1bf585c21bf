package anxin.tickets.transfer;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import anxin.tickets.matter.TicketStore;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RequestStore {

    enum State {
        /** The party's turn. */
        ASKED,
        /** It needs to know something first. */
        ASKED_BACK,
        ANSWERED,
        WITHDRAWN
    }

    /** What a party is asked. {@code dueAt} is there while it is its turn. */
    record Request(
            String shopId,
            UUID id,
            UUID ticketId,
            String party,
            String question,
            String askedBy,
            Instant askedAt,
            State state,
            @Nullable Instant dueAt,
            @Nullable Instant lateAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant endedAt,
            @Nullable UUID mail) {

        ShopId shop() {
            return new ShopId(shopId);
        }

        boolean isOpen() {
            return state == State.ASKED || state == State.ASKED_BACK;
        }
    }

    private static final String COLUMNS =
            """
            r.shop_id, r.id, r.ticket_id, r.party, r.question, r.asked_by, r.asked_at, r.state, r.due_at, r.late_at,
            r.answer, r.answered_by, r.ended_at, r.mail
            """;

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    void add(Request one) {
        db.sql(
                        """
                insert into tickets.request (shop_id, id, ticket_id, party, question, asked_by, asked_at, state, due_at, mail)
                values (:shop, :id, :ticket, :party, :question, :by, :at, 'ASKED', :due, :mail)
                """)
                .param("shop", one.shopId())
                .param("id", one.id())
                .param("ticket", one.ticketId())
                .param("party", one.party())
                .param("question", one.question())
                .param("by", one.askedBy())
                .param("at", one.askedAt().atOffset(ZoneOffset.UTC))
                .param("due", time(one.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("mail", one.mail(), Types.OTHER)
                .update();
    }

    Optional<Request> find(Collection<ShopId> shops, UUID id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from tickets.request r
                 where r.shop_id = any(:shops) and r.id = :id
                 order by r.shop_id
                 limit 1
                """)
                .param("shops", TicketStore.names(shops))
                .param("id", id)
                .query(Rows.of(Request.class))
                .optional();
    }

    /** Whose turn it is now, and by when; in the transaction that holds its ticket. */
    void turn(
            ShopId shop, UUID id, State state, @Nullable Instant dueAt, @Nullable Instant lateAt) {
        db.sql(
                        """
                update tickets.request set state = :state, due_at = :due, late_at = :late
                 where shop_id = :shop and id = :id
                """)
                .param("state", state.name())
                .param("due", time(dueAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("late", time(lateAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    void end(ShopId shop, UUID id, State state, @Nullable String answer, String by, Instant now) {
        db.sql(
                        """
                update tickets.request
                   set state = :state, due_at = null, answer = :answer, answered_by = :by, ended_at = :now
                 where shop_id = :shop and id = :id
                """)
                .param("state", state.name())
                .param("answer", answer)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    void mailed(ShopId shop, UUID id, UUID mail) {
        db.sql("update tickets.request set mail = :mail where shop_id = :shop and id = :id")
                .param("mail", mail)
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** What waits for these parties, what is due first; or what they answered, newest first. */
    Page<Request> page(
            Collection<ShopId> shops,
            Collection<String> parties,
            boolean answered,
            @Nullable String after,
            int size) {
        var cursor = Cursor.decode(after, 2);
        var first = answered ? LAST : FIRST;
        var rows =
                db.sql(
                                "select "
                                        + COLUMNS
                                        + """
                  from unnest(:shops) as s (shop_id)
                 cross join unnest(:parties) as p (party)
                 cross join lateral (
                       select * from tickets.request q
                        where q.shop_id = s.shop_id and q.party = p.party and q.state = '%1$s'
                          and (q.%2$s, q.id) %3$s (:at, :id)
                        order by q.%2$s %4$s, q.id %4$s
                        limit :limit) r
                 order by r.%2$s %4$s, r.id %4$s
                 limit :limit
                """
                                                .formatted(
                                                        answered ? "ANSWERED" : "ASKED",
                                                        answered ? "ended_at" : "due_at",
                                                        answered ? "<" : ">",
                                                        answered ? "desc" : "asc"))
                        .param("shops", TicketStore.names(shops))
                        .param("parties", parties.toArray(String[]::new))
                        .param(
                                "at",
                                cursor == null ? first : cursor.instant(0).atOffset(ZoneOffset.UTC))
                        .param(
                                "id",
                                cursor != null
                                        ? cursor.uuid(1)
                                        : answered ? new UUID(-1, -1) : new UUID(0, 0))
                        .param("limit", size + 1)
                        .query(Rows.of(Request.class))
                        .list();
        return Page.of(
                rows,
                size,
                one -> Cursor.at(String.valueOf(answered ? one.endedAt() : one.dueAt()), one.id()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
