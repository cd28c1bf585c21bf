package anxin.conversation.desk;

import anxin.conversation.FirstLine;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.NewMessage.What;
import anxin.conversation.thread.Standing.State;
import anxin.customer.Profile;
import anxin.customer.Profiles;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.messaging.Attachments.AttachmentView;
import anxin.messaging.ConversationChannels;
import anxin.messaging.Messages;
import anxin.work.Routing;
import anxin.work.WorkClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the desk reads. Names and addresses are masked unless the reader may see them. */
@Component
class ConversationViews {

    /**
     * A line of the list.
     *
     * @param dueAt when the next limit of time on it is missed
     * @param missed whether one was
     * @param bot the first line has it
     * @param unread how many messages came since the reader looked, when the customer wrote
     */
    record ConversationItem(
            UUID id,
            String shop,
            String channel,
            String channelName,
            @Nullable String customerName,
            @Nullable String orderNo,
            State state,
            @Nullable UUID agentId,
            @Nullable String agentName,
            @Nullable String team,
            List<String> tags,
            String lastText,
            String lastFrom,
            Instant lastAt,
            @Nullable Instant waitingSince,
            @Nullable Instant snoozedUntil,
            @Nullable Instant dueAt,
            boolean missed,
            boolean bot,
            int lastSeq,
            int unread) {}

    record ProfileView(
            UUID id,
            @Nullable String customerId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** What is known of the matter: {@code orderNumber}, {@code product}, … */
    record KnownFact(String name, String value) {}

    /**
     * A conversation as its reader sees it.
     *
     * @param others the same person's other conversations, newest first
     * @param draft what the reader typed and did not send
     * @param answers whether an answer leaves by its channel
     * @param clocks the limits of time on it, each with where its time goes
     * @param place where it waits for somebody, while it does
     * @param allowed answer, note, take, give, give-to-bot, snooze, close, reopen, tag
     */
    record ConversationView(
            ConversationItem item,
            ProfileView profile,
            List<KnownFact> facts,
            List<ConversationItem> others,
            List<Presence.Present> present,
            @Nullable String draft,
            boolean answers,
            @Nullable PlaceView place,
            List<WorkClock> clocks,
            List<String> allowed) {}

    /**
     * @param within in how many seconds four in five are served from there; null while too little
     *     was served to say
     */
    record PlaceView(String queue, Instant since, int place, @Nullable Integer within) {}

    /**
     * What became of an answer.
     *
     * @param state WAITING, WAITING_FOR_CHANNEL, SENT, DELIVERED, READ, FAILED or EXPIRED
     * @param trouble why it did not arrive, in words
     */
    record AnswerDelivery(String state, @Nullable Instant at, @Nullable String trouble) {}

    record HappenedView(What what, @Nullable String to, @Nullable Instant until) {}

    record SaidView(
            int seq,
            UUID id,
            Kind kind,
            String author,
            @Nullable String authorName,
            @Nullable String channel,
            String text,
            List<AttachmentView> attachments,
            Instant writtenAt,
            Instant at,
            @Nullable HappenedView happened,
            @Nullable AnswerDelivery delivery,
            @Nullable MailView mail,
            List<String> choices) {}

    /**
     * What a mail has beside its text.
     *
     * @param html made safe, as its sender laid it out
     * @param history what was said before, as the sender's program quotes it
     */
    record MailView(@Nullable String subject, @Nullable String html, @Nullable String history) {}

    private static final WorkClock.Due UNLIMITED = new WorkClock.Due(null, false);
    private static final int OTHERS = 10;
    private static final String ORDER = "order:";

    private final Listing listing;
    private final Profiles profiles;
    private final Presence presence;
    private final OwnNotes own;
    private final ConversationChannels channels;
    private final Messages outbox;
    private final Files attached;
    private final Names names;
    private final Routing routing;
    private final Reader reader;
    private final FirstLine firstLine;
    private final JsonMapper json;

    ConversationViews(
            Listing listing,
            Profiles profiles,
            Presence presence,
            OwnNotes own,
            ConversationChannels channels,
            Messages outbox,
            Files attached,
            Names names,
            Routing routing,
            Reader reader,
            FirstLine firstLine,
            JsonMapper json) {
        this.listing = listing;
        this.profiles = profiles;
        this.presence = presence;
        this.own = own;
        this.channels = channels;
        this.outbox = outbox;
        this.attached = attached;
        this.names = names;
        this.routing = routing;
        this.reader = reader;
        this.firstLine = firstLine;
        this.json = json;
    }

    List<ConversationItem> items(Collection<Listing.Row> rows, Caller.Permitted reader) {
        var called =
                names.of(
                        rows.stream()
                                .map(Listing.Row::agent)
                                .filter(Objects::nonNull)
                                .map(agent -> "staff:" + agent)
                                .collect(Collectors.toSet()));
        var named = new HashMap<String, String>();
        var due =
                routing.due(
                        rows.stream().map(row -> new ShopId(row.shopId())).distinct().toList(),
                        rows.stream().map(row -> Conversation.subject(row.id())).toList());
        return rows.stream()
                .map(
                        row ->
                                item(
                                        row,
                                        named.computeIfAbsent(row.channel(), this::channelName),
                                        row.agent() == null
                                                ? null
                                                : called.get("staff:" + row.agent()),
                                        due.getOrDefault(Conversation.subject(row.id()), UNLIMITED),
                                        reader))
                .toList();
    }

    /** A channel that was taken away keeps its id as its name. */
    private String channelName(String id) {
        return channels.find(id).map(ConversationChannels.Channel::name).orElse(id);
    }

    private static ConversationItem item(
            Listing.Row row,
            String channelName,
            @Nullable String agent,
            WorkClock.Due due,
            Caller.Permitted reader) {
        var personal = reader.may(Permission.PERSONAL_READ);
        return new ConversationItem(
                row.id(),
                row.shopId(),
                row.channel(),
                channelName,
                personal ? row.customerName() : Profile.maskedName(row.customerName()),
                row.matter().startsWith(ORDER) ? row.matter().substring(ORDER.length()) : null,
                State.valueOf(row.state()),
                row.agent(),
                agent,
                row.team(),
                row.tags(),
                row.lastText(),
                row.lastFrom(),
                row.lastAt(),
                row.waitingSince(),
                row.snoozedUntil(),
                due.at(),
                due.missed(),
                row.bot(),
                row.lastSeq(),
                row.customerSeq() > row.seen() ? row.lastSeq() - row.seen() : 0);
    }

    ConversationView view(Conversation one, Staff reader, Locale language) {
        var rows = new ArrayList<>(listing.of(List.of(one.shop()), List.of(one.id()), reader.id()));
        rows.addAll(listing.ofProfile(one.shop(), one.profile(), one.id(), reader.id(), OTHERS));
        var items = items(rows, reader);
        var answers =
                channels.find(one.channel())
                        .filter(known -> known.shop().equals(one.shop()))
                        .map(ConversationChannels.Channel::answers)
                        .orElse(false);
        return new ConversationView(
                items.getFirst(),
                profile(one, reader),
                one.facts().entrySet().stream()
                        .map(fact -> new KnownFact(fact.getKey(), fact.getValue()))
                        .toList(),
                items.subList(1, items.size()),
                presence.at(one),
                own.draft(reader, one.shop(), one.id()).orElse(null),
                answers,
                routing.place(one.shop(), one.subject())
                        .map(
                                at ->
                                        new PlaceView(
                                                at.name().in(language),
                                                at.since(),
                                                at.place(),
                                                at.within()))
                        .orElse(null),
                routing.clocks(one.shop(), one.subject()),
                reader.may(Permission.CONVERSATION_ANSWER)
                        ? allowed(
                                one.state(),
                                answers,
                                !one.bot() && firstLine.takes(one.shop(), one.channel()))
                        : List.of());
    }

    private static List<String> allowed(State state, boolean answers, boolean botCanHaveIt) {
        return switch (state) {
            case OPEN ->
                    Stream.concat(
                                    answers ? Stream.of("answer") : Stream.of(),
                                    Stream.concat(
                                            botCanHaveIt ? Stream.of("give-to-bot") : Stream.of(),
                                            Stream.of("note", "give", "snooze", "close", "tag")))
                            .toList();
            case SNOOZED ->
                    Stream.concat(
                                    answers ? Stream.of("answer") : Stream.of(),
                                    Stream.of("note", "give", "close", "reopen", "tag"))
                            .toList();
            case CLOSED -> List.of("note", "reopen", "tag");
        };
    }

    private ProfileView profile(Conversation one, Staff reader) {
        var known =
                profiles.find(one.shop(), one.profile())
                        .orElseGet(
                                () ->
                                        new Profile(
                                                one.shop(),
                                                one.profile(),
                                                one.customerName(),
                                                null,
                                                null,
                                                one.customerId()));
        var shown = reader.may(Permission.PERSONAL_READ) ? known : known.masked();
        return new ProfileView(
                shown.id(), shown.customerId(), shown.name(), shown.phone(), shown.email());
    }

    List<SaidView> said(Conversation in, List<Reader.Said> messages, Locale language) {
        var events = new HashMap<UUID, Event>();
        var actors = new ArrayList<String>();
        for (var one : messages) {
            actors.add(one.author());
            var event = one.event();
            if (event != null) {
                var happened = json.readValue(event, Event.class);
                events.put(one.id(), happened);
                Optional.ofNullable(happened.to()).ifPresent(actors::add);
            }
        }
        var called = new HashMap<>(names.of(actors));
        called.put(FirstLine.ACTOR, firstLine.name(in.shop()).in(language));
        var sent =
                outbox.of(
                        in.shop(),
                        messages.stream()
                                .map(Reader.Said::delivery)
                                .filter(Objects::nonNull)
                                .toList());
        var files = attached.of(in.shop(), messages, language);
        return messages.stream()
                .map(
                        one ->
                                said(
                                        one,
                                        events.get(one.id()),
                                        called,
                                        files.getOrDefault(one.id(), List.of()),
                                        sent,
                                        language))
                .toList();
    }

    private SaidView said(
            Reader.Said one,
            @Nullable Event event,
            Map<String, String> called,
            List<AttachmentView> files,
            Map<UUID, Messages.Sent> sent,
            Locale language) {
        return new SaidView(
                one.seq(),
                one.id(),
                Kind.valueOf(one.kind()),
                one.author(),
                called.get(one.author()),
                one.channel(),
                one.text(),
                files,
                one.writtenAt(),
                one.at(),
                event == null
                        ? null
                        : new HappenedView(event.what(), to(event.to(), called), event.until()),
                one.delivery() == null ? null : delivery(sent.get(one.delivery()), language),
                one.mail() == null ? null : json.readValue(one.mail(), MailView.class),
                reader.choices(one));
    }

    /** A person by name; a team by its id, which the screen knows. */
    private static @Nullable String to(@Nullable String to, Map<String, String> called) {
        return to == null ? null : called.getOrDefault(to, to);
    }

    private static @Nullable AnswerDelivery delivery(
            Messages.@Nullable Sent sent, Locale language) {
        if (sent == null) {
            return null;
        }
        Text trouble = sent.trouble();
        var words = trouble == null ? null : trouble.in(language);
        if (sent.readAt() != null) {
            return new AnswerDelivery("READ", sent.readAt(), null);
        }
        if (sent.deliveredAt() != null) {
            return new AnswerDelivery("DELIVERED", sent.deliveredAt(), null);
        }
        return new AnswerDelivery(
                sent.state(), sent.sentAt() == null ? sent.nextAt() : sent.sentAt(), words);
    }
}
