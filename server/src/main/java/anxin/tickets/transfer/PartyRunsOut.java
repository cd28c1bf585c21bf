package anxin.tickets.transfer;

import anxin.tickets.matter.Alarm;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.transfer.RequestStore.State;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A party that does not answer in time: the owner and both sides' leaders hear of it. */
@Component
class PartyRunsOut extends Alarm {

    private final Book book;
    private final RequestStore requests;
    private final Rulebooks rulebooks;
    private final OutsideMail mail;

    PartyRunsOut(
            TicketStore tickets,
            Deadlines deadlines,
            Clock clock,
            Book book,
            RequestStore requests,
            Rulebooks rulebooks,
            OutsideMail mail) {
        super(tickets, deadlines, clock);
        this.book = book;
        this.requests = requests;
        this.rulebooks = rulebooks;
        this.mail = mail;
    }

    @Override
    public String kind() {
        return Book.PARTY;
    }

    @Override
    protected @Nullable Instant at(Course course) {
        return course.partyAlarm();
    }

    @Override
    protected void rings(Ticket of, Instant now) {
        var asked = of.course().asked();
        if (asked == null) {
            return;
        }
        var detail = Detail.of(asked.transfer(), asked.party(), List.of());
        var step = new Step.New(null, Kind.PARTY_LATE, "system", "", detail);
        var after = book.move(of, of.course().partyMissed(now), step);
        requests.turn(of.shop(), asked.transfer(), State.ASKED, asked.dueAt(), now);
        var outside = rulebooks.of(of.shop()).outside(asked.party());
        if (outside != null) {
            requests.mailed(
                    of.shop(), asked.transfer(), mail.remind(after, asked.transfer(), outside));
        }
        book.tell(
                after,
                "tickets.party-late",
                "system",
                new Asking.Told(after.no(), asked.transfer(), asked.party()));
    }
}
