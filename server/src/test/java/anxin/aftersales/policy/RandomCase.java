package anxin.aftersales.policy;

import anxin.commerce.Order;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and requests that could be, but that nobody would write down. */
final class RandomCase {

    record Case(Order order, Request request, Instant now, Policy policy) {}

    private static final Instant PAID = Instant.parse("2026-11-01T02:00:00Z");

    private static final List<Policy> POLICIES =
            List.of(
                    Policy.DEFAULT,
                    Policy.of(
                            Example.JSON.readTree(
                                    "{\"promoBreak\":\"RECALC\",\"holidayExtension\":true,\"expiredVoucherRefund\":false}"),
                            Policy.DEFAULT));

    private final Random random;

    RandomCase(Random random) {
        this.random = random;
    }

    Case next() {
        var order = ReadOrder.read(checked(order()));
        var request = ReadRequest.read(checked(request(order)), order);
        return new Case(order, request, time(400), any(POLICIES));
    }

    private static Reading checked(ObjectNode json) {
        return Reading.of(json, "");
    }

    private ObjectNode order() {
        var order = Example.JSON.createObjectNode();
        order.put("no", "T1");
        order.put("channel", any(List.of("APP", "LIVE", "STORE_PICKUP")));
        order.put(
                "payStatus",
                any(
                        List.of(
                                "PAID",
                                "PAID",
                                "PAID",
                                "PAID",
                                "PAID",
                                "UNPAID",
                                "UNKNOWN",
                                "REFUNDED")));
        order.put("fulfil", any(List.of(Order.Fulfilment.values())).name());
        maybe(() -> order.put("paidAt", time(1).toString()));
        maybe(() -> order.put("signedAt", time(60).toString()));
        maybe(() -> order.put("confirmedAt", time(60).toString()));
        maybe(() -> order.put("pickedUpAt", time(60).toString()));
        rarely(() -> order.put("signedBy", "STATION_NOT_CONSENTED"));
        maybe(() -> order.put("shipBy", time(30).toString()));
        order.put("currency", "CNY");
        rarely(() -> order.put("currency", "EUR").put("fxToCny", 7.8));
        rarely(() -> order.put("jurisdiction", any(List.of("EU", "UK", "JP"))));
        rarely(
                () ->
                        order.put(
                                "consumerTz",
                                any(List.of("Europe/Berlin", "Asia/Tokyo", "America/New_York"))));
        maybe(() -> order.put("freightMinor", random.nextInt(2000)));
        for (var money :
                List.of(
                        "standardFreightMinor",
                        "waivedFreightMinor",
                        "freeShipThresholdMinor",
                        "pointsPaid",
                        "refundedMinor",
                        "compensatedMinor")) {
            rarely(() -> order.put(money, random.nextInt(20_000)));
        }
        for (var so :
                List.of(
                        "freightInsurance",
                        "freeReturn",
                        "buyerChoseCarrier",
                        "productionStarted",
                        "paidAtStore",
                        "withdrawalInformed",
                        "returnCostInformed")) {
            rarely(() -> order.put(so, random.nextBoolean()));
        }
        maybe(
                () ->
                        order.putObject("customer")
                                .put("id", "U1")
                                .put("tier", any(List.of("NORMAL", "GOLD", "DIAMOND")))
                                .put("riskScore", random.nextInt(101))
                                .put("refundOnly30d", random.nextInt(5)));
        rarely(
                () ->
                        order.putObject("promo")
                                .put("type", "FULL_REDUCTION")
                                .put("thresholdMinor", random.nextInt(30_000))
                                .put("discountMinor", random.nextInt(9000)));
        rarely(
                () ->
                        order.putObject("coupon")
                                .put("id", "C")
                                .put("expiresAt", time(60).toString()));
        maybe(
                () ->
                        order.putObject("carrier")
                                .put(
                                        "status",
                                        any(
                                                List.of(
                                                        "IN_TRANSIT",
                                                        "LOST",
                                                        "RETURNING",
                                                        "RETURNED_TO_SELLER")))
                                .put("lastTraceAt", time(60).toString()));
        rarely(
                () ->
                        order.putObject("presale")
                                .put("depositKind", any(List.of("EARNEST", "ADVANCE")))
                                .put("depositMinor", random.nextInt(50_000))
                                .put("depositRefundable", random.nextBoolean()));
        rarely(
                () ->
                        order.putObject("crossBorder")
                                .put("mode", "BONDED_1210")
                                .put("releasedAt", time(20).toString()));
        maybe(() -> store(order));
        rarely(() -> order.put("groupBuy", "IN_PROGRESS"));
        rarely(() -> order.put("livePromiseDays", random.nextInt(40)));
        rarely(() -> order.put("returnPolicyShown", "NO_RETURNS"));
        rarely(() -> order.put("sameIssueComplaints30d", random.nextInt(5)));
        var lines = order.putArray("lines");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            line(lines, "L" + i);
        }
        rarely(() -> tenders(order));
        return order;
    }

    private void store(ObjectNode order) {
        var store = order.putObject("store").put("id", "S01").put("stockAt", time(400).toString());
        store.putObject("stock").put("S", random.nextInt(3));
        order.putObject("nearbyStores").putObject("S02").put("S", random.nextInt(3));
    }

    private void tenders(ObjectNode order) {
        var tenders = order.putArray("tenders");
        tenders.addObject().put("kind", "WECHAT").put("minor", random.nextInt(60_000));
        tenders.addObject()
                .put("kind", "GIFT_CARD")
                .put("minor", random.nextInt(60_000))
                .put("refundedMinor", random.nextInt(9000));
    }

    private void line(ArrayNode lines, String id) {
        var line = lines.addObject();
        int qty = 1 + random.nextInt(4);
        line.put("id", id).put("sku", "S").put("qty", qty).put("paidMinor", random.nextInt(80_000));
        line.put(
                "category",
                any(
                        List.of(
                                "APPAREL",
                                "FRESH",
                                "VOUCHER",
                                "PHONE",
                                "CUSTOM",
                                "MEDIA",
                                "MEDICINE",
                                "FOOD",
                                "NEWSPAPER",
                                "DIGITAL_CONTENT",
                                "APPLIANCE")));
        rarely(() -> line.put("refundedQty", random.nextInt(qty + 1)));
        maybe(() -> line.put("unitListMinor", random.nextInt(90_000)));
        for (var so :
                List.of(
                        "durable",
                        "exemptConfirmed",
                        "activated",
                        "unsealed",
                        "hygieneSealed",
                        "gift")) {
            rarely(() -> line.put(so, true));
        }
        rarely(() -> line.put("openCaseId", "AS1"));
        rarely(() -> line.put("promiseDays", random.nextInt(30)));
        rarely(() -> line.put("warrantyDays", random.nextInt(800)));
        rarely(
                () ->
                        line.put(
                                "exemptClass",
                                any(
                                        List.of(
                                                "HYGIENE",
                                                "ACTIVATION",
                                                "NEAR_EXPIRY",
                                                "CROSS_BORDER"))));
        rarely(() -> line.put("giftMarkedMinor", random.nextInt(90_000)));
        rarely(() -> line.put("failedRepairs", random.nextInt(4)));
        rarely(() -> line.put("repairOpenDays", random.nextInt(60)));
        rarely(() -> line.put("replacementSignedAt", time(60).toString()));
        maybe(() -> line.put("stock", random.nextInt(3)));
        maybe(() -> line.putObject("exchangeStock").put("S", random.nextInt(3)));
        maybe(
                () ->
                        line.putObject("virtual")
                                .put("usage", any(List.of("UNUSED", "USED", "PARTIAL", "UNKNOWN")))
                                .put("total", 1 + random.nextInt(9))
                                .put("used", random.nextInt(9))
                                .put("expiresAt", time(60).toString()));
    }

    private ObjectNode request(Order order) {
        var request = Example.JSON.createObjectNode();
        maybe(() -> request.put("reason", any(List.of(Reason.values())).name()));
        maybe(() -> request.put("type", any(List.of(CaseType.values())).name()));
        var evidence = request.putArray("evidence");
        for (int i = random.nextInt(3); i > 0; i--) {
            evidence.add("photo");
        }
        rarely(() -> request.put("damageLevel", any(List.of("MINOR", "MODERATE", "SEVERE"))));
        rarely(() -> request.put("badRatioPct", random.nextInt(101)));
        rarely(() -> request.put("amountMinor", random.nextInt(90_000)));
        maybe(() -> request.put("currentUnitMinor", random.nextInt(90_000)));
        rarely(() -> request.put("giftReturned", random.nextBoolean()));
        rarely(() -> request.put("wantsHuman", true));
        rarely(() -> request.put("severity", "MAJOR"));
        rarely(() -> request.put("exchangeSku", "S"));
        maybe(
                () -> {
                    var line = any(order.lines());
                    request.putArray("lines")
                            .addObject()
                            .put("lineId", line.id())
                            .put("qty", 1 + random.nextInt(line.qty()));
                });
        return request;
    }

    private Instant time(int withinDays) {
        return PAID.plusSeconds((long) (random.nextDouble() * withinDays * 86_400));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void maybe(Runnable then) {
        if (random.nextBoolean()) {
            then.run();
        }
    }

    private void rarely(Runnable then) {
        if (random.nextInt(6) == 0) {
            then.run();
        }
    }
}
