package anxin.tickets.transfer;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.tickets.desk.TicketScope;
import anxin.tickets.matter.TicketTally;
import anxin.tickets.rules.Party;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.transfer.RequestStore.Request;
import anxin.tickets.transfer.RequestViews.RequestItem;
import anxin.tickets.transfer.RequestViews.RequestView;
import anxin.tickets.transfer.Words.NewPartyAnswer;
import anxin.tickets.transfer.Words.NewQuestionBack;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a department, and its answers. */
@RestController
@RequestMapping("/api/v1/ticket-requests")
class RequestController {

    /** How many wait, by party; of those that the reader answers for. */
    record RequestCounts(Map<String, Long> waiting) {}

    private final TicketScope scope;
    private final RequestStore requests;
    private final RequestViews views;
    private final Asking transfers;
    private final Rulebooks rulebooks;
    private final TicketTally tally;

    RequestController(
            TicketScope scope,
            RequestStore requests,
            RequestViews views,
            Asking transfers,
            Rulebooks rulebooks,
            TicketTally tally) {
        this.scope = scope;
        this.requests = requests;
        this.views = views;
        this.transfers = transfers;
        this.rulebooks = rulebooks;
        this.tally = tally;
    }

    @GetMapping
    @Needs(Permission.TICKET_ANSWER)
    @Operation(
            summary = "What waits for the departments whose work one does, what is due first",
            description = "With answered=true what they have answered, newest first.")
    Page<RequestItem> listTicketRequests(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int size) {
        var shops = scope.shops(caller, shop);
        var parties = parties(caller, shops);
        if (party != null) {
            parties.retainAll(Set.of(party));
        }
        var page = requests.page(shops, parties, answered, after, Math.clamp(size, 1, 100));
        return new Page<>(views.items(page.items()), page.next());
    }

    @GetMapping("/counts")
    @Needs(Permission.TICKET_ANSWER)
    @Operation(summary = "How many requests wait for each department whose work one does")
    RequestCounts countTicketRequests(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var shops = scope.shops(caller, shop);
        var counts = tally.of(shops);
        var waiting = new TreeMap<String, Long>();
        parties(caller, shops)
                .forEach(one -> waiting.put(one, counts.getOrDefault(TicketTally.PARTY + one, 0L)));
        return new RequestCounts(waiting);
    }

    @GetMapping("/{id}")
    @Needs(Permission.TICKET_ANSWER)
    @Operation(summary = "A request with what is known of the matter")
    RequestView readTicketRequest(@PathVariable UUID id, Caller.Permitted caller, Locale language) {
        return views.view(find(caller, id), caller, language);
    }

    @PutMapping("/{id}/answer")
    @Needs(Permission.TICKET_ANSWER)
    @Operation(summary = "Answers; the ticket goes back to its owner. The same answer again is one")
    RequestView answerTicketRequest(
            @PathVariable UUID id,
            @RequestBody @Valid NewPartyAnswer body,
            Caller.Permitted caller,
            Locale language) {
        transfers.answer(caller.actor(), find(caller, id), body.text().strip(), body.given());
        return views.view(find(caller, id), caller, language);
    }

    @PutMapping("/{id}/question")
    @Needs(Permission.TICKET_ANSWER)
    @Operation(summary = "Asks the owner first; the department's time stands still meanwhile")
    RequestView askBackOnTicketRequest(
            @PathVariable UUID id,
            @RequestBody @Valid NewQuestionBack body,
            Caller.Permitted caller,
            Locale language) {
        transfers.askBack(caller.actor(), find(caller, id), body.text().strip());
        return views.view(find(caller, id), caller, language);
    }

    private Request find(Caller.Permitted caller, UUID id) {
        return requests.find(scope.shops(caller, null), id)
                .filter(one -> Party.mayAnswer(caller, one.party()))
                .orElseThrow(() -> Problem.missing("ticket-request"));
    }

    private Set<String> parties(Caller.Permitted caller, Collection<ShopId> shops) {
        var parties = new LinkedHashSet<String>();
        for (var one : Party.values()) {
            parties.add(one.name());
        }
        shops.forEach(
                shop -> rulebooks.of(shop).outside().forEach(one -> parties.add(one.party())));
        parties.removeIf(one -> !Party.mayAnswer(caller, one));
        return parties;
    }
}
