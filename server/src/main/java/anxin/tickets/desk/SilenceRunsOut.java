package anxin.tickets.desk;

import anxin.tickets.matter.Alarm;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A customer who was told the result and says nothing more agrees with it. */
@Component
class SilenceRunsOut extends Alarm {

    private final Book book;

    SilenceRunsOut(TicketStore tickets, Deadlines deadlines, Clock clock, Book book) {
        super(tickets, deadlines, clock);
        this.book = book;
    }

    @Override
    public String kind() {
        return Book.SILENCE;
    }

    @Override
    protected @Nullable Instant at(Course course) {
        return course.silenceAlarm();
    }

    @Override
    protected void rings(Ticket of, Instant now) {
        var step = new Step.New(null, Kind.UNANSWERED, "system", "", Detail.NONE);
        book.move(of, of.course().silent(now), step);
    }
}
