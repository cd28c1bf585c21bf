package anxin.tickets.desk;

import anxin.customer.Profile;
import anxin.identity.Caller;
import anxin.identity.Colleagues;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import anxin.tickets.matter.Closing.Ending;
import anxin.tickets.matter.Course.State;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Proofs;
import anxin.tickets.matter.Proposals;
import anxin.tickets.matter.Repeats;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.StepStore;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.Triage;
import anxin.tickets.rules.Party;
import anxin.tickets.rules.Rulebooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tickets as staff read them. */
@Component
public class TicketViews {

    /** A department or an outside party, as people call it; {@code name} null for a department. */
    public record PartyView(
            String id, @Nullable String name, @Nullable Instant dueAt, boolean late) {}

    public record OwnerView(@Nullable UUID staff, @Nullable String team, String name) {}

    /**
     * A line of the list.
     *
     * @param repeats how many of the same customer's on the same matter came before it
     * @param nextAt when the next thing is due, whosever turn it is
     */
    public record TicketItem(
            UUID id,
            String no,
            String shop,
            String title,
            Triage triage,
            State state,
            @Nullable String customerName,
            @Nullable String orderNo,
            OwnerView owner,
            @Nullable PartyView party,
            @Nullable Instant nextAt,
            boolean overdue,
            boolean customerAnswered,
            int repeats,
            Instant openedAt,
            int version) {}

    /** {@code by} and {@code to} are names where they are known. */
    public record StepView(
            int seq,
            Step.Kind kind,
            String by,
            @Nullable String to,
            String text,
            Step.Detail detail,
            Instant at) {}

    /**
     * The same matter under one of the things it is known by: customer, product, batch, carrier.
     */
    public record RepeatView(String by, String what, List<Repeats.Linked> tickets, boolean more) {}

    /**
     * A ticket with all that belongs to it.
     *
     * @param origin {@code conversation:…} or {@code case:…}; null by hand
     * @param transfer the request that is going on; null when nobody is asked
     * @param askedBack whether the party waits for our reply
     * @param earlier whether there are steps before the first that is shown
     */
    public record TicketView(
            TicketItem item,
            String problem,
            @Nullable String origin,
            @Nullable String customerId,
            @Nullable UUID profile,
            Facts facts,
            Proposals proposals,
            Instant limitAt,
            int escalations,
            @Nullable UUID transfer,
            boolean askedBack,
            @Nullable Instant toldAt,
            @Nullable Instant silentAt,
            @Nullable Instant closedAt,
            @Nullable Ending ending,
            int reopened,
            String openedBy,
            List<StepView> steps,
            boolean earlier,
            List<RepeatView> repeats,
            List<String> allowed) {}

    private static final int STEPS = 200;

    private final StepStore steps;
    private final Repeats repeats;
    private final Rulebooks rulebooks;
    private final Names names;
    private final Proofs proofs;
    private final Colleagues colleagues;

    TicketViews(
            StepStore steps,
            Repeats repeats,
            Rulebooks rulebooks,
            Names names,
            Proofs proofs,
            Colleagues colleagues) {
        this.proofs = proofs;
        this.steps = steps;
        this.repeats = repeats;
        this.rulebooks = rulebooks;
        this.names = names;
        this.colleagues = colleagues;
    }

    List<TicketItem> items(List<Ticket> tickets, Caller.Permitted reader, Locale language) {
        var actors = new ArrayList<String>();
        for (var one : tickets) {
            var staff = one.course().owner().staff();
            if (staff != null) {
                actors.add("staff:" + staff);
            }
        }
        var known = names.of(actors);
        var teams = new LinkedHashMap<String, Map<String, String>>();
        return tickets.stream()
                .map(
                        one ->
                                item(
                                        one,
                                        known,
                                        teams.computeIfAbsent(
                                                one.shop().value(), s -> teams(one, language)),
                                        reader))
                .toList();
    }

    private Map<String, String> teams(Ticket of, Locale language) {
        var called = new LinkedHashMap<String, String>();
        colleagues
                .teams(of.shop())
                .forEach(
                        team ->
                                called.put(
                                        team.id(),
                                        language.getLanguage().equals("zh")
                                                ? team.nameZh()
                                                : team.nameEn()));
        return called;
    }

    private TicketItem item(
            Ticket of,
            Map<String, String> known,
            Map<String, String> teams,
            Caller.Permitted reader) {
        var course = of.course();
        var telling = course.telling();
        return new TicketItem(
                of.id(),
                of.no(),
                of.shop().value(),
                of.title(),
                course.triage(),
                course.state(),
                reader.may(Permission.PERSONAL_READ)
                        ? of.whose().customerName()
                        : Profile.maskedName(of.whose().customerName()),
                of.whose().orderNo(),
                owner(of, known, teams),
                party(of),
                course.nextAt(),
                course.isOverdue(),
                course.state() == State.OPEN && telling != null && telling.answeredAt() != null,
                of.repeats(),
                of.openedAt(),
                of.version());
    }

    private static OwnerView owner(
            Ticket of, Map<String, String> known, Map<String, String> teams) {
        var owner = of.course().owner();
        var team = owner.team();
        var name =
                team != null
                        ? teams.getOrDefault(team, team)
                        : known.getOrDefault("staff:" + owner.staff(), "–");
        return new OwnerView(owner.staff(), team, name);
    }

    private @Nullable PartyView party(Ticket of) {
        var asked = of.course().asked();
        return asked == null
                ? null
                : new PartyView(
                        asked.party(),
                        partyName(of, asked.party()),
                        asked.dueAt(),
                        asked.lateAt() != null);
    }

    private @Nullable String partyName(Ticket of, String party) {
        var outside = rulebooks.of(of.shop()).outside(party);
        return outside == null ? null : outside.name();
    }

    /** With the version to send back with the next change. */
    public TicketView tagged(
            Ticket of, Caller.Permitted reader, Locale language, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, IfMatch.etag(of.version()));
        return view(of, reader, language);
    }

    private TicketView view(Ticket of, Caller.Permitted reader, Locale language) {
        var course = of.course();
        var asked = course.asked();
        var telling = course.telling();
        var closing = course.closing();
        var said = steps.before(of.shop(), of.id(), Integer.MAX_VALUE, STEPS);
        return new TicketView(
                items(List.of(of), reader, language).getFirst(),
                of.problem(),
                of.source().origin(),
                of.whose().customerId(),
                of.whose().profile(),
                proofs.shown(of.shop(), of.facts(), language),
                of.proposals(),
                course.limit().at(),
                course.limit().escalations(),
                asked == null ? null : asked.transfer(),
                asked != null && !asked.waits(),
                telling == null ? null : telling.at(),
                telling == null || course.state() != State.TOLD ? null : telling.silentAt(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.ending(),
                course.reopened(),
                names.of(List.of(of.openedBy())).getOrDefault(of.openedBy(), of.openedBy()),
                views(of, said, language),
                !said.isEmpty() && said.getFirst().seq() > 1,
                repeats(of),
                reader.may(Permission.TICKET_WORK) ? allowed(of) : List.of());
    }

    private List<StepView> views(Ticket of, List<Step> said, Locale language) {
        var actors = new ArrayList<String>();
        for (var step : said) {
            actors.add(step.by());
            var to = step.detail().to();
            if (to != null && to.startsWith("staff:")) {
                actors.add(to);
            }
        }
        var known = names.of(actors);
        var teams = teams(of, language);
        return said.stream()
                .map(
                        step ->
                                new StepView(
                                        step.seq(),
                                        step.kind(),
                                        called(of, step.by(), known, teams),
                                        step.detail().to() == null
                                                ? null
                                                : called(of, step.detail().to(), known, teams),
                                        step.text(),
                                        step.detail(),
                                        step.at()))
                .toList();
    }

    /** Customers, the house itself and departments have words of their own on the screen. */
    private String called(
            Ticket of, String actor, Map<String, String> known, Map<String, String> teams) {
        if (actor.startsWith("team:")) {
            var team = actor.substring("team:".length());
            return teams.getOrDefault(team, team);
        }
        if (actor.startsWith(Party.OUTSIDE)) {
            var name = partyName(of, actor);
            return name == null ? actor.substring(Party.OUTSIDE.length()) : name;
        }
        return actor.startsWith("customer:") ? "customer" : known.getOrDefault(actor, actor);
    }

    /** Under each of the things that it is known by. */
    private List<RepeatView> repeats(Ticket of) {
        var before = rulebooks.of(of.shop()).limits().repeatsWithin();
        var byTrait = new LinkedHashMap<String, List<Repeats.Linked>>();
        for (var one : repeats.of(of, before)) {
            byTrait.computeIfAbsent(one.trait(), t -> new ArrayList<>()).add(one);
        }
        var views = new ArrayList<RepeatView>();
        byTrait.forEach(
                (trait, linked) -> {
                    var parts = trait.split("/", -1);
                    var more = linked.size() >= Repeats.MOST;
                    views.add(new RepeatView(parts[0], parts[1], List.copyOf(linked), more));
                });
        return views;
    }

    private static List<String> allowed(Ticket of) {
        var course = of.course();
        if (course.state() == State.CLOSED) {
            return List.of("note", "reopen");
        }
        var acts = new ArrayList<>(List.of("note", "triage", "give", "facts"));
        var asked = course.asked();
        if (asked == null) {
            acts.add("transfer");
            acts.add("tell");
        } else {
            acts.add("withdraw");
            if (!asked.waits()) {
                acts.add("reply");
            }
        }
        if (course.isAnswerable()) {
            acts.add("answer");
        }
        return acts;
    }
}
