package anxin.commerce.demo;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.commerce.Order;
import anxin.commerce.Order.Fulfilment;
import anxin.commerce.Orders;
import anxin.commerce.Products;
import anxin.commerce.StoredOrder;
import anxin.commerce.demo.OrderMaker.Made;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class DemoTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @Autowired DemoLoader loader;
    @Autowired Orders orders;
    @Autowired Products products;
    @Autowired JsonMapper json;

    @Test
    void the_same_seed_and_moment_make_the_same_shops_and_another_seed_makes_others() {
        for (var shop : DemoShop.ALL) {
            assertThat(made(shop, 7, 300)).isEqualTo(made(shop, 7, 300));
            assertThat(made(shop, 8, 300)).isNotEqualTo(made(shop, 7, 300));
        }
    }

    @Test
    void amounts_dates_and_states_of_all_twenty_thousand_orders_agree_with_each_other() {
        var numbers = new HashSet<String>();
        var categories = new HashSet<String>();
        var byDay = new HashMap<LocalDate, Integer>();
        var total = 0;
        for (var shop : DemoShop.ALL) {
            for (var one : made(shop, DemoLoader.SEED, DemoLoader.ORDERS * shop.share() / 100)) {
                total++;
                var order = one.order();
                assertThat(numbers.add(order.get("no").asString())).as("one number each").isTrue();
                agrees(one);
                order.get("lines").forEach(line -> categories.add(line.get("category").asString()));
                if (order.has("paidAt")) {
                    byDay.merge(
                            time(order, "paidAt").atZone(DemoCalendar.ZONE).toLocalDate(),
                            1,
                            Integer::sum);
                }
            }
        }
        assertThat(total).isBetween(20_000, 20_050);
        assertThat(categories).hasSizeGreaterThanOrEqualTo(12);
        var usual = byDay.getOrDefault(LocalDate.of(2026, 9, 9), 0);
        assertThat(usual).isPositive();
        assertThat(byDay.getOrDefault(LocalDate.of(2026, 6, 18), 0)).isGreaterThan(4 * usual);
        assertThat(byDay.getOrDefault(LocalDate.of(2025, 11, 11), 0)).isGreaterThan(4 * usual);
        assertThat(byDay.keySet()).contains(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 11, 20));
    }

    @Test
    void the_shops_come_in_by_the_ordinary_way_and_a_second_load_changes_nothing() {
        var suffix = UUID.randomUUID().toString().substring(0, 6);
        var shops =
                DemoShop.ALL.stream()
                        .map(shop -> shop.as(new ShopId("t-" + shop.id() + "-" + suffix)))
                        .toList();
        loader.load(shops, 7, NOW, 600);
        var before = everything(shops);
        loader.load(shops, 7, NOW, 600);
        assertThat(everything(shops)).isEqualTo(before);
        assertThat(before).hasSizeGreaterThanOrEqualTo(600);
        for (var stored : before.values()) {
            var order = stored.order();
            var list =
                    order.lines().stream()
                            .mapToLong(
                                    line ->
                                            java.util.Objects.requireNonNullElse(
                                                            line.unitListMinor(), 0L)
                                                    * line.qty())
                            .sum();
            var promo = order.promo();
            assertThat(stored.paidMinor())
                    .as("%s: the shares of the discount add up", order.no())
                    .isEqualTo(
                            list
                                    - (promo == null ? 0 : promo.discountMinor())
                                    + order.freightMinor());
        }
        assertThat(products.ofSpu(shops.getFirst().id(), "ML01")).hasSize(4);
    }

    @Test
    void lin_xiao_has_something_to_ask_in_every_shop() {
        var suffix = UUID.randomUUID().toString().substring(0, 6);
        var shops =
                DemoShop.ALL.stream()
                        .map(shop -> shop.as(new ShopId("t-" + shop.id() + "-" + suffix)))
                        .toList();
        loader.load(shops, 7, NOW, 60);
        for (var shop : shops) {
            var hers = orders.ofCustomer(shop.id(), "lin-xiao", null, 50).items();
            assertThat(hers).hasSizeGreaterThanOrEqualTo(9);
            assertThat(hers)
                    .anyMatch(one -> signedWithin(one, 20, 30))
                    .anyMatch(one -> one.order().fulfil() == Fulfilment.UNSHIPPED)
                    .anyMatch(one -> one.order().fulfil() == Fulfilment.SHIPPED)
                    .anyMatch(one -> one.paidMinor() > 5_000_00)
                    .anyMatch(one -> signedWithin(one, 30 * 24, 50 * 24))
                    .anyMatch(one -> category(one).equals("CUSTOM"));
        }
        assertThat(orders.ofCustomer(shops.get(1).id(), "lin-xiao", null, 50).items())
                .anyMatch(one -> category(one).equals("FRESH") && signedWithin(one, 2, 4));
        assertThat(orders.ofCustomer(shops.get(2).id(), "lin-xiao", null, 50).items())
                .anyMatch(one -> one.order().lines().getFirst().activated());
    }

    private void agrees(Made made) {
        var order = made.order();
        var no = order.get("no").asString();
        var list = sum(order.get("lines"), "unitListMinor", "qty");
        var paid = list - number(order, "discountMinor") + number(order, "freightMinor");
        var fulfil = order.get("fulfil").asString();
        if (order.get("payStatus").asString().equals("UNPAID")) {
            assertThat(fulfil).as(no).isEqualTo("UNSHIPPED");
            assertThat(order.has("tenders")).as(no).isFalse();
            return;
        }
        assertThat(sum(order.get("tenders"), "minor", null)).as(no).isEqualTo(paid);
        assertThat(paid).as(no).isPositive();
        var paidAt = time(order, "paidAt");
        assertThat(paidAt).as(no).isBeforeOrEqualTo(NOW);
        assertThat(order.has("signedAt")).as(no).isEqualTo(fulfil.equals("SIGNED"));
        assertThat(order.has("pickedUpAt")).as(no).isEqualTo(fulfil.equals("PICKED_UP"));
        for (var later : List.of("signedAt", "pickedUpAt", "stationPickedAt", "confirmedAt")) {
            if (order.has(later)) {
                assertThat(time(order, later)).as(no).isAfter(paidAt).isBeforeOrEqualTo(NOW);
            }
        }
        assertThat(time(order, "sourceTime")).as(no).isBeforeOrEqualTo(NOW);
        if (fulfil.equals("SIGNED") && allFresh(order)) {
            assertThat(Duration.between(paidAt, time(order, "signedAt")))
                    .as("%s: fresh goods arrive soon", no)
                    .isLessThan(Duration.ofDays(4));
        }
        if (order.get("payStatus").asString().equals("REFUNDED")) {
            assertThat(number(order, "refundedMinor")).as(no).isEqualTo(paid);
            assertThat(sum(order.get("tenders"), "refundedMinor", null)).as(no).isEqualTo(paid);
        }
        if (order.has("promo")) {
            assertThat(list)
                    .as(no)
                    .isGreaterThanOrEqualTo(number(order.get("promo"), "thresholdMinor"));
        }
        parcelAgrees(made);
    }

    private static void parcelAgrees(Made made) {
        var parcel = made.parcel();
        if (parcel == null) {
            return;
        }
        var order = made.order();
        @Nullable Instant before = null;
        for (var trace : parcel.get("traces")) {
            var at = time(trace, "at");
            assertThat(at).isBeforeOrEqualTo(NOW);
            if (before != null) {
                assertThat(at).isAfterOrEqualTo(before);
            }
            before = at;
            if (trace.get("status").asString().equals("SIGNED")) {
                assertThat(at).isEqualTo(time(order, "signedAt"));
            }
        }
        assertThat(before).isEqualTo(time(order.get("carrier"), "lastTraceAt"));
    }

    private Map<String, StoredOrder> everything(List<DemoShop> shops) {
        var all = new HashMap<String, StoredOrder>();
        for (var shop : shops) {
            @Nullable String after = null;
            do {
                var page = orders.ofShop(shop.id(), after, 200);
                page.items().forEach(one -> all.put(one.order().no(), one));
                after = page.next();
            } while (after != null);
        }
        return all;
    }

    private List<Made> made(DemoShop shop, long seed, int count) {
        var data = new DemoData(shop, seed, NOW, count, json);
        var all = new ArrayList<>(data.linXiao());
        data.orders().forEach(all::add);
        return all;
    }

    private static boolean signedWithin(StoredOrder stored, int fromHours, int toHours) {
        var signedAt = stored.order().signedAt();
        if (signedAt == null) {
            return false;
        }
        var hours = Duration.between(signedAt, NOW).toHours();
        return hours >= fromHours && hours <= toHours;
    }

    private static String category(StoredOrder stored) {
        Order.Line line = stored.order().lines().getFirst();
        return line.category();
    }

    private static boolean allFresh(JsonNode order) {
        for (var line : order.get("lines")) {
            if (!line.get("category").asString().equals("FRESH")) {
                return false;
            }
        }
        return true;
    }

    private static long sum(JsonNode items, String field, @Nullable String times) {
        long sum = 0;
        for (var item : items) {
            sum += number(item, field) * (times == null ? 1 : number(item, times));
        }
        return sum;
    }

    private static long number(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asLong() : 0;
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.get(field).asString());
    }
}
