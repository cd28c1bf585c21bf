package anxin.conversation.thread;

import anxin.kernel.fact.Audience;
import anxin.kernel.fact.NewFact;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is told of conversations: ids and numbers, never what was said. Whoever may read it fetches
 * it.
 */
@Component
public class Told {

    /**
     * The conversation has a new message; whoever lacks one before it knows by the number.
     *
     * @param bot the first line has it
     */
    public record MessageWritten(
            UUID message, int seq, String kind, @Nullable String orderNo, boolean bot) {}

    /** A customer began to talk about something. */
    public record Opened(String channel, @Nullable String orderNo, @Nullable String lang) {}

    /** Staff among themselves are not for the customer to hear. */
    public NewFact said(NewMessage message, Conversation in) {
        var forCustomer =
                in.customerId() != null
                        && (message.kind() == NewMessage.Kind.CUSTOMER
                                || message.kind() == NewMessage.Kind.STAFF);
        return new NewFact(
                in.shop(),
                "conversation.message-written",
                in.subject(),
                message.author(),
                in.customerId(),
                forCustomer ? Audience.CUSTOMER : Audience.STAFF,
                new MessageWritten(
                        message.id(),
                        message.seq(),
                        message.kind().name(),
                        in.orderNo(),
                        in.bot()));
    }

    /** Whose it is, how it stands: what the lists show. */
    public record Changed(String state, @Nullable UUID agent, @Nullable String team, boolean bot) {}

    public NewFact changed(Conversation now, String by) {
        return new NewFact(
                now.shop(),
                "conversation.changed",
                now.subject(),
                by,
                now.customerId(),
                Audience.STAFF,
                new Changed(now.state().name(), now.agent(), now.team(), now.bot()));
    }

    List<NewFact> opened(Ledger ledger) {
        return ledger.messages().stream()
                .filter(one -> one.seq() == 1 && ledger.isNew(one.conversation()))
                .map(
                        one -> {
                            var in = ledger.now(one.conversation());
                            return new NewFact(
                                    in.shop(),
                                    "conversation.opened",
                                    in.subject(),
                                    one.author(),
                                    in.customerId(),
                                    Audience.STAFF,
                                    new Opened(in.channel(), in.orderNo(), in.lang()));
                        })
                .toList();
    }
}
