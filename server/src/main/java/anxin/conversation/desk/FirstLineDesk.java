package anxin.conversation.desk;

import anxin.conversation.Conversations.Word;
import anxin.conversation.FirstLine;
import anxin.conversation.FirstLineTalks;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.NewMessage.What;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.conversation.thread.Told;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.messaging.ConversationChannels;
import anxin.work.Routing;
import anxin.work.WaitingPlace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The desk of the first line: it reads, answers and hands over like any of the staff. */
@Component
class FirstLineDesk implements FirstLineTalks {

    private final Threads threads;
    private final Reader reader;
    private final Files files;
    private final Desk desk;
    private final Entry entry;
    private final Routing routing;
    private final ConversationChannels channels;
    private final JsonMapper json;
    private final Clock clock;

    FirstLineDesk(
            Threads threads,
            Reader reader,
            Files files,
            Desk desk,
            Entry entry,
            Routing routing,
            ConversationChannels channels,
            JsonMapper json,
            Clock clock) {
        this.threads = threads;
        this.reader = reader;
        this.files = files;
        this.desk = desk;
        this.entry = entry;
        this.routing = routing;
        this.channels = channels;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Heard> heard(Fact fact) {
        var shop = fact.shop();
        if (shop == null || !fact.type().equals("conversation.message-written")) {
            return Optional.empty();
        }
        var written = json.readValue(fact.payload(), Told.MessageWritten.class);
        if (!written.bot() || !written.kind().equals(Kind.CUSTOMER.name())) {
            return Optional.empty();
        }
        var conversation = UUID.fromString(fact.subject().substring("conversation:".length()));
        return Optional.of(
                new Heard(shop, conversation, written.message(), written.seq(), fact.at()));
    }

    @Override
    public Optional<Talk> find(ShopId shop, UUID id) {
        return threads.find(List.of(shop), id).map(this::talk);
    }

    @Override
    public Optional<Talk> lock(ShopId shop, UUID id) {
        return threads.lock(shop, id).map(this::talk);
    }

    private Talk talk(Conversation of) {
        return new Talk(
                of.shop(),
                of.id(),
                of.profile(),
                of.customerId(),
                of.customerName(),
                of.orderNo(),
                of.facts(),
                of.lang(),
                of.bot() && of.state() == State.OPEN,
                channels.find(of.channel())
                        .filter(one -> one.kind() == ConversationChannels.Kind.WEB_CHAT)
                        .isPresent());
    }

    @Override
    public Optional<Word> word(ShopId shop, UUID conversation, int seq) {
        return reader.after(shop, conversation, seq - 1, 1).stream()
                .filter(one -> one.seq() == seq)
                .map(one -> new Word(one.id(), one.text(), files.named(one)))
                .findFirst();
    }

    @Override
    public void say(ShopId shop, UUID id, UUID message, String text, List<String> choices) {
        var in = own(shop, id);
        entry.write(
                in,
                in.change().answeredFirst(text, clock.instant()).made(),
                said(in, in.lastSeq() + 1, message, text, choices));
    }

    @Override
    public void handOver(
            ShopId shop,
            UUID id,
            UUID message,
            Function<Optional<WaitingPlace>, String> words,
            @Nullable String topic) {
        var in = own(shop, id);
        var now = clock.instant();
        var people = in.change().next().topic(topic).toPeople(now).made();
        entry.happened(FirstLine.ACTOR, in, people, new Event(What.HANDED_OVER, null, null), null);
        var text = words.apply(routing.promise(shop, people.subject()));
        entry.write(
                people,
                people.change().handedOver(text, now).made(),
                said(people, people.lastSeq() + 1, message, text, List.of()));
    }

    private Conversation own(ShopId shop, UUID id) {
        return threads.lock(shop, id)
                .filter(in -> in.bot() && in.state() == State.OPEN)
                .orElseThrow(() -> new IllegalStateException("not the first line's: " + id));
    }

    /** Where nothing leaves by the channel, it stands in the thread all the same. */
    private NewMessage said(
            Conversation in, int seq, UUID message, String text, List<String> choices) {
        var leaves =
                channels.find(in.channel())
                        .filter(one -> one.shop().equals(in.shop()) && one.answers())
                        .isPresent();
        return new NewMessage(
                        in.shop(),
                        in.id(),
                        seq,
                        message,
                        Kind.STAFF,
                        FirstLine.ACTOR,
                        in.channel(),
                        null,
                        text,
                        List.of(),
                        clock.instant(),
                        null,
                        leaves ? desk.send(in, message, words(in, text, choices)) : null)
                .offering(choices);
    }

    /** On other people's screens there is nothing to touch: choices are lines of the text. */
    private Desk.Words words(Conversation in, String text, List<String> choices) {
        var lines = new ArrayList<String>();
        lines.add(text);
        if (!talk(in).chat()) {
            for (int i = 0; i < choices.size(); i++) {
                lines.add((i + 1) + ". " + choices.get(i));
            }
        }
        return new Desk.Words(String.join("\n", lines), false, List.of());
    }

    @Override
    public List<Talk> idle(Instant since, int most) {
        return threads.idleOfFirstLine(since, most).stream().map(this::talk).toList();
    }

    @Override
    public void close(ShopId shop, UUID id) {
        entry.move(
                FirstLine.ACTOR,
                own(shop, id),
                State.CLOSED,
                new Event(What.CLOSED, null, null),
                null);
    }
}
