package anxin.conversation.desk;

import anxin.conversation.Conversations;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.conversation.thread.Told;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Conversations for other modules: what is known of one, and a word to its customer. */
@Component
class Doorway implements Conversations {

    private static final int OF_LATE = 30;

    private final Scope scope;
    private final Threads threads;
    private final Reader reader;
    private final Files files;
    private final Desk desk;
    private final JsonMapper json;

    Doorway(Scope scope, Threads threads, Reader reader, Files files, Desk desk, JsonMapper json) {
        this.scope = scope;
        this.threads = threads;
        this.reader = reader;
        this.files = files;
        this.desk = desk;
        this.json = json;
    }

    @Override
    public Optional<Known> find(Caller.Permitted caller, UUID id, @Nullable UUID message) {
        if (!caller.may(Permission.CONVERSATION_READ)) {
            return Optional.empty();
        }
        return threads.find(scope.shops(caller, null), id).map(one -> known(one, message));
    }

    @Override
    public List<Spoken> lines(Caller.Permitted caller, UUID id, int most) {
        if (!caller.may(Permission.CONVERSATION_READ)) {
            return List.of();
        }
        return threads.find(scope.shops(caller, null), id).stream()
                .flatMap(of -> reader.before(of.shop(), id, Integer.MAX_VALUE, most).stream())
                .filter(said -> !said.text().isBlank())
                .filter(said -> said.event() == null && !said.kind().equals(Kind.NOTE.name()))
                .map(said -> new Spoken(said.kind().equals(Kind.CUSTOMER.name()), said.text()))
                .toList();
    }

    private Known known(Conversation of, @Nullable UUID message) {
        return new Known(
                of.shop(),
                of.profile(),
                of.customerId(),
                of.customerName(),
                of.orderNo(),
                of.facts(),
                reader.before(of.shop(), of.id(), upTo(of, message), OF_LATE).stream()
                        .filter(said -> said.kind().equals(Kind.CUSTOMER.name()))
                        .map(said -> new Word(said.id(), said.text(), files.named(said)))
                        .toList());
    }

    private int upTo(Conversation of, @Nullable UUID message) {
        return message == null
                ? Integer.MAX_VALUE
                : threads.place(of.shop(), message)
                        .filter(place -> place.conversation().equals(of.id()))
                        .map(place -> place.seq() + 1)
                        .orElse(Integer.MAX_VALUE);
    }

    @Override
    public void answer(Staff by, ShopId shop, UUID id, UUID message, String text) {
        if (!by.may(Permission.CONVERSATION_ANSWER)) {
            throw Problem.forbidden(Permission.CONVERSATION_ANSWER.name());
        }
        var closed =
                threads.find(List.of(shop), id)
                        .filter(one -> one.state() == State.CLOSED)
                        .isPresent();
        if (closed && threads.place(shop, message).isEmpty()) {
            desk.reopen(by, shop, id, null);
        }
        desk.say(by, shop, id, message, new Desk.Words(text, false, List.of()));
    }

    @Override
    public Optional<Instant> customersWord(Fact fact) {
        if (!fact.type().equals("conversation.message-written")) {
            return Optional.empty();
        }
        var written = json.readValue(fact.payload(), Told.MessageWritten.class);
        return written.kind().equals(Kind.CUSTOMER.name())
                ? Optional.of(fact.at())
                : Optional.empty();
    }
}
