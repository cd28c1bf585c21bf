package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.template.Filling;
import anxin.aftersales.template.Tale;
import anxin.aftersales.template.Tales;
import anxin.aftersales.template.Tales.Happened;
import anxin.aftersales.template.TellingStore;
import anxin.aftersales.template.Templates;
import anxin.commerce.Contact;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.ShopId;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.PushSubscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells one thing to one customer by every channel that the shop wants and the customer can be
 * reached by. The note that it was told and the message are one transaction, so telling the same
 * again tells nothing more.
 */
@Component
public class Teller {

    /** Older news is none: nobody is told on Thursday what was true on Monday. */
    static final Duration FRESH = Duration.ofHours(72);

    /** With less time than this after the quiet hours, the customer is told at once. */
    private static final Duration URGENT = Duration.ofHours(4);

    private static final int SMS_LONGEST = 500;
    private static final int PUSH_LONGEST = 240;
    private static final int PUSH_TITLE = 60;

    private final NoticeStore notices;
    private final Tales tales;
    private final Templates templates;
    private final TellingStore tellings;
    private final Orders orders;
    private final Messages messages;
    private final PushSubscriptions subscriptions;
    private final Clock clock;

    Teller(
            NoticeStore notices,
            Tales tales,
            Templates templates,
            TellingStore tellings,
            Orders orders,
            Messages messages,
            PushSubscriptions subscriptions,
            Clock clock) {
        this.notices = notices;
        this.tales = tales;
        this.templates = templates;
        this.tellings = tellings;
        this.orders = orders;
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, which a wording that cannot be filled does not break.
     *
     * @param occurrence what makes this telling one and the same: {@code step:3}, {@code
     *     message:…}, {@code follow-up}
     */
    public void tell(
            CaseRow of,
            String occurrence,
            Happened happened,
            String actor,
            Map<String, String> links) {
        if (happened.at().plus(FRESH).isBefore(clock.instant())) {
            return;
        }
        var order = orders.find(of.shop(), of.orderNo()).orElse(null);
        var tale = tales.of(of, order, happened, links);
        var wanted = tellings.of(of.shop()).channels(happened.step());
        for (var channel : wanted.stream().sorted().toList()) {
            for (var recipient : recipients(of, order, channel)) {
                tell(
                        new NoticeStore.Key(of, occurrence, channel, recipient),
                        tale,
                        happened,
                        actor);
            }
        }
    }

    private List<String> recipients(CaseRow of, @Nullable StoredOrder order, Channel channel) {
        var contact = order == null ? Contact.UNKNOWN : order.contact();
        return switch (channel) {
            case EMAIL -> known(contact.email());
            case SMS -> known(contact.phone());
            case WEB_PUSH -> subscriptions.of(of.shop(), of.customerId());
            case APP_PUSH ->
                    messages.reaches(of.shop(), Channel.APP_PUSH)
                            ? List.of(of.customerId())
                            : List.of();
        };
    }

    /** Without an address there is still one line, saying that nobody could be told. */
    private static List<String> known(@Nullable String address) {
        return List.of(address == null ? "" : address.strip());
    }

    private void tell(NoticeStore.Key key, Tale tale, Happened happened, String actor) {
        if (notices.isThere(key)) {
            return;
        }
        var now = clock.instant();
        var of = key.of();
        var step = happened.step();
        var chosen = templates.choose(of.shop(), step, key.channel(), of.lang());
        var told = new NoticeStore.Told(step.name(), chosen.language(), chosen.version(), actor);
        if (key.recipient().isEmpty()) {
            notices.add(key, told, null, "NO_ADDRESS", now);
            return;
        }
        if (step.isFollowUp() && notices.isUnsubscribed(of.shop(), of.customerId())) {
            notices.add(key, told, null, "UNSUBSCRIBED", now);
            return;
        }
        notices.add(key, told, messages.send(message(key, tale, chosen, happened)), null, now);
    }

    private OutboundMessage message(
            NoticeStore.Key key, Tale tale, Templates.Chosen chosen, Happened happened) {
        var of = key.of();
        var values = tale.in(chosen.language());
        var words = chosen.wording();
        return new OutboundMessage(
                dedupeKey(of.shop(), of.id(), key.occurrence(), key.channel(), key.recipient()),
                of.shop(),
                key.channel(),
                key.recipient(),
                Filling.cut(Filling.fill(words.subject(), values), subjectLimit(key.channel())),
                Filling.cut(Filling.fill(words.body(), values), bodyLimit(key.channel())),
                happened.at().plus(FRESH),
                false,
                new Extras(
                        of.subject(),
                        notBefore(of, tale),
                        chosen.vendorTemplate(),
                        Filling.params(words.body(), values),
                        tale.links().get("link"),
                        happened.step().isFollowUp()
                                ? tale.links().get("oneClickUnsubscribe")
                                : null));
    }

    static String dedupeKey(
            ShopId shop, UUID id, String occurrence, Channel channel, String recipient) {
        return "case/%s/%s/%s/%s/%s".formatted(shop, id, occurrence, channel, recipient);
    }

    /** After the quiet hours, unless the customer would then have hardly any time left. */
    private @Nullable Instant notBefore(CaseRow of, Tale tale) {
        var now = clock.instant();
        var awake = tellings.of(of.shop()).awake(now, tale.zone());
        var mustAct = tale.onCustomer() && tale.by().isBefore(awake.plus(URGENT));
        return awake.equals(now) || mustAct ? null : awake;
    }

    private static int subjectLimit(Channel channel) {
        return channel == Channel.EMAIL ? 200 : PUSH_TITLE;
    }

    private static int bodyLimit(Channel channel) {
        return switch (channel) {
            case EMAIL -> Integer.MAX_VALUE;
            case SMS -> SMS_LONGEST;
            case WEB_PUSH, APP_PUSH -> PUSH_LONGEST;
        };
    }
}
