package anxin.tickets.matter;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.tally.Heaps;
import anxin.work.Deadline;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a change of a ticket with all that belongs to it: its step, its clocks, what is told of
 * it, and last what is counted.
 */
@Component
public class Book {

    public static final String LIMIT = "tickets.limit";
    public static final String PARTY = "tickets.party";
    public static final String SILENCE = "tickets.silence";

    /** What the lists show; never what was said. */
    public record Changed(
            String no,
            String state,
            int version,
            @Nullable UUID ownerStaff,
            @Nullable String ownerTeam,
            @Nullable String party,
            boolean overdue) {}

    /** Opened: for those who follow. */
    public record Opened(String no, String type, String grade, String priority) {}

    private final TicketStore tickets;
    private final StepStore steps;
    private final Repeats repeats;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final TicketTally tally;
    private final Clock clock;

    Book(
            TicketStore tickets,
            StepStore steps,
            Repeats repeats,
            Deadlines deadlines,
            FactLog facts,
            TicketTally tally,
            Clock clock) {
        this.tickets = tickets;
        this.steps = steps;
        this.repeats = repeats;
        this.deadlines = deadlines;
        this.facts = facts;
        this.tally = tally;
        this.clock = clock;
    }

    /** False when one of this id is there: nothing was written then. */
    public boolean open(Ticket one, Step.New step) {
        if (!tickets.add(one)) {
            return false;
        }
        repeats.keep(one);
        steps.add(one, step, clock.instant());
        setClocks(null, one);
        var triage = one.course().triage();
        tell(
                one,
                "tickets.opened",
                step.by(),
                new Opened(
                        one.no(),
                        triage.type().name(),
                        triage.grade().name(),
                        triage.priority().name()));
        count(one.shop(), List.of(), one.course().heaps());
        return true;
    }

    /** Kept from every other writer to the end of the transaction. */
    public Ticket lock(ShopId shop, UUID id) {
        return tickets.lock(shop, id).orElseThrow(() -> Problem.missing("ticket"));
    }

    public Ticket move(Ticket locked, Course next, Step.New step) {
        return write(locked, locked.in(next), step);
    }

    public Ticket change(Ticket locked, Function<Ticket, Ticket> change, Step.New step) {
        return write(locked, change.apply(locked), step);
    }

    /** Kept beside what people decide: it takes nobody's version from them. */
    public void propose(Ticket locked, Proposals.ByLanguage language) {
        tickets.propose(locked, new Proposals(locked.proposals().rules(), language));
        tell(locked, "tickets.changed", "system", changed(locked));
    }

    private Ticket write(Ticket before, Ticket after, Step.New step) {
        tickets.change(after);
        if (!before.traits().equals(after.traits())) {
            repeats.forget(before);
            repeats.keep(after);
        }
        steps.add(after, step, clock.instant());
        setClocks(before, after);
        tell(after, "tickets.changed", step.by(), changed(after));
        count(after.shop(), before.course().heaps(), after.course().heaps());
        return after;
    }

    /** One more thing that is told of it, beside that it changed. */
    public void tell(Ticket of, String type, String by, Object payload) {
        facts.append(
                new NewFact(
                        of.shop(),
                        type,
                        of.subject(),
                        by,
                        of.whose().customerId(),
                        Audience.STAFF,
                        payload));
    }

    private static Changed changed(Ticket now) {
        var course = now.course();
        var asked = course.asked();
        return new Changed(
                now.no(),
                course.state().name(),
                now.version(),
                course.owner().staff(),
                course.owner().team(),
                asked == null ? null : asked.party(),
                course.isOverdue());
    }

    private void setClocks(@Nullable Ticket before, Ticket after) {
        set(LIMIT, before, after, Course::limitAlarm);
        set(PARTY, before, after, Course::partyAlarm);
        set(SILENCE, before, after, Course::silenceAlarm);
    }

    private void set(
            String kind,
            @Nullable Ticket before,
            Ticket after,
            Function<Course, @Nullable Instant> alarm) {
        var was = before == null ? null : alarm.apply(before.course());
        var is = alarm.apply(after.course());
        if (is == null) {
            if (was != null) {
                deadlines.lift(after.shop(), kind, after.subject());
            }
        } else if (!is.equals(was)) {
            deadlines.set(new Deadline(after.shop(), kind, after.subject(), is, is.toString()));
        }
    }

    private void count(ShopId shop, List<String> from, List<String> to) {
        var moves = new Heaps.Moves();
        moves.moved(shop, from, to);
        tally.write(moves);
    }
}
