package anxin.tickets.desk;

import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.tickets.desk.TicketViews.TicketItem;
import anxin.tickets.desk.TicketViews.TicketView;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketTally;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets as staff open and read them. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    /**
     * How many tickets lie where.
     *
     * @param waiting for a party's or the customer's answer
     */
    record TicketCounts(long open, long mine, long team, long waiting, long overdue, long closed) {}

    private final TicketScope scope;
    private final OpenTicket openTicket;
    private final TicketList listing;
    private final TicketViews views;
    private final TicketTally tally;

    TicketController(
            TicketScope scope,
            OpenTicket openTicket,
            TicketList listing,
            TicketViews views,
            TicketTally tally) {
        this.scope = scope;
        this.openTicket = openTicket;
        this.listing = listing;
        this.views = views;
        this.tally = tally;
    }

    @PutMapping("/{id}")
    @Needs(Permission.TICKET_WORK)
    @Operation(
            summary = "Opens a ticket; the same id with the same content again is the same ticket",
            description =
                    "What is known of its conversation, case and order is carried over; what the caller"
                            + " names stands. The rules propose what is not named.")
    TicketView openTicket(
            @PathVariable UUID id,
            @RequestBody @Valid NewTicket body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        caller.requireIn(body.shop());
        openTicket.open(caller, body.wish(id));
        return view(scope.find(caller, id), caller, language, response);
    }

    @GetMapping
    @Needs(Permission.TICKET_READ)
    @Operation(
            summary =
                    "Tickets: what must be done by when it is due, closed ones and all newest first",
            description =
                    "q finds by the number of a ticket or of an order, origin by where it came from (conversation:…, case:…), whatever the tab.")
    Page<TicketItem> listTickets(
            Caller.Permitted caller,
            Locale language,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(defaultValue = "OPEN") TicketList.Tab tab,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int size) {
        var shops = scope.shops(caller, shop);
        var most = Math.clamp(size, 1, 100);
        Page<Ticket> page;
        if (origin != null) {
            page = listing.from(shops, origin, after, most);
        } else if (q != null && !q.isBlank()) {
            page = listing.named(shops, q.strip(), after, most);
        } else {
            page = listing.page(tab, shops, me(caller), teams(caller), after, most);
        }
        return new Page<>(views.items(page.items(), caller, language), page.next());
    }

    @GetMapping("/counts")
    @Needs(Permission.TICKET_READ)
    @Operation(summary = "How many tickets are open, one's own, one's teams', waiting and overdue")
    TicketCounts countTickets(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var counts = tally.of(scope.shops(caller, shop));
        var me = me(caller);
        return new TicketCounts(
                counts.getOrDefault(TicketTally.OPEN, 0L),
                me == null ? 0 : counts.getOrDefault(TicketTally.STAFF + me, 0L),
                teams(caller).stream()
                        .mapToLong(team -> counts.getOrDefault(TicketTally.TEAM + team, 0L))
                        .sum(),
                counts.getOrDefault(TicketTally.WAITING, 0L),
                counts.getOrDefault(TicketTally.OVERDUE, 0L),
                counts.getOrDefault(TicketTally.CLOSED, 0L));
    }

    @GetMapping("/{id}")
    @Needs(Permission.TICKET_READ)
    @Operation(summary = "A ticket with its facts, its steps and the same matter elsewhere")
    TicketView readTicket(
            @PathVariable UUID id,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        return view(scope.find(caller, id), caller, language, response);
    }

    private static @Nullable UUID me(Caller.Permitted caller) {
        return caller instanceof Staff staff ? staff.id() : null;
    }

    private static Set<String> teams(Caller.Permitted caller) {
        return caller instanceof Staff staff ? staff.teams() : Set.of();
    }

    private TicketView view(
            Ticket of, Caller.Permitted caller, Locale language, HttpServletResponse response) {
        return views.tagged(of, caller, language, response);
    }
}
