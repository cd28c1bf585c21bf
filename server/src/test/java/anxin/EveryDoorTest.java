package anxin;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.identity.Caller;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.ForStaff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks past every endpoint of the house, those of tomorrow too: each refuses whoever has not the
 * right that it names, and none shows a row of another shop or of another customer.
 */
@AnxinTest
class EveryDoorTest {

    /** One endpoint. */
    private record Door(HttpMethod method, String path, Annotation duty, boolean multipart) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean changes() {
            return method != HttpMethod.GET;
        }
    }

    /**
     * Bodies that pass the first look, for endpoints that change a row; without an entry {@code
     * {}}.
     */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry(
                            "PUT /api/v1/keys/{id}",
                            "{\"name\":\"n\",\"scopes\":[\"CASE_READ\"],\"shops\":[\"SHOP\"]}"),
                    Map.entry(
                            "PUT /api/v1/people/{id}",
                            "{\"login\":\"LOGIN\",\"name\":\"n\",\"shops\":[\"SHOP\"],\"roles\":[\"agent\"]}"),
                    Map.entry("PUT /api/v1/people/{id}/provider", "{\"subject\":\"s\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/approval-requests/{request}/refusal",
                            "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/orders/{number}/chargebacks/{id}",
                            "{\"reference\":\"CB-1\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}",
                            "{\"orderNumber\":\"HT-1\",\"reason\":\"NO_REASON\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}/messages/{messageId}",
                            "{\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}/evidence",
                            "{\"evidence\":[\"00000000-0000-0000-0000-000000000009\"]}"),
                    Map.entry("PUT /api/v1/cases/{id}/messages/{messageId}", "{\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/refusal", "{\"reason\":\"NOT_COVERED\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/evidence-request",
                            "{\"what\":[\"GOODS_OVERVIEW\"]}"),
                    Map.entry("PUT /api/v1/cases/{id}/resolution", "{\"solution\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/ruling",
                            "{\"forBuyer\":true,\"reasons\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/inspection-mismatch",
                            "{\"finding\":\"x\",\"proposalPct\":60}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/replacement-shipment",
                            "{\"carrier\":\"SF\",\"trackingNo\":\"SF1234567890\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/repair",
                            "{\"carrier\":\"SF\",\"trackingNo\":\"SF1234567890\"}"),
                    Map.entry(
                            "PUT /api/v1/logistics-tasks/{taskId}/outcome",
                            "{\"outcome\":\"DONE\"}"),
                    Map.entry(
                            "PUT /api/v1/making-steps/{stepId}/outcome", "{\"outcome\":\"DONE\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}/pick-up",
                            "{\"from\":\"2026-11-14T02:00:00Z\",\"until\":\"2026-11-14T04:00:00Z\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/transfers/{transferId}",
                            "{\"team\":\"LOGISTICS\",\"limitHours\":24,\"reason\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/transfers/{transferId}/answer",
                            "{\"answer\":\"x\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/repair-failure", "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/store-receipt",
                            "{\"code\":\"ACDEFGHJ\",\"returnedSku\":\"S1\",\"passed\":true}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/hand-over",
                            "{\"code\":\"ACDEFGHJ\",\"returnedSku\":\"S1\",\"givenSku\":\"S1\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}/shipment",
                            "{\"carrier\":\"SF\",\"trackingNo\":\"SF1234567890\"}"),
                    Map.entry(
                            "PUT /api/v1/portal/cases/{id}/choice",
                            "{\"option\":\"RETURN_REFUND\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/offer", "{\"options\":[\"RETURN_REFUND\"]}"),
                    Map.entry("PUT /api/v1/cases/{id}/extension", "{\"hours\":24}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/offline-payments/{paymentId}",
                            "{\"accountName\":\"n\",\"bank\":\"b\",\"accountNumber\":\"12345678\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/offline-payments/{paymentId}/confirmation",
                            "{\"voucherNo\":\"V\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/offline-payments/{paymentId}/refusal",
                            "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/refund-incidents/{id}/closing",
                            "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/payment-gateways/{kind}",
                            "{\"tenders\":[\"CARD\"],\"settings\":{}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/language-endpoint",
                            "{\"address\":\"https://m.example/v1\",\"model\":\"m\",\"purposes\":[\"ANSWER\"],\"atOnce\":1,\"currency\":\"CNY\"}"),
                    Map.entry("POST /api/v1/conversations/{id}/drafts", "{\"kind\":\"SUMMARY\"}"),
                    Map.entry(
                            "POST /api/v1/conversations/{id}/translations",
                            "{\"text\":\"x\",\"to\":\"en\"}"),
                    Map.entry(
                            "POST /api/v1/language/opinions", "{\"shop\":\"SHOP\",\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/shops/{shop}/policy/draft", "{\"document\":{}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/policy/versions/{number}/roll-back",
                            "{\"to\":1}"),
                    Map.entry("PUT /api/v1/shops/{shop}/policy/trials/{id}", "{\"cases\":10}"),
                    Map.entry("PUT /api/v1/shops/{shop}/platforms/{platform}", "{\"settings\":{}}"),
                    Map.entry("PUT /api/v1/cases/{id}/reship", "{\"note\":\"x\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/calls/{call}", "{\"note\":\"x\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/bot-messages/{message}", "{\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}",
                            "{\"shop\":\"nowhere\",\"orderNumber\":\"1\",\"reason\":\"QUALITY\"}"),
                    Map.entry("PUT /api/v1/portal/cases/{id}/resolution", "{\"solved\":true}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/remedies/{remedyId}",
                            "{\"type\":\"EXCHANGE\",\"reason\":\"QUALITY\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/expert-links/{linkId}", "{\"reason\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/cases/{id}/expert-links/{linkId}/solution",
                            "{\"solution\":\"x\"}"),
                    Map.entry("PUT /api/v1/shops/{shop}/telling", "{\"channels\":{}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/message-templates/{step}/{channel}/{lang}",
                            "{\"subject\":\"s\",\"body\":\"b\"}"),
                    Map.entry(
                            "POST /api/v1/shops/{shop}/message-templates/{step}/{channel}/{lang}/preview",
                            "{\"subject\":\"s\",\"body\":\"b\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/message-channels/{channel}",
                            "{\"kind\":\"ALIYUN_SMS\",\"settings\":{}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/message-channels/{channel}/tests/{id}",
                            "{\"to\":\"13800000021\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/subscriptions/{id}",
                            "{\"url\":\"https://example.com/\",\"types\":[\"aftersales.*\"]}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/intents/{key}",
                            "{\"nameZh\":\"n\",\"nameEn\":\"n\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/intents/{key}/merge",
                            "{\"into\":\"order_query\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/intents/{key}/examples/{id}",
                            "{\"text\":\"x\",\"language\":\"zh\"}"),
                    Map.entry("PUT /api/v1/shops/{shop}/language-models/live", "{\"version\":0}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/articles/{id}/draft",
                            "{\"language\":\"zh\",\"question\":\"q\",\"answer\":\"a\"}"),
                    Map.entry("PUT /api/v1/shops/{shop}/articles/{id}/refusal", "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/articles/{id}/uses/{use}",
                            "{\"place\":\"DESK\",\"outcome\":\"USED\"}"),
                    Map.entry(
                            "PUT /api/v1/conversations/{id}/script-suggestions/{suggestion}",
                            "{\"key\":\"ship.when\",\"language\":\"zh\",\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/script-trials/{id}",
                            "{\"language\":\"zh\",\"first\":\"ship.when\",\"second\":\"ship.late\"}"),
                    Map.entry("PUT /api/v1/shops/{shop}/gaps/{id}/draft", "{\"kind\":\"ARTICLE\"}"),
                    Map.entry("POST /api/v1/shops/{shop}/wording-checks", "{\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/scripts/{key}/{language}/draft",
                            "{\"scene\":\"order\",\"intents\":[\"ship_urge\"],\"emotion\":\"NEUTRAL\",\"tone\":\"WARM\",\"channel\":\"ANY\",\"state\":\"ANY\",\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/scripts/{key}/{language}/refusal",
                            "{\"note\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/scripts/{key}/{language}/live",
                            "{\"number\":0}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/scripts/{key}/{language}/vote",
                            "{\"good\":true}"),
                    Map.entry("POST /api/v1/shops/{shop}/articles/preview", "{\"answer\":\"a\"}"),
                    Map.entry(
                            "POST /api/v1/knowledge/answers", "{\"shop\":\"SHOP\",\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/article-proposals/{id}",
                            "{\"language\":\"zh\",\"question\":\"q\",\"answer\":\"a\"}"),
                    Map.entry("PUT /api/v1/cases/{id}/assignment", "{\"to\":null}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/channels/{channel}",
                            "{\"kind\":\"WEBHOOK\",\"name\":\"n\"}"),
                    Map.entry(
                            "PUT /api/v1/conversations/{id}/messages/{messageId}",
                            "{\"text\":\"x\",\"note\":false}"),
                    Map.entry("PUT /api/v1/portal/chat/messages/{id}", "{\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/conversations/{id}/assignment", "{\"to\":null}"),
                    Map.entry("PUT /api/v1/conversations/{id}/state", "{\"state\":\"CLOSED\"}"),
                    Map.entry("PUT /api/v1/conversations/{id}/tags", "{\"tags\":[\"t\"]}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/routing",
                            "{\"version\":0,\"plan\":{\"queues\":[{\"id\":\"all\",\"nameZh\":\"n\",\"nameEn\":\"n\",\"level\":1,"
                                    + "\"languages\":[],\"liveWeight\":2,\"writtenWeight\":1,\"lastAgentSeconds\":0,"
                                    + "\"returnSeconds\":60}],\"rules\":[]}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/agents/{person}",
                            "{\"capacity\":5,\"skills\":[]}"),
                    Map.entry("PUT /api/v1/tickets/{id}", "{\"shop\":\"SHOP\",\"problem\":\"x\"}"),
                    Map.entry("PUT /api/v1/tickets/{id}/notes/{noteId}", "{\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/tickets/{id}/triage",
                            "{\"type\":\"OTHER\",\"grade\":\"SIMPLE\",\"priority\":\"LOW\"}"),
                    Map.entry(
                            "PUT /api/v1/tickets/{id}/owner",
                            "{\"owner\":{\"team\":\"AFTERSALES\"}}"),
                    Map.entry(
                            "PUT /api/v1/tickets/{id}/results/{resultId}",
                            "{\"text\":\"x\",\"through\":\"SPOKEN\"}"),
                    Map.entry("PUT /api/v1/tickets/{id}/customers-word", "{\"solved\":true}"),
                    Map.entry("PUT /api/v1/tickets/{id}/reopening", "{\"reason\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/tickets/{id}/requests/{requestId}",
                            "{\"party\":\"WAREHOUSE\",\"question\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/tickets/{id}/requests/{requestId}/reply",
                            "{\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/ticket-requests/{id}/answer", "{\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/ticket-requests/{id}/question", "{\"text\":\"x\"}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/ticket-settings",
                            "{\"version\":0,\"settings\":{\"rules\":[],\"limits\":{\"simpleHours\":8,"
                                    + "\"complexHours\":24,\"complaintHours\":48,\"escalateMinutes\":240,"
                                    + "\"confirmHours\":48,\"readHours\":4,\"repeatDays\":30},"
                                    + "\"parties\":[],\"outside\":[]}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/bot-settings",
                            "{\"version\":0,\"settings\":{\"on\":false,\"name\":{\"zh\":\"x\",\"en\":\"x\"},"
                                    + "\"greeting\":{\"zh\":\"x\",\"en\":\"x\"},\"channels\":[],\"sure\":0.5,"
                                    + "\"anger\":0.5,\"patienceSeconds\":20}}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/bot-flows/draft",
                            "{\"version\":0,\"document\":{}}"),
                    Map.entry("PUT /api/v1/shops/{shop}/bot-flows/publication", "{\"version\":1}"),
                    Map.entry("PUT /api/v1/shops/{shop}/bot-flows/roll-back", "{\"to\":0}"),
                    Map.entry("POST /api/v1/shops/{shop}/bot-trials", "{\"said\":[\"x\"]}"),
                    Map.entry(
                            "PUT /api/v1/shops/{shop}/bot-recordings/{id}",
                            "{\"name\":\"x\",\"said\":[\"x\"]}"),
                    Map.entry("PUT /api/v1/conversations/{id}/bot/mark", "{\"wrong\":true}"),
                    Map.entry("PUT /api/v1/conversations/{id}/draft", "{\"text\":\"x\"}"),
                    Map.entry("PUT /api/v1/conversations/{id}/seen", "{\"seq\":1}"),
                    Map.entry("PUT /api/v1/conversations/{id}/presence", "{\"writing\":false}"),
                    Map.entry("PUT /api/v1/views/{id}", "{\"name\":\"n\",\"query\":\"q\"}"));

    /**
     * Creating with an id of one's own is open to all who may create: an id that another shop has
     * used is refused or answered with nothing of that shop's.
     */
    private static final Set<String> CREATES =
            Set.of(
                    "PUT /api/v1/keys/{id}",
                    "PUT /api/v1/people/{id}",
                    "PUT /api/v1/tickets/{id}",
                    "PUT /api/v1/portal/cases/{id}",
                    "PUT /api/v1/views/{id}",
                    "DELETE /api/v1/views/{id}",
                    "PUT /api/v1/portal/evidence/{id}",
                    "PUT /api/v1/portal/chat/messages/{id}",
                    "PUT /api/v1/portal/chat/attachments/{id}",
                    "PUT /api/v1/portal/push-subscriptions/{id}");

    private final ShopId harbourTea =
            new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId mulan = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    /**
     * Example rows of Harbour Tea, one for each thing that an address without a shop can name: the
     * longest beginning that fits gives the values of the variables.
     */
    private final Map<String, Supplier<Map<String, String>>> rows =
            Map.ofEntries(
                    row("/api/v1/keys/{id}", () -> Map.of("id", aKey())),
                    row("/api/v1/people/{id}", () -> Map.of("id", aPerson())),
                    row(
                            "/api/v1/cases/{id}",
                            () ->
                                    Map.of(
                                            "id",
                                            aCase(),
                                            "messageId",
                                            UUID.randomUUID().toString(),
                                            "evidenceId",
                                            UUID.randomUUID().toString())),
                    row(
                            "/api/v1/conversations/{id}",
                            () ->
                                    Map.of(
                                            "id",
                                            aConversation(),
                                            "suggestion",
                                            UUID.randomUUID().toString(),
                                            "messageId",
                                            UUID.randomUUID().toString())),
                    row(
                            "/api/v1/tickets/{id}",
                            () ->
                                    Map.of(
                                            "id",
                                            aTicket(),
                                            "requestId",
                                            aRequest(),
                                            "noteId",
                                            UUID.randomUUID().toString(),
                                            "resultId",
                                            UUID.randomUUID().toString())),
                    row("/api/v1/ticket-requests/{id}", () -> Map.of("id", aRequest())),
                    row(
                            "/api/v1/portal/cases/{id}",
                            () -> Map.of("id", aCase(), "messageId", UUID.randomUUID().toString())),
                    row(
                            "/api/v1/portal/chat/messages/{id}",
                            () -> Map.of("id", UUID.randomUUID().toString())),
                    row(
                            "/api/v1/portal/chat/attachments/{id}",
                            () -> Map.of("id", UUID.randomUUID().toString())),
                    row("/api/v1/portal/orders/{number}", () -> Map.of("number", "HT-1")),
                    row(
                            "/api/v1/portal/evidence/{id}",
                            () -> Map.of("id", UUID.randomUUID().toString())),
                    row(
                            "/api/v1/logistics-tasks/{taskId}",
                            () -> Map.of("taskId", UUID.randomUUID().toString())),
                    row(
                            "/api/v1/making-steps/{stepId}",
                            () -> Map.of("stepId", UUID.randomUUID().toString())),
                    row(
                            "/api/v1/portal/push-subscriptions/{id}",
                            () -> Map.of("id", UUID.randomUUID().toString())),
                    row("/api/v1/messages/{id}", () -> Map.of("id", UUID.randomUUID().toString())),
                    row("/api/v1/views/{id}", () -> Map.of("id", UUID.randomUUID().toString())));

    private static Map.Entry<String, Supplier<Map<String, String>>> row(
            String begins, Supplier<Map<String, String>> values) {
        return Map.entry(begins, values);
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;

    private final Map<String, String> made = new LinkedHashMap<>();

    @BeforeEach
    void twoShops() {
        for (var shop : List.of(harbourTea, mulan)) {
            put(
                    "/api/v1/shops/" + shop,
                    """
                    {"name":{"zh":"港湾茶集","en":"Harbour Tea"},"zone":"Asia/Shanghai","currency":"CNY"}
                    """,
                    people.withKey(Permission.COMMERCE_WRITE, shop));
        }
        put(
                "/api/v1/shops/" + harbourTea + "/orders/HT-1",
                """
                {"no":"HT-1","payStatus":"PAID","paidAt":"2026-11-01T02:00:00Z","fulfil":"SIGNED",
                 "signedAt":"2026-11-10T02:00:00Z","currency":"CNY","customer":{"id":"lin-xiao"},
                 "buyer":{"name":"林晓","phone":"13800000021"},
                 "lines":[{"id":"1","sku":"S1","category":"APPAREL","qty":1,"paidMinor":9900}],
                 "tenders":[{"kind":"WECHAT","minor":9900}]}
                """,
                people.withKey(Permission.COMMERCE_WRITE, harbourTea));
    }

    @Test
    void every_door_says_who_may_come_in_once() {
        var silent = new ArrayList<String>();
        mapping.getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            if (isOurs(handler) && duties(handler).size() != 1) {
                                silent.add(handler.toString());
                            }
                        });
        assertThat(silent)
                .as(
                        "each endpoint carries exactly one of @Needs, @ForStaff, @ForCustomers, @ForEveryone")
                .isEmpty();
        assertThat(doors()).hasSizeGreaterThan(30);
    }

    @Test
    void nobody_comes_in_without_having_signed_in() {
        each(
                door -> !(door.duty() instanceof ForEveryone),
                (door, softly) ->
                        softly.assertThat(status(door, harbourTea, null))
                                .as("%s, nobody", door)
                                .isEqualTo(401));
    }

    @Test
    void every_right_but_the_one_that_is_needed_opens_nothing() {
        for (var permission : Permission.values()) {
            var others = EnumSet.complementOf(EnumSet.of(permission));
            var staff = people.asStaff(others, harbourTea);
            var key = people.withKey(others, harbourTea);
            each(
                    door -> door.duty() instanceof Needs needs && needs.value() == permission,
                    (door, softly) -> {
                        for (var who : List.of(staff, key)) {
                            var answer = knock(door, harbourTea, who);
                            softly.assertThat(answer.getStatus())
                                    .as("%s without %s", door, permission)
                                    .isEqualTo(403);
                            softly.assertThat(text(answer)).contains(permission.name());
                        }
                    });
        }
    }

    @Test
    void the_wrong_kind_of_caller_opens_nothing() {
        var staff = people.asStaff(List.of(Permission.values()), harbourTea);
        var key = people.withKey(List.of(Permission.values()), harbourTea);
        var customer = people.asCustomer(harbourTea, "lin-xiao");
        each(
                door -> !(door.duty() instanceof ForEveryone),
                (door, softly) -> {
                    if (door.duty() instanceof ForCustomers) {
                        softly.assertThat(status(door, harbourTea, staff))
                                .as("%s, staff", door)
                                .isEqualTo(401);
                        softly.assertThat(status(door, harbourTea, key))
                                .as("%s, key", door)
                                .isEqualTo(403);
                    } else {
                        softly.assertThat(status(door, harbourTea, customer))
                                .as("%s, customer", door)
                                .isEqualTo(401);
                    }
                    if (door.duty() instanceof ForStaff) {
                        softly.assertThat(status(door, harbourTea, key))
                                .as("%s, key", door)
                                .isEqualTo(403);
                    }
                });
    }

    @Test
    void no_change_by_cookie_alone() {
        var staff = withoutTheWord(people.asStaff(List.of(Permission.values()), harbourTea));
        var customer = withoutTheWord(people.asCustomer(harbourTea, "lin-xiao"));
        each(
                door -> door.changes() && !(door.duty() instanceof ForEveryone),
                (door, softly) -> {
                    var answer =
                            knock(
                                    door,
                                    harbourTea,
                                    door.duty() instanceof ForCustomers ? customer : staff);
                    softly.assertThat(answer.getStatus()).as("%s", door).isEqualTo(403);
                    softly.assertThat(text(answer)).as("%s", door).contains("X-CSRF");
                });
    }

    @Test
    void no_address_of_another_shop_is_there() {
        var strangers =
                List.of(
                        people.asStaff(List.of(Permission.values()), mulan),
                        people.withKey(List.of(Permission.values()), mulan));
        each(
                door -> door.path().contains("{shop}") && !(door.duty() instanceof ForEveryone),
                (door, softly) ->
                        strangers.forEach(
                                who ->
                                        softly.assertThat(status(door, harbourTea, who))
                                                .as("%s of another shop", door)
                                                .isEqualTo(404)));
    }

    @Test
    void no_row_of_another_shop_or_customer_is_seen_or_changed() {
        var staff = people.staff("Stranger", List.of(Permission.values()), "L5", List.of(), mulan);
        List<RequestPostProcessor> programs =
                List.of(people.as(staff), people.withKey(List.of(Permission.values()), mulan));
        List<RequestPostProcessor> customers =
                List.of(
                        people.asCustomer(harbourTea, "somebody-else"),
                        people.asCustomer(mulan, "lin-xiao"),
                        people.asCustomer(harbourTea, "lin-xiao", "HT-9"));
        Predicate<Door> names =
                door ->
                        door.path().contains("{")
                                && !door.path().contains("{shop}")
                                && !(door.duty() instanceof ForEveryone);
        Look refuses =
                (door, softly) -> {
                    var values = example(door);
                    var strangers = door.duty() instanceof ForCustomers ? customers : programs;
                    for (var who : strangers) {
                        if (door.duty() instanceof ForStaff && who == programs.getLast()) {
                            continue;
                        }
                        var answer = knock(door, mulan, who, values);
                        softly.assertThat(text(answer))
                                .as("%s tells", door)
                                .doesNotContain("林晓", harbourTea.value());
                        if (CREATES.contains(door.toString())) {
                            softly.assertThat(answer.getStatus()).as("%s", door).isLessThan(500);
                        } else if (door.changes()) {
                            softly.assertThat(answer.getStatus())
                                    .as(
                                            "%s by a stranger: %s (a 400 wants a valid body in BODIES)",
                                            door, text(answer))
                                    .isIn(403, 404);
                        } else {
                            // A key is refused alike everywhere an endpoint is for staff alone.
                            softly.assertThat(answer.getStatus())
                                    .as("%s by a stranger", door)
                                    .isIn(
                                            who == programs.getLast()
                                                    ? new Object[] {403, 404}
                                                    : new Object[] {404});
                        }
                    }
                };
        // Whoever makes a row of their own by the same id may do with that one what they like.
        each(names.and(door -> !CREATES.contains(door.toString())), refuses);
        each(names.and(door -> CREATES.contains(door.toString())), refuses);
    }

    @Test
    void what_strangers_do_not_see_is_there_for_those_whose_it_is() {
        var staff = people.asStaff(List.of(Permission.values()), harbourTea);
        var customer = people.asCustomer(harbourTea, "lin-xiao");
        each(
                door ->
                        !door.changes()
                                && List.of(
                                                "/api/v1/people/{id}",
                                                "/api/v1/cases/{id}",
                                                "/api/v1/conversations/{id}",
                                                "/api/v1/tickets/{id}",
                                                "/api/v1/ticket-requests/{id}",
                                                "/api/v1/portal/cases/{id}",
                                                "/api/v1/portal/orders/{number}")
                                        .contains(door.path()),
                (door, softly) ->
                        softly.assertThat(
                                        knock(
                                                        door,
                                                        harbourTea,
                                                        door.duty() instanceof ForCustomers
                                                                ? customer
                                                                : staff,
                                                        example(door))
                                                .getStatus())
                                .as("%s by its owner", door)
                                .isEqualTo(200));
    }

    @Test
    void no_list_holds_a_row_of_another_shop_or_customer() {
        aKey();
        aPerson();
        aConversation();
        aRequest();
        if (has("/api/v1/portal/cases/{id}")) {
            aCase();
        }
        var programs =
                List.of(
                        people.asStaff(List.of(Permission.values()), mulan),
                        people.withKey(List.of(Permission.values()), mulan));
        var customers =
                List.of(
                        people.asCustomer(harbourTea, "somebody-else"),
                        people.asCustomer(mulan, "lin-xiao"));
        each(
                door ->
                        !door.changes()
                                && !door.path().contains("{")
                                && !(door.duty() instanceof ForEveryone),
                (door, softly) -> {
                    var strangers = door.duty() instanceof ForCustomers ? customers : programs;
                    for (var who : strangers) {
                        for (var query : List.of("", "?shop=" + harbourTea)) {
                            var answer =
                                    send(MockMvcRequestBuilders.get(door.path() + query).with(who));
                            softly.assertThat(text(answer))
                                    .as("%s%s", door, query)
                                    .doesNotContain(
                                            "HT-1\"",
                                            made("key"),
                                            made("person"),
                                            made("case"),
                                            made("ticket"),
                                            made("request"),
                                            made("conversation"));
                            softly.assertThat(answer.getStatus()).as("%s", door).isLessThan(500);
                        }
                    }
                });
    }

    private interface Look {
        void at(Door door, SoftAssertions softly);
    }

    private void each(Predicate<Door> which, Look look) {
        var softly = new SoftAssertions();
        doors().stream().filter(which).forEach(door -> look.at(door, softly));
        softly.assertAll();
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        mapping.getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            var duties = duties(handler);
                            if (!isOurs(handler) || duties.size() != 1) {
                                return;
                            }
                            var multipart =
                                    info.getConsumesCondition().getConsumableMediaTypes().stream()
                                            .anyMatch(
                                                    type ->
                                                            type.includes(
                                                                    MediaType.MULTIPART_FORM_DATA));
                            for (var method : info.getMethodsCondition().getMethods()) {
                                for (var path : info.getPatternValues()) {
                                    doors.add(
                                            new Door(
                                                    method.asHttpMethod(),
                                                    path,
                                                    duties.getFirst(),
                                                    multipart));
                                }
                            }
                        });
        return doors;
    }

    private boolean has(String path) {
        return doors().stream().anyMatch(door -> door.path().equals(path));
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("anxin.");
    }

    private static List<Annotation> duties(HandlerMethod handler) {
        List<Class<? extends Annotation>> kinds =
                List.of(Needs.class, ForStaff.class, ForCustomers.class, ForEveryone.class);
        var found = new ArrayList<Annotation>();
        for (var kind : kinds) {
            var duty = handler.getMethod().getAnnotation(kind);
            if (duty != null) {
                found.add(duty);
            }
        }
        return found;
    }

    private Map<String, String> example(Door door) {
        return rows.entrySet().stream()
                .filter(row -> door.path().startsWith(row.getKey()))
                .max(java.util.Comparator.comparingInt(row -> row.getKey().length()))
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        door
                                                + " names a row by its id: add an example row of Harbour Tea"
                                                + " to EveryDoorTest.rows, so that we see that no other shop"
                                                + " reaches it"))
                .getValue()
                .get();
    }

    private int status(Door door, ShopId shop, @Nullable RequestPostProcessor who) {
        return knock(door, shop, who).getStatus();
    }

    private MockHttpServletResponse knock(
            Door door, ShopId shop, @Nullable RequestPostProcessor who) {
        return knock(door, shop, who, Map.of());
    }

    private MockHttpServletResponse knock(
            Door door,
            ShopId shop,
            @Nullable RequestPostProcessor who,
            Map<String, String> values) {
        var path = door.path().replace("{shop}", shop.value());
        for (var value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        path = path.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000007");
        if (door.multipart()) {
            var upload = MockMvcRequestBuilders.multipart(door.method(), path);
            upload.file(new MockMultipartFile("file", "x.jpg", "image/jpeg", new byte[] {1}));
            if (who != null) {
                upload.with(who);
            }
            return http.perform(upload).getResponse();
        }
        var body =
                BODIES.getOrDefault(door.toString(), "{}")
                        .replace("SHOP", shop.value())
                        .replace("LOGIN", "p-" + UUID.randomUUID());
        var request =
                MockMvcRequestBuilders.request(door.method(), path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "\"1\"")
                        .content(body);
        return send(who == null ? request : request.with(who));
    }

    private MockHttpServletResponse send(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        return http.perform(request).getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor withoutTheWord(RequestPostProcessor session) {
        return request -> {
            var signedIn = session.postProcessRequest(request);
            signedIn.removeHeader("X-CSRF");
            return signedIn;
        };
    }

    private String made(String what) {
        return made.getOrDefault(what, "(none was made)");
    }

    private String aKey() {
        return made.computeIfAbsent(
                "key",
                k -> {
                    var id = UUID.randomUUID().toString();
                    put(
                            "/api/v1/keys/" + id,
                            "{\"name\":\"n\",\"scopes\":[\"CASE_READ\"],\"shops\":[\"%s\"]}"
                                    .formatted(harbourTea),
                            people.asStaff(List.of(Permission.values()), harbourTea));
                    return id;
                });
    }

    private String aPerson() {
        return made.computeIfAbsent(
                "person",
                k -> {
                    Caller.Staff someone =
                            people.staff(
                                    "林晓",
                                    List.of(Permission.CASE_READ),
                                    "L1",
                                    List.of(),
                                    harbourTea);
                    return someone.id().toString();
                });
    }

    private String aCase() {
        return made.computeIfAbsent(
                "case",
                k -> {
                    var id = UUID.randomUUID().toString();
                    put(
                            "/api/v1/portal/cases/" + id,
                            Objects.requireNonNull(BODIES.get("PUT /api/v1/portal/cases/{id}")),
                            people.asCustomer(harbourTea, "lin-xiao"));
                    return id;
                });
    }

    private String aTicket() {
        return made.computeIfAbsent(
                "ticket",
                k -> {
                    var id = UUID.randomUUID().toString();
                    put(
                            "/api/v1/tickets/" + id,
                            "{\"shop\":\"%s\",\"problem\":\"林晓\",\"orderNo\":\"HT-1\"}"
                                    .formatted(harbourTea),
                            people.asStaff(List.of(Permission.values()), harbourTea));
                    return id;
                });
    }

    /** What the warehouse is asked on the ticket. */
    private String aRequest() {
        var ticket = aTicket();
        return made.computeIfAbsent(
                "request",
                k -> {
                    var id = UUID.randomUUID().toString();
                    var answer =
                            send(
                                    MockMvcRequestBuilders.put(
                                                    "/api/v1/tickets/" + ticket + "/requests/" + id)
                                            .with(
                                                    people.asStaff(
                                                            List.of(Permission.values()),
                                                            harbourTea))
                                            .header("If-Match", "\"1\"")
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .content(
                                                    "{\"party\":\"WAREHOUSE\",\"question\":\"林晓\"}"));
                    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
                    return id;
                });
    }

    /** As a marketplace hands it in. */
    private String aConversation() {
        return made.computeIfAbsent(
                "conversation",
                k -> {
                    var channel = "market-" + harbourTea;
                    put(
                            "/api/v1/shops/" + harbourTea + "/channels/" + channel,
                            "{\"kind\":\"WEBHOOK\",\"name\":\"n\",\"url\":\"https://market.example/\"}",
                            people.asStaff(Permission.KEYS_MANAGE, harbourTea));
                    var answer =
                            send(
                                    MockMvcRequestBuilders.post(
                                                    "/api/v1/channels/" + channel + "/messages")
                                            .with(
                                                    people.withKey(
                                                            Permission.CHANNEL_DELIVER, harbourTea))
                                            .content(
                                                    """
                                                    {"id":"m1","sender":{"id":"wx-1","name":"林晓"},"text":"你好",
                                                     "at":"2026-11-01T02:00:00Z"}
                                                    """));
                    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(202);
                    return com.jayway.jsonpath.JsonPath.read(text(answer), "$.conversation");
                });
    }

    private void put(String path, String body, RequestPostProcessor who) {
        var answer =
                send(
                        MockMvcRequestBuilders.put(path)
                                .with(who)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        assertThat(answer.getStatus()).as("%s: %s", path, text(answer)).isBetween(200, 299);
    }
}
