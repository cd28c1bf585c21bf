package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.Placing;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Tally;
import anxin.conversation.thread.Threads;
import anxin.conversation.thread.Told;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a change of a locked conversation with its message, its place in the lines of work, what
 * is told of it, and last what is counted.
 */
@Component
class Entry {

    record Decided(Conversation before, Conversation next, Event event) {}

    private final Threads threads;
    private final Placing placing;
    private final Tally tally;
    private final Told told;
    private final FactLog facts;
    private final Clock clock;

    Entry(Threads threads, Placing placing, Tally tally, Told told, FactLog facts, Clock clock) {
        this.threads = threads;
        this.placing = placing;
        this.tally = tally;
        this.told = told;
        this.facts = facts;
        this.clock = clock;
    }

    void move(String by, Conversation in, State state, Event event, @Nullable String note) {
        if (in.state() != state) {
            happened(by, in, in.change().next().in(state).made(), event, note);
        }
    }

    void happened(
            String by, Conversation in, Conversation next, Event event, @Nullable String note) {
        write(in, next, message(by, next, event, note));
        facts.append(told.changed(next, by));
    }

    /** What the lines of work have decided themselves, and therefore know. */
    void decided(List<Decided> all) {
        var by = "system";
        var moved = new Tally.Changes();
        var said = new ArrayList<NewMessage>();
        var happened = new ArrayList<NewFact>();
        for (var one : all) {
            var message = message(by, one.next(), one.event(), null);
            said.add(message);
            happened.add(told.said(message, one.next()));
            happened.add(told.changed(one.next(), by));
            moved.moved(one.next().shop(), one.before().standing(), one.next().standing());
        }
        threads.write(all.stream().map(Decided::next).toList());
        threads.add(said);
        facts.append(happened);
        tally.write(moved);
    }

    void write(Conversation before, Conversation next, NewMessage said) {
        threads.write(List.of(next));
        threads.add(List.of(said));
        facts.append(told.said(said, next));
        placing.follow(List.of(new Placing.Move(before, next, next.lastText())));
        var moved = new Tally.Changes();
        moved.moved(next.shop(), before.standing(), next.standing());
        tally.write(moved);
    }

    private NewMessage message(String by, Conversation next, Event event, @Nullable String note) {
        return new NewMessage(
                next.shop(),
                next.id(),
                next.lastSeq(),
                UUID.randomUUID(),
                Kind.EVENT,
                by,
                null,
                null,
                note == null ? "" : note.strip(),
                List.of(),
                clock.instant(),
                event,
                null);
    }
}
