package anxin.aftersales.entrance;

import anxin.commerce.Contact;
import anxin.commerce.Orders;
import anxin.commerce.Shops;
import anxin.commerce.StoredOrder;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.loop.Loop;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Behind the answer: looks whether the order is there and the contact belongs to it, and only then
 * makes a code and sends it.
 */
@Component
class CodeSender extends Loop {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(2);

    private final CodeStore store;
    private final Orders orders;
    private final Shops shops;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CodeSender(
            CodeStore store,
            CodeBell bell,
            Orders orders,
            Shops shops,
            Messages messages,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("portal-codes", PAUSE, PATIENCE, bell, background);
        this.store = store;
        this.orders = orders;
        this.shops = shops;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() {
        if (sendAsked() == 0) {
            store.removeBefore(clock.instant().minus(KEPT));
        }
    }

    /** Answers how many of those who asked were looked at. */
    int sendAsked() {
        int looked = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> sendOne()))) {
            looked++;
        }
        return looked;
    }

    private boolean sendOne() {
        var next = store.takeAsked();
        if (next.isEmpty()) {
            return false;
        }
        var asked = next.get();
        var shop = new ShopId(asked.shopId());
        var order = orders.find(shop, new OrderNumber(asked.orderNumber())).orElse(null);
        var recipient = order == null ? null : recipient(order.contact(), asked.contact());
        if (order == null || recipient == null) {
            store.nothingToSend(asked.id());
            return true;
        }
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        store.sent(
                asked.id(), Codes.hash(asked.id(), code), customer(order), order.contact().name());
        messages.send(message(asked, shop, recipient, code));
        return true;
    }

    /** Where to send it: as asked when that belongs to the order, else to what stands on it. */
    static @Nullable String recipient(Contact onOrder, @Nullable String asked) {
        var phone = onOrder.phone();
        var email = onOrder.email();
        if (asked == null || asked.isBlank()) {
            return phone != null ? phone : email;
        }
        if (asked.contains("@")) {
            return email != null && email.strip().equalsIgnoreCase(asked.strip()) ? email : null;
        }
        return phone != null && samePhone(phone, asked) ? phone : null;
    }

    private static boolean samePhone(String one, String other) {
        var a = lastDigits(one);
        return a.length() >= 7 && a.equals(lastDigits(other));
    }

    /** Without spaces, dashes and a country's code before eleven digits. */
    private static String lastDigits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.length() > 11 ? digits.substring(digits.length() - 11) : digits;
    }

    /** A guest's order has no customer: the order stands for them. */
    private static String customer(StoredOrder order) {
        var id = order.customerId();
        return id != null ? id : "order-" + order.order().no();
    }

    private OutboundMessage message(
            CodeStore.Asked asked, ShopId shop, String recipient, String code) {
        var language = Locale.forLanguageTag(asked.language());
        var name = shops.find(shop).map(known -> known.name().in(language)).orElse(shop.value());
        var subject = Text.of("您的验证码", "Your code").in(language);
        var body =
                Text.of(
                                "【%s】验证码 %s，10分钟内有效，用于查看您的订单与售后。如非本人操作请忽略，切勿告诉他人。",
                                "[%s] Your code is %s, good for 10 minutes, to see your order and returns."
                                        + " If this was not you, ignore it; tell it to nobody.")
                        .in(language)
                        .formatted(name, code);
        return new OutboundMessage(
                "portal-code/" + asked.id(),
                shop,
                recipient.contains("@")
                        ? OutboundMessage.Channel.EMAIL
                        : OutboundMessage.Channel.SMS,
                recipient,
                subject,
                body,
                clock.instant().plus(Codes.GOOD_FOR),
                true);
    }
}
