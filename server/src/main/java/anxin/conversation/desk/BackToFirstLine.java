package anxin.conversation.desk;

import anxin.conversation.FirstLine;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.What;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a conversation back to the first line, by staff or by the customer's own choice. */
@Component
public class BackToFirstLine {

    private final Threads threads;
    private final Entry entry;
    private final FirstLine firstLine;

    BackToFirstLine(Threads threads, Entry entry, FirstLine firstLine) {
        this.threads = threads;
        this.entry = entry;
        this.firstLine = firstLine;
    }

    @Transactional
    public void ofStaff(ShopId shop, UUID id, String by) {
        var in = threads.lock(shop, id).orElseThrow(() -> Problem.missing("conversation"));
        if (in.bot()) {
            return;
        }
        if (in.state() != State.OPEN || !firstLine.takes(shop, in.channel())) {
            throw Problem.refused(
                    "bot-not-here",
                    "机器人未在此渠道启用，或会话未在进行中",
                    "The bot is not on for this channel, or the conversation is not open");
        }
        give(in, by);
    }

    /** Nothing happens where somebody has it, or where there is no first line. */
    @Transactional
    public void ofCustomer(ShopId shop, UUID id, String by) {
        threads.lock(shop, id)
                .filter(in -> !in.bot() && in.agent() == null && in.state() == State.OPEN)
                .filter(in -> firstLine.takes(shop, in.channel()))
                .ifPresent(in -> give(in, by));
    }

    private void give(Conversation in, String by) {
        entry.happened(
                by,
                in,
                in.change().next().toFirstLine().made(),
                new Event(What.GIVEN_TO_BOT, null, null),
                null);
    }
}
