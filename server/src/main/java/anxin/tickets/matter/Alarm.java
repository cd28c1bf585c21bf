package anxin.tickets.matter;

import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of tickets. It never waits for a ticket: whoever acts on one holds it first and its
 * deadline after, the clock the other way round. One that is in somebody's hands is tried again.
 */
public abstract class Alarm implements DeadlineHandler {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final TicketStore tickets;
    private final Deadlines deadlines;
    private final Clock clock;

    protected Alarm(TicketStore tickets, Deadlines deadlines, Clock clock) {
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** When it rings by the ticket as it stands; null when it does not. */
    protected abstract @Nullable Instant at(Course course);

    /** The ticket is locked; what rings has been taken away. */
    protected abstract void rings(Ticket of, Instant now);

    @Override
    public final void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("ticket:".length()));
        var now = clock.instant();
        tickets.lockIfFree(deadline.shop(), id)
                .ifPresentOrElse(
                        one -> {
                            var at = at(one.course());
                            if (at != null && !at.isAfter(deadline.dueAt())) {
                                rings(one, now);
                            }
                        },
                        () ->
                                deadlines.set(
                                        new Deadline(
                                                deadline.shop(),
                                                kind(),
                                                deadline.subject(),
                                                now.plus(AGAIN),
                                                deadline.detail())));
    }
}
