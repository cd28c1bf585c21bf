package anxin.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ShopKnowledgeTest {

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private RequestPostProcessor key;

    @BeforeEach
    void a_shop_with_a_key_of_its_own() {
        key = people.withKey(List.of(Permission.COMMERCE_READ, Permission.COMMERCE_WRITE), shop);
        var otherKey = people.withKey(List.of(Permission.COMMERCE_WRITE), other);
        assertThat(put("/api/v1/shops/" + shop, SHOP, key)).hasStatusOk();
        assertThat(put("/api/v1/shops/" + other, SHOP, otherKey)).hasStatusOk();
    }

    @Test
    void an_order_sent_twice_is_there_once_and_an_older_one_does_not_bring_the_past_back() {
        assertThat(put(orderAt("A-1"), order("A-1", 2, "SIGNED"), key))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("stale")
                .isEqualTo(false);
        put(orderAt("A-1"), order("A-1", 2, "SIGNED"), key);
        var late = put(orderAt("A-1"), order("A-1", 1, "SHIPPED"), key);
        assertThat(late).hasStatusOk().bodyJson().extractingPath("stale").isEqualTo(true);
        assertThat(late).bodyJson().extractingPath("order.fulfil").isEqualTo("SIGNED");
        assertThat(get("/api/v1/shops/" + shop + "/orders", key))
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .hasSize(1);
    }

    @Test
    void a_key_of_another_shop_finds_nothing_here() {
        put(orderAt("A-1"), order("A-1", 1, "SIGNED"), key);
        var stranger =
                people.withKey(List.of(Permission.COMMERCE_READ, Permission.COMMERCE_WRITE), other);
        assertThat(get(orderAt("A-1"), stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/orders", stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/products/S", stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/stores", stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/live-sessions", stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/promotions", stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops/" + shop + "/parcels/SF1", stranger)).hasStatus(404);
        assertThat(put(orderAt("A-1"), order("A-1", 9, "SHIPPED"), stranger)).hasStatus(404);
        assertThat(get("/api/v1/shops", stranger))
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactly(other.value());
    }

    @Test
    void a_key_that_may_only_read_writes_nothing() {
        var reader = people.withKey(Permission.COMMERCE_READ, shop);
        assertThat(put(orderAt("A-1"), order("A-1", 1, "SIGNED"), reader)).hasStatus(403);
        assertThat(get(orderAt("A-1"), reader)).hasStatus(404);
    }

    @Test
    void what_is_wrong_with_an_order_is_told_place_by_place_in_the_readers_language() {
        var answer =
                http.put()
                        .uri(orderAt("A-1"))
                        .with(key)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"no":"A-1","payStatus":"PAID","fulfil":"SIGNED","currency":"CNY",
                                 "buyer":{"email":"nobody"},
                                 "lines":[{"id":"1","sku":"S","category":"FOOD","qty":0,"paidMinor":1}]}
                                """)
                        .exchange();
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("fields[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder("/buyer/email", "/lines/0/qty");
        assertThat(answer)
                .bodyJson()
                .extractingPath("fields[?(@.pointer=='/lines/0/qty')].expected")
                .asArray()
                .containsExactly("must be a whole number above 0");
    }

    @Test
    void personal_data_is_masked_unless_asked_for_by_somebody_who_may() {
        put(orderAt("A-1"), order("A-1", 1, "SIGNED"), key);
        assertThat(get(orderAt("A-1"), key))
                .bodyJson()
                .extractingPath("buyer")
                .asMap()
                .containsEntry("name", "林*")
                .containsEntry("phone", "138****5678")
                .containsEntry("email", "l***@example.com");
        assertThat(get(orderAt("A-1") + "?personal=true", key)).hasStatus(403);
        var trusted =
                people.asStaff(List.of(Permission.COMMERCE_READ, Permission.PERSONAL_READ), shop);
        assertThat(get(orderAt("A-1") + "?personal=true", trusted))
                .bodyJson()
                .extractingPath("buyer.phone")
                .isEqualTo("13812345678");
    }

    @Test
    void a_parcels_traces_move_its_order_whichever_of_the_two_is_heard_of_first() {
        var signed =
                """
                {"trackingNo":"SF1","orderNumber":"A-1","carrier":"SF","traces":[
                  {"at":"2026-11-11T08:00:00Z","status":"COLLECTED","text":"已揽收","place":"杭州"},
                  {"at":"2026-11-12T09:30:00Z","status":"SIGNED","text":"本人签收"}]}
                """;
        var onTheWay =
                """
                {"trackingNo":"SF1","orderNumber":"A-1","carrier":"SF","traces":[
                  {"at":"2026-11-12T01:00:00Z","status":"OUT_FOR_DELIVERY"}]}
                """;
        assertThat(put("/api/v1/shops/" + shop + "/parcels/SF1", signed, key)).hasStatusOk();
        put(orderAt("A-1"), order("A-1", 1, "UNSHIPPED"), key);
        put("/api/v1/shops/" + shop + "/parcels/SF1", onTheWay, key);
        var order = get(orderAt("A-1"), key);
        assertThat(order).bodyJson().extractingPath("order.fulfil").isEqualTo("SIGNED");
        assertThat(order).bodyJson().extractingPath("order.signedBy").isEqualTo("SELF");
        assertThat(order)
                .bodyJson()
                .extractingPath("order.signedAt")
                .isEqualTo("2026-11-12T09:30:00Z");
        assertThat(order)
                .bodyJson()
                .extractingPath("order.carrier.lastTraceAt")
                .isEqualTo("2026-11-12T09:30:00Z");
        assertThat(get("/api/v1/shops/" + shop + "/orders/A-1/parcels", key))
                .bodyJson()
                .extractingPath("$[0].traces")
                .asArray()
                .hasSize(3);
    }

    @Test
    void an_order_in_two_parcels_is_signed_when_both_are() {
        put(orderAt("A-1"), order("A-1", 1, "UNSHIPPED"), key);
        put(parcelAt("SF1"), parcel("SF1", "SIGNED", "2026-11-11T08:00:00Z"), key);
        put(parcelAt("SF2"), parcel("SF2", "IN_TRANSIT", "2026-11-11T09:00:00Z"), key);
        var half = get(orderAt("A-1"), key);
        assertThat(half).bodyJson().extractingPath("order.fulfil").isEqualTo("SHIPPED");
        assertThat(half).bodyJson().extractingPath("order.carrier.status").isEqualTo("IN_TRANSIT");
        put(parcelAt("SF2"), parcel("SF2", "SIGNED", "2026-11-12T08:00:00Z"), key);
        assertThat(get(orderAt("A-1"), key))
                .bodyJson()
                .extractingPath("order.signedAt")
                .isEqualTo("2026-11-12T08:00:00Z");
    }

    @Test
    void stores_are_found_across_shops_by_number_name_or_city() {
        put("/api/v1/shops/" + shop + "/stores/S1", STORE, key);
        var found = get("/api/v1/stores?shop=" + shop + "&q=lake", key);
        assertThat(found).hasStatusOk().bodyJson().extractingPath("items[0].id").isEqualTo("S1");
        for (var nothing : List.of("_", "nowhere")) {
            assertThat(get("/api/v1/stores?shop=" + shop + "&q=" + nothing, key))
                    .bodyJson()
                    .extractingPath("items")
                    .asArray()
                    .isEmpty();
        }
        var stranger = people.withKey(Permission.COMMERCE_READ, other);
        assertThat(get("/api/v1/stores", stranger))
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .isEmpty();
        assertThat(get("/api/v1/stores?shop=" + shop, stranger)).hasStatus(404);
    }

    @Test
    void a_stores_stock_is_what_was_counted_last() {
        put("/api/v1/shops/" + shop + "/stores/S1", STORE, key);
        var at = "/api/v1/shops/" + shop + "/stores/S1/stock";
        assertThat(put(at, stock("2026-11-12T10:00:00Z", 5), key)).hasStatusOk();
        assertThat(put(at, stock("2026-11-12T09:00:00Z", 99), key))
                .bodyJson()
                .extractingPath("stale")
                .isEqualTo(true);
        assertThat(get(at, key)).bodyJson().extractingPath("items[0].qty").isEqualTo(5);
        assertThat(
                        put(
                                "/api/v1/shops/" + shop + "/stores/S2/stock",
                                stock("2026-11-12T10:00:00Z", 5),
                                key))
                .hasStatus(404);
    }

    @Test
    void products_live_sessions_and_promotions_come_back_as_they_were_sent() {
        assertThat(
                        put(
                                "/api/v1/shops/" + shop + "/products/TEA-1",
                                """
                                {"sku":"TEA-1","spu":"TEA","title":{"zh":"明前龙井 250g","en":"Longjing tea, 250 g"},
                                 "category":"FOOD","attributes":{"产地":"杭州"},"listPriceMinor":16800,
                                 "promises":["七天无理由退货"],"sourceVersion":3}
                                """,
                                key))
                .hasStatusOk();
        assertThat(get("/api/v1/shops/" + shop + "/products/TEA-1", key))
                .bodyJson()
                .extractingPath("currency")
                .as("the shop's own when nothing else is said")
                .isEqualTo("CNY");
        assertThat(
                        put(
                                "/api/v1/shops/" + shop + "/live-sessions/L1",
                                """
                                {"id":"L1","title":{"zh":"秋茶专场","en":"Autumn tea"},"startsAt":"2026-11-10T12:00:00Z",
                                 "endsAt":"2026-11-10T15:00:00Z","promiseDays":15,"skus":["TEA-1"]}
                                """,
                                key))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("session.promiseDays")
                .isEqualTo(15);
        assertThat(
                        put(
                                "/api/v1/shops/" + shop + "/promotions/D11",
                                """
                                {"id":"D11","name":{"zh":"双十一满减","en":"Double 11"},"type":"FULL_REDUCTION",
                                 "thresholdMinor":30000,"discountMinor":5000,"currency":"CNY",
                                 "startsAt":"2026-11-10T16:00:00Z","endsAt":"2026-11-09T16:00:00Z"}
                                """,
                                key))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("fields[0].pointer")
                .isEqualTo("/endsAt");
    }

    private static final String SHOP =
            """
            {"name":{"zh":"港湾茶集","en":"Harbour Tea"},"zone":"Asia/Shanghai","currency":"CNY"}
            """;

    private static final String STORE =
            """
            {"id":"S1","name":{"zh":"西湖店","en":"West Lake"},"city":"杭州"}
            """;

    private String orderAt(String number) {
        return "/api/v1/shops/" + shop + "/orders/" + number;
    }

    private String parcelAt(String trackingNo) {
        return "/api/v1/shops/" + shop + "/parcels/" + trackingNo;
    }

    private MvcTestResult put(String uri, String body, RequestPostProcessor as) {
        return http.put()
                .uri(uri)
                .with(as)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri, RequestPostProcessor as) {
        return http.get().uri(uri).with(as).exchange();
    }

    private static String stock(String countedAt, int qty) {
        return "{\"countedAt\":\"%s\",\"items\":[{\"sku\":\"TEA-1\",\"qty\":%d}]}"
                .formatted(countedAt, qty);
    }

    private static String parcel(String trackingNo, String status, String at) {
        return """
        {"trackingNo":"%s","orderNumber":"A-1","traces":[{"at":"%s","status":"%s"}]}
        """
                .formatted(trackingNo, at, status);
    }

    private static String order(String number, int version, String fulfil) {
        return """
        {"no":"%s","sourceVersion":%d,"payStatus":"PAID","fulfil":"%s","paidAt":"2026-11-10T08:00:00Z",
         "currency":"CNY","customer":{"id":"lin-xiao"},
         "buyer":{"name":"林晓","phone":"13812345678","email":"lin@example.com"},
         "lines":[{"id":"1","sku":"TEA-1","title":"明前龙井","category":"FOOD","qty":1,"paidMinor":12900}]}
        """
                .formatted(number, version, fulfil);
    }
}
