package anxin.tickets.transfer;

import anxin.customer.Profile;
import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Proofs;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.StepStore;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.matter.Triage;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.transfer.RequestStore.Request;
import anxin.tickets.transfer.RequestStore.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a party sees of a ticket: what it is asked, and what it needs to know for that. */
@Component
class RequestViews {

    /**
     * A line of a party's list.
     *
     * @param partyName of an outside party; null for a department
     */
    record RequestItem(
            UUID id,
            String shop,
            String ticketNo,
            String party,
            @Nullable String partyName,
            String title,
            Triage triage,
            String question,
            State state,
            Instant askedAt,
            @Nullable Instant dueAt,
            boolean late) {}

    /** One word between the owner and the party. */
    record WordView(Step.Kind kind, String by, String text, Step.Detail detail, Instant at) {}

    record RequestView(
            RequestItem item,
            String problem,
            @Nullable String customerName,
            @Nullable String orderNo,
            Facts facts,
            List<WordView> words,
            boolean canAnswer) {}

    private static final int STEPS = 200;

    private final TicketStore tickets;
    private final StepStore steps;
    private final Rulebooks rulebooks;
    private final Names names;
    private final Proofs proofs;

    RequestViews(
            TicketStore tickets, StepStore steps, Rulebooks rulebooks, Names names, Proofs proofs) {
        this.proofs = proofs;
        this.tickets = tickets;
        this.steps = steps;
        this.rulebooks = rulebooks;
        this.names = names;
    }

    Ticket ticket(Request of) {
        return tickets.find(Set.of(of.shop()), of.ticketId()).orElseThrow();
    }

    List<RequestItem> items(List<Request> requests) {
        var shops = requests.stream().map(Request::shop).distinct().toList();
        var ids = requests.stream().map(Request::ticketId).toList();
        var theirs = tickets.findAll(shops, ids);
        return requests.stream()
                .flatMap(
                        of ->
                                theirs.stream()
                                        .filter(one -> one.id().equals(of.ticketId()))
                                        .filter(one -> one.shop().equals(of.shop()))
                                        .map(one -> item(of, one)))
                .toList();
    }

    private RequestItem item(Request of, Ticket ticket) {
        var outside = rulebooks.of(of.shop()).outside(of.party());
        return new RequestItem(
                of.id(),
                of.shopId(),
                ticket.no(),
                of.party(),
                outside == null ? null : outside.name(),
                ticket.title(),
                ticket.course().triage(),
                of.question(),
                of.state(),
                of.askedAt(),
                of.dueAt(),
                of.lateAt() != null && of.isOpen());
    }

    RequestView view(Request of, Caller.Permitted reader, Locale language) {
        var ticket = ticket(of);
        var name = ticket.whose().customerName();
        return new RequestView(
                item(of, ticket),
                ticket.problem(),
                reader.may(Permission.PERSONAL_READ) ? name : Profile.maskedName(name),
                ticket.whose().orderNo(),
                proofs.shown(ticket.shop(), ticket.facts(), language),
                words(of, ticket),
                of.state() == State.ASKED);
    }

    List<WordView> words(Request of, Ticket ticket) {
        var said =
                steps.before(ticket.shop(), ticket.id(), Integer.MAX_VALUE, STEPS).stream()
                        .filter(step -> of.id().equals(step.detail().transfer()))
                        .toList();
        var known = names.of(said.stream().map(Step::by).toList());
        return said.stream()
                .map(
                        step ->
                                new WordView(
                                        step.kind(),
                                        known.getOrDefault(step.by(), step.by()),
                                        step.text(),
                                        step.detail(),
                                        step.at()))
                .toList();
    }
}
