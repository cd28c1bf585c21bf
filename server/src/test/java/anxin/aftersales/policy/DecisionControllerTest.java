package anxin.aftersales.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@AnxinTest
class DecisionControllerTest {

    private static final String ORDINARY =
            """
            {"order": {"no": "T1", "channel": "APP", "payStatus": "PAID", "paidAt": "2026-11-08T10:00:00+08:00",
                       "fulfil": "SIGNED", "signedAt": "2026-11-10T15:20:00+08:00", "currency": "CNY",
                       "lines": [{"id": "L1", "sku": "S", "category": "APPAREL", "qty": 2, "paidMinor": 12900}]},
             "request": {"reason": "NO_REASON", "type": "RETURN_REFUND"},
             "now": "2026-11-13T10:00:00+08:00"}
            """;

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;

    private RequestPostProcessor key;

    @BeforeEach
    void a_key_that_may_read_policies() {
        key = people.withKey(Permission.POLICY_READ, new ShopId("t-" + UUID.randomUUID()));
    }

    static Stream<Example> worked_examples() {
        return Stream.concat(Example.of("cases.jsonl"), Example.of("edges.jsonl"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worked_examples")
    void a_worked_example_is_decided_as_written(Example example) throws Exception {
        var answer = post(example.body());
        assertThat(answer).as(answer.getResponse().getContentAsString()).hasStatusOk();
        example.compare(Example.JSON.readTree(answer.getResponse().getContentAsByteArray()));
    }

    @Test
    void nobody_tries_a_policy_without_the_right() {
        key = people.withKey(Permission.CASE_READ, new ShopId("t-" + UUID.randomUUID()));
        assertThat(post(ORDINARY)).hasStatus(403);
    }

    @Test
    void the_answer_says_why_in_the_reader_s_language() {
        assertThat(post(ORDINARY))
                .bodyJson()
                .extractingPath("basis")
                .asString()
                .contains("art. 25");
        assertThat(post(ORDINARY)).bodyJson().extractingPath("flags").asArray().isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} is told at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /order/no                  | null                  | /order/no
                    /order                     | null                  | /order
                    /order                     | []                    | /order
                    /order/payStatus           | "MAYBE"               | /order/payStatus
                    /order/fulfil              | null                  | /order/fulfil
                    /order/signedAt            | "yesterday"           | /order/signedAt
                    /order/signedAt            | "2026-11-10T15:20:00" | /order/signedAt
                    /order/paidAt              | 5                     | /order/paidAt
                    /order/currency            | "EUR"                 | /order/fxToCny
                    /order/currency            | "euro"                | /order/currency
                    /order/consumerTz          | "Mars/Base"           | /order/consumerTz
                    /order/freightMinor        | -1                    | /order/freightMinor
                    /order/lines               | []                    | /order/lines
                    /order/lines               | null                  | /order/lines
                    /order/lines/0/paidMinor   | -1                    | /order/lines/0/paidMinor
                    /order/lines/0/paidMinor   | 1.5                   | /order/lines/0/paidMinor
                    /order/lines/0/paidMinor   | "12900"               | /order/lines/0/paidMinor
                    /order/lines/0/qty         | 0                     | /order/lines/0/qty
                    /order/lines/0/refundedQty | 3                     | /order/lines/0/refundedQty
                    /order/lines/0/category    | null                  | /order/lines/0/category
                    /request                   | null                  | /request
                    /request/reason            | "BORED"               | /request/reason
                    /request/type              | "HUG"                 | /request/type
                    /request/amountMinor       | -5                    | /request/amountMinor
                    /request/badRatioPct       | 101                   | /request/badRatioPct
                    /request/lines             | [{"lineId":"L9","qty":1}] | /request/lines/0/lineId
                    /request/lines             | [{"lineId":"L1","qty":0}] | /request/lines/0/qty
                    /request/evidence          | "photo.jpg"           | /request/evidence
                    /now                       | null                  | /now
                    /now                       | 7                     | /now
                    /policy                    | {"noReasonDays":-1}   | /policy/noReasonDays
                    /policy                    | {"noReasonDay":7}     | /policy/noReasonDay
                    /policy                    | {"tiers":[["L1",5],["L2",5]]} | /policy/tiers
                    /policy                    | {"tz":"Nowhere"}      | /policy/tz
                    /policy                    | {"qualityExchangeDays":3} | /policy/qualityExchangeDays
                    /calendar                  | {"holidays":["1 May"]} | /calendar/holidays/0
                    """)
    void what_is_malformed_is_told_with_its_pointer(String where, String value, String pointer)
            throws Exception {
        var answer = post(with(where, value));
        assertThat(answer).hasStatus(400);
        assertThat(
                        Example.JSON
                                .readTree(answer.getResponse().getContentAsByteArray())
                                .path("fields"))
                .as(answer.getResponse().getContentAsString())
                .extracting(field -> field.path("pointer").stringValue())
                .contains(pointer)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        assertThat(post("[]")).hasStatus(400);
        assertThat(post("")).hasStatus(400);
        assertThat(post("{")).hasStatus(400);
    }

    private static String with(String where, String value) {
        var body = Example.JSON.readTree(ORDINARY);
        int slash = where.lastIndexOf('/');
        JsonNode parent = body.at(where.substring(0, slash));
        ((ObjectNode) parent).set(where.substring(slash + 1), Example.JSON.readTree(value));
        return body.toString();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/aftersales/decisions")
                .with(key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
