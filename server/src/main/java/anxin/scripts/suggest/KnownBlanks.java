package anxin.scripts.suggest;

import anxin.aftersales.OrderCases;
import anxin.commerce.Order;
import anxin.commerce.Order.Fulfilment;
import anxin.commerce.Orders;
import anxin.commerce.Parcels;
import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.commerce.StoredOrder;
import anxin.conversation.CustomerWords.Talk;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.Money;
import anxin.kernel.OrderNumber;
import anxin.kernel.Text;
import anxin.scripts.library.Wording.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said for the blanks of a script, and how the customer's matter stands. */
@Component
class KnownBlanks {

    /** What is known; {@code blanks} are told as the customer reads them. */
    record Known(Set<State> states, Map<String, String> blanks) {}

    private static final Map<String, String> SIGNS =
            Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");

    private final Orders orders;
    private final Parcels parcels;
    private final Shops shops;
    private final OrderCases cases;
    private final Clock clock;

    KnownBlanks(Orders orders, Parcels parcels, Shops shops, OrderCases cases, Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.shops = shops;
        this.cases = cases;
        this.clock = clock;
    }

    /** Nothing is told that the caller may not read. */
    Known of(Caller.Permitted caller, Talk talk, String language) {
        var say = new Saying(language, shops.require(talk.shop()));
        say.put("now", clock.instant());
        if (caller instanceof Caller.Staff staff) {
            say.put("agent", staff.name());
        }
        if (caller.may(Permission.PERSONAL_READ)) {
            say.put("customer", talk.customerName());
        }
        var states = EnumSet.noneOf(State.class);
        order(caller, talk)
                .ifPresentOrElse(
                        stored -> about(caller, stored, say, states),
                        () -> states.add(State.NO_ORDER));
        return new Known(states, say.blanks);
    }

    /** The one it is about; else the customer's newest. */
    private Optional<StoredOrder> order(Caller.Permitted caller, Talk talk) {
        if (!caller.may(Permission.COMMERCE_READ)) {
            return Optional.empty();
        }
        var number = talk.orderNo();
        if (number != null) {
            return orders.find(talk.shop(), new OrderNumber(number));
        }
        var customer = talk.customerId();
        return customer == null
                ? Optional.empty()
                : orders.ofCustomer(talk.shop(), customer, null, 1).items().stream().findFirst();
    }

    private void about(Caller.Permitted caller, StoredOrder stored, Saying say, Set<State> states) {
        var order = stored.order();
        states.add(state(order.fulfil()));
        say.put("order", order.no());
        var titles =
                order.lines().stream()
                        .map(line -> line.title() == null ? line.sku() : line.title())
                        .toList();
        say.put("items", String.join(say.chinese ? "、" : ", ", titles));
        if (titles.size() == 1) {
            say.put("item", titles.getFirst());
        }
        say.put("paid", new Money(stored.paidMinor(), order.currency()));
        say.put("paid_at", order.paidAt());
        say.put("signed_at", order.signedAt());
        say.put("status", status(order));
        parcel(stored, say);
        if (caller.may(Permission.CASE_READ)) {
            cases.of(stored.shop(), stored.number()).stream()
                    .filter(OrderCases.OrderCase::open)
                    .findFirst()
                    .ifPresent(
                            one -> {
                                states.add(State.CASE);
                                say.put("case_no", one.no());
                                say.put("amount", one.amount());
                            });
        }
    }

    private void parcel(StoredOrder stored, Saying say) {
        List<Parcels.Tracked> sent = parcels.outbound(stored.shop(), stored.number());
        if (sent.size() == 1) {
            var one = sent.getFirst();
            say.put("tracking", one.trackingNo());
            say.put("carrier", one.carrier());
            say.put("last_at", one.lastTraceAt());
            if (!one.scans().isEmpty()) {
                say.put("last_place", one.scans().getLast().place());
            }
        } else if (!sent.isEmpty()) {
            say.put("count", String.valueOf(sent.size()));
            say.put(
                    "tracking_list",
                    sent.stream()
                            .map(Parcels.Tracked::trackingNo)
                            .collect(Collectors.joining(say.chinese ? "、" : ", ")));
        }
    }

    private static State state(Fulfilment fulfil) {
        return switch (fulfil) {
            case UNSHIPPED -> State.UNSHIPPED;
            case SHIPPED, READY_FOR_PICKUP, REFUSED -> State.SHIPPED;
            case SIGNED, PICKED_UP, DELIVERED_DIGITAL -> State.SIGNED;
        };
    }

    private static Text status(Order order) {
        return switch (order.fulfil()) {
            case UNSHIPPED -> Text.of("待发货", "to be shipped");
            case SHIPPED -> Text.of("运输中", "on its way");
            case SIGNED -> Text.of("已签收", "delivered");
            case REFUSED -> Text.of("已拒收", "refused at the door");
            case READY_FOR_PICKUP -> Text.of("待自提", "ready for pick-up");
            case PICKED_UP -> Text.of("已自提", "picked up");
            case DELIVERED_DIGITAL -> Text.of("已发放", "delivered");
        };
    }

    /** Puts values into the words of one language and the time of one shop. */
    private static final class Saying {

        private final boolean chinese;
        private final Locale locale;
        private final ZoneId zone;
        private final DateTimeFormatter times;
        private final Map<String, String> blanks = new HashMap<>();

        Saying(String language, Shop shop) {
            chinese = language.equals("zh");
            locale = Locale.forLanguageTag(language);
            zone = shop.zone();
            times = DateTimeFormatter.ofPattern(chinese ? "M月d日 HH:mm" : "d MMM HH:mm", locale);
            put("shop", shop.name());
            var back = shop.returnAddress();
            if (back != null) {
                put("return_address", back.address());
                put("return_name", back.name());
                put("return_phone", back.phone());
            }
        }

        void put(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                blanks.put(name, value);
            }
        }

        void put(String name, Text value) {
            put(name, value.in(locale));
        }

        void put(String name, @Nullable Instant at) {
            if (at != null) {
                blanks.put(name, times.format(at.atZone(zone)));
            }
        }

        void put(String name, Money amount) {
            var sign = SIGNS.getOrDefault(amount.currency(), amount.currency() + " ");
            put(name, sign + amount.major().toPlainString());
        }
    }
}
