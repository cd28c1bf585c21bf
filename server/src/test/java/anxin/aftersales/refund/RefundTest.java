package anxin.aftersales.refund;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import anxin.payments.PaymentGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class RefundTest {

    @Autowired Stage stage;
    @Autowired FakeGateway gateway;
    @Autowired Refunds refunds;
    @Autowired RefundSender sender;
    @Autowired JdbcClient db;

    @BeforeEach
    void aGatewayInAGoodMood() {
        stage.alone();
        gateway.next();
    }

    @Test
    void an_unshipped_order_is_refunded_and_the_case_is_complete() {
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        stage.settle();
        var mine = stage.mine(stage.linXiao(shop), id);
        assertThat(mine.text("state")).isEqualTo("COMPLETED");
        assertThat(mine.text("result")).isEqualTo("REFUNDED");
        assertThat(onlyIntent(shop, id).status()).isEqualTo(RefundIntent.Status.SUCCEEDED);
        assertThat(account(shop, "refunded_minor")).isEqualTo(129_00);
        assertThat(account(shop, "reserved_minor")).isZero();
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_the_money_goes_once() {
        gateway.next(FakeGateway.Mood.PAY_BUT_LOSE_THE_ANSWER);
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        assertThat(onlyIntent(shop, id).status()).isEqualTo(RefundIntent.Status.UNKNOWN);
        stage.after(Duration.ofSeconds(3));
        assertThat(onlyIntent(shop, id).status()).isEqualTo(RefundIntent.Status.SUCCEEDED);
        assertThat(gateway.refundCalls).hasValue(1);
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_request_that_was_lost_is_sent_again_under_the_same_number() {
        gateway.next(FakeGateway.Mood.LOSE_THE_REQUEST, FakeGateway.Mood.PAY);
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        var number = onlyIntent(shop, id).outRefundNo();
        stage.after(Duration.ofSeconds(3));
        assertThat(onlyIntent(shop, id).outRefundNo()).isEqualTo(number);
        assertThat(gateway.refundCalls).hasValue(2);
        assertThat(gateway.paid(number)).isEqualTo(129_00);
    }

    @Test
    void a_refusal_for_certain_goes_to_finance_and_keeps_the_money_reserved() {
        gateway.next(FakeGateway.Mood.REFUSE);
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("REFUND_FAILED");
        assertThat(account(shop, "reserved_minor")).isEqualTo(129_00);
    }

    @Test
    void what_the_gateway_says_twice_or_late_changes_nothing_more() {
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        var intent = onlyIntent(shop, id);
        refunds.hear(intent, new PaymentGateway.Answer.Succeeded("again"));
        refunds.hear(intent, new PaymentGateway.Answer.Processing("late"));
        refunds.hear(intent, new PaymentGateway.Answer.Rejected("LATE", "late"));
        assertThat(onlyIntent(shop, id).status()).isEqualTo(RefundIntent.Status.SUCCEEDED);
        assertThat(account(shop, "refunded_minor")).isEqualTo(129_00);
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_call_back_told_by_many_at_once_is_settled_once() throws Exception {
        gateway.next(FakeGateway.Mood.TAKE_ITS_TIME);
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        var intent = onlyIntent(shop, id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    n ->
                                            threads.submit(
                                                    () ->
                                                            refunds.hear(
                                                                    intent,
                                                                    new PaymentGateway.Answer
                                                                            .Succeeded("G"))))
                            .toList();
            for (var one : told) {
                one.get();
            }
        }
        assertThat(account(shop, "refunded_minor")).isEqualTo(129_00);
        assertThat(account(shop, "reserved_minor")).isZero();
    }

    @Test
    void a_refund_is_shared_over_the_means_of_payment_it_came_from() {
        var shop = stage.shop();
        var id =
                unshipped(
                        shop,
                        Map.of(
                                "lines", List.of(line("L1", 1, 100_00)),
                                "tenders",
                                        List.of(
                                                Map.of("kind", "WECHAT", "minor", 66_67),
                                                Map.of("kind", "GIFT_CARD", "minor", 33_33))));
        var intents = refunds.ofCase(shop, id);
        assertThat(intents)
                .extracting(RefundIntent::tender, RefundIntent::amountMinor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("WECHAT", 66_67L),
                        org.assertj.core.groups.Tuple.tuple("GIFT_CARD", 33_33L));
    }

    @Test
    void the_database_itself_refuses_more_than_was_paid_and_any_change_of_what_is_final() {
        var shop = stage.shop();
        var id = unshipped(shop, Map.of());
        sender.runDue();
        assertThatThrownBy(
                        () ->
                                db.sql(
                                                "update aftersales.payment_account set reserved_minor = 1 where shop_id = :shop")
                                        .param("shop", shop.value())
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never_more_back_than_paid");
        assertThatThrownBy(
                        () ->
                                db.sql(
                                                "update aftersales.refund_intent set status = 'INIT' where shop_id = :shop")
                                        .param("shop", shop.value())
                                        .update())
                .hasMessageContaining("for ever");
        assertThatThrownBy(
                        () ->
                                db.sql(
                                                "update aftersales.refund_intent set amount_minor = 1 where shop_id = :shop")
                                        .param("shop", shop.value())
                                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(
                        () ->
                                db.sql("delete from aftersales.refund_intent where shop_id = :shop")
                                        .param("shop", shop.value())
                                        .update())
                .hasMessageContaining("insert-only");
        assertThat(onlyIntent(shop, id).amountMinor()).isEqualTo(129_00);
    }

    @Test
    void without_a_gateway_for_it_finance_has_the_refund() {
        var shop = stage.shop();
        var id =
                unshipped(
                        shop, Map.of("tenders", List.of(Map.of("kind", "CASH", "minor", 129_00))));
        sender.runDue();
        assertThat(stage.mine(stage.linXiao(shop), id).text("state")).isEqualTo("REFUND_FAILED");
    }

    private UUID unshipped(ShopId shop, Map<String, Object> changes) {
        var all = new java.util.HashMap<String, Object>(Map.of("fulfil", "UNSHIPPED"));
        all.putAll(changes);
        var id = UUID.randomUUID();
        var answer =
                stage.submit(
                        stage.linXiao(shop),
                        id,
                        stage.order(shop, all),
                        "NO_LONGER_WANTED",
                        Map.of());
        assertThat(answer.text("state")).as(answer.body().toString()).isEqualTo("REFUNDING");
        return id;
    }

    private RefundIntent onlyIntent(ShopId shop, UUID id) {
        var intents = refunds.ofCase(shop, id);
        assertThat(intents).hasSize(1);
        return intents.getFirst();
    }

    private long account(ShopId shop, String column) {
        return db.sql(
                        "select sum("
                                + column
                                + ") from aftersales.payment_account where shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
