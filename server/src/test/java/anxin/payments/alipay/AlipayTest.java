package anxin.payments.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.payments.GatewayNews.Notice;
import anxin.payments.PaymentGateway.Answer;
import anxin.payments.PaymentGateway.Order;
import anxin.payments.Stub;
import anxin.payments.Stub.Line;
import anxin.payments.Stub.Reply;
import anxin.payments.Stub.Request;
import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.ShopGateway;
import anxin.payments.connections.ShopGateway.Forged;
import anxin.payments.wire.Forms;
import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AlipayTest {

    private static final String APP = "2021000000000001";

    private static final KeyPair OURS = Stub.rsa();
    private static final KeyPair THEIRS = Stub.rsa();

    private final TestClock clock = new TestClock();
    private final JsonMapper json = JsonMapper.shared();
    private final KeyPair ours = OURS;
    private final KeyPair theirs = THEIRS;
    private final Map<String, String> books = new ConcurrentHashMap<>();
    private final Stub stub = new Stub(this::answer);
    private final ShopGateway gateway =
            new AlipayMaker(new GatewayHttp(Duration.ofSeconds(3)), json, clock)
                    .open(
                            new Connection(
                                    new ShopId("harbour-tea"),
                                    GatewayKind.ALIPAY,
                                    1,
                                    Set.of("ALIPAY"),
                                    Map.of(
                                            "appId",
                                            APP,
                                            "privateKey",
                                            Stub.pem("PRIVATE KEY", ours.getPrivate().getEncoded()),
                                            "alipayPublicKey",
                                            Stub.pem("PUBLIC KEY", theirs.getPublic().getEncoded()),
                                            "address",
                                            stub.address() + "/gateway.do")));
    private KeyPair signer = theirs;
    private String refusal = "";

    @AfterEach
    void theStubEnds() {
        stub.close();
    }

    @Test
    void a_refund_is_signed_paid_once_and_known_by_its_number() {
        assertThat(gateway.refund(order("RF1"))).isEqualTo(new Answer.Succeeded("T1"));
        assertThat(books).containsExactly(Map.entry("RF1", "129.00"));
        assertThat(gateway.query(order("RF1"))).isEqualTo(new Answer.Succeeded("T1"));
        assertThat(gateway.query(order("RF2"))).isEqualTo(new Answer.NotFound());
        assertThat(gateway.refund(order("RF1")))
                .as("moved nothing this time, so it is asked about")
                .isInstanceOf(Answer.Processing.class);
    }

    @Test
    void an_answer_that_is_lost_is_no_refusal() {
        stub.line(Line.SILENT_AFTER, Line.CUT_AFTER);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> gateway.refund(order("RF1")))
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(gateway.query(order("RF1"))).isInstanceOf(Answer.Succeeded.class);
        assertThat(books).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40004 ACQ.SELLER_BALANCE_NOT_ENOUGH",
                "40004 ACQ.TRADE_HAS_FINISHED",
                "40004 ACQ.REASON_TRADE_BEEN_FREEZEN",
                "40004 ACQ.TRADE_NOT_EXIST"
            })
    void a_refusal_for_certain_is_final(String told) {
        refusal = told;
        assertThat(gateway.refund(order("RF1"))).isInstanceOf(Answer.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40004 ACQ.SYSTEM_ERROR",
                "20000 isp.unknow-error",
                "20000 aop.unknow-error",
                "40002 isv.invalid-signature",
                "40004 ACQ.SOMETHING_NEW",
                "20000 ACQ.SELLER_BALANCE_NOT_ENOUGH"
            })
    void a_trouble_leaves_the_outcome_unknown(String told) {
        refusal = told;
        assertThat(gateway.refund(order("RF1"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void an_answer_that_is_not_signed_by_them_or_about_another_amount_is_not_believed() {
        gateway.refund(order("RF1"));
        books.put("RF1", "1.00");
        assertThat(gateway.query(order("RF1"))).isInstanceOf(Answer.Unknown.class);
        signer = ours;
        assertThat(gateway.refund(order("RF2"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_notice_signed_by_them_for_our_app_makes_us_ask() {
        var told =
                new TreeMap<>(
                        Map.of(
                                "app_id",
                                APP,
                                "out_biz_no",
                                "RF1",
                                "refund_fee",
                                "129.00",
                                "trade_no",
                                "T1",
                                "passback_params",
                                "a=b&c"));
        assertThat(open(told, theirs)).contains(new Notice("RF1", null, null));
        assertThatThrownBy(() -> open(told, ours)).isInstanceOf(Forged.class);
        assertThatThrownBy(
                        () ->
                                gateway.open(
                                        Map.of(),
                                        Forms.write(told).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Forged.class);
        told.put("app_id", "2021000000000002");
        assertThatThrownBy(() -> open(told, theirs)).isInstanceOf(Forged.class);
        told.put("app_id", APP);
        told.remove("out_biz_no");
        assertThat(open(told, theirs)).as("of the payment itself").isEmpty();
    }

    @Test
    void the_days_bill_is_unpacked_and_its_refunds_are_read() {
        gateway.refund(order("RF1"));
        assertThat(gateway.bill(LocalDate.of(2026, 11, 12)).orElseThrow().entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.outRefundNo()).isEqualTo("RF1");
                            assertThat(entry.amountMinor()).isEqualTo(129_00);
                        });
    }

    @Test
    void a_node_is_cut_out_character_for_character() {
        var text =
                "{\"a\":\"x}\\\"{\", \"b_response\" : {\"c\":[1,{\"d\":\"}\"}],\"sign\":\"no\"},\"sign\":\"s=\"}";
        assertThat(RawNode.of(text, "b_response"))
                .contains("{\"c\":[1,{\"d\":\"}\"}],\"sign\":\"no\"}");
        assertThat(RawNode.of(text, "sign")).contains("\"s=\"");
        assertThat(RawNode.of(text, "c")).isEmpty();
        assertThat(RawNode.of("{\"b_response\":{\"c\":1", "b_response")).isEmpty();
        assertThat(RawNode.of("{\"b_response\":\"c", "b_response")).isEmpty();
    }

    private Optional<Notice> open(Map<String, String> told, KeyPair by) {
        var all = new TreeMap<>(told);
        all.put("sign", Rsa.sign(by.getPrivate(), Forms.sorted(told)));
        all.put("sign_type", "RSA2");
        return gateway.open(Map.of(), Forms.write(all).getBytes(StandardCharsets.UTF_8))
                .map(Notice.class::cast);
    }

    private Reply answer(Request request) {
        if (request.path().startsWith("/bill")) {
            return new Reply(200, Map.of(), bill());
        }
        var form = new TreeMap<>(Forms.read(request.body()));
        var signature = form.remove("sign");
        if (signature == null || !Rsa.verifies(ours.getPublic(), Forms.sorted(form), signature)) {
            throw new AssertionError("not signed by us");
        }
        var method = form.getOrDefault("method", "");
        var content = json.readTree(form.getOrDefault("biz_content", "{}"));
        var number = content.path("out_request_no").asString("");
        var body = new LinkedHashMap<String, Object>();
        if (!refusal.isEmpty()) {
            var words = refusal.split(" ");
            body.put("code", words[0]);
            body.put("sub_code", words[1]);
            body.put("sub_msg", "不行 {\"}");
        } else {
            body.put("code", "10000");
            if (method.equals("alipay.trade.refund")) {
                var fresh =
                        books.putIfAbsent(number, content.path("refund_amount").asString()) == null;
                body.put("fund_change", fresh ? "Y" : "N");
                body.put("trade_no", "T1");
            } else if (method.equals("alipay.trade.fastpay.refund.query")) {
                var amount = books.get(number);
                if (amount != null) {
                    body.put("refund_status", "REFUND_SUCCESS");
                    body.put("refund_amount", amount);
                    body.put("out_request_no", number);
                    body.put("trade_no", "T1");
                }
            } else {
                body.put("bill_download_url", stub.address() + "/bill?x=1");
            }
        }
        var raw = json.writeValueAsString(body);
        return Reply.of(
                200,
                "{\"%s_response\":%s,\"sign\":\"%s\"}"
                        .formatted(
                                method.replace('.', '_'), raw, Rsa.sign(signer.getPrivate(), raw)));
    }

    private byte[] bill() {
        var gbk = Charset.forName("GBK");
        var rows =
                "#支付宝业务明细查询\r\n支付宝交易号,商户订单号,业务类型,商品名称,订单金额（元）,退款批次号/请求号,备注\r\n"
                        + "T1\t,O1\t,交易,真丝衬衫,129.00,,\r\n"
                        + "T1\t,O1\t,退款,真丝衬衫,-129.00,RF1\t,\r\n#导出时间\r\n";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, gbk)) {
            for (var name : new String[] {"20260001_业务明细.csv", "20260001_业务明细(汇总).csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(rows.getBytes(gbk));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Order order(String number) {
        return new Order(number, "T1", "ALIPAY", 129_00, 129_00, "CNY", "after-sales", null);
    }
}
