package anxin.payments.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.refund.RefundIntent.Status;
import anxin.aftersales.refund.RefundSender;
import anxin.aftersales.refund.Refunds;
import anxin.kernel.ShopId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A shop connects WeChat Pay, and its refunds go there; what it is told by call-back holds. */
@AnxinTest
class ConnectedShopTest {

    @Autowired Stage stage;
    @Autowired Refunds refunds;
    @Autowired RefundSender sender;
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private WeChatStub wechat = new WeChatStub(new TestClock());
    private ShopId shop = new ShopId("none");

    @BeforeEach
    void aConnectedShop() {
        wechat.close();
        wechat = new WeChatStub(clock);
        shop = stage.shop();
        var answer = connect("WECHAT_PAY", List.of("WECHAT"), wechat.settings());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @AfterEach
    void theStubEnds() {
        wechat.close();
    }

    @Test
    void the_refund_goes_to_the_gateway_of_its_means_of_payment() {
        var id = refund();
        assertThat(refunds.ofCase(shop, id))
                .singleElement()
                .satisfies(
                        intent -> {
                            assertThat(intent.gateway()).isEqualTo("WECHAT_PAY");
                            assertThat(intent.status()).isEqualTo(Status.SUCCEEDED);
                            assertThat(wechat.minor(intent.outRefundNo())).isEqualTo(129_00);
                        });
        assertThat(state(id)).isEqualTo("COMPLETED");
    }

    @Test
    void a_call_back_completes_the_case_once_however_often_it_comes() {
        wechat.newStatus = "PROCESSING";
        var id = refund();
        var number = refunds.ofCase(shop, id).getFirst().outRefundNo();
        wechat.books.put(number, new WeChatStub.Refund(number, 129_00, "CNY", "SUCCESS"));
        var told = wechat.callBack(number);
        assertThat(tell(told, shop.value())).isEqualTo(200);
        assertThat(state(id)).isEqualTo("COMPLETED");
        assertThat(tell(told, shop.value())).isEqualTo(200);
        assertThat(refunded()).isEqualTo(129_00);
    }

    @Test
    void a_forged_call_back_or_one_of_another_amount_changes_nothing() {
        wechat.newStatus = "PROCESSING";
        var id = refund();
        var number = refunds.ofCase(shop, id).getFirst().outRefundNo();
        wechat.books.put(number, new WeChatStub.Refund(number, 129_00, "CNY", "SUCCESS"));
        var told = wechat.callBack(number);
        assertThat(tell(new WeChatStub.CallBack(Map.of(), told.body()), shop.value()))
                .isEqualTo(401);
        assertThat(tell(told, "no-such-shop")).isEqualTo(401);
        assertThat(tell(told, stage.shop().value())).isEqualTo(401);
        wechat.books.put(number, new WeChatStub.Refund(number, 1_00, "CNY", "SUCCESS"));
        assertThat(tell(wechat.callBack(number), shop.value())).isEqualTo(200);
        assertThat(state(id)).isEqualTo("REFUNDING");
        assertThat(refunded()).isZero();
        var incident =
                db.sql("select i.kind from aftersales.refund_incident i where i.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(String.class)
                        .single();
        assertThat(incident).isEqualTo("AMOUNT_DIFFERS");
    }

    @Test
    void secrets_are_sealed_never_shown_and_kept_when_they_are_left_away() {
        var listed =
                stage.send(
                                get("/api/v1/shops/" + shop + "/payment-gateways"),
                                stage.everything(),
                                null)
                        .body()
                        .toString();
        assertThat(listed)
                .contains("\"secrets\":[\"apiV3Key\",\"privateKey\"]")
                .doesNotContain(WeChatStub.API_KEY);
        var stored =
                db.sql(
                                "select encode(c.sealed, 'escape') from payments.gateway_connection c where c.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(String.class)
                        .single();
        assertThat(stored).doesNotContain(WeChatStub.API_KEY, WeChatStub.MERCHANT);
        var without = new HashMap<>(wechat.settings());
        without.remove("privateKey");
        without.remove("apiV3Key");
        assertThat(connect("WECHAT_PAY", List.of("WECHAT"), without).status()).isEqualTo(200);
        assertThat(state(refund())).isEqualTo("COMPLETED");
    }

    @Test
    void a_test_tells_whether_the_gateway_answers_and_knows_us() {
        assertThat(tested(shop).text("verdict")).isEqualTo("WORKS");
        wechat.stub.close();
        assertThat(tested(shop).text("verdict")).isEqualTo("NO_ANSWER");
        assertThat(tested(stage.shop()).status()).as("a shop without it").isEqualTo(404);
    }

    @Test
    void without_a_public_key_the_certificates_must_open_with_our_own_key() throws Exception {
        var settings = new HashMap<>(wechat.settings());
        settings.remove("publicKeyId");
        settings.remove("publicKey");
        settings.put("apiV3Key", "fedcba9876543210fedcba9876543210");
        wechat.signer = wechat.certificate();
        assertThat(connect("WECHAT_PAY", List.of("WECHAT"), settings).status()).isEqualTo(200);
        assertThat(tested(shop).text("verdict")).isEqualTo("REFUSED");
        settings.put("apiV3Key", WeChatStub.API_KEY);
        assertThat(connect("WECHAT_PAY", List.of("WECHAT"), settings).status()).isEqualTo(200);
        assertThat(tested(shop).text("verdict")).isEqualTo("WORKS");
    }

    private Stage.Answer tested(ShopId at) {
        return stage.act(
                stage.everything(),
                "shops/" + at + "/payment-gateways/WECHAT_PAY/test",
                null,
                null);
    }

    @Test
    void settings_that_cannot_be_right_are_refused_by_name() {
        for (var wrong :
                Map.of(
                                "privateKey",
                                "abc",
                                "apiV3Key",
                                "short",
                                "address",
                                "http://pay.example.com",
                                "unheardOf",
                                "x")
                        .entrySet()) {
            var settings = new HashMap<>(wechat.settings());
            settings.put(wrong.getKey(), wrong.getValue());
            var answer = connect("WECHAT_PAY", List.of("WECHAT"), settings);
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.text("fields.0.pointer")).isEqualTo("/settings/" + wrong.getKey());
        }
        var stripe =
                connect(
                        "STRIPE",
                        List.of("CARD", "WECHAT"),
                        Map.of("secretKey", "sk", "webhookSecret", "wh"));
        assertThat(stripe.text("type")).endsWith("tender-served-already");
        assertThat(connect("STRIPE", List.of("CARD"), Map.of("secretKey", "sk")).status())
                .isEqualTo(400);
    }

    private Stage.Answer connect(String kind, List<String> tenders, Map<String, String> settings) {
        return stage.act(
                stage.everything(),
                "shops/" + shop + "/payment-gateways/" + kind,
                null,
                Map.of("tenders", tenders, "settings", settings));
    }

    private UUID refund() {
        var id = UUID.randomUUID();
        var order =
                stage.order(
                        shop,
                        Map.of(
                                "fulfil",
                                "UNSHIPPED",
                                "tenders",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "WECHAT",
                                                "minor",
                                                129_00,
                                                "payTxnId",
                                                "4200001"))));
        stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        sender.runDue();
        return id;
    }

    private int tell(WeChatStub.CallBack told, String to) {
        var request =
                post("/api/v1/hooks/payments/WECHAT_PAY/" + to)
                        .content(told.body())
                        .contentType("application/json");
        told.headers().forEach(request::header);
        return http.perform(request).getResponse().getStatus();
    }

    private String state(UUID id) {
        return stage.mine(stage.linXiao(shop), id).text("state");
    }

    private long refunded() {
        return db.sql(
                        "select sum(a.refunded_minor) from aftersales.payment_account a where a.shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
