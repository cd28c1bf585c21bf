package anxin.tickets.transfer;

import anxin.identity.Caller;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.tickets.TicketOrigin.Proof;
import anxin.tickets.matter.Asked;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.StepStore;
import anxin.tickets.matter.Ticket;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.transfer.RequestStore.Request;
import anxin.tickets.transfer.RequestStore.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a party and brings its answer back. The ticket stays its owner's all the while; each act
 * locks the ticket first and then writes the request, so that both always say the same.
 */
@Component
public class Asking {

    /** What was told of a request; the words stay with the ticket. */
    record Told(String no, UUID request, String party) {}

    private final Book book;
    private final StepStore steps;
    private final RequestStore requests;
    private final Rulebooks rulebooks;
    private final OutsideMail mail;
    private final Clock clock;

    Asking(
            Book book,
            StepStore steps,
            RequestStore requests,
            Rulebooks rulebooks,
            OutsideMail mail,
            Clock clock) {
        this.book = book;
        this.steps = steps;
        this.requests = requests;
        this.rulebooks = rulebooks;
        this.mail = mail;
        this.clock = clock;
    }

    @Transactional
    public void ask(Caller by, Ticket of, int seen, UUID id, String party, String question) {
        var now = book.lock(of.shop(), of.id());
        if (steps.has(of.shop(), of.id(), id)) {
            return;
        }
        IfMatch.requireCurrent(seen, now.version());
        var settings = rulebooks.of(of.shop());
        var time = settings.timeOf(party);
        if (time == null) {
            throw Problem.invalid("/party", "本店没有设置该协办方", "is no party that this shop has set up");
        }
        requireFree(of, id);
        var next = now.course().ask(id, party, clock.instant(), time);
        var step = new Step.New(id, Kind.ASKED, by.actor(), question, detail(id, party, List.of()));
        var after = book.move(now, next, step);
        requests.add(
                new Request(
                        of.shop().value(),
                        id,
                        of.id(),
                        party,
                        question,
                        by.actor(),
                        clock.instant(),
                        State.ASKED,
                        due(next),
                        null,
                        null,
                        null,
                        null,
                        null));
        var outside = settings.outside(party);
        if (outside != null) {
            requests.mailed(of.shop(), id, mail.ask(after, id, question, outside, due(next)));
        }
        book.tell(after, "tickets.asked", by.actor(), new Told(after.no(), id, party));
    }

    private void requireFree(Ticket of, UUID id) {
        if (requests.find(Set.of(of.shop()), id).isPresent()) {
            throw Problem.conflict("id-taken", "该标识已用于另一次协办", "The id stands for another request");
        }
    }

    /** The owner's words to what was asked back; the party's time goes on. */
    @Transactional
    public void reply(Caller by, Ticket of, int seen, UUID transfer, String text) {
        var now = book.lock(of.shop(), of.id());
        IfMatch.requireCurrent(seen, now.version());
        var next = now.course().replied(transfer, clock.instant());
        var asked = asked(next);
        var detail = detail(transfer, asked.party(), List.of());
        var after =
                book.move(now, next, new Step.New(null, Kind.REPLIED, by.actor(), text, detail));
        requests.turn(of.shop(), transfer, State.ASKED, asked.dueAt(), null);
        var outside = rulebooks.of(of.shop()).outside(asked.party());
        if (outside != null) {
            requests.mailed(
                    of.shop(), transfer, mail.ask(after, transfer, text, outside, due(next)));
        }
    }

    @Transactional
    public void withdraw(Caller by, Ticket of, int seen, UUID transfer, String reason) {
        var now = book.lock(of.shop(), of.id());
        IfMatch.requireCurrent(seen, now.version());
        var party = party(now);
        var next = now.course().cameBack(transfer);
        var detail = detail(transfer, party, List.of());
        book.move(now, next, new Step.New(null, Kind.WITHDRAWN, by.actor(), reason, detail));
        requests.end(of.shop(), transfer, State.WITHDRAWN, null, by.actor(), clock.instant());
    }

    /** The same answer again is one answer. */
    @Transactional
    public void answer(String by, Request to, String text, List<Proof> proofs) {
        var now = book.lock(to.shop(), to.ticketId());
        var standing = requests.find(Set.of(to.shop()), to.id()).orElseThrow();
        if (standing.state() == State.ANSWERED && text.equals(standing.answer())) {
            return;
        }
        var next = now.course().cameBack(to.id());
        var detail = detail(to.id(), to.party(), proofs);
        var after = book.move(now, next, new Step.New(null, Kind.ANSWERED, by, text, detail));
        requests.end(to.shop(), to.id(), State.ANSWERED, text, by, clock.instant());
        book.tell(after, "tickets.answered", by, new Told(after.no(), to.id(), to.party()));
    }

    /** It needs to know something first: the owner's turn, and the party's time stands still. */
    @Transactional
    public void askBack(String by, Request to, String text) {
        var now = book.lock(to.shop(), to.ticketId());
        var next = now.course().askedBack(to.id(), clock.instant());
        var detail = detail(to.id(), to.party(), List.of());
        var after = book.move(now, next, new Step.New(null, Kind.ASKED_BACK, by, text, detail));
        requests.turn(to.shop(), to.id(), State.ASKED_BACK, null, to.lateAt());
        book.tell(after, "tickets.asked-back", by, new Told(after.no(), to.id(), to.party()));
    }

    private static Asked asked(Course course) {
        var asked = course.asked();
        if (asked == null) {
            throw new IllegalStateException("nobody is asked");
        }
        return asked;
    }

    private static @Nullable Instant due(Course course) {
        return asked(course).dueAt();
    }

    private static String party(Ticket of) {
        var asked = of.course().asked();
        return asked == null ? "" : asked.party();
    }

    private static Detail detail(UUID transfer, String party, List<Proof> proofs) {
        return Detail.of(transfer, party, proofs);
    }
}
