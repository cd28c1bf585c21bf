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
    public List<Locked> lock(ShopId shop, Collection<String> subjects) {
        return threads.lock(shop, subjects.stream().map(ConversationWork::id).toList()).stream()
                .filter(one -> one.state() == State.OPEN)
                .map(one -> new Locked(one.subject(), one.agent()))
                .toList();
    }

    @Override
    public void given(ShopId shop, List<Given> work) {
        write(shop, work, What.ASSIGNED);
    }

    @Override
    public void returned(ShopId shop, List<Given> work) {
        write(shop, work, What.RETURNED);
    }

    private void write(ShopId shop, List<Given> work, What what) {
        var agents =
                work.stream().collect(Collectors.toMap(one -> id(one.subject()), Given::agent));
        entry.decided(
                threads.lock(shop, agents.keySet()).stream()
                        .map(in -> decided(in, agents.get(in.id()), what))
                        .toList());
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
