package anxin.payments.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.PaymentGateway.Answer;
import anxin.payments.PaymentGateway.Order;
import anxin.payments.Stub.Line;
import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.ShopGateway;
import anxin.payments.connections.ShopGateway.Forged;
import anxin.payments.wire.GatewayHttp;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WeChatPayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    private final TestClock clock = new TestClock();
    private final WeChatStub wechat = new WeChatStub(clock);
    private final ShopGateway gateway = open(wechat.settings());
    private final Order order = order("RF1");

    @AfterEach
    void theStubEnds() {
        wechat.close();
    }

    @Test
    void a_refund_is_signed_paid_and_known_by_its_number() {
        assertThat(gateway.refund(order)).isEqualTo(new Answer.Succeeded("50000RF1"));
        assertThat(wechat.minor("RF1")).isEqualTo(129_00);
        assertThat(gateway.query(order)).isEqualTo(new Answer.Succeeded("50000RF1"));
        assertThat(gateway.query(order("RF2"))).isEqualTo(new Answer.NotFound());
        assertThat(wechat.stub.requests.getFirst().body())
                .contains(
                        "\"notify_url\":\"https://care.example.com/api/v1/hooks/payments/WECHAT_PAY/harbour-tea\"")
                .contains("\"total\":20000");
    }

    @Test
    void a_refund_under_way_closed_or_abnormal_is_told_as_such() {
        wechat.newStatus = "PROCESSING";
        assertThat(gateway.refund(order)).isInstanceOf(Answer.Processing.class);
        wechat.newStatus = "CLOSED";
        assertThat(gateway.refund(order("RF3"))).isInstanceOf(Answer.Rejected.class);
        wechat.newStatus = "ABNORMAL";
        assertThat(gateway.refund(order("RF4"))).isInstanceOf(Answer.Stuck.class);
        wechat.newStatus = "TOMORROW";
        assertThat(gateway.refund(order("RF5"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void an_answer_that_is_lost_is_no_refusal_and_the_number_is_paid_once() {
        for (var line : new Line[] {Line.SILENT_AFTER, Line.CUT_BEFORE, Line.CUT_AFTER}) {
            wechat.stub.line(line);
            assertThatThrownBy(() -> gateway.refund(order("RF-" + line)))
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(gateway.query(order("RF-SILENT_AFTER"))).isInstanceOf(Answer.Succeeded.class);
        assertThat(gateway.query(order("RF-CUT_AFTER"))).isInstanceOf(Answer.Succeeded.class);
        assertThat(gateway.query(order("RF-CUT_BEFORE"))).isInstanceOf(Answer.NotFound.class);
        gateway.refund(order("RF-CUT_AFTER"));
        assertThat(wechat.books).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 NOT_ENOUGH",
                "403 USER_ACCOUNT_ABNORMAL",
                "400 INVALID_REQUEST",
                "400 PARAM_ERROR",
                "404 RESOURCE_NOT_EXISTS",
                "403 NO_AUTH"
            })
    void a_refusal_for_certain_is_final(String refusal) {
        refuse(refusal);
        assertThat(gateway.refund(order)).isInstanceOf(Answer.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 SYSTEM_ERROR",
                "400 SYSTEM_ERROR",
                "429 FREQUENCY_LIMITED",
                "429 NOT_ENOUGH",
                "502 NOT_ENOUGH",
                "401 SIGN_ERROR",
                "400 BIZERR_NEED_RETRY",
                "403 SOMETHING_NEW"
            })
    void a_trouble_of_theirs_leaves_the_outcome_unknown(String trouble) {
        refuse(trouble);
        assertThat(gateway.refund(order)).isInstanceOf(Answer.Unknown.class);
        assertThat(gateway.query(order)).isEqualTo(new Answer.NotFound());
    }

    @Test
    void an_answer_that_is_forged_or_about_another_amount_is_not_believed() {
        wechat.amountOff = 1;
        assertThat(gateway.refund(order)).isInstanceOf(Answer.Unknown.class);
        wechat.amountOff = 0;
        wechat.signer =
                new WeChatStub.Signer(WeChatStub.PUBLIC_KEY_ID, wechat.merchant.getPrivate(), null);
        assertThat(gateway.query(order)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_call_back_is_opened_only_when_it_is_theirs_for_us_and_of_now() {
        gateway.refund(order);
        var good = wechat.callBack("RF1");
        assertThat(open(good))
                .isEqualTo(new Notice("RF1", 129_00L, new Answer.Succeeded("50000RF1")));
        var seconds = clock.instant().getEpochSecond();
        var changed = new WeChatStub.CallBack(good.headers(), good.body().replace("EV-1", "EV-2"));
        for (var forged :
                new WeChatStub.CallBack[] {
                    changed,
                    new WeChatStub.CallBack(Map.of(), good.body()),
                    wechat.callBack("RF1", "1900000002", WeChatStub.API_KEY, seconds),
                    wechat.callBack("RF1", WeChatStub.MERCHANT, "f".repeat(32), seconds),
                    wechat.callBack("RF1", WeChatStub.MERCHANT, WeChatStub.API_KEY, seconds - 301),
                    wechat.callBack("RF1", WeChatStub.MERCHANT, WeChatStub.API_KEY, seconds + 301)
                }) {
            assertThatThrownBy(() -> open(forged)).isInstanceOf(Forged.class);
        }
        clock.forward(Duration.ofMinutes(6));
        assertThatThrownBy(() -> open(good)).as("replayed").isInstanceOf(Forged.class);
    }

    @Test
    void a_new_platform_certificate_is_fetched_once_when_its_serial_is_first_seen()
            throws Exception {
        var byCertificate = new HashMap<>(wechat.settings());
        byCertificate.remove("publicKeyId");
        byCertificate.remove("publicKey");
        var other = open(byCertificate);
        wechat.signer = wechat.certificate();
        assertThat(other.refund(order)).isInstanceOf(Answer.Succeeded.class);
        assertThat(other.query(order)).isInstanceOf(Answer.Succeeded.class);
        assertThat(wechat.stub.count("GET", "/v3/certificates")).isEqualTo(1);

        wechat.signer = wechat.certificate();
        assertThat(other.query(order)).as("asked a moment ago").isInstanceOf(Answer.Unknown.class);
        clock.forward(Duration.ofMinutes(2));
        assertThat(other.query(order)).isInstanceOf(Answer.Succeeded.class);
        assertThat(wechat.stub.count("GET", "/v3/certificates")).isEqualTo(2);

        var stranger = new WeChatStub.Signer("ABC", wechat.merchant.getPrivate(), null);
        wechat.signer = stranger;
        clock.forward(Duration.ofMinutes(2));
        assertThatThrownBy(() -> other.query(order)).hasMessageContaining("nobody we know");
    }

    @Test
    void the_days_bill_is_read_only_when_its_hash_is_right() {
        gateway.refund(order);
        wechat.newStatus = "PROCESSING";
        gateway.refund(order("RF2"));
        var bill = gateway.bill(DAY).orElseThrow();
        assertThat(bill.entries())
                .extracting(e -> e.outRefundNo() + " " + e.amountMinor() + " " + e.paid())
                .containsExactlyInAnyOrder("RF1 12900 true", "RF2 12900 false");
        wechat.spoilHash = "0".repeat(40);
        assertThatThrownBy(() -> gateway.bill(DAY)).hasMessageContaining("hash");
    }

    private Notice open(WeChatStub.CallBack told) {
        return (Notice)
                gateway.open(told.headers(), told.body().getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
    }

    private void refuse(String statusAndCode) {
        var words = statusAndCode.split(" ");
        wechat.refuseStatus = Integer.parseInt(words[0]);
        wechat.refuse = words[1];
    }

    private ShopGateway open(Map<String, String> settings) {
        return new WeChatMaker(new GatewayHttp(Duration.ofSeconds(3)), JsonMapper.shared(), clock)
                .open(
                        new Connection(
                                new ShopId("harbour-tea"),
                                GatewayKind.WECHAT_PAY,
                                1,
                                Set.of("WECHAT"),
                                settings));
    }

    private static Order order(String number) {
        return new Order(number, "420000", "WECHAT", 129_00, 200_00, "CNY", "after-sales", null);
    }
}
