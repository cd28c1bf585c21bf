package anxin.tickets.desk;

import anxin.conversation.Conversations;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.tickets.TicketOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Matters that came up in a conversation. */
@Component
class FromConversation implements TicketOrigin {

    private static final int MOST_PROOFS = 20;

    private final Conversations conversations;

    FromConversation(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public Optional<Known> find(Caller.Permitted caller, UUID id, @Nullable UUID message) {
        return conversations.find(caller, id, message).map(FromConversation::known);
    }

    private static Known known(Conversations.Known of) {
        var proofs = new ArrayList<Proof>();
        for (var word : of.said().reversed()) {
            word.files().forEach(file -> proofs.add(Proof.of(file)));
        }
        return new Known(
                of.shop(),
                of.profile(),
                of.customerId(),
                of.customerName(),
                of.orderNo(),
                of.facts().get("product"),
                of.said().isEmpty() ? "" : of.said().getLast().text(),
                List.copyOf(proofs.subList(0, Math.min(MOST_PROOFS, proofs.size()))));
    }

    @Override
    public void tell(Staff by, ShopId shop, UUID id, UUID message, String text) {
        conversations.answer(by, shop, id, message, text);
    }

    @Override
    public Optional<Instant> customersWord(Fact fact) {
        return conversations.customersWord(fact);
    }
}
