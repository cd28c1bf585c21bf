package anxin.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way.Undelivered;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.NoConnections;
import anxin.messaging.connections.Receipt;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against a stub of sms.tencentcloudapi.com that checks every signature and can lose its answers.
 */
class TencentTest {

    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private final JsonMapper json = JsonMapper.shared();
    private final TestClock clock = new TestClock();
    private final List<JsonNode> sent = new ArrayList<>();
    private String refusal = "";
    private String trouble = "";
    private final Stub vendor = new Stub(this::answer);
    private final Tencent tencent = tencent();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void the_signature_is_that_of_the_documentations_example() {
        assertThat(
                        Tencent.authorization(
                                "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
                                "cvm.tencentcloudapi.com",
                                "DescribeInstances",
                                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}",
                                Instant.ofEpochSecond(1551113065)))
                .startsWith(
                        "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/")
                .contains("SignedHeaders=content-type;host;x-tc-action, Signature=");
    }

    @Test
    void a_message_goes_out_with_its_values_in_their_order() throws Undelivered {
        assertThat(tencent.deliver(letter(1), connection())).isEqualTo("5000:1");
        assertThat(sent.getFirst().path("PhoneNumberSet").path(0).asString())
                .isEqualTo("+8613812345678");
        assertThat(sent.getFirst().path("TemplateParamSet").toString())
                .isEqualTo("[\"退款已到账\",\"11月13日 18:00\"]");
        assertThat(sent.getFirst().path("SessionContext").asString()).isEqualTo(ID.toString());
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_the_message_not_sent_again() throws Undelivered {
        vendor.line(Line.SILENT_AFTER);
        var lost =
                catchThrowableOfType(
                        Undelivered.class, () -> tencent.deliver(letter(1), connection()));
        assertThat(lost.isForGood()).isFalse();
        assertThat(tencent.deliver(letter(2), connection())).isEqualTo("5000:1");
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidParameterValue.IncorrectPhoneNumber, true",
        "FailedOperation.PhoneNumberInBlacklist, true",
        "FailedOperation.ContainSensitiveWord, true",
        "FailedOperation.InsufficientBalanceInSmsPackage, false",
        "LimitExceeded.PhoneNumberDailyLimit, false",
        "FailedOperation.TemplateIncorrectOrUnapproved, false"
    })
    void a_refusal_of_the_number_is_final_and_a_limit_passes(String code, boolean forGood) {
        refusal = code;
        var refused =
                catchThrowableOfType(
                        Undelivered.class, () -> tencent.deliver(letter(1), connection()));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.isForGood()).isEqualTo(forGood);
    }

    @Test
    void trouble_of_the_whole_request_is_tried_again() {
        for (var code : List.of("InternalError.Timeout", "AuthFailure.SignatureFailure")) {
            trouble = code;
            var refused =
                    catchThrowableOfType(
                            Undelivered.class, () -> tencent.deliver(letter(1), connection()));
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.isForGood()).isFalse();
        }
    }

    @Test
    void without_a_template_it_waits_for_somebody_to_name_one() {
        var bare = new Letter(ID, "s", Channel.SMS, "13812345678", "", "text", Extras.NONE, 1, NOW);
        var refused =
                catchThrowableOfType(Undelivered.class, () -> tencent.deliver(bare, connection()));
        assertThat(refused.code()).isEqualTo("NO_TEMPLATE");
        assertThat(refused.isForGood()).isFalse();
    }

    @Test
    void receipts_are_told_by_the_serial_number() {
        var receipts =
                new TencentReceipts(json, clock)
                        .read(
                                connection(),
                                Map.of(),
                                """
                                [{"mobile":"13812345678","report_status":"SUCCESS","errmsg":"DELIVRD","sid":"5000:1"},
                                 {"mobile":"13812345679","report_status":"FAIL","errmsg":"UNDELIV","sid":"5000:2"}]
                                """);
        assertThat(receipts)
                .extracting(Receipt::fate)
                .containsExactly(Receipt.Fate.DELIVERED, Receipt.Fate.FAILED);
        assertThat(receipts.get(1).reference()).isEqualTo("5000:2");
    }

    private static Letter letter(int attempt) {
        var params = new LinkedHashMap<String, String>();
        params.put("what", "退款已到账");
        params.put("by", "11月13日 18:00");
        return new Letter(
                ID,
                "harbour-tea",
                Channel.SMS,
                "13812345678",
                "",
                "……",
                Extras.ofNotice(null, null, "1234", params, null, null),
                attempt,
                NOW);
    }

    private Tencent tencent() {
        clock.set(NOW);
        return new Tencent(
                NoConnections.make(), new ChannelHttp(Duration.ofMillis(700)), json, clock);
    }

    private Connection connection() {
        return new Connection(
                new ShopId("harbour-tea"),
                ChannelKind.TENCENT_SMS,
                1,
                Map.of(
                        "secretId",
                        "AKID-test",
                        "secretKey",
                        "the secret",
                        "sdkAppId",
                        "1400006666",
                        "signName",
                        "港湾茶集",
                        "region",
                        "ap-guangzhou",
                        "address",
                        vendor.address()));
    }

    private Reply answer(Stub.Request request) {
        var headers = request.headers();
        var action = String.valueOf(headers.get("x-tc-action"));
        var expected =
                Tencent.authorization(
                        "AKID-test",
                        "the secret",
                        String.valueOf(headers.get("host")),
                        action,
                        request.body(),
                        Instant.ofEpochSecond(
                                Long.parseLong(String.valueOf(headers.get("x-tc-timestamp")))));
        if (!expected.equals(headers.get("authorization"))) {
            return error("AuthFailure.SignatureFailure");
        }
        if (!trouble.isEmpty()) {
            return error(trouble);
        }
        if (action.startsWith("Pull")) {
            var found =
                    sent.stream()
                            .map(
                                    one ->
                                            Map.of(
                                                    "SessionContext",
                                                    one.path("SessionContext").asString(),
                                                    "SerialNo",
                                                    "5000:1"))
                            .toList();
            return reply(Map.of("PullSmsSendStatusSet", found));
        }
        if (!refusal.isEmpty()) {
            return reply(
                    Map.of("SendStatusSet", List.of(Map.of("Code", refusal, "Message", "no"))));
        }
        sent.add(json.readTree(request.body()));
        return reply(Map.of("SendStatusSet", List.of(Map.of("Code", "Ok", "SerialNo", "5000:1"))));
    }

    private Reply error(String code) {
        return reply(Map.of("Error", Map.of("Code", code, "Message", "no")));
    }

    private Reply reply(Map<String, Object> response) {
        return Reply.of(200, json.writeValueAsString(Map.of("Response", response)));
    }
}
