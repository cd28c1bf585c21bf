package anxin.commerce.demo;

import anxin.commerce.demo.Journey.Fate;
import anxin.commerce.demo.OrderMaker.Item;
import anxin.commerce.demo.OrderMaker.Made;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything one demo shop sends, from one seed: the same seed and moment make the same shop. */
final class DemoData {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final DemoShop shop;
    private final Instant now;
    private final int orders;
    private final JsonMapper json;
    private final SplittableRandom random;
    private final DemoCalendar calendar;
    private final List<DemoProduct> catalogue;
    private final List<DemoPromotion> promotions;
    private final OrderMaker maker;

    DemoData(DemoShop shop, long seed, Instant now, int orders, JsonMapper json) {
        this.shop = shop;
        this.now = now;
        this.orders = orders;
        this.json = json;
        this.random = new SplittableRandom(seed * 31 + shop.prefix().hashCode());
        this.calendar = new DemoCalendar(now, shop.live());
        this.catalogue = DemoProduct.catalogue(DemoShop.resource(shop));
        this.promotions =
                DemoPromotion.all(calendar.firstDay(), now.atZone(DemoCalendar.ZONE).toLocalDate());
        this.maker = new OrderMaker(shop, catalogue, promotions, now, json, random);
    }

    List<JsonNode> products() {
        return catalogue.stream().map(this::product).toList();
    }

    List<JsonNode> stores() {
        return shop.stores().stream().map(this::store).toList();
    }

    /** What each store counted in the last hour. */
    List<JsonNode> stock() {
        var counts = new ArrayList<JsonNode>();
        var own = new SplittableRandom(shop.prefix().hashCode());
        for (var store : shop.stores()) {
            var count =
                    json.createObjectNode()
                            .put("storeId", store[0])
                            .put("countedAt", now.toString());
            var items = count.putArray("items");
            catalogue.stream()
                    .filter(product -> !product.isDigital() && !product.isFresh())
                    .forEach(
                            product ->
                                    items.addObject()
                                            .put("sku", product.sku())
                                            .put("qty", own.nextInt(12)));
            counts.add(count);
        }
        return counts;
    }

    List<DemoPromotion> promotions() {
        return promotions;
    }

    List<DemoSession> sessions() {
        return shop.live()
                ? DemoSession.all(calendar.firstDay(), now.atZone(DemoCalendar.ZONE).toLocalDate())
                : List.of();
    }

    List<String> skus() {
        return catalogue.stream().map(DemoProduct::sku).toList();
    }

    /** Lin Xiao's errands: one of each kind that a customer may come with. */
    List<Made> linXiao() {
        var made = new ArrayList<Made>();
        var number = 900_001;
        for (var errand : LinXiao.errands(shop)) {
            var items = Arrays.stream(errand.spus()).map(spu -> new Item(firstOf(spu), 1)).toList();
            var journey = errand.journey(now);
            made.add(
                    maker.make(
                            number(journey.paidAt(), number++),
                            DemoPerson.LIN_XIAO,
                            items,
                            journey));
        }
        return made;
    }

    /** Everybody else's orders, oldest first, made as they are asked for. */
    Stream<Made> orders() {
        var people =
                java.util.stream.IntStream.range(0, Math.max(50, orders / 3))
                        .mapToObj(
                                n ->
                                        DemoPerson.of(
                                                "%s-c%05d"
                                                        .formatted(
                                                                shop.prefix()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT),
                                                                n),
                                                random))
                        .toList();
        var moments = new Instant[orders];
        Arrays.setAll(moments, n -> calendar.moment(random));
        Arrays.sort(moments);
        var weights = catalogue.stream().mapToInt(DemoProduct::weight).sum();
        return java.util.stream.IntStream.range(0, orders)
                .mapToObj(n -> order(n + 1, moments[n], people, weights));
    }

    private Made order(int place, Instant paidAt, List<DemoPerson> people, int weights) {
        var first = pick(weights);
        var items = new ArrayList<Item>();
        items.add(new Item(first, qty(first)));
        // Some buy often: the square of a uniform number prefers the first of the list.
        var buyer = people.get((int) (people.size() * Math.pow(random.nextDouble(), 2)));
        for (int more = random.nextInt(10); more > 6; more--) {
            var other = pick(weights);
            if (goesWith(first, other)
                    && items.stream().noneMatch(i -> i.product().sku().equals(other.sku()))) {
                items.add(new Item(other, qty(other)));
            }
        }
        var journey = Journey.of(first, paidAt, fate(first, paidAt), random);
        return maker.make(number(paidAt, place), buyer, items, journey);
    }

    private Fate fate(DemoProduct product, Instant paidAt) {
        var age = Duration.between(paidAt, now).toDays();
        var pick = random.nextInt(1000);
        if (product.isDigital()) {
            return Fate.DIGITAL;
        }
        if (age < 1 && pick < 60) {
            return Fate.UNPAID;
        }
        if (age > 25 && pick < 18) {
            return Fate.REFUNDED;
        }
        if (pick < 28) {
            return Fate.REFUSED;
        }
        if (age > 10 && pick < 31) {
            return Fate.LOST;
        }
        var collectable =
                !shop.stores().isEmpty()
                        && !product.isFresh()
                        && !product.category().equals("CUSTOM");
        return collectable && pick < 90 ? Fate.STORE : Fate.DELIVERED;
    }

    /** What is digital, made to order, fresh or imported has an order of its own kind. */
    private static boolean goesWith(DemoProduct first, DemoProduct other) {
        return !first.isDigital()
                && !other.isDigital()
                && first.isFresh() == other.isFresh()
                && first.category().equals("CUSTOM") == other.category().equals("CUSTOM")
                && java.util.Objects.equals(first.customs(), other.customs());
    }

    private DemoProduct pick(int weights) {
        var pick = random.nextInt(weights);
        int place = 0;
        while (pick >= catalogue.get(place).weight()) {
            pick -= catalogue.get(place++).weight();
        }
        return catalogue.get(place);
    }

    private int qty(DemoProduct product) {
        var cheap = product.priceMinor() < 100_00 && !product.isDigital();
        return cheap && random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    }

    private DemoProduct firstOf(String spu) {
        return catalogue.stream()
                .filter(product -> product.spu().equals(spu))
                .findFirst()
                .orElseThrow();
    }

    private String number(Instant paidAt, int place) {
        return shop.prefix()
                + paidAt.atZone(DemoCalendar.ZONE).format(DAY)
                + "%06d".formatted(place);
    }

    private JsonNode product(DemoProduct product) {
        var node =
                json.createObjectNode()
                        .put("sku", product.sku())
                        .put("spu", product.spu())
                        .put("category", product.category())
                        .put("listPriceMinor", product.priceMinor())
                        .put("sourceVersion", 1);
        node.putObject("title").put("zh", product.titleZh()).put("en", product.titleEn());
        var attributes = node.putObject("attributes");
        product.attributes().forEach(attributes::put);
        putIfKnown(node, "exemptClass", product.exemptClass());
        if (product.warrantyDays() != null) {
            node.put("warrantyDays", product.warrantyDays());
        }
        if (product.promiseDays() != null) {
            node.put("promiseDays", product.promiseDays());
        }
        node.putArray("promises").add(promise(product));
        return node;
    }

    private static String promise(DemoProduct product) {
        return switch (product.category()) {
            case "FRESH" -> "坏果包赔，签收 24 小时内";
            case "CUSTOM" -> "定制商品不支持七天无理由退货";
            case "VOUCHER", "VIRTUAL_CARD" -> "未使用随时退，过期退";
            case "MEDICINE" -> "药品售出非质量问题不退换";
            default ->
                    product.promiseDays() == null ? "七天无理由退货" : product.promiseDays() + " 天无理由退货";
        };
    }

    private static void putIfKnown(
            tools.jackson.databind.node.ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private JsonNode store(String[] store) {
        var node =
                json.createObjectNode()
                        .put("id", store[0])
                        .put("city", store[3])
                        .put("address", store[4])
                        .put("latitude", Double.parseDouble(store[5]))
                        .put("longitude", Double.parseDouble(store[6]))
                        .put("opens", "10:00–22:00")
                        .put("sourceVersion", 1);
        node.putObject("name").put("zh", store[1]).put("en", store[2]);
        return node;
    }
}
