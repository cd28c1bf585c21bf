package anxin.tickets.matter;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.tickets.matter.Closing.Ending;
import anxin.tickets.matter.Course.State;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
public class TicketStore {

    /** Every column of {@link Row}, with the alias {@code t}. */
    public static final String COLUMNS =
            """
            t.shop_id, t.id, t.no, t.submitted, t.origin, t.message_id, t.profile_id, t.customer_id, t.customer_name,
            t.order_no, t.title, t.problem, t.facts::text as facts, t.proposals::text as proposals, t.type, t.grade,
            t.priority, t.state, t.version, t.owner_staff, t.owner_team, t.opened_by, t.opened_at, t.repeats,
            t.reopened, t.limit_from, t.limit_at, t.limit_late_at, t.alarm_at, t.escalations, t.asked::text as asked,
            t.told_at, t.silent_at, t.answered_at, t.closed_at, t.ending
            """;

    /** A ticket as the database has it; made into one by {@link #ticket}. */
    public record Row(
            String shopId,
            UUID id,
            String no,
            String submitted,
            @Nullable String origin,
            @Nullable UUID messageId,
            @Nullable UUID profileId,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String orderNo,
            String title,
            String problem,
            String facts,
            String proposals,
            Topic type,
            Grade grade,
            Priority priority,
            State state,
            int version,
            @Nullable UUID ownerStaff,
            @Nullable String ownerTeam,
            String openedBy,
            Instant openedAt,
            int repeats,
            int reopened,
            Instant limitFrom,
            Instant limitAt,
            @Nullable Instant limitLateAt,
            @Nullable Instant alarmAt,
            int escalations,
            @Nullable String asked,
            @Nullable Instant toldAt,
            @Nullable Instant silentAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable Ending ending) {}

    private final JdbcClient db;
    private final JsonMapper json;

    TicketStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Optional<Ticket> find(Collection<ShopId> shops, UUID id) {
        return one("t.shop_id = any(:shops) and t.id = :id order by t.shop_id limit 1", shops, id);
    }

    /** Kept from every other writer to the end of the transaction. */
    public Optional<Ticket> lock(ShopId shop, UUID id) {
        return one("t.shop_id = any(:shops) and t.id = :id for update", List.of(shop), id);
    }

    /** The same, and empty when another has it in hand. */
    Optional<Ticket> lockIfFree(ShopId shop, UUID id) {
        return one(
                "t.shop_id = any(:shops) and t.id = :id for update skip locked", List.of(shop), id);
    }

    private Optional<Ticket> one(String which, Collection<ShopId> shops, UUID id) {
        return db.sql("select " + COLUMNS + " from tickets.ticket t where " + which)
                .param("shops", names(shops))
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional()
                .map(this::ticket);
    }

    /** Those that are there, in no particular order. */
    public List<Ticket> findAll(Collection<ShopId> shops, Collection<UUID> ids) {
        return db
                .sql(
                        "select "
                                + COLUMNS
                                + " from tickets.ticket t where t.shop_id = any(:shops) and t.id = any(:ids)")
                .param("shops", names(shops))
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(this::ticket)
                .toList();
    }

    /** Those of these origins whose customers know the result and have not answered. */
    public List<Ticket> told(ShopId shop, Collection<String> origins) {
        return db
                .sql(
                        "select "
                                + COLUMNS
                                + """
                  from tickets.ticket t
                 where t.shop_id = :shop and t.origin = any(:origins) and t.state = 'TOLD'
                 order by t.id
                """)
                .param("shop", shop.value())
                .param("origins", origins.toArray(String[]::new))
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(this::ticket)
                .toList();
    }

    public static String[] names(Collection<ShopId> shops) {
        return shops.stream().map(ShopId::value).toArray(String[]::new);
    }

    /** False when one of this id is there. */
    boolean add(Ticket one) {
        var statement =
                db.sql(
                                """
                insert into tickets.ticket
                       (shop_id, id, no, submitted, origin, message_id, profile_id, customer_id, customer_name, order_no,
                        title, problem, opened_by, opened_at, repeats, facts, proposals, type, grade, priority, state,
                        version, owner_staff, owner_team, reopened, limit_from, limit_at, limit_late_at, alarm_at,
                        escalations, asked, told_at, silent_at, answered_at, closed_at, ending, next_at, overdue)
                values (:shop, :id, :no, :submitted, :origin, :message, :profile, :customer, :customerName, :orderNo,
                        :title, :problem, :openedBy, :openedAt, :repeats, :facts::json, :proposals::json, :type, :grade,
                        :priority, :state, :version, :staff, :team, :reopened, :limitFrom, :limitAt, :limitLateAt,
                        :alarmAt, :escalations, :asked::json, :toldAt, :silentAt, :answeredAt, :closedAt, :ending,
                        :nextAt, :overdue)
                on conflict (shop_id, id) do nothing
                """)
                        .param("no", one.no())
                        .param("submitted", one.submitted())
                        .param("origin", one.source().origin())
                        .param("message", one.source().message(), Types.OTHER)
                        .param("profile", one.whose().profile(), Types.OTHER)
                        .param("customer", one.whose().customerId())
                        .param("customerName", one.whose().customerName())
                        .param("orderNo", one.whose().orderNo())
                        .param("title", one.title())
                        .param("problem", one.problem())
                        .param("openedBy", one.openedBy())
                        .param("openedAt", one.openedAt().atOffset(ZoneOffset.UTC))
                        .param("repeats", one.repeats());
        return written(statement, one) == 1;
    }

    void change(Ticket to) {
        var statement =
                db.sql(
                        """
                update tickets.ticket
                   set facts = :facts::json, proposals = :proposals::json, type = :type, grade = :grade,
                       priority = :priority, state = :state, version = :version, owner_staff = :staff,
                       owner_team = :team, reopened = :reopened, limit_from = :limitFrom, limit_at = :limitAt,
                       limit_late_at = :limitLateAt, alarm_at = :alarmAt, escalations = :escalations,
                       asked = :asked::json, told_at = :toldAt, silent_at = :silentAt, answered_at = :answeredAt,
                       closed_at = :closedAt, ending = :ending, next_at = :nextAt, overdue = :overdue
                 where shop_id = :shop and id = :id and version = :version - 1
                """);
        if (written(statement, to) != 1) {
            throw new IllegalStateException(to.subject() + " was changed without its lock");
        }
    }

    /** What somebody thinks of it beside its course; no step and no new version. */
    void propose(Ticket locked, Proposals proposals) {
        db.sql(
                        "update tickets.ticket set proposals = :proposals::json where shop_id = :shop and id = :id")
                .param("proposals", json.writeValueAsString(proposals))
                .param("shop", locked.shop().value())
                .param("id", locked.id())
                .update();
    }

    private int written(JdbcClient.StatementSpec statement, Ticket one) {
        var course = one.course();
        var telling = course.telling();
        var closing = course.closing();
        return statement
                .param("shop", one.shop().value())
                .param("id", one.id())
                .param("facts", json.writeValueAsString(one.facts()))
                .param("proposals", json.writeValueAsString(one.proposals()))
                .param("type", course.triage().type().name())
                .param("grade", course.triage().grade().name())
                .param("priority", course.triage().priority().name())
                .param("state", course.state().name())
                .param("version", one.version())
                .param("staff", course.owner().staff(), Types.OTHER)
                .param("team", course.owner().team())
                .param("reopened", course.reopened())
                .param("limitFrom", time(course.limit().from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limitAt", time(course.limit().at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limitLateAt", time(course.limit().lateAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("alarmAt", time(course.limit().alarmAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("escalations", course.limit().escalations())
                .param(
                        "asked",
                        course.asked() == null ? null : json.writeValueAsString(course.asked()))
                .param(
                        "toldAt",
                        time(telling == null ? null : telling.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "silentAt",
                        time(telling == null ? null : telling.silentAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "answeredAt",
                        time(telling == null ? null : telling.answeredAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "closedAt",
                        time(closing == null ? null : closing.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ending", closing == null ? null : closing.ending().name())
                .param("nextAt", time(course.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("overdue", course.isOverdue())
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    public Ticket ticket(Row row) {
        return new Ticket(
                new ShopId(row.shopId()),
                row.id(),
                row.no(),
                row.submitted(),
                new Ticket.Source(row.origin(), row.messageId()),
                new Ticket.Whose(
                        row.profileId(), row.customerId(), row.customerName(), row.orderNo()),
                row.title(),
                row.problem(),
                json.readValue(row.facts(), Facts.class),
                json.readValue(row.proposals(), Proposals.class),
                course(row),
                row.version(),
                row.openedBy(),
                row.openedAt(),
                row.repeats());
    }

    private Course course(Row row) {
        var told = row.toldAt();
        var silent = row.silentAt();
        var closed = row.closedAt();
        var ending = row.ending();
        return new Course(
                new Triage(row.type(), row.grade(), row.priority()),
                new Owner(row.ownerStaff(), row.ownerTeam()),
                row.state(),
                new Limit(
                        row.limitFrom(),
                        row.limitAt(),
                        row.limitLateAt(),
                        row.alarmAt(),
                        row.escalations()),
                row.asked() == null ? null : json.readValue(row.asked(), Asked.class),
                told == null || silent == null ? null : new Telling(told, silent, row.answeredAt()),
                closed == null || ending == null ? null : new Closing(closed, ending),
                row.reopened());
    }
}
