package anxin.aftersales.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.aftersales.refund.FakeGateway;
import anxin.aftersales.refund.FakeGateway.Mood;
import anxin.aftersales.refund.RefundIntent;
import anxin.aftersales.refund.RefundIntent.Status;
import anxin.aftersales.refund.RefundSender;
import anxin.aftersales.refund.Refunds;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class FinanceTest {

    private static final Map<String, String> ACCOUNT =
            Map.of("accountName", "林晓", "bank", "招商银行", "accountNumber", "6225880137001234");

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired FakeGateway gateway;
    @Autowired Refunds refunds;
    @Autowired RefundSender sender;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("none");
    private RequestPostProcessor maker = request -> request;
    private RequestPostProcessor checker = request -> request;

    @BeforeEach
    void aShopWithTwoPeopleInFinance() {
        stage.alone();
        gateway.next();
        shop = stage.shop();
        maker = people.asStaff(List.of(Permission.FINANCE_WORK), shop);
        checker = people.asStaff(List.of(Permission.FINANCE_WORK, Permission.PERSONAL_READ), shop);
    }

    @Test
    void a_refund_that_failed_is_in_the_queue_and_is_tried_again_under_a_new_number() {
        var id = refused();
        var old = intents(id).getFirst().outRefundNo();
        var item = stage.look(maker, "refunds?which=failed").body().at("/items/0");
        assertThat(item.path("outRefundNo").asString()).isEqualTo(old);
        assertThat(item.path("trouble").asString()).contains("NOT_ENOUGH");
        assertThat(stage.look(maker, "refunds/counts").number("failed")).isEqualTo(1);

        var answer = stage.act(maker, "cases/" + id + "/refund-retry", version(id), null);
        assertThat(answer.text("state")).as(answer.body().toString()).isEqualTo("REFUNDING");
        stage.settle();

        assertThat(state(id)).isEqualTo("COMPLETED");
        assertThat(gateway.paid(old)).isZero();
        assertThat(intents(id))
                .extracting(RefundIntent::status)
                .containsExactlyInAnyOrder(Status.FAILED_FINAL, Status.SUCCEEDED);
        assertThat(account("refunded_minor")).isEqualTo(129_00);
        assertThat(account("reserved_minor")).isZero();
        assertThat(stage.look(maker, "refunds/counts").number("failed")).isZero();
    }

    @Test
    void a_retry_of_what_the_gateway_has_paid_after_all_pays_nothing_and_leaves_an_incident() {
        var id = refused();
        var number = intents(id).getFirst().outRefundNo();
        gateway.payBehindOurBacks(number, 129_00);
        var answer = stage.act(maker, "cases/" + id + "/refund-retry", version(id), null);
        assertThat(answer.text("state")).as(answer.body().toString()).isEqualTo("COMPLETED");
        assertThat(intents(id))
                .singleElement()
                .extracting(RefundIntent::status)
                .isEqualTo(Status.SUCCEEDED);
        assertThat(account("refunded_minor")).isEqualTo(129_00);
        assertThat(stage.look(maker, "refund-incidents").text("items.0.kind"))
                .isEqualTo("PAID_AFTER_FAILURE");
    }

    @Test
    void nothing_is_tried_again_while_the_gateway_does_not_say_for_certain() {
        var id = refused();
        gateway.mute();
        var answer = stage.act(maker, "cases/" + id + "/refund-retry", version(id), null);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).endsWith("gateway-undecided");
        assertThat(state(id)).isEqualTo("REFUND_FAILED");
        assertThat(intents(id)).hasSize(1);
    }

    @Test
    void an_unknown_outcome_that_ran_out_of_time_is_asked_about_under_its_own_number() {
        gateway.next(Mood.TAKE_ITS_TIME);
        var id = unshipped();
        gateway.mute();
        stage.after(Duration.ofHours(25));
        assertThat(state(id)).isEqualTo("REFUND_FAILED");
        assertThat(stage.look(maker, "refunds?which=failed").text("items.0.status"))
                .isEqualTo("UNKNOWN");
        var refusal = offline(maker, id, UUID.randomUUID());
        assertThat(refusal.text("type"))
                .as("it may still be paid")
                .endsWith("refund-outcome-unknown");

        gateway.next();
        stage.act(maker, "cases/" + id + "/refund-retry", version(id), null);
        stage.settle();
        assertThat(state(id)).isEqualTo("COMPLETED");
        assertThat(intents(id)).hasSize(1);
    }

    @Test
    void a_payment_by_bank_needs_two_people_and_a_voucher() {
        var id = refused();
        var payment = UUID.randomUUID();
        assertThat(offline(maker, id, payment).status()).isEqualTo(200);
        assertThat(offline(maker, id, payment).status()).as("the same wish").isEqualTo(200);
        assertThat(offline(maker, id, UUID.randomUUID()).text("type"))
                .endsWith("offline-payment-waits");

        var alone = confirm(maker, id, payment, "V-" + id);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text("type")).endsWith("maker-is-checker");
        assertThat(account("refunded_minor")).isZero();

        var done = confirm(checker, id, payment, "V-" + id);
        assertThat(done.text("state")).as(done.body().toString()).isEqualTo("COMPLETED");
        assertThat(account("refunded_minor")).isEqualTo(129_00);
        assertThat(account("reserved_minor")).isZero();
        assertThat(intents(id).getFirst().status()).isEqualTo(Status.FAILED_FINAL);
        assertThat(stage.mine(stage.linXiao(shop), id).number("refundMinor")).isEqualTo(129_00);
        assertThat(confirm(checker, id, payment, "V-2").status()).isIn(409, 422);

        var other = refused();
        var second = UUID.randomUUID();
        offline(maker, other, second);
        assertThat(confirm(checker, other, second, "V-" + id).text("type"))
                .endsWith("voucher-used");
        assertThat(state(other)).isEqualTo("REFUND_FAILED");
    }

    @Test
    void what_the_gateway_has_paid_meanwhile_is_not_paid_by_bank_too() {
        var id = refused();
        var payment = UUID.randomUUID();
        offline(maker, id, payment);
        gateway.payBehindOurBacks(intents(id).getFirst().outRefundNo(), 129_00);
        assertThat(confirm(checker, id, payment, "V-" + id).text("type"))
                .endsWith("gateway-undecided");
        gateway.mute();
        assertThat(confirm(checker, id, payment, "V-" + id).text("type"))
                .endsWith("gateway-undecided");
        assertThat(account("refunded_minor")).isZero();
    }

    @Test
    void a_refused_payment_by_bank_makes_room_for_another() {
        var id = refused();
        var payment = UUID.randomUUID();
        offline(maker, id, payment);
        var refusal =
                stage.act(
                        checker,
                        path(id, payment) + "/refusal",
                        version(id),
                        Map.of("note", "wrong account"));
        assertThat(refusal.status()).isEqualTo(200);
        assertThat(offline(maker, id, UUID.randomUUID()).status()).isEqualTo(200);
    }

    @Test
    void the_bank_account_is_masked_sealed_and_shown_only_to_whom_may_see_it() {
        var id = refused();
        var payment = UUID.randomUUID();
        offline(maker, id, payment);
        var listed = stage.look(maker, "refunds").body().toString();
        assertThat(listed).contains("林** · 招商银行 ****1234").doesNotContain("6225880137001234", "林晓");
        var stored =
                db.sql(
                                "select encode(p.account, 'escape') from aftersales.offline_payment p where p.id = :id")
                        .param("id", payment)
                        .query(String.class)
                        .single();
        assertThat(stored).doesNotContain("6225880137001234");
        assertThat(stage.look(maker, path(id, payment) + "/account").status()).isEqualTo(403);
        assertThat(stage.look(checker, path(id, payment) + "/account").text("number"))
                .isEqualTo("6225880137001234");
        var looks =
                db.sql(
                                "select count(*) from kernel.fact f where f.shop_id = :shop and f.type = 'aftersales.bank-account-seen'")
                        .param("shop", shop.value())
                        .query(Long.class)
                        .single();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void another_shops_money_is_not_there_and_without_the_right_nothing_opens() {
        var id = refused();
        var payment = UUID.randomUUID();
        offline(maker, id, payment);
        var version = version(id);
        var stranger =
                people.asStaff(
                        List.of(Permission.FINANCE_WORK, Permission.PERSONAL_READ), stage.shop());
        var agent = stage.agent("L5", shop);
        for (var who : List.of(stranger, agent)) {
            var expected = who == stranger ? 404 : 403;
            assertThat(stage.act(who, "cases/" + id + "/refund-retry", version, null).status())
                    .isEqualTo(expected);
            assertThat(confirm(who, id, payment, "V").status()).isEqualTo(expected);
            assertThat(stage.look(who, path(id, payment) + "/account").status())
                    .isEqualTo(expected);
        }
        assertThat(stage.look(stranger, "refunds").body().path("items")).isEmpty();
        assertThat(stage.act(maker, "cases/" + id + "/refund-retry", version + 1, null).status())
                .isEqualTo(409);
    }

    @Test
    void the_database_itself_keeps_maker_from_checking_and_money_from_going_two_ways() {
        var id = refused();
        var payment = UUID.randomUUID();
        offline(maker, id, payment);
        assertRefused(
                "update aftersales.offline_payment set decided_by = requested_by, decided_at = now(), voucher_no = 'V' where shop_id = :shop",
                "maker_is_never_checker");
        assertRefused(
                "update aftersales.offline_payment set amount_minor = 1 where shop_id = :shop",
                "never changed");
        assertRefused(
                "update aftersales.refund_intent set status = 'SUCCEEDED' where shop_id = :shop",
                "for ever");
        confirm(checker, id, payment, "V-" + id);
        assertRefused(
                "insert into aftersales.refund_successor (shop_id, out_refund_no, next_no, actor, at)"
                        + " select shop_id, out_refund_no, 'RFX', 'x', now() from aftersales.refund_intent where shop_id = :shop",
                "refund_successor_pkey");
        assertRefused(
                "update aftersales.offline_payment set voucher_no = 'W' where shop_id = :shop",
                "never changed");
        assertRefused(
                "update aftersales.refund_intent set status = 'SUCCEEDED' where shop_id = :shop",
                "for ever");
    }

    /** Whatever goes wrong in whatever order, both books agree and nobody is paid twice. */
    @Test
    void forty_refunds_through_every_trouble_end_with_sums_equal_to_the_fen() {
        var chance = new Random(20261122);
        var moods = Mood.values();
        long byBank = 0;
        for (int n = 0; n < 40; n++) {
            gateway.next(
                    moods[chance.nextInt(moods.length)],
                    moods[chance.nextInt(moods.length)],
                    moods[chance.nextInt(moods.length)]);
            var id = unshipped();
            for (int step = 0; step < 6 && !state(id).equals("COMPLETED"); step++) {
                stage.after(Duration.ofMinutes(chance.nextInt(10)));
                if (!state(id).equals("REFUND_FAILED")) {
                    continue;
                }
                if (chance.nextInt(4) == 0) {
                    gateway.payBehindOurBacks(intents(id).getLast().outRefundNo(), 129_00);
                }
                if (chance.nextBoolean()) {
                    stage.act(maker, "cases/" + id + "/refund-retry", version(id), null);
                } else {
                    var payment = UUID.randomUUID();
                    if (offline(maker, id, payment).status() == 200
                            && confirm(checker, id, payment, "V-" + payment).status() == 200) {
                        byBank += 129_00;
                    } else {
                        stage.act(
                                checker,
                                path(id, payment) + "/refusal",
                                version(id),
                                Map.of("note", "again"));
                    }
                }
            }
            var paid = intents(id).stream().mapToLong(i -> gateway.paid(i.outRefundNo())).sum();
            assertThat(paid).as("case %s", n).isLessThanOrEqualTo(129_00);
        }
        var paidByGateway =
                db
                        .sql(
                                "select i.out_refund_no from aftersales.refund_intent i where i.shop_id = :shop and i.status = 'SUCCEEDED'")
                        .param("shop", shop.value())
                        .query(String.class)
                        .list()
                        .stream()
                        .mapToLong(gateway::paid)
                        .sum();
        assertThat(account("refunded_minor")).isEqualTo(paidByGateway + byBank);
        var open =
                db.sql(
                                """
                select coalesce(sum(i.amount_minor), 0)
                  from aftersales.refund_intent i
                  left join aftersales.refund_successor s on s.shop_id = i.shop_id and s.out_refund_no = i.out_refund_no
                 where i.shop_id = :shop and i.status <> 'SUCCEEDED' and s.out_refund_no is null
                """)
                        .param("shop", shop.value())
                        .query(Long.class)
                        .single();
        assertThat(account("reserved_minor")).isEqualTo(open);
    }

    private void assertRefused(String sql, String because) {
        assertThatThrownBy(() -> db.sql(sql).param("shop", shop.value()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }

    private UUID unshipped() {
        var id = UUID.randomUUID();
        var order = stage.order(shop, Map.of("fulfil", "UNSHIPPED"));
        var answer = stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        assertThat(answer.text("state")).as(answer.body().toString()).isEqualTo("REFUNDING");
        sender.runDue();
        return id;
    }

    private UUID refused() {
        gateway.next(Mood.REFUSE);
        var id = unshipped();
        assertThat(state(id)).isEqualTo("REFUND_FAILED");
        return id;
    }

    private Answer offline(RequestPostProcessor who, UUID id, UUID payment) {
        return stage.act(who, path(id, payment), version(id), ACCOUNT);
    }

    private Answer confirm(RequestPostProcessor who, UUID id, UUID payment, String voucher) {
        return stage.act(
                who,
                path(id, payment) + "/confirmation",
                version(id),
                Map.of("voucherNo", voucher));
    }

    private static String path(UUID id, UUID payment) {
        return "cases/" + id + "/offline-payments/" + payment;
    }

    private List<RefundIntent> intents(UUID id) {
        return refunds.ofCase(shop, id);
    }

    private String state(UUID id) {
        return stage.mine(stage.linXiao(shop), id).text("state");
    }

    private long version(UUID id) {
        return stage.mine(stage.linXiao(shop), id).number("version");
    }

    private long account(String column) {
        return db.sql(
                        "select sum(a."
                                + column
                                + ") from aftersales.payment_account a where a.shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
