package anxin.tickets.desk;

import anxin.tickets.matter.Alarm;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Limit;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.TicketStore;
import anxin.tickets.rules.Rulebooks;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An owner who is not done in time: their leader hears of it, then the next one up. */
@Component
class LimitRunsOut extends Alarm {

    /** What those are told who can help. */
    record Escalated(String no, int level, String to) {}

    private static final List<String> UP = List.of("TEAM_LEAD", "MANAGER", "SHOP");

    private final Book book;
    private final Rulebooks rulebooks;

    LimitRunsOut(
            TicketStore tickets, Deadlines deadlines, Clock clock, Book book, Rulebooks rulebooks) {
        super(tickets, deadlines, clock);
        this.book = book;
        this.rulebooks = rulebooks;
    }

    @Override
    public String kind() {
        return Book.LIMIT;
    }

    @Override
    protected @Nullable Instant at(Course course) {
        return course.limitAlarm();
    }

    @Override
    protected void rings(Ticket of, Instant now) {
        var next = of.course().limitMissed(now, rulebooks.of(of.shop()).limits());
        var level = next.limit().escalations();
        var step = new Step.New(null, Kind.LATE, "system", "", Detail.level(level));
        var after = book.move(of, next, step);
        var to = UP.get(Math.min(level, Limit.LEVELS) - 1);
        book.tell(after, "tickets.escalated", "system", new Escalated(after.no(), level, to));
    }
}
