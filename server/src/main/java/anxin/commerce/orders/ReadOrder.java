package anxin.commerce.orders;

import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what a shop sent to an order: what no single field can say is checked here. */
final class ReadOrder {

    private final @Nullable String number;
    private final NewOrder sent;
    private final List<Problem.Field> wrong = new ArrayList<>();

    private ReadOrder(@Nullable String number, NewOrder sent) {
        this.number = number;
        this.sent = sent;
    }

    /** Throws a {@link Problem} with one pointer per wrong place. */
    static Order order(@Nullable String number, NewOrder sent) {
        return new ReadOrder(number, sent).read();
    }

    static Contact contact(NewOrder sent) {
        var buyer = sent.buyer();
        return buyer == null
                ? Contact.UNKNOWN
                : new Contact(buyer.name(), buyer.phone(), buyer.email());
    }

    private Order read() {
        if (number == null) {
            wrong("/no", "必填", "is required");
        }
        checkCurrencyAndZone();
        checkLines();
        var paid = paidByLine();
        checkTenders(paid);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return order(paid);
    }

    private void checkCurrencyAndZone() {
        try {
            Currency.getInstance(sent.currency());
        } catch (IllegalArgumentException unknown) {
            wrong(
                    "/currency",
                    "应为 ISO 4217 货币代码，如 CNY",
                    "must be a currency code of ISO 4217, such as CNY");
        }
        var zone = sent.consumerTz();
        if (zone != null && !isZone(zone)) {
            wrong(
                    "/consumerTz",
                    "应为 IANA 时区，如 Europe/Berlin",
                    "must be a time zone of IANA, such as Europe/Berlin");
        }
    }

    private void checkLines() {
        var ids = new HashSet<String>();
        for (int i = 0; i < sent.lines().size(); i++) {
            var line = sent.lines().get(i);
            if (!ids.add(line.id())) {
                wrong(
                        "/lines/" + i + "/id",
                        "同一订单内行号不能重复",
                        "must be unique among the lines of the order");
            }
            if (line.refundedQty() != null && line.refundedQty() > line.qty()) {
                wrong("/lines/" + i + "/refundedQty", "不能大于 qty", "must not exceed qty");
            }
        }
    }

    /** What the shop says was paid for a line stands; otherwise the discount is shared out now. */
    private long[] paidByLine() {
        var lines = sent.lines();
        var paid = new long[lines.size()];
        var sharing = lines.stream().allMatch(l -> l.isGift() || l.paidMinor() == null);
        var weights = new long[lines.size()];
        long list = 0;
        for (int i = 0; i < paid.length; i++) {
            var line = lines.get(i);
            var given = line.paidMinor();
            if (given != null) {
                paid[i] = given;
            } else if (!line.isGift() && !sharing) {
                wrong(
                        "/lines/" + i + "/paidMinor",
                        "其他行给出了实付金额，本行也必须给出",
                        "is required, because other lines say what was paid");
            } else if (!line.isGift() && line.unitListMinor() == null) {
                wrong(
                        "/lines/" + i + "/unitListMinor",
                        "没有 paidMinor 时必填",
                        "is required without paidMinor");
            } else {
                weights[i] = listMinor(i);
                list += weights[i];
            }
        }
        var discount = Objects.requireNonNullElse(sent.discountMinor(), 0L);
        if (!sharing || !wrong.isEmpty()) {
            return paid;
        }
        if (discount > list) {
            wrong(
                    "/discountMinor",
                    "不能大于各行标价之和",
                    "must not exceed the list prices of all lines together");
            return paid;
        }
        var shares = Shares.of(discount, weights);
        for (int i = 0; i < paid.length; i++) {
            paid[i] += weights[i] - shares[i];
        }
        return paid;
    }

    private long listMinor(int line) {
        try {
            return sent.lines().get(line).listMinor();
        } catch (ArithmeticException tooMuch) {
            wrong("/lines/" + line + "/unitListMinor", "金额过大", "is too large an amount");
            return 0;
        }
    }

    private void checkTenders(long[] paid) {
        var tenders = sent.tenders();
        if (tenders == null || !wrong.isEmpty()) {
            return;
        }
        long expected = Objects.requireNonNullElse(sent.freightMinor(), 0L);
        for (var minor : paid) {
            expected += minor;
        }
        long sum = 0;
        for (int i = 0; i < tenders.size(); i++) {
            var tender = tenders.get(i);
            sum += tender.minor();
            if (tender.refundedMinor() != null && tender.refundedMinor() > tender.minor()) {
                wrong(
                        "/tenders/" + i + "/refundedMinor",
                        "不能大于该支付方式的实付金额",
                        "must not exceed what was paid by it");
            }
        }
        if (sum != expected) {
            wrong(
                    "/tenders",
                    "各支付方式合计应为 " + expected + "（各行实付加运费），现为 " + sum,
                    "must add up to "
                            + expected
                            + " (paid for the lines, and freight), not to "
                            + sum);
        }
    }

    private Order order(long[] paid) {
        var lines = new ArrayList<Order.Line>(paid.length);
        for (int i = 0; i < paid.length; i++) {
            lines.add(line(sent.lines().get(i), paid[i]));
        }
        var tenders = sent.tenders();
        return new Order(
                Objects.requireNonNull(number),
                sent.channel(),
                false,
                sent.payStatus(),
                sent.paidAt(),
                sent.fulfil(),
                sent.signedAt(),
                sent.signedBy(),
                sent.stationPickedAt(),
                sent.pickedUpAt(),
                sent.confirmedAt(),
                sent.shipBy(),
                sent.currency(),
                sent.fxToCny(),
                sent.jurisdiction(),
                sent.consumerTz(),
                orZero(sent.freightMinor()),
                sent.standardFreightMinor(),
                sent.waivedFreightMinor(),
                sent.freeShipThresholdMinor(),
                orFalse(sent.freightInsurance()),
                orFalse(sent.freeReturn()),
                orFalse(sent.buyerChoseCarrier()),
                customer(sent.customer()),
                List.copyOf(lines),
                tenders == null ? null : tenders.stream().map(ReadOrder::tender).toList(),
                sent.promo(),
                sent.coupon(),
                sent.pointsPaid(),
                sent.carrier(),
                presale(sent.presale()),
                sent.groupBuy(),
                isBegun(sent.productionStarted(), lines),
                sent.crossBorder(),
                sent.store(),
                sent.nearbyStores(),
                orFalse(sent.paidAtStore()),
                sent.livePromiseDays(),
                orFalse(sent.withdrawalInformed()),
                orFalse(sent.returnCostInformed()),
                sent.returnPolicyShown(),
                sent.liveSessionId(),
                null,
                null,
                sent.refundedMinor(),
                sent.compensatedMinor());
    }

    private static Order.Line line(NewOrder.Line line, long paid) {
        return new Order.Line(
                line.id(),
                line.sku(),
                line.title(),
                line.category(),
                line.qty(),
                paid,
                line.unitListMinor(),
                orZero(line.refundedQty()),
                null,
                line.promiseDays(),
                line.warrantyDays(),
                orFalse(line.durable()),
                line.exemptClass(),
                orFalse(line.exemptConfirmed()),
                orFalse(line.activated()),
                orFalse(line.unsealed()),
                line.hygieneSealed(),
                line.isGift(),
                line.giftMarkedMinor(),
                orZero(line.failedRepairs()),
                line.repairOpenDays(),
                line.replacementSignedAt(),
                line.exchangeStock(),
                line.stock(),
                line.virtual(),
                custom(line.custom()));
    }

    private static Order.@Nullable Custom custom(NewOrder.@Nullable Custom custom) {
        if (custom == null) {
            return null;
        }
        var services = Objects.requireNonNullElse(custom.services(), List.<NewOrder.Service>of());
        var log = Objects.requireNonNullElse(custom.log(), List.<NewOrder.Making>of());
        return new Order.Custom(
                services.stream().map(one -> new Order.Service(one.kind(), one.text())).toList(),
                log.stream()
                        .map(
                                one ->
                                        new Order.Making(
                                                one.step(),
                                                one.progress(),
                                                one.at(),
                                                one.costMinor()))
                        .toList());
    }

    /** The shop says so, or its production log does. */
    private static boolean isBegun(@Nullable Boolean said, List<Order.Line> lines) {
        return orFalse(said)
                || lines.stream()
                        .map(Order.Line::custom)
                        .anyMatch(custom -> custom != null && custom.hasBegun());
    }

    private static Order.Tender tender(NewOrder.Tender tender) {
        return new Order.Tender(
                tender.kind(), tender.minor(), orZero(tender.refundedMinor()), tender.payTxnId());
    }

    private static Order.@Nullable Buyer customer(NewOrder.@Nullable Customer customer) {
        return customer == null
                ? null
                : new Order.Buyer(
                        customer.id(),
                        customer.tier(),
                        orZero(customer.riskScore()),
                        orZero(customer.refundOnly30d()));
    }

    private static Order.@Nullable Presale presale(NewOrder.@Nullable Presale presale) {
        return presale == null
                ? null
                : new Order.Presale(
                        presale.depositKind(),
                        presale.depositMinor(),
                        orFalse(presale.depositRefundable()));
    }

    private static boolean isZone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }

    private static boolean orFalse(@Nullable Boolean value) {
        return value != null && value;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private void wrong(String pointer, String zh, String en) {
        wrong.add(new Problem.Field(pointer, Text.of(zh, en)));
    }
}
