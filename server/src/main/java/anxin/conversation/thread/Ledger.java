package anxin.conversation.thread;

import anxin.customer.Profile;
import anxin.kernel.ShopId;
import anxin.messaging.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into conversations: pure, on what was locked for it. A message goes on with the
 * open conversation on its matter; one that names no matter goes on with the newest; one that is
 * the first to name a matter gives it to a conversation that had none. Else it opens one.
 */
final class Ledger {

    private static final int PREVIEW = 120;

    private final Instant now;
    private final BiPredicate<ShopId, String> first;
    private final Map<UUID, Conversation> before = new HashMap<>();
    private final Map<UUID, Conversation> after = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> ofProfile = new HashMap<>();
    private final List<NewMessage> messages = new ArrayList<>();

    /**
     * @param first who takes what begins now
     */
    Ledger(Collection<Conversation> open, Instant now, BiPredicate<ShopId, String> first) {
        this.now = now;
        this.first = first;
        for (var one : open) {
            before.put(one.id(), one);
            enter(one);
        }
    }

    private void enter(Conversation one) {
        after.put(one.id(), one);
        ofProfile.computeIfAbsent(one.profile(), p -> new ArrayList<>()).add(one.id());
    }

    /** The number that the message gets. */
    NewMessage say(Heard heard, UUID id, Profile profile) {
        var message = heard.message();
        var matter = Conversation.matter(message.context().orderNumber());
        var conversation = answered(message, profile.id());
        if (conversation == null) {
            conversation = find(profile.id(), matter);
        }
        if (conversation == null) {
            conversation = opened(message, profile, matter);
            enter(conversation);
        }
        var next = wentOn(conversation, heard, profile, matter);
        after.put(next.id(), next);
        var said =
                new NewMessage(
                        message.shop(),
                        next.id(),
                        next.lastSeq(),
                        id,
                        NewMessage.Kind.CUSTOMER,
                        author(profile),
                        message.channel(),
                        message.id(),
                        message.text(),
                        message.attachments(),
                        message.at(),
                        null,
                        null,
                        mail(message),
                        List.of());
        messages.add(said);
        return said;
    }

    private static NewMessage.@Nullable Mail mail(InboundMessage message) {
        var mail = message.mail();
        return mail == null
                ? null
                : new NewMessage.Mail(mail.subject(), mail.html(), mail.history());
    }

    /** What a mail answers, as long as it is its sender's own: whoever got a copy is another. */
    private @Nullable Conversation answered(InboundMessage message, UUID profile) {
        var mail = message.mail();
        var named = mail == null ? null : mail.answers();
        return named == null || !ofProfile.getOrDefault(profile, List.of()).contains(named)
                ? null
                : after.get(named);
    }

    private static String author(Profile profile) {
        return "customer:" + (profile.customerId() == null ? profile.id() : profile.customerId());
    }

    private @Nullable Conversation find(UUID profile, String matter) {
        var own =
                ofProfile.getOrDefault(profile, List.of()).stream()
                        .map(after::get)
                        .filter(Objects::nonNull)
                        .toList();
        if (matter.isEmpty()) {
            return own.stream().max(Comparator.comparing(Conversation::lastAt)).orElse(null);
        }
        return own.stream()
                .filter(one -> one.matter().equals(matter))
                .findFirst()
                .or(() -> own.stream().filter(one -> one.matter().isEmpty()).findFirst())
                .orElse(null);
    }

    private Conversation opened(InboundMessage message, Profile profile, String matter) {
        return new Conversation(
                message.shop(),
                UUID.randomUUID(),
                profile.id(),
                profile.customerId(),
                profile.name(),
                matter,
                message.channel(),
                message.from().id(),
                Standing.State.OPEN,
                0,
                0,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                "",
                "",
                now,
                now,
                first.test(message.shop(), message.channel()));
    }

    private Conversation wentOn(Conversation one, Heard heard, Profile profile, String matter) {
        var message = heard.message();
        return one.change()
                .customer(profile.customerId(), message.from().name())
                .matter(matter)
                .topic(heard.topic())
                .by(message.channel(), message.from().id())
                .facts(facts(one.facts(), message.context()), message.context().language())
                .asked(message.text(), now)
                .made();
    }

    /** What is told later is the better known. */
    private static Map<String, String> facts(
            Map<String, String> known, InboundMessage.Context context) {
        var facts = new LinkedHashMap<>(known);
        put(facts, "orderNumber", context.orderNumber());
        put(facts, "product", context.product());
        put(facts, "liveSession", context.liveSession());
        put(facts, "page", context.page());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value.strip());
        }
    }

    static String preview(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        var end = Math.min(PREVIEW, line.length());
        return line.substring(
                0, end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    /** Those that are new or went on, in the order in which everybody writes them. */
    List<Conversation> written() {
        return after.values().stream()
                .filter(one -> !one.equals(before.get(one.id())))
                .sorted(
                        Comparator.comparing((Conversation one) -> one.shop().value())
                                .thenComparing(Conversation::id))
                .toList();
    }

    List<NewMessage> messages() {
        return messages;
    }

    boolean isNew(UUID conversation) {
        return !before.containsKey(conversation);
    }

    Tally.Changes moved() {
        var changes = new Tally.Changes();
        for (var move : moves()) {
            var was = move.before();
            changes.moved(
                    move.after().shop(),
                    was == null ? null : was.standing(),
                    move.after().standing());
        }
        return changes;
    }

    /** What was and what is, of each that is new or went on; with the first that was said now. */
    List<Placing.Move> moves() {
        return written().stream()
                .map(one -> new Placing.Move(before.get(one.id()), one, firstSaid(one.id())))
                .toList();
    }

    private String firstSaid(UUID conversation) {
        return messages.stream()
                .filter(one -> one.conversation().equals(conversation))
                .findFirst()
                .map(NewMessage::text)
                .orElse("");
    }

    Conversation now(UUID conversation) {
        return Objects.requireNonNull(after.get(conversation));
    }

    static List<ShopId> shops(Collection<Profile> profiles) {
        return profiles.stream().map(Profile::shop).toList();
    }
}
