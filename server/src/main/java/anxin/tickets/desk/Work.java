package anxin.tickets.desk;

import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.Course;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Owner;
import anxin.tickets.matter.Step;
import anxin.tickets.matter.Step.Detail;
import anxin.tickets.matter.Step.Kind;
import anxin.tickets.matter.Step.Through;
import anxin.tickets.matter.StepStore;
import anxin.tickets.matter.Ticket;
import anxin.tickets.matter.Triage;
import anxin.tickets.rules.Rulebooks;
import anxin.tickets.rules.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What its owner does with a ticket. Each act locks it, is decided on the version that was seen,
 * and writes one step; one that carries an id is done once.
 */
@Component
class Work {

    /** How many proofs a ticket carries. */
    private static final int MOST_PROOFS = 50;

    private final Book book;
    private final StepStore steps;
    private final Rulebooks rulebooks;
    private final Origins origins;
    private final TicketOwners owners;
    private final Clock clock;

    Work(
            Book book,
            StepStore steps,
            Rulebooks rulebooks,
            Origins origins,
            TicketOwners owners,
            Clock clock) {
        this.book = book;
        this.steps = steps;
        this.rulebooks = rulebooks;
        this.origins = origins;
        this.owners = owners;
        this.clock = clock;
    }

    /** Whoever writes a note has decided nothing: no version is asked of them. */
    @Transactional
    public void note(Caller by, Ticket of, UUID id, String text) {
        var now = book.lock(of.shop(), of.id());
        if (!steps.has(of.shop(), of.id(), id)) {
            var step = new Step.New(id, Kind.NOTED, by.actor(), text, Detail.NONE);
            book.move(now, now.course(), step);
        }
    }

    @Transactional
    public void triage(Caller by, Ticket of, int seen, Triage better) {
        var now = locked(of, seen);
        if (!now.course().triage().equals(better)) {
            var next = now.course().triaged(better, settings(of.shop()).limits());
            book.move(now, next, step(by, Kind.TRIAGED, "", Detail.of(better)));
        }
    }

    @Transactional
    public void give(Caller by, Ticket of, int seen, Owner to, String note) {
        var now = locked(of, seen);
        if (!now.course().owner().equals(to)) {
            var next = now.course().givenTo(owners.require(of.shop(), to));
            book.move(now, next, step(by, Kind.GIVEN, note, Detail.to(name(to))));
        }
    }

    private static String name(Owner owner) {
        return owner.staff() == null ? "team:" + owner.team() : "staff:" + owner.staff();
    }

    /** What came to be known later; proofs are added, all else is as it is said now. */
    @Transactional
    public void know(Caller by, Ticket of, int seen, Facts known) {
        var now = locked(of, seen);
        var proofs = new ArrayList<>(now.facts().proofs());
        known.proofs().stream().filter(one -> !proofs.contains(one)).forEach(proofs::add);
        if (proofs.size() > MOST_PROOFS) {
            throw Problem.invalid("/proofs", "最多" + MOST_PROOFS + "个", "at most " + MOST_PROOFS);
        }
        var facts =
                new Facts(
                        known.products(),
                        known.batch(),
                        known.carrier(),
                        known.trackingNo(),
                        List.copyOf(proofs));
        if (!facts.equals(now.facts())) {
            book.change(
                    now, one -> one.knowing(facts), step(by, Kind.FACTS_ADDED, "", Detail.NONE));
        }
    }

    /** Tells the customer where the matter came from, or keeps what was said to them. */
    @Transactional
    public void tell(Staff by, Ticket of, int seen, UUID id, String text, Through through) {
        once(
                of,
                seen,
                id,
                now -> now.course().told(clock.instant(), limits(of)),
                now -> {
                    if (through == Through.ORIGIN) {
                        var at = requireOrigin(now);
                        at.origin().tell(by, of.shop(), at.id(), id, text);
                    }
                    return new Step.New(id, Kind.TOLD, by.actor(), text, Detail.through(through));
                });
    }

    private Origins.At requireOrigin(Ticket now) {
        var at = origins.find(now.source().origin());
        if (at == null) {
            throw Problem.refused(
                    "no-way-to-tell",
                    "此工单没有关联会话或售后单，请电话或当面告知后登记",
                    "This ticket has no conversation or case; tell the customer by telephone or face to"
                            + " face and write down what was said");
        }
        return at;
    }

    /** What the customer said of the result, as somebody heard it. */
    @Transactional
    public void answered(Caller by, Ticket of, int seen, boolean solved, String note) {
        var now = locked(of, seen);
        var next =
                solved
                        ? now.course().confirmed(clock.instant())
                        : now.course().unsolved(clock.instant(), limits(of));
        var kind = solved ? Kind.CONFIRMED : Kind.UNSOLVED;
        book.move(now, next, step(by, kind, note, Detail.NONE));
    }

    @Transactional
    public void reopen(Caller by, Ticket of, int seen, String reason) {
        var now = locked(of, seen);
        var next = now.course().reopen(clock.instant(), limits(of));
        book.move(now, next, step(by, Kind.REOPENED, reason, Detail.NONE));
    }

    private void once(
            Ticket of,
            int seen,
            UUID id,
            Function<Ticket, Course> act,
            Function<Ticket, Step.New> step) {
        var now = book.lock(of.shop(), of.id());
        if (steps.has(of.shop(), of.id(), id)) {
            return;
        }
        IfMatch.requireCurrent(seen, now.version());
        var next = act.apply(now);
        book.move(now, next, step.apply(now));
    }

    private Ticket locked(Ticket of, int seen) {
        var now = book.lock(of.shop(), of.id());
        IfMatch.requireCurrent(seen, now.version());
        return now;
    }

    private Settings.Limits limits(Ticket of) {
        return settings(of.shop()).limits();
    }

    private Settings settings(ShopId shop) {
        return rulebooks.of(shop);
    }

    private static Step.New step(Caller by, Kind kind, @Nullable String text, Detail detail) {
        return new Step.New(null, kind, by.actor(), text == null ? "" : text.strip(), detail);
    }
}
