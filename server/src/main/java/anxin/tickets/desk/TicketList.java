package anxin.tickets.desk;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of tickets. Each tab has an index of its own, by shop and in its own order: a page
 * costs the same at ten tickets and at a million.
 */
@Component
class TicketList {

    /** What is asked for; what must be done is listed by when it is due, all else by its age. */
    enum Tab {
        MINE("q.owner_staff = :me and q.state <> 'CLOSED'", true),
        TEAM("q.owner_team = w.team and q.state <> 'CLOSED'", true),
        WAITING("q.state in ('WAITING', 'TOLD')", true),
        OVERDUE("q.overdue", true),
        OPEN("q.state <> 'CLOSED'", true),
        CLOSED("q.state = 'CLOSED'", false),
        ALL("true", false);

        private final String which;
        private final boolean byDue;

        Tab(String which, boolean byDue) {
            this.which = which;
            this.byDue = byDue;
        }
    }

    private static final Pattern NO = Pattern.compile("[Tt][0-9A-Fa-f]{7}");
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-01-01T00:00:00Z");
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID MOST = new UUID(-1, -1);

    private final JdbcClient db;
    private final TicketStore tickets;

    TicketList(JdbcClient db, TicketStore tickets) {
        this.db = db;
        this.tickets = tickets;
    }

    /**
     * @param me whose own they are
     * @param teams whose teams'
     */
    Page<Ticket> page(
            Tab tab,
            Collection<ShopId> shops,
            @Nullable UUID me,
            Set<String> teams,
            @Nullable String after,
            int size) {
        var ofTeams = tab == Tab.TEAM ? teams.toArray(String[]::new) : new String[] {""};
        return page(
                tab.which,
                tab.byDue,
                shops,
                Map.of("me", me == null ? LEAST : me),
                ofTeams,
                after,
                size);
    }

    /** By a number: the ticket's own, or its order's. */
    Page<Ticket> named(Collection<ShopId> shops, String q, @Nullable String after, int size) {
        var isNo = NO.matcher(q).matches();
        var wanted = isNo ? q.toUpperCase(Locale.ROOT) : q;
        return page(
                isNo ? "q.no = :q" : "q.order_no = :q",
                false,
                shops,
                Map.of("q", wanted),
                new String[] {""},
                after,
                size);
    }

    /** Those that came from there. */
    Page<Ticket> from(Collection<ShopId> shops, String origin, @Nullable String after, int size) {
        return page(
                "q.origin = :origin",
                false,
                shops,
                Map.of("origin", origin),
                new String[] {""},
                after,
                size);
    }

    private Page<Ticket> page(
            String which,
            boolean byDue,
            Collection<ShopId> shops,
            Map<String, Object> params,
            String[] teams,
            @Nullable String after,
            int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db
                        .sql(
                                "select "
                                        + TicketStore.COLUMNS
                                        + """
                  from unnest(:shops) as s (shop_id)
                 cross join unnest(:teams) as w (team)
                 cross join lateral (
                       select * from tickets.ticket q
                        where q.shop_id = s.shop_id and %2$s and (q.%1$s, q.id) %3$s (:at, :id)
                        order by q.%1$s %4$s, q.id %4$s
                        limit :limit) t
                 order by t.%1$s %4$s, t.id %4$s
                 limit :limit
                """
                                                .formatted(
                                                        byDue ? "next_at" : "opened_at",
                                                        which,
                                                        byDue ? ">" : "<",
                                                        byDue ? "asc" : "desc"))
                        .params(params)
                        .param("shops", TicketStore.names(shops))
                        .param("teams", teams)
                        .param(
                                "at",
                                cursor != null
                                        ? cursor.instant(0).atOffset(ZoneOffset.UTC)
                                        : byDue ? FIRST : LAST)
                        .param("id", cursor != null ? cursor.uuid(1) : byDue ? LEAST : MOST)
                        .param("limit", size + 1)
                        .query(Rows.of(TicketStore.Row.class))
                        .list()
                        .stream()
                        .map(tickets::ticket)
                        .toList();
        return Page.of(
                rows,
                size,
                one ->
                        Cursor.at(
                                String.valueOf(byDue ? one.course().nextAt() : one.openedAt()),
                                one.id()));
    }
}
