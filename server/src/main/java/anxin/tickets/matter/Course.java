package anxin.tickets.matter;

import anxin.kernel.problem.Problem;
import anxin.tickets.matter.Closing.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket has come, and whose turn it is. Pure: every act gives the next course or refuses
 * with a problem.
 *
 * @param asked what a party is asked, until it has answered
 * @param telling what the customer was told, until that turned out to be no solution
 * @param reopened how often
 */
public record Course(
        Triage triage,
        Owner owner,
        State state,
        Limit limit,
        @Nullable Asked asked,
        @Nullable Telling telling,
        @Nullable Closing closing,
        int reopened) {

    public enum State {
        /** The owner's turn. */
        OPEN,
        /** A party's turn. */
        WAITING,
        /** The customer's turn: they know the result. */
        TOLD,
        CLOSED
    }

    public static Course begun(Triage triage, Owner owner, Instant now, Times times) {
        var limit = Limit.of(now, times.limit(triage.grade()));
        return new Course(triage, owner, State.OPEN, limit, null, null, null, 0);
    }

    public Course triaged(Triage better, Times times) {
        requireNotClosed();
        var limits =
                better.grade() == triage.grade()
                        ? limit
                        : limit.lasting(times.limit(better.grade()));
        return new Course(better, owner, state, limits, asked, telling, closing, reopened);
    }

    public Course givenTo(Owner other) {
        requireNotClosed();
        return new Course(triage, other, state, limit, asked, telling, closing, reopened);
    }

    /** One party at a time: its answer comes back before another is asked. */
    public Course ask(UUID transfer, String party, Instant now, Duration time) {
        requireNotClosed();
        requireNobodyAsked();
        var going = Asked.of(transfer, party, now, time);
        return new Course(triage, owner, State.WAITING, limit, going, null, null, reopened);
    }

    /** The party needs to know something first. */
    public Course askedBack(UUID transfer, Instant now) {
        var at = requireAsked(transfer);
        if (!at.waits()) {
            throw Problem.refused(
                    "already-asked-back",
                    "已追问，请等待回复",
                    "You have asked already; wait for the reply");
        }
        return with(State.OPEN, at.back(now));
    }

    public Course replied(UUID transfer, Instant now) {
        var at = requireAsked(transfer);
        if (at.waits()) {
            throw Problem.refused(
                    "nothing-asked-back", "对方没有追问", "The party has asked nothing back");
        }
        return with(State.WAITING, at.again(now));
    }

    /** It comes back to its owner: with the answer, or because it is asked no more. */
    public Course cameBack(UUID transfer) {
        requireAsked(transfer);
        return with(State.OPEN, null);
    }

    public Course partyMissed(Instant now) {
        var at = asked;
        return at == null ? this : with(state, at.missed(now));
    }

    public Course limitMissed(Instant now, Times times) {
        var next = limit.missed(now, times.untilNextLevel());
        return new Course(triage, owner, state, next, asked, telling, closing, reopened);
    }

    /** The customer knows the result; now they have the word. */
    public Course told(Instant now, Times times) {
        requireNotClosed();
        requireNobodyAsked();
        var said = new Telling(now, now.plus(times.untilSilence()), null);
        return new Course(triage, owner, State.TOLD, limit, null, said, null, reopened);
    }

    /** The customer answered: the owner reads it within the time for that. */
    public Course heard(Instant at, Instant now, Times times) {
        var said = telling;
        if (state != State.TOLD || said == null) {
            return this;
        }
        var answered = new Telling(said.at(), said.silentAt(), at);
        var toRead = Limit.of(now, times.toRead());
        return new Course(triage, owner, State.OPEN, toRead, null, answered, null, reopened);
    }

    public Course confirmed(Instant now) {
        requireAnswerable();
        return ended(now, Ending.CONFIRMED);
    }

    public Course silent(Instant now) {
        return state == State.TOLD ? ended(now, Ending.UNANSWERED) : this;
    }

    /** What they were told was no solution: its time begins anew. */
    public Course unsolved(Instant now, Times times) {
        requireAnswerable();
        var anew = Limit.of(now, times.limit(triage.grade()));
        return new Course(triage, owner, State.OPEN, anew, null, null, null, reopened);
    }

    public Course reopen(Instant now, Times times) {
        if (state != State.CLOSED) {
            throw Problem.refused("ticket-not-closed", "工单尚未结束", "The ticket is not closed");
        }
        var anew = Limit.of(now, times.limit(triage.grade()));
        return new Course(triage, owner, State.OPEN, anew, null, null, null, reopened + 1);
    }

    /** Whether what the customer said of the result can be entered. */
    public boolean isAnswerable() {
        var said = telling;
        return state == State.TOLD
                || (state == State.OPEN && said != null && said.answeredAt() != null);
    }

    /** Somebody in the house or a party did not keep their time. */
    public boolean isOverdue() {
        var at = asked;
        var inWork = state == State.OPEN || state == State.WAITING;
        return inWork && (limit.lateAt() != null || (at != null && at.lateAt() != null));
    }

    /** When the next thing is due; null once it is closed. */
    public @Nullable Instant nextAt() {
        return switch (state) {
            case OPEN -> limit.at();
            case WAITING -> {
                var due = asked == null ? null : asked.dueAt();
                yield due != null && due.isBefore(limit.at()) ? due : limit.at();
            }
            case TOLD -> telling == null ? limit.at() : telling.silentAt();
            case CLOSED -> null;
        };
    }

    /** When its limit wakes somebody. */
    public @Nullable Instant limitAlarm() {
        return state == State.OPEN || state == State.WAITING ? limit.alarmAt() : null;
    }

    /** When the party's limit does; once. */
    public @Nullable Instant partyAlarm() {
        return state == State.WAITING && asked != null && asked.lateAt() == null
                ? asked.dueAt()
                : null;
    }

    /** When silence closes it. */
    public @Nullable Instant silenceAlarm() {
        return state == State.TOLD && telling != null ? telling.silentAt() : null;
    }

    /** Every heap that it is counted on. */
    List<String> heaps() {
        if (state == State.CLOSED) {
            return List.of(TicketTally.CLOSED);
        }
        var heaps = new ArrayList<>(List.of(TicketTally.OPEN, owner.heap()));
        if (state != State.OPEN) {
            heaps.add(TicketTally.WAITING);
        }
        if (isOverdue()) {
            heaps.add(TicketTally.OVERDUE);
        }
        var at = asked;
        if (state == State.WAITING && at != null) {
            heaps.add(TicketTally.PARTY + at.party());
        }
        return heaps;
    }

    private Course with(State next, @Nullable Asked going) {
        return new Course(triage, owner, next, limit, going, telling, closing, reopened);
    }

    private Course ended(Instant now, Ending how) {
        var end = new Closing(now, how);
        return new Course(triage, owner, State.CLOSED, limit, null, telling, end, reopened);
    }

    private void requireNotClosed() {
        if (state == State.CLOSED) {
            throw Problem.refused(
                    "ticket-closed", "工单已结束，请先重新打开", "The ticket is closed; reopen it first");
        }
    }

    private void requireNobodyAsked() {
        if (asked != null) {
            throw Problem.refused(
                    "somebody-is-asked",
                    "还有协办方未答复，请等待答复或先撤回",
                    "A party has not answered yet; wait for it or withdraw the request first");
        }
    }

    private void requireAnswerable() {
        if (!isAnswerable()) {
            throw Problem.refused(
                    "no-result-told", "请先把处理结果告知客户", "Tell the customer the result first");
        }
    }

    private Asked requireAsked(UUID transfer) {
        var at = asked;
        if (at == null || !at.transfer().equals(transfer)) {
            throw Problem.refused(
                    "asked-no-more", "该协办已结束", "Nothing is asked by this request any more");
        }
        return at;
    }
}
