package anxin.commerce.demo;

import anxin.commerce.demo.Journey.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes one order, and its parcel, as the shop would send them now. */
final class OrderMaker {

    private static final long FREIGHT = 8_00;
    private static final long FREE_FROM = 99_00;
    private static final Duration PARCELS_KEPT = Duration.ofDays(45);
    private static final String[] CARRIERS = {"SF", "ZTO", "YTO", "JD", "EMS"};
    private static final String[] CITIES = {
        "上海", "杭州", "广州", "成都", "武汉", "西安", "南京", "沈阳", "长沙", "青岛"
    };

    private final DemoShop shop;
    private final Map<String, List<DemoProduct>> bySpu;
    private final List<DemoPromotion> promotions;
    private final Instant now;
    private final JsonMapper json;
    private final SplittableRandom random;

    OrderMaker(
            DemoShop shop,
            List<DemoProduct> catalogue,
            List<DemoPromotion> promotions,
            Instant now,
            JsonMapper json,
            SplittableRandom random) {
        this.shop = shop;
        this.bySpu = catalogue.stream().collect(Collectors.groupingBy(DemoProduct::spu));
        this.promotions = promotions;
        this.now = now;
        this.json = json;
        this.random = random;
    }

    record Item(DemoProduct product, int qty) {
        long list() {
            return product.priceMinor() * qty;
        }
    }

    record Made(ObjectNode order, @Nullable ObjectNode parcel) {}

    private record Trace(
            Instant at, String status, String text, String place, @Nullable String signedBy) {}

    Made make(String no, DemoPerson buyer, List<Item> items, Journey journey) {
        var order = json.createObjectNode();
        order.put("no", no);
        order.putObject("buyer").put("name", buyer.name()).put("phone", buyer.phone());
        if (buyer.email() != null) {
            ((ObjectNode) order.get("buyer")).put("email", buyer.email());
        }
        order.putObject("customer")
                .put("id", buyer.id())
                .put("tier", buyer.tier())
                .put("riskScore", buyer.riskScore())
                .put("refundOnly30d", buyer.refundOnly30d());
        order.put("currency", "CNY").put("fxToCny", 1);
        channel(order, journey);
        var total = money(order, items, journey);
        var traces = fulfilment(order, no, items, journey);
        lines(order, items, journey);
        tenders(order, no, total, journey);
        order.put("sourceTime", lastChange(order, journey).toString());
        return new Made(order, parcel(no, journey, traces));
    }

    private void channel(ObjectNode order, Journey journey) {
        var session = shop.live() ? DemoSession.at(journey.paidAt()) : null;
        if (journey.fate() == Fate.STORE) {
            order.put("channel", "STORE_PICKUP");
        } else if (session != null) {
            order.put("channel", "LIVE").put("liveSessionId", session.id());
            if (session.promiseDays() > 0) {
                order.put("livePromiseDays", session.promiseDays());
            }
        } else {
            order.put("channel", random.nextInt(5) == 0 ? "WEB" : "APP");
        }
    }

    /** The list prices, the discount over all and the freight; what was paid follows from them. */
    private long money(ObjectNode order, List<Item> items, Journey journey) {
        var list = items.stream().mapToLong(Item::list).sum();
        var promotion = DemoPromotion.best(promotions, journey.paidAt(), list);
        long discount = promotion.map(DemoPromotion::discount).orElse(0L);
        promotion.ifPresent(
                one -> {
                    order.put("discountMinor", one.discount());
                    order.putObject("promo")
                            .put("type", "FULL_REDUCTION")
                            .put("thresholdMinor", one.threshold())
                            .put("discountMinor", one.discount());
                });
        var travels = journey.fate() != Fate.DIGITAL && journey.fate() != Fate.STORE;
        var free = list - discount >= FREE_FROM;
        var freight = travels && !free ? FREIGHT : 0;
        if (travels) {
            order.put("standardFreightMinor", FREIGHT).put("freeShipThresholdMinor", FREE_FROM);
            if (free) {
                order.put("waivedFreightMinor", FREIGHT);
            }
            order.put("freightInsurance", random.nextInt(10) < 4);
        }
        order.put("freightMinor", freight);
        order.put("payStatus", payStatus(journey));
        if (journey.fate() != Fate.UNPAID) {
            order.put("paidAt", journey.paidAt().toString());
        }
        if (journey.fate() == Fate.REFUNDED) {
            order.put("refundedMinor", list - discount + freight);
        }
        return list - discount + freight;
    }

    private static String payStatus(Journey journey) {
        return switch (journey.fate()) {
            case UNPAID -> "UNPAID";
            case REFUNDED -> "REFUNDED";
            case DELIVERED, REFUSED, LOST, STORE, DIGITAL -> "PAID";
        };
    }

    private List<Trace> fulfilment(ObjectNode order, String no, List<Item> items, Journey journey) {
        var first = items.getFirst().product();
        if (journey.fate() == Fate.DIGITAL) {
            order.put("fulfil", "DELIVERED_DIGITAL");
            return List.of();
        }
        if (journey.fate() == Fate.STORE) {
            store(order, items, journey);
            return List.of();
        }
        order.put("shipBy", journey.paidAt().plus(Duration.ofHours(48)).toString());
        if (first.customs() != null) {
            var border = order.putObject("crossBorder").put("mode", first.customs());
            if (journey.releasedAt() != null && journey.releasedAt().isBefore(now)) {
                border.put("releasedAt", journey.releasedAt().toString());
            }
        }
        if (journey.fate() == Fate.UNPAID || journey.shippedAt().isAfter(now)) {
            order.put("fulfil", "UNSHIPPED");
            return List.of();
        }
        var traces = traces(journey);
        var last = traces.getLast();
        order.put("fulfil", arrival(order, journey, last));
        var carrier = order.putObject("carrier").put("lastTraceAt", last.at().toString());
        switch (last.status()) {
            case "LOST", "RETURNING", "RETURNED_TO_SELLER" -> carrier.put("status", last.status());
            case "REFUSED" -> carrier.put("status", "RETURNING");
            case "SIGNED", "STATION_PICKED" -> {}
            default -> carrier.put("status", "IN_TRANSIT");
        }
        return traces;
    }

    private String arrival(ObjectNode order, Journey journey, Trace last) {
        return switch (last.status()) {
            case "SIGNED", "STATION_PICKED" -> {
                order.put("signedAt", journey.arrivesAt().toString());
                order.put("signedBy", last.signedBy());
                if (last.status().equals("STATION_PICKED")) {
                    order.put("signedBy", "STATION_NOT_CONSENTED");
                    order.put("stationPickedAt", last.at().toString());
                }
                var confirmed = journey.arrivesAt().plus(Duration.ofDays(7));
                if (confirmed.isBefore(now)) {
                    order.put("confirmedAt", confirmed.toString());
                }
                yield "SIGNED";
            }
            case "REFUSED", "RETURNING", "RETURNED_TO_SELLER" -> "REFUSED";
            default -> "SHIPPED";
        };
    }

    private void store(ObjectNode order, List<Item> items, Journey journey) {
        var store = shop.stores().get(random.nextInt(shop.stores().size()));
        var stock = order.putObject("store").put("id", store[0]).put("stockAt", now.toString());
        var counts = stock.putObject("stock");
        items.forEach(item -> counts.put(item.product().sku(), random.nextInt(6)));
        if (journey.arrivesAt().isAfter(now)) {
            order.put("fulfil", "READY_FOR_PICKUP");
        } else {
            order.put("fulfil", "PICKED_UP").put("pickedUpAt", journey.arrivesAt().toString());
        }
    }

    /** What the carrier has seen so far. */
    private List<Trace> traces(Journey journey) {
        var all = new ArrayList<Trace>();
        var from = CITIES[random.nextInt(CITIES.length)];
        var to = CITIES[random.nextInt(CITIES.length)];
        var way = Duration.between(journey.shippedAt(), journey.arrivesAt());
        all.add(new Trace(journey.shippedAt(), "COLLECTED", "【" + from + "】已揽收", from, null));
        all.add(
                new Trace(
                        journey.shippedAt().plus(way.dividedBy(4)),
                        "IN_TRANSIT",
                        "【" + from + "转运中心】已发出，下一站 " + to,
                        from,
                        null));
        if (journey.fate() == Fate.LOST) {
            all.add(
                    new Trace(
                            journey.shippedAt().plus(Duration.ofDays(6)),
                            "LOST",
                            "快件异常，正在核实",
                            to,
                            null));
        } else {
            all.add(
                    new Trace(
                            journey.shippedAt().plus(way.multipliedBy(3).dividedBy(5)),
                            "IN_TRANSIT",
                            "到达【" + to + "转运中心】",
                            to,
                            null));
            all.add(
                    new Trace(
                            journey.arrivesAt().minus(way.dividedBy(20)),
                            "OUT_FOR_DELIVERY",
                            "派送中，请保持电话畅通",
                            to,
                            null));
            all.addAll(ending(journey, to));
        }
        all.removeIf(trace -> trace.at().isAfter(now));
        return all;
    }

    private List<Trace> ending(Journey journey, String to) {
        var at = journey.arrivesAt();
        if (journey.fate() == Fate.REFUSED) {
            return List.of(
                    new Trace(at, "REFUSED", "收件人拒收", to, null),
                    new Trace(at.plus(Duration.ofHours(8)), "RETURNING", "退回寄件人途中", to, null),
                    new Trace(
                            at.plus(Duration.ofDays(4)), "RETURNED_TO_SELLER", "已退回寄件人", to, null));
        }
        if (random.nextInt(100) < 12) {
            return List.of(
                    new Trace(at, "SIGNED", "已由菜鸟驿站代收", to, "STATION_NOT_CONSENTED"),
                    new Trace(
                            at.plus(Duration.ofMinutes(random.nextLong(180, 1800))),
                            "STATION_PICKED",
                            "已从驿站取件",
                            to,
                            null));
        }
        return List.of(new Trace(at, "SIGNED", "本人签收", to, "SELF"));
    }

    private void lines(ObjectNode order, List<Item> items, Journey journey) {
        var lines = order.putArray("lines");
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var product = item.product();
            var line =
                    lines.addObject()
                            .put("id", String.valueOf(i + 1))
                            .put("sku", product.sku())
                            .put("title", product.titleZh())
                            .put("category", product.category())
                            .put("qty", item.qty())
                            .put("unitListMinor", product.priceMinor())
                            .put("durable", product.durable());
            if (product.warrantyDays() != null) {
                line.put("warrantyDays", product.warrantyDays());
            }
            if (product.promiseDays() != null) {
                line.put("promiseDays", product.promiseDays());
            }
            if (product.exemptClass() != null) {
                line.put("exemptClass", product.exemptClass());
                line.put(
                        "exemptConfirmed",
                        !product.category().equals("PHONE") && random.nextInt(100) < 92);
            }
            if (product.category().equals("PHONE")
                    && journey.arrivesAt().plus(Duration.ofHours(12)).isBefore(now)) {
                line.put("activated", true);
            }
            if (journey.fate() == Fate.REFUNDED) {
                line.put("refundedQty", item.qty());
            }
            if (journey.fate() == Fate.DIGITAL) {
                virtual(line, product, journey);
            } else {
                line.put("stock", random.nextInt(200));
                if (product.category().equals("CUSTOM")) {
                    DemoCustom.of(line, product, journey, now);
                }
                siblings(line, product);
            }
        }
    }

    private void siblings(ObjectNode line, DemoProduct product) {
        var others = bySpu.getOrDefault(product.spu(), List.of());
        if (others.size() > 1) {
            var stock = line.putObject("exchangeStock");
            others.stream()
                    .filter(other -> !other.sku().equals(product.sku()))
                    .forEach(other -> stock.put(other.sku(), random.nextInt(60)));
        }
    }

    private void virtual(ObjectNode line, DemoProduct product, Journey journey) {
        if (product.category().equals("DIGITAL_CONTENT")) {
            return;
        }
        var days = product.category().equals("VOUCHER") ? 90 : 1095;
        var total = product.titleZh().contains("五次卡") ? 5 : 1;
        var old = journey.paidAt().plus(Duration.ofDays(20)).isBefore(now);
        var used = old ? random.nextInt(total + 1) : 0;
        line.putObject("virtual")
                .put("usage", used == 0 ? "UNUSED" : used == total ? "USED" : "PARTIAL")
                .put("total", total)
                .put("used", used)
                .put("expiresAt", journey.paidAt().plus(Duration.ofDays(days)).toString());
    }

    private void tenders(ObjectNode order, String no, long total, Journey journey) {
        if (journey.fate() == Fate.UNPAID) {
            return;
        }
        var tenders = order.putArray("tenders");
        var pick = random.nextInt(100);
        var card = pick < 5 && total > 2 ? Math.min(total / 2, 100_00) : 0;
        var kind = pick < 60 ? "WECHAT" : pick < 95 ? "ALIPAY" : "CARD";
        var refunded = journey.fate() == Fate.REFUNDED;
        for (var part : card > 0 ? new long[] {total - card, card} : new long[] {total}) {
            var tender =
                    tenders.addObject()
                            .put("kind", tenders.size() == 1 ? kind : "GIFT_CARD")
                            .put("minor", part)
                            .put("payTxnId", "PAY" + no + "-" + tenders.size());
            if (refunded) {
                tender.put("refundedMinor", part);
            }
        }
    }

    private Instant lastChange(ObjectNode order, Journey journey) {
        var last = journey.paidAt();
        for (var field : List.of("signedAt", "stationPickedAt", "pickedUpAt", "confirmedAt")) {
            if (order.hasNonNull(field)) {
                last = later(last, Instant.parse(order.get(field).asString()));
            }
        }
        if (order.hasNonNull("carrier")) {
            last = later(last, Instant.parse(order.get("carrier").get("lastTraceAt").asString()));
        }
        return last;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private @Nullable ObjectNode parcel(String no, Journey journey, List<Trace> traces) {
        if (traces.isEmpty() || journey.shippedAt().plus(PARCELS_KEPT).isBefore(now)) {
            return null;
        }
        var carrier = CARRIERS[random.nextInt(CARRIERS.length)];
        var parcel =
                json.createObjectNode()
                        .put("trackingNo", carrier + no)
                        .put("orderNumber", no)
                        .put("carrier", carrier)
                        .put("sourceVersion", 1);
        var list = parcel.putArray("traces");
        for (var trace : traces) {
            var one =
                    list.addObject()
                            .put("at", trace.at().toString())
                            .put("status", trace.status())
                            .put("text", trace.text())
                            .put("place", trace.place());
            if (trace.signedBy() != null) {
                one.put("signedBy", trace.signedBy());
            }
        }
        return parcel;
    }
}
