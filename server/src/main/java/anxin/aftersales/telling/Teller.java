package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.template.Filling;
import anxin.aftersales.template.Tale;
import anxin.aftersales.template.Tales;
import anxin.aftersales.template.Tales.Happened;
import anxin.aftersales.template.Tellings;
import anxin.aftersales.template.Templates;
import anxin.commerce.Contact;
import anxin.commerce.OrderKey;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.kernel.ShopId;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.PushSubscriptions;
import anxin.messaging.PushSubscriptions.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells one thing to one customer by every channel that the shop wants and the customer can be
 * reached by. The note that it was told and the message are one transaction, so telling the same
 * again tells nothing more.
 */
@Component
public class Teller {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

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
    private final Tellings tellings;
    private final Orders orders;
    private final Messages messages;
    private final PushSubscriptions subscriptions;
    private final Clock clock;

    Teller(
            NoticeStore notices,
            Tales tales,
            Templates templates,
            Tellings tellings,
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
     * Something to tell one customer.
     *
     * @param occurrence what makes this telling one and the same: {@code step:3}, {@code
     *     message:…}, {@code follow-up}
     */
    public record Occasion(
            CaseRow of,
            String occurrence,
            Happened happened,
            String actor,
            Map<String, String> links) {}

    /** A message that is written, or why there is none. */
    private record Draft(
            NoticeStore.Key key,
            NoticeStore.Told told,
            @Nullable OutboundMessage message,
            @Nullable String because) {}

    /** In the caller's transaction. */
    public void tell(Occasion occasion) {
        tellAll(List.of(occasion));
    }

    /**
     * In the caller's transaction: the same few statements for one as for hundreds. A wording that
     * cannot be filled keeps nobody else from being told.
     */
    public void tellAll(List<Occasion> occasions) {
        var now = clock.instant();
        var news =
                occasions.stream()
                        .filter(one -> !one.happened().at().plus(FRESH).isBefore(now))
                        .toList();
        if (news.isEmpty()) {
            return;
        }
        var known =
                orders.findAll(news.stream().map(Teller::order).distinct().toList()).stream()
                        .collect(Collectors.toMap(StoredOrder::key, Function.identity()));
        var browsers = subscriptions.ofAll(news.stream().map(Teller::owner).distinct().toList());
        var keys = new LinkedHashMap<NoticeStore.Key, Occasion>();
        for (var one : news) {
            var recipients = new Recipients(known.get(order(one)), browsers);
            for (var channel : tellings.of(one.of().shop()).channels(one.happened().step())) {
                for (var recipient : recipients.of(one.of(), channel)) {
                    keys.put(
                            new NoticeStore.Key(one.of(), one.occurrence(), channel, recipient),
                            one);
                }
            }
        }
        keys.keySet().removeAll(notices.known(List.copyOf(keys.keySet())));
        write(drafts(keys, known), now);
    }

    private static OrderKey order(Occasion one) {
        return new OrderKey(one.of().shop(), one.of().orderNo());
    }

    private static Owner owner(Occasion one) {
        return new Owner(one.of().shop(), one.of().customerId());
    }

    private List<Draft> drafts(
            Map<NoticeStore.Key, Occasion> keys, Map<OrderKey, StoredOrder> known) {
        var drafts = new ArrayList<Draft>();
        keys.forEach(
                (key, one) -> {
                    try {
                        drafts.add(draft(key, one, known.get(order(one))));
                    } catch (DataAccessException ofTheDatabase) {
                        throw ofTheDatabase;
                    } catch (RuntimeException unspeakable) {
                        log.error(
                                "{} of {} could not be told",
                                one.occurrence(),
                                one.of().subject(),
                                unspeakable);
                    }
                });
        return drafts;
    }

    private Draft draft(NoticeStore.Key key, Occasion one, @Nullable StoredOrder order) {
        var of = one.of();
        var happened = one.happened();
        var step = happened.step();
        var chosen = templates.choose(of.shop(), step, key.channel(), of.lang());
        var told =
                new NoticeStore.Told(step.name(), chosen.language(), chosen.version(), one.actor());
        if (key.recipient().isEmpty()) {
            return new Draft(key, told, null, "NO_ADDRESS");
        }
        if (step.isFollowUp() && notices.isUnsubscribed(of.shop(), of.customerId())) {
            return new Draft(key, told, null, "UNSUBSCRIBED");
        }
        var tale = tales.of(of, order, happened, one.links());
        return new Draft(key, told, message(key, tale, chosen, happened), null);
    }

    private void write(List<Draft> drafts, Instant now) {
        var ids =
                messages.sendAll(
                        drafts.stream()
                                .flatMap(draft -> Stream.ofNullable(draft.message()))
                                .toList());
        notices.addAll(
                drafts.stream()
                        .map(
                                draft -> {
                                    var message = draft.message();
                                    return new NoticeStore.New(
                                            draft.key(),
                                            draft.told(),
                                            message == null ? null : ids.get(message.dedupeKey()),
                                            draft.because());
                                })
                        .toList(),
                now);
    }

    /** Where a customer can be reached; without an address one line says that nobody could be. */
    private final class Recipients {

        private final Contact contact;
        private final Map<Owner, List<String>> browsers;

        Recipients(@Nullable StoredOrder order, Map<Owner, List<String>> browsers) {
            this.contact = order == null ? Contact.UNKNOWN : order.contact();
            this.browsers = browsers;
        }

        List<String> of(CaseRow of, Channel channel) {
            return switch (channel) {
                case EMAIL -> known(contact.email());
                case SMS -> known(contact.phone());
                case WEB_PUSH ->
                        browsers.getOrDefault(new Owner(of.shop(), of.customerId()), List.of());
                case APP_PUSH ->
                        messages.reaches(of.shop(), Channel.APP_PUSH)
                                ? List.of(of.customerId())
                                : List.of();
                case CONVERSATION -> List.of(); // A notice is no answer.
            };
        }

        private static List<String> known(@Nullable String address) {
            return List.of(address == null ? "" : address.strip());
        }
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
                Extras.ofNotice(
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
            case WEB_PUSH, APP_PUSH, CONVERSATION -> PUSH_LONGEST;
        };
    }
}
