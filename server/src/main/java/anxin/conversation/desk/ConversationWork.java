package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.What;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.kernel.ShopId;
import anxin.work.WorkOwner;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations as work: an agent gets one, or is gone and it waits for all again. */
@Component
class ConversationWork implements WorkOwner {

    private static final String KIND = "conversation";

    private final Threads threads;
    private final Entry entry;

    ConversationWork(Threads threads, Entry entry) {
        this.threads = threads;
        this.entry = entry;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Kept lock(ShopId shop, Collection<String> subjects) {
        return new Locks(
                threads.lock(shop, subjects.stream().map(ConversationWork::id).toList()).stream()
                        .filter(one -> one.state() == State.OPEN)
                        .toList());
    }

    /** Conversations that nobody else writes while they are given. */
    private final class Locks implements Kept {

        private final List<Conversation> locked;

        private Locks(List<Conversation> locked) {
            this.locked = locked;
        }

        @Override
        public List<Locked> open() {
            return locked.stream().map(one -> new Locked(one.subject(), one.agent())).toList();
        }

        @Override
        public void given(List<Given> work) {
            write(work, What.ASSIGNED);
        }

        @Override
        public void returned(List<Given> work) {
            write(work, What.RETURNED);
        }

        private void write(List<Given> work, What what) {
            var agents = work.stream().collect(Collectors.toMap(Given::subject, Given::agent));
            entry.decided(
                    locked.stream()
                            .filter(one -> agents.containsKey(one.subject()))
                            .map(one -> decided(one, agents.get(one.subject()), what))
                            .toList());
        }
    }

    private static Entry.Decided decided(Conversation in, @Nullable UUID agent, What what) {
        var has = what == What.ASSIGNED ? agent : null;
        return new Entry.Decided(
                in,
                in.change().next().given(has, in.team()).made(),
                new Event(what, "staff:" + agent, null));
    }

    private static UUID id(String subject) {
        return UUID.fromString(subject.substring(KIND.length() + 1));
    }
}
