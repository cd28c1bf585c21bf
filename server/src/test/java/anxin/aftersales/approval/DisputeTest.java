package anxin.aftersales.approval;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Stripe disputes a payment; the shop has one order that was paid so. */
@AnxinTest
class DisputeTest {

    private static final String SECRET = "whsec_disputes";

    @Autowired Stage stage;
    @Autowired MockMvcTester http;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;

    private ShopId shop = new ShopId("unset");
    private String order = "";

    @BeforeEach
    void aShopThatSellsAbroad() {
        shop = stage.shop();
        var connected =
                stage.act(
                        stage.everything(),
                        "shops/" + shop + "/payment-gateways/STRIPE",
                        null,
                        Map.of(
                                "tenders",
                                List.of("CARD"),
                                "settings",
                                Map.of("secretKey", "sk_test", "webhookSecret", SECRET)));
        assertThat(connected.status()).as(connected.body().toString()).isEqualTo(200);
        order =
                stage.order(
                        shop,
                        Map.of(
                                "fulfil",
                                "UNSHIPPED",
                                "tenders",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "CARD",
                                                "minor",
                                                129_00,
                                                "payTxnId",
                                                "pi_" + shop))));
    }

    @Test
    void a_dispute_opens_a_chargeback_once_however_often_it_is_told() {
        for (int i = 0; i < 3; i++) {
            assertThat(tell("created", "needs_response")).isEqualTo(200);
        }
        assertThat(open()).isEqualTo(1);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void nothing_is_paid_while_it_is_open_and_everything_once_it_is_won() {
        tell("created", "needs_response");
        var id = UUID.randomUUID();
        var submitted = stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        assertThat(submitted.text("state")).isEqualTo("REFUNDING");
        stage.settle();
        assertThat(attempts(id)).as("the gateway has not been called").isZero();
        tell("closed", "won");
        assertThat(open()).isZero();
        stage.settle();
        assertThat(attempts(id)).isPositive();
    }

    @Test
    void a_lost_one_stays_open_since_the_bank_has_paid() {
        tell("created", "needs_response");
        tell("closed", "lost");
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void the_end_may_be_told_before_the_beginning() {
        tell("closed", "won");
        tell("created", "needs_response");
        assertThat(open()).isZero();
    }

    @Test
    void only_stripe_opens_one_and_only_on_a_payment_of_the_shop() {
        var body = body("created", "needs_response", "pi_" + shop);
        assertThat(post(body, "t=" + now() + ",v1=" + "0".repeat(64))).isEqualTo(401);
        var old = now() - 301;
        assertThat(post(body, "t=" + old + ",v1=" + sign(old, body))).isEqualTo(401);
        var foreign = body("created", "needs_response", "pi_of_another");
        assertThat(post(foreign, "t=" + now() + ",v1=" + sign(now(), foreign))).isEqualTo(200);
        assertThat(open()).isZero();
    }

    private int tell(String event, String status) {
        var body = body(event, status, "pi_" + shop);
        return post(body, "t=" + now() + ",v1=" + sign(now(), body));
    }

    private int post(String body, String signature) {
        return http.post()
                .uri("/api/v1/hooks/payments/STRIPE/" + shop)
                .content(body)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Stripe-Signature", signature)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String body(String event, String status, String payment) {
        return json.writeValueAsString(
                Map.of(
                        "type",
                        "charge.dispute." + event,
                        "data",
                        Map.of(
                                "object",
                                Map.of(
                                        "id",
                                        "dp_" + shop,
                                        "object",
                                        "dispute",
                                        "amount",
                                        129_00,
                                        "charge",
                                        "ch_unknown_" + shop,
                                        "payment_intent",
                                        payment,
                                        "status",
                                        status))));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String sign(long at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private long open() {
        return count(
                "select count(*) from aftersales.chargeback b where b.shop_id = :shop and b.closed_at is null");
    }

    private long facts() {
        return count(
                "select count(*) from kernel.fact f where f.shop_id = :shop and f.type = 'aftersales.chargeback-told'");
    }

    private long count(String sql) {
        return db.sql(sql).param("shop", shop.value()).query(Long.class).single();
    }

    private long attempts(UUID id) {
        return db.sql(
                        "select coalesce(sum(i.attempts), 0) from aftersales.refund_intent i where i.case_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
