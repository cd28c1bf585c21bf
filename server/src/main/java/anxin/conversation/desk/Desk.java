package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage;
import anxin.conversation.thread.NewMessage.Event;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.NewMessage.What;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.conversation.thread.Told;
import anxin.identity.Caller.Staff;
import anxin.identity.Colleagues;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import anxin.kernel.problem.Problem;
import anxin.messaging.Attachments;
import anxin.messaging.Attachments.Use;
import anxin.messaging.ConversationChannels;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with a conversation: each act locks it, writes one message and tells of it. */
@Component
class Desk implements DeadlineHandler {

    static final String SNOOZE = "conversation.snooze";
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    private final Threads threads;
    private final Entry entry;
    private final Told told;
    private final OwnNotes own;
    private final ConversationChannels channels;
    private final Messages outbox;
    private final Attachments attachments;
    private final Colleagues colleagues;
    private final Deadlines deadlines;
    private final FactLog facts;
    private final JdbcClient db;
    private final Clock clock;

    Desk(
            Threads threads,
            Entry entry,
            Told told,
            OwnNotes own,
            ConversationChannels channels,
            Messages outbox,
            Attachments attachments,
            Colleagues colleagues,
            Deadlines deadlines,
            FactLog facts,
            JdbcClient db,
            Clock clock) {
        this.threads = threads;
        this.entry = entry;
        this.told = told;
        this.own = own;
        this.channels = channels;
        this.outbox = outbox;
        this.attachments = attachments;
        this.colleagues = colleagues;
        this.deadlines = deadlines;
        this.facts = facts;
        this.db = db;
        this.clock = clock;
    }

    /** What is said; a {@code note} is for staff alone. */
    record Words(String text, boolean note, List<UUID> attachments) {}

    /** To the customer, or as a note among staff. The same id again is the same message. */
    @Transactional
    public void say(Staff staff, ShopId shop, UUID id, UUID message, Words words) {
        var text = words.text();
        var note = words.note();
        var in = lock(shop, id);
        var there = threads.place(shop, message);
        if (there.isPresent()) {
            if (!there.get().conversation().equals(id)) {
                throw Problem.conflict(
                        "id-taken", "该标识已用于另一条消息", "The id stands for another message");
            }
            return;
        }
        if (!note && in.state() == State.CLOSED) {
            throw Problem.refused(
                    "conversation-closed",
                    "会话已结束，请先重新打开",
                    "The conversation is closed; reopen it first");
        }
        attachments.requireOwn(shop, staff.actor(), words.attachments());
        attachments.use(
                words.attachments().stream()
                        .map(file -> new Use(shop, file, in.subject()))
                        .toList());
        var now = clock.instant();
        var next =
                note
                        ? in.change().next().made()
                        : in.change().answered(text, staff.id(), now).made();
        var said =
                new NewMessage(
                        shop,
                        id,
                        next.lastSeq(),
                        message,
                        note ? Kind.NOTE : Kind.STAFF,
                        staff.actor(),
                        note ? null : in.channel(),
                        null,
                        text,
                        words.attachments(),
                        now,
                        null,
                        note ? null : send(in, message, words));
        entry.write(in, next, said);
        own.see(staff, next, next.lastSeq());
        own.forget(staff, in);
    }

    /** Null where the answer is simply there, for the customer's own screen. */
    @Nullable UUID send(Conversation in, UUID message, Words words) {
        var channel =
                channels.find(in.channel())
                        .filter(known -> known.shop().equals(in.shop()) && known.answers())
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "channel-cannot-answer",
                                                "此渠道未配置回复地址，无法回复；请改用其他方式联系客户",
                                                "Nothing is set up to answer on this channel; reach the customer another way"));
        if (channel.kind() == ConversationChannels.Kind.WEB_CHAT) {
            return null;
        }
        return outbox.send(
                new OutboundMessage(
                        "answer/" + message,
                        in.shop(),
                        OutboundMessage.Channel.CONVERSATION,
                        in.address(),
                        "",
                        words.text(),
                        null,
                        false,
                        OutboundMessage.Extras.ofAnswer(
                                in.subject(),
                                channel.id(),
                                threads.lastExternalId(in).orElse(null),
                                words.attachments())));
    }

    /** To somebody, to a team, or back to everybody. */
    @Transactional
    public void give(
            Staff by,
            ShopId shop,
            UUID id,
            @Nullable UUID to,
            @Nullable String team,
            @Nullable String note) {
        var in = lock(shop, id);
        if (to != null
                && colleagues.whoMay(Permission.CONVERSATION_ANSWER, shop).stream()
                        .noneMatch(one -> one.id().equals(to))) {
            throw Problem.invalid(
                    "/to", "该同事不在本店接待客户", "is nobody who answers customers of this shop");
        }
        if (team != null && colleagues.teams(shop).stream().noneMatch(t -> t.id().equals(team))) {
            throw Problem.invalid("/team", "没有这个技能组", "is no team of this shop");
        }
        var next = in.change().next().given(to, team == null ? in.team() : team).made();
        if (next.standing().equals(in.standing())) {
            return;
        }
        entry.happened(by.actor(), in, next, given(by, to, team), note);
        if (to != null && to.equals(by.id())) {
            own.see(by, next, next.lastSeq());
        }
    }

    private static Event given(Staff by, @Nullable UUID to, @Nullable String team) {
        if (to != null) {
            return new Event(to.equals(by.id()) ? What.TAKEN : What.GIVEN, "staff:" + to, null);
        }
        return team == null
                ? new Event(What.GIVEN_BACK, null, null)
                : new Event(What.GIVEN_TO_TEAM, team, null);
    }

    @Transactional
    public void close(Staff by, ShopId shop, UUID id, @Nullable String note) {
        entry.move(
                by.actor(), lock(shop, id), State.CLOSED, new Event(What.CLOSED, null, null), note);
        deadlines.lift(shop, SNOOZE, Conversation.subject(id));
    }

    @Transactional
    public void reopen(Staff by, ShopId shop, UUID id, @Nullable String note) {
        var in = lock(shop, id);
        try {
            entry.move(by.actor(), in, State.OPEN, new Event(What.REOPENED, null, null), note);
        } catch (DuplicateKeyException another) {
            throw Problem.refused(
                    "another-is-open",
                    "客户就同一事由已有进行中的会话，请在那里继续",
                    "The customer has an open conversation on this matter; go on there");
        }
        deadlines.lift(shop, SNOOZE, Conversation.subject(id));
    }

    @Transactional
    public void snooze(Staff by, ShopId shop, UUID id, Instant until, @Nullable String note) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw Problem.invalid("/until", "应在将来90天以内", "must be in the future, within 90 days");
        }
        var in = lock(shop, id);
        if (in.state() == State.CLOSED) {
            throw Problem.refused("conversation-closed", "会话已结束", "The conversation is closed");
        }
        var next = in.change().next().in(State.SNOOZED).made();
        entry.happened(by.actor(), in, next, new Event(What.SNOOZED, null, until), note);
        db.sql(
                        """
                update conversation.conversation set snoozed_until = :until where shop_id = :shop and id = :id
                """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("shop", shop.value())
                .param("id", id)
                .update();
        deadlines.set(new Deadline(shop, SNOOZE, in.subject(), until, until.toString()));
    }

    @Override
    public String kind() {
        return SNOOZE;
    }

    /** A customer who wrote meanwhile has woken it already. */
    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("conversation:".length()));
        threads.lock(deadline.shop(), id)
                .filter(in -> in.state() == State.SNOOZED)
                .ifPresent(
                        in ->
                                entry.move(
                                        "system",
                                        in,
                                        State.OPEN,
                                        new Event(What.WOKEN, null, null),
                                        null));
    }

    @Transactional
    public void tag(Staff by, ShopId shop, UUID id, List<String> tags) {
        var in = lock(shop, id);
        db.sql(
                        """
                update conversation.conversation set tags = :tags where shop_id = :shop and id = :id
                """)
                .param("tags", tags.toArray(String[]::new))
                .param("shop", shop.value())
                .param("id", id)
                .update();
        facts.append(told.changed(in, by.actor()));
    }

    private Conversation lock(ShopId shop, UUID id) {
        return threads.lock(shop, id).orElseThrow(() -> Problem.missing("conversation"));
    }
}
