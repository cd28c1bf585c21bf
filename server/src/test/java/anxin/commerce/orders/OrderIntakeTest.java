package anxin.commerce.orders;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.commerce.Order;
import anxin.commerce.OrderKey;
import anxin.commerce.Orders;
import anxin.commerce.StoredOrder;
import anxin.commerce.intake.Taken;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class OrderIntakeTest {

    @Autowired OrderIntake intake;
    @Autowired Orders orders;
    @Autowired JsonMapper json;

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void an_order_is_found_as_it_was_sent_with_everything_else_not_so() {
        take(order("A-1", 1, "SIGNED"));
        var stored = find("A-1");
        assertThat(stored.order().fulfil()).isEqualTo(Order.Fulfilment.SIGNED);
        assertThat(stored.order().lines().getFirst().hygieneSealed()).isFalse();
        assertThat(stored.order().lines().getFirst().stock()).isZero();
        assertThat(stored.order().lines().getFirst().durable()).isFalse();
        assertThat(stored.order().carrier()).isNull();
        assertThat(stored.contact().name()).isEqualTo("林晓");
        assertThat(stored.paidMinor()).isEqualTo(139_00);
        assertThat(stored.customerId()).isEqualTo("lin-xiao");
    }

    @Test
    void the_number_of_the_address_need_not_be_said_again() {
        var sent =
                json.readTree(
                        """
                {"payStatus":"PAID","fulfil":"SIGNED","currency":"CNY",
                 "lines":[{"id":"1","sku":"S1","category":"FOOD","qty":1,"paidMinor":100}]}
                """);
        intake.put(shop, new OrderNumber("A-9"), json.convertValue(sent, NewOrder.class));
        assertThat(find("A-9").order().no()).isEqualTo("A-9");
        assertThat(pointers(take(sent).getFirst())).containsExactly("/no");
    }

    @Test
    void the_same_order_sent_again_changes_nothing() {
        assertThat(take(order("A-1", 1, "SHIPPED"))).containsExactly(new Taken.Stored("A-1"));
        var before = find("A-1");
        assertThat(take(order("A-1", 1, "SHIPPED"))).containsExactly(new Taken.Stored("A-1"));
        assertThat(find("A-1")).isEqualTo(before);
    }

    @Test
    void an_older_write_never_overwrites_a_newer_one() {
        take(order("A-1", 7, "SIGNED"));
        assertThat(take(order("A-1", 6, "SHIPPED"))).containsExactly(new Taken.Stale("A-1"));
        assertThat(find("A-1").order().fulfil()).isEqualTo(Order.Fulfilment.SIGNED);
        assertThat(find("A-1").sourceVersion()).isEqualTo(7);
    }

    @Test
    void writes_may_arrive_in_any_order_and_in_any_batches() {
        var states = List.of("UNSHIPPED", "SHIPPED", "SIGNED", "REFUSED", "PICKED_UP", "UNSHIPPED");
        var random = new Random(3);
        var outcomes = new HashSet<Order.Fulfilment>();
        for (int round = 0; round < 20; round++) {
            var writes = new ArrayList<JsonNode>();
            for (int version = 0; version < states.size(); version++) {
                // The last two claim the same version with different content.
                writes.add(order("A-1", Math.min(version, 4), states.get(version)));
            }
            Collections.shuffle(writes, random);
            var cut = random.nextInt(writes.size());
            var place = new ShopId(shop.value() + "-" + round);
            intake.take(place, writes.subList(0, cut));
            intake.take(place, writes.subList(cut, writes.size()));
            var stored = orders.find(place, new OrderNumber("A-1")).orElseThrow();
            assertThat(stored.sourceVersion()).isEqualTo(4);
            outcomes.add(stored.order().fulfil());
        }
        assertThat(outcomes).as("one of the two, the same one every time").hasSize(1);
    }

    @Test
    void a_write_without_version_and_time_is_newer_than_the_one_before() {
        take(order("A-1", null, "SHIPPED"));
        take(order("A-1", null, "SIGNED"));
        assertThat(find("A-1").order().fulfil()).isEqualTo(Order.Fulfilment.SIGNED);
        take(order("A-1", null, "SHIPPED"));
        assertThat(find("A-1").order().fulfil()).isEqualTo(Order.Fulfilment.SHIPPED);
    }

    @Test
    void a_discount_over_the_whole_order_is_frozen_into_its_lines() {
        take(
                json.readTree(
                        """
                        {"no":"A-1","payStatus":"PAID","fulfil":"UNSHIPPED","currency":"CNY","discountMinor":1000,
                         "lines":[{"id":"1","sku":"S1","category":"FOOD","qty":1,"unitListMinor":3333},
                                  {"id":"2","sku":"S2","category":"FOOD","qty":2,"unitListMinor":3333},
                                  {"id":"3","sku":"G","category":"FOOD","qty":1,"gift":true,"unitListMinor":500}],
                         "tenders":[{"kind":"WECHAT","minor":8999}]}
                        """));
        assertThat(find("A-1").order().lines())
                .extracting(Order.Line::paidMinor)
                .containsExactly(3333L - 333, 6666L - 667, 0L);
    }

    @Test
    void a_malformed_order_hinders_no_other_and_is_told_place_by_place() {
        var taken =
                take(
                        order("A-1", 1, "SIGNED"),
                        json.readTree(
                                """
                                {"no":"A-2","payStatus":"PAID","fulfil":"FLOWN","currency":"CNY","lines":[]}
                                """),
                        json.readTree(
                                """
                                {"no":"A-3","payStatus":"PAID","fulfil":"SIGNED","currency":"CNY",
                                 "lines":[{"id":"1","sku":"S","category":"food","qty":0,"paidMinor":-1}]}
                                """),
                        json.readTree(
                                """
                                {"no":"A-4","payStatus":"PAID","fulfil":"SIGNED","currency":"CNY",
                                 "lines":[{"id":"1","sku":"S","category":"FOOD","qty":1,"paidMinor":100}],
                                 "tenders":[{"kind":"ALIPAY","minor":99}]}
                                """));
        assertThat(taken.get(0)).isEqualTo(new Taken.Stored("A-1"));
        assertThat(pointers(taken.get(1))).containsExactly("/fulfil");
        assertThat(pointers(taken.get(2)))
                .containsExactly("/lines/0/category", "/lines/0/paidMinor", "/lines/0/qty");
        assertThat(pointers(taken.get(3))).containsExactly("/tenders");
        assertThat(orders.ofShop(shop, null, 50).items()).hasSize(1);
    }

    @Test
    void many_orders_of_several_shops_are_found_at_once() {
        var other = new ShopId(shop.value() + "-b");
        intake.take(shop, List.of(order("A-1", 1, "SIGNED"), order("A-2", 1, "SIGNED")));
        intake.take(other, List.of(order("A-1", 1, "SHIPPED")));
        var found =
                orders.findAll(
                        List.of(
                                new OrderKey(shop, new OrderNumber("A-1")),
                                new OrderKey(shop, new OrderNumber("A-1")),
                                new OrderKey(other, new OrderNumber("A-1")),
                                new OrderKey(other, new OrderNumber("A-2"))));
        assertThat(found)
                .extracting(StoredOrder::key)
                .containsExactlyInAnyOrder(
                        new OrderKey(shop, new OrderNumber("A-1")),
                        new OrderKey(other, new OrderNumber("A-1")));
    }

    @Test
    void a_customers_orders_come_page_by_page_newest_first() {
        var sent = new ArrayList<JsonNode>();
        for (int day = 10; day < 17; day++) {
            sent.add(order("P-" + day, 1, "SIGNED", "2026-10-" + day + "T08:00:00Z"));
            sent.add(order("Q-" + day, 1, "SIGNED", "2026-10-" + day + "T08:00:00Z"));
        }
        intake.take(shop, sent);
        var numbers = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = orders.ofCustomer(shop, "lin-xiao", after, 3);
            page.items().forEach(order -> numbers.add(order.order().no()));
            after = page.next();
        } while (after != null);
        assertThat(numbers).hasSize(14).doesNotHaveDuplicates();
        assertThat(numbers.subList(0, 3)).containsExactly("P-16", "Q-16", "P-15");
        assertThat(orders.ofCustomer(shop, "somebody-else", null, 3).items()).isEmpty();
    }

    private List<Taken> take(JsonNode... documents) {
        return intake.take(shop, List.of(documents));
    }

    private StoredOrder find(String number) {
        return orders.find(shop, new OrderNumber(number)).orElseThrow();
    }

    private static List<String> pointers(Taken taken) {
        return ((Taken.Refused) taken).fields().stream().map(field -> field.pointer()).toList();
    }

    private JsonNode order(String number, @Nullable Integer version, String fulfil) {
        return order(number, version, fulfil, "2026-11-10T08:00:00Z");
    }

    private JsonNode order(String number, @Nullable Integer version, String fulfil, String paidAt) {
        return json.readTree(
                """
                {"no":"%s","sourceVersion":%s,"payStatus":"PAID","fulfil":"%s","paidAt":"%s","currency":"CNY",
                 "freightMinor":1000,"customer":{"id":"lin-xiao","tier":"GOLD"},
                 "buyer":{"name":"林晓","phone":"13812345678","email":"lin@example.com"},
                 "lines":[{"id":"1","sku":"TEA-1","title":"明前龙井","category":"FOOD","qty":1,"paidMinor":12900,
                           "hygieneSealed":false,"stock":0}],
                 "tenders":[{"kind":"WECHAT","minor":13900}]}
                """
                        .formatted(number, version, fulfil, paidAt));
    }
}
