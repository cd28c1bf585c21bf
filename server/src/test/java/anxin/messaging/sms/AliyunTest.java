package anxin.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Troubles;
import anxin.messaging.channel.Way.Undelivered;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.NoConnections;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Against a stub of dysmsapi that checks every signature and can lose its answers. */
class AliyunTest {

    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");

    private final JsonMapper json = JsonMapper.shared();
    private final TestClock clock = new TestClock();
    private final List<Map<String, String>> sent = new ArrayList<>();
    private String refusal = "OK";
    private final Stub vendor = new Stub(this::answer);
    private final Aliyun aliyun = aliyun();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_message_goes_out_signed_with_its_template_and_our_id() throws Undelivered {
        assertThat(aliyun.deliver(letter(1), connection())).isEqualTo("BIZ-1");
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst())
                .containsEntry("PhoneNumbers", "13812345678")
                .containsEntry("SignName", "港湾茶集")
                .containsEntry("TemplateCode", "SMS_100")
                .containsEntry("OutId", ID.toString());
        assertThat(json.readTree(sent.getFirst().get("TemplateParam")).path("by").asString())
                .isEqualTo("11月13日 18:00");
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_the_message_not_sent_again() throws Undelivered {
        vendor.line(Line.CUT_AFTER);
        var lost =
                catchThrowableOfType(
                        Undelivered.class, () -> aliyun.deliver(letter(1), connection()));
        assertThat(lost.isForGood()).isFalse();
        assertThat(aliyun.deliver(letter(2), connection())).isEqualTo(ID.toString());
        assertThat(sent).as("the customer's phone rang once").hasSize(1);
    }

    @Test
    void a_request_that_never_got_there_is_sent_again() throws Undelivered {
        vendor.line(Line.CUT_BEFORE);
        assertThatThrownBy(() -> aliyun.deliver(letter(1), connection()))
                .isInstanceOf(Undelivered.class);
        assertThat(aliyun.deliver(letter(2), connection())).isEqualTo("BIZ-1");
        assertThat(sent).hasSize(1);
    }

    @Test
    void while_nobody_can_say_whether_it_went_out_it_is_not_sent_again() {
        vendor.line(Line.CUT_AFTER, Line.SILENT_AFTER);
        assertThatThrownBy(() -> aliyun.deliver(letter(1), connection()))
                .isInstanceOf(Undelivered.class);
        var unknown =
                catchThrowableOfType(
                        Undelivered.class, () -> aliyun.deliver(letter(2), connection()));
        assertThat(unknown.isForGood()).isFalse();
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "isv.MOBILE_NUMBER_ILLEGAL, true, number is wrong",
        "isv.TEMPLATE_MISSING_PARAMETERS, true, signature or template",
        "isv.PARAM_LENGTH_LIMIT, true, too long",
        "isv.BLACK_KEY_CONTROL_LIMIT, true, blocked messages",
        "isv.BUSINESS_LIMIT_CONTROL, false, limit of messages",
        "isv.AMOUNT_NOT_ENOUGH, false, out of credit",
        "isv.SMS_SIGNATURE_ILLEGAL, false, signature or template",
        "SignatureDoesNotMatch, false, keys are wrong",
        "isp.RAM_PERMISSION_DENY, false, keys are wrong",
        "isp.SYSTEM_ERROR, false, not available"
    })
    void each_class_of_refusal_is_given_up_or_tried_again_and_explained(
            String code, boolean forGood, String words) {
        refusal = code;
        var refused =
                catchThrowableOfType(
                        Undelivered.class, () -> aliyun.deliver(letter(1), connection()));
        assertThat(refused.isForGood()).isEqualTo(forGood);
        var told =
                Troubles.words(
                        forGood ? "FAILED" : "WAITING", refused.code(), refused.getMessage());
        assertThat(told).asString().contains(words);
    }

    @Test
    void a_wrong_key_is_noticed_by_the_vendor() {
        var refused =
                catchThrowableOfType(
                        Undelivered.class,
                        () -> aliyun.deliver(letter(1), connection("accessKeySecret", "another")));
        assertThat(refused.code()).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void receipts_are_read_whichever_way_they_went() {
        var receipts =
                new AliyunReceipts(json, clock)
                        .read(
                                connection(),
                                Map.of(),
                                """
                                [{"phone_number":"13812345678","success":true,"err_code":"DELIVERED",
                                  "biz_id":"BIZ-1","out_id":"%s"},
                                 {"phone_number":"13812345679","success":false,"err_code":"MOBILE_NOT_ON_SERVICE",
                                  "err_msg":"空号","biz_id":"BIZ-2","out_id":"x"}]
                                """
                                        .formatted(ID));
        assertThat(receipts).hasSize(2);
        assertThat(receipts.get(0).id()).isEqualTo(ID.toString());
        assertThat(receipts.get(1).code()).isEqualTo("MOBILE_NOT_ON_SERVICE");
    }

    private static final UUID ID = UUID.randomUUID();

    private Letter letter(int attempt) {
        return new Letter(
                ID,
                "harbour-tea",
                Channel.SMS,
                "+86 138-1234-5678",
                "",
                "……",
                Extras.ofNotice(
                        null,
                        null,
                        "SMS_100",
                        Map.of("by", "11月13日 18:00", "what", "退款 100% + 运费"),
                        null,
                        null),
                attempt,
                NOW);
    }

    private Aliyun aliyun() {
        clock.set(NOW);
        return new Aliyun(
                NoConnections.make(), new ChannelHttp(Duration.ofMillis(700)), json, clock);
    }

    private Connection connection(String... changed) {
        var settings =
                new HashMap<>(
                        Map.of(
                                "accessKeyId",
                                "LTAI-test",
                                "accessKeySecret",
                                "the secret",
                                "signName",
                                "港湾茶集",
                                "address",
                                vendor.address()));
        if (changed.length > 0) {
            settings.put(changed[0], changed[1]);
        }
        return new Connection(new ShopId("harbour-tea"), ChannelKind.ALIYUN_SMS, 1, settings);
    }

    private Reply answer(Stub.Request request) {
        var query = request.path().substring(request.path().indexOf('?') + 1);
        var headers = request.headers();
        var action = String.valueOf(headers.get("x-acs-action"));
        var expected =
                Aliyun.signature(
                        "the secret",
                        query,
                        String.valueOf(headers.get("host")),
                        action,
                        Instant.parse(String.valueOf(headers.get("x-acs-date"))),
                        String.valueOf(headers.get("x-acs-signature-nonce")));
        if (!String.valueOf(headers.get("authorization")).endsWith("Signature=" + expected)) {
            return Reply.of(403, "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"no\"}");
        }
        if (!refusal.equals("OK")) {
            return Reply.of(200, "{\"Code\":\"%s\",\"Message\":\"no\"}".formatted(refusal));
        }
        var asked = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var both = pair.split("=", 2);
            asked.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        if (action.equals("QuerySendDetails")) {
            var found =
                    sent.stream()
                            .map(one -> Map.of("OutId", one.get("OutId"), "SendStatus", 3))
                            .toList();
            return Reply.of(
                    200,
                    json.writeValueAsString(
                            Map.of(
                                    "Code",
                                    "OK",
                                    "SmsSendDetailDTOs",
                                    Map.of("SmsSendDetailDTO", found))));
        }
        sent.add(asked);
        return Reply.of(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"BIZ-1\"}");
    }
}
