package anxin.aftersales.policy;

import anxin.commerce.Order;
import anxin.commerce.Order.Buyer;
import anxin.commerce.Order.Carrier;
import anxin.commerce.Order.Coupon;
import anxin.commerce.Order.CrossBorder;
import anxin.commerce.Order.Fulfilment;
import anxin.commerce.Order.Line;
import anxin.commerce.Order.PayStatus;
import anxin.commerce.Order.Presale;
import anxin.commerce.Order.Promo;
import anxin.commerce.Order.Store;
import anxin.commerce.Order.Tender;
import anxin.commerce.Order.Virtual;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order from the vocabulary's JSON, as it is sent to try a decision. */
final class ReadOrder {

    private static final int MOST_DAYS = 36_500;

    private ReadOrder() {}

    static Order read(Reading order) {
        boolean missing = order.isSo("missing");
        var number = missing ? order.text("no") : order.requiredText("no");
        var currency = currency(order);
        return new Order(
                number == null ? "" : number,
                order.text("channel"),
                missing,
                missing ? PayStatus.UNKNOWN : order.requiredOneOf("payStatus", PayStatus.class),
                order.time("paidAt"),
                missing ? Fulfilment.UNSHIPPED : order.requiredOneOf("fulfil", Fulfilment.class),
                order.time("signedAt"),
                order.text("signedBy"),
                order.time("stationPickedAt"),
                order.time("pickedUpAt"),
                order.time("confirmedAt"),
                order.time("shipBy"),
                currency,
                rate(order, currency, missing),
                order.oneOf("jurisdiction", "CN", "EU", "UK", "JP"),
                zone(order),
                order.minorOrNone("freightMinor"),
                order.minor("standardFreightMinor"),
                order.minor("waivedFreightMinor"),
                order.minor("freeShipThresholdMinor"),
                order.isSo("freightInsurance"),
                order.isSo("freeReturn"),
                order.isSo("buyerChoseCarrier"),
                buyer(order.object("customer")),
                missing ? List.of() : lines(order),
                tenders(order),
                promo(order.object("promo")),
                coupon(order.object("coupon")),
                order.minor("pointsPaid"),
                carrier(order.object("carrier")),
                presale(order.object("presale")),
                order.text("groupBuy"),
                order.isSo("productionStarted"),
                crossBorder(order.object("crossBorder")),
                store(order.object("store")),
                order.countsByGroup("nearbyStores", "*"),
                order.isSo("paidAtStore"),
                order.count("livePromiseDays", 0, MOST_DAYS),
                order.yesOrNo("withdrawalInformed"),
                order.yesOrNo("returnCostInformed"),
                order.text("returnPolicyShown"),
                order.text("liveSessionId"),
                order.textsByName("seenKeys"),
                order.count("sameIssueComplaints30d", 0, Integer.MAX_VALUE),
                order.minor("refundedMinor"),
                order.minor("compensatedMinor"));
    }

    private static String currency(Reading order) {
        var currency = order.text("currency");
        if (currency == null) {
            return "CNY";
        }
        if (!currency.matches("[A-Z]{3}")) {
            order.wrong("currency", "应为三位货币代码，如 CNY", "must be a currency code like CNY");
        }
        return currency;
    }

    private static @Nullable BigDecimal rate(Reading order, String currency, boolean missing) {
        var rate = order.positive("fxToCny");
        if (rate == null && order.field("fxToCny") == null && !missing && !currency.equals("CNY")) {
            order.wrong("fxToCny", "非人民币订单必填", "is required when the currency is not CNY");
        }
        return rate;
    }

    private static @Nullable String zone(Reading order) {
        var zone = order.text("consumerTz");
        if (zone != null) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                order.wrong(
                        "consumerTz",
                        "应为时区名，如 Asia/Tokyo",
                        "must be the name of a zone like Asia/Tokyo");
            }
        }
        return zone;
    }

    private static @Nullable Buyer buyer(Reading buyer) {
        if (!buyer.isThere()) {
            return null;
        }
        var score = buyer.count("riskScore", 0, 100);
        var refunds = buyer.count("refundOnly30d", 0, Integer.MAX_VALUE);
        return new Buyer(
                buyer.requiredText("id"),
                buyer.text("tier"),
                score == null ? 0 : score,
                refunds == null ? 0 : refunds);
    }

    private static List<Line> lines(Reading order) {
        var lines = new ArrayList<Line>();
        var ids = new HashSet<String>();
        for (var line : order.objects("lines")) {
            var read = line(line);
            if (!read.id().isEmpty() && !ids.add(read.id())) {
                line.wrong("id", "与其他行重复", "is used by another line");
            }
            lines.add(read);
        }
        if (lines.isEmpty()) {
            order.wrong("lines", "至少一行", "must have at least one line");
        }
        return lines;
    }

    private static Line line(Reading line) {
        var id = line.requiredText("id");
        var sku = line.text("sku");
        int qty = line.requiredCount("qty", 1, Reading.MOST_UNITS);
        var refunded = line.count("refundedQty", 0, qty);
        var repairs = line.count("failedRepairs", 0, 1000);
        return new Line(
                id,
                sku == null ? id : sku,
                line.text("title"),
                line.requiredText("category"),
                qty,
                line.requiredMinor("paidMinor"),
                line.minor("unitListMinor"),
                refunded == null ? 0 : refunded,
                line.text("openCaseId"),
                line.count("promiseDays", 0, MOST_DAYS),
                line.count("warrantyDays", 0, MOST_DAYS),
                line.isSo("durable"),
                line.text("exemptClass"),
                line.isSo("exemptConfirmed"),
                line.isSo("activated"),
                line.isSo("unsealed"),
                line.yesOrNo("hygieneSealed"),
                line.isSo("gift"),
                line.minor("giftMarkedMinor"),
                repairs == null ? 0 : repairs,
                line.count("repairOpenDays", 0, MOST_DAYS),
                line.time("replacementSignedAt"),
                line.counts("exchangeStock"),
                line.count("stock", 0, Integer.MAX_VALUE),
                virtual(line.object("virtual")),
                null);
    }

    private static @Nullable Virtual virtual(Reading virtual) {
        return virtual.isThere()
                ? new Virtual(
                        virtual.oneOf("usage", "UNUSED", "USED", "PARTIAL", "UNKNOWN"),
                        virtual.count("total", 1, Integer.MAX_VALUE),
                        virtual.count("used", 0, Integer.MAX_VALUE),
                        virtual.time("expiresAt"))
                : null;
    }

    private static @Nullable List<Tender> tenders(Reading order) {
        if (order.field("tenders") == null) {
            return null;
        }
        var tenders = new ArrayList<Tender>();
        for (var tender : order.objects("tenders")) {
            tenders.add(
                    new Tender(
                            tender.requiredText("kind"),
                            tender.requiredMinor("minor"),
                            tender.minorOrNone("refundedMinor"),
                            tender.text("payTxnId")));
        }
        return tenders;
    }

    private static @Nullable Promo promo(Reading promo) {
        if (!promo.isThere()) {
            return null;
        }
        var type = promo.text("type");
        return new Promo(
                type == null ? "FULL_REDUCTION" : type,
                promo.requiredMinor("thresholdMinor"),
                promo.requiredMinor("discountMinor"));
    }

    private static @Nullable Coupon coupon(Reading coupon) {
        return coupon.isThere()
                ? new Coupon(coupon.requiredText("id"), coupon.time("expiresAt"))
                : null;
    }

    private static @Nullable Carrier carrier(Reading carrier) {
        return carrier.isThere()
                ? new Carrier(carrier.text("status"), carrier.time("lastTraceAt"))
                : null;
    }

    private static @Nullable Presale presale(Reading presale) {
        if (!presale.isThere()) {
            return null;
        }
        var kind = presale.oneOf("depositKind", "EARNEST", "ADVANCE");
        return new Presale(
                kind == null ? "ADVANCE" : kind,
                presale.minorOrNone("depositMinor"),
                presale.yesOrNo("depositRefundable"));
    }

    private static @Nullable CrossBorder crossBorder(Reading crossBorder) {
        if (!crossBorder.isThere()) {
            return null;
        }
        var mode = crossBorder.oneOf("mode", "BONDED_1210", "DIRECT_9610");
        return new CrossBorder(mode == null ? "BONDED_1210" : mode, crossBorder.time("releasedAt"));
    }

    private static @Nullable Store store(Reading store) {
        return store.isThere()
                ? new Store(store.requiredText("id"), store.counts("stock"), store.time("stockAt"))
                : null;
    }
}
