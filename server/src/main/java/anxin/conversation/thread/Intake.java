package anxin.conversation.thread;

import anxin.conversation.FirstLine;
import anxin.customer.Profile;
import anxin.customer.Profiles;
import anxin.customer.Sender;
import anxin.kernel.batch.BatchWriter;
import anxin.kernel.fact.FactLog;
import anxin.kernel.wire.StableId;
import anxin.messaging.Attachments;
import anxin.messaging.Attachments.Use;
import anxin.messaging.InboundMessage;
import anxin.messaging.Reception;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What customers write, taken in together: read, put into their conversations and written with one
 * commit, then answered. A batch that another node crosses is taken apart and tried one by one.
 */
@Component
class Intake implements Reception {

    /** One for the person, one for the conversation, one for the message, and one to spare. */
    private static final int ALONE_TRIES = 4;

    private final Threads threads;
    private final Profiles profiles;
    private final Tally tally;
    private final Told told;
    private final Placing placing;
    private final Topics topics;
    private final Attachments attachments;
    private final FirstLine firstLine;
    private final FactLog facts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final BatchWriter<Heard, Received> writer;

    Intake(
            Threads threads,
            Profiles profiles,
            Tally tally,
            Told told,
            Placing placing,
            Topics topics,
            Attachments attachments,
            FirstLine firstLine,
            FactLog facts,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${anxin.intake.writers:2}") int writers,
            @Value("${anxin.intake.batch:256}") int batch,
            @Value("${anxin.intake.queue:4096}") int capacity) {
        this.threads = threads;
        this.profiles = profiles;
        this.tally = tally;
        this.told = told;
        this.placing = placing;
        this.topics = topics;
        this.attachments = attachments;
        this.firstLine = firstLine;
        this.facts = facts;
        this.clock = clock;
        this.transaction = transaction;
        this.writer = new BatchWriter<>("intake", writers, batch, capacity, this::writeTogether);
    }

    @Override
    public Received receive(InboundMessage message) {
        return writer.write(new Heard(message, topics.of(message)));
    }

    @PreDestroy
    void close() {
        writer.close();
    }

    List<Received> writeTogether(List<Heard> messages) {
        if (messages.size() > 1) {
            return inTransaction(messages);
        }
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(messages);
            } catch (DataIntegrityViolationException | PessimisticLockingFailureException crossed) {
                if (tries == ALONE_TRIES) {
                    throw crossed;
                }
            }
        }
    }

    private List<Received> inTransaction(List<Heard> messages) {
        return Objects.requireNonNull(transaction.execute(status -> take(messages)));
    }

    private List<Received> take(List<Heard> heard) {
        var messages = heard.stream().map(Heard::message).toList();
        var ids = messages.stream().map(one -> StableId.of(one.channel(), one.id())).toList();
        var places =
                new HashMap<>(
                        threads.places(messages.stream().map(InboundMessage::shop).toList(), ids));
        var fresh = new LinkedHashMap<UUID, Heard>();
        for (int i = 0; i < ids.size(); i++) {
            if (!places.containsKey(ids.get(i))) {
                fresh.putIfAbsent(ids.get(i), heard.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            write(fresh, places);
        }
        return ids.stream()
                .map(
                        id -> {
                            var place = Objects.requireNonNull(places.get(id));
                            return new Received(id, place.conversation(), place.seq());
                        })
                .toList();
    }

    private void write(Map<UUID, Heard> fresh, Map<UUID, Threads.Place> places) {
        // Of those that arrived together the one that was written first comes first.
        var inOrder =
                fresh.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().message().at()))
                        .toList();
        var people =
                profiles.of(inOrder.stream().map(one -> sender(one.getValue().message())).toList());
        var ledger =
                new Ledger(
                        threads.lockOpen(
                                Ledger.shops(people), people.stream().map(Profile::id).toList()),
                        clock.instant(),
                        firstLine::takes);
        for (int i = 0; i < inOrder.size(); i++) {
            var entry = inOrder.get(i);
            var said = ledger.say(entry.getValue(), entry.getKey(), people.get(i));
            places.put(entry.getKey(), new Threads.Place(said.conversation(), said.seq()));
        }
        threads.write(ledger.written());
        threads.add(ledger.messages());
        attachments.use(uses(ledger));
        var happened = new ArrayList<>(told.opened(ledger));
        ledger.messages()
                .forEach(one -> happened.add(told.said(one, ledger.now(one.conversation()))));
        facts.append(happened);
        placing.follow(ledger.moves());
        tally.write(ledger.moved());
    }

    private static List<Use> uses(Ledger ledger) {
        return ledger.messages().stream()
                .flatMap(
                        one ->
                                one.attachments().stream()
                                        .map(
                                                file ->
                                                        new Use(
                                                                one.shop(),
                                                                file,
                                                                Conversation.subject(
                                                                        one.conversation()))))
                .toList();
    }

    static Sender sender(InboundMessage message) {
        var from = message.from();
        return new Sender(
                message.shop(),
                message.channel(),
                from.id(),
                from.name(),
                from.phone(),
                from.email(),
                from.customerId());
    }
}
