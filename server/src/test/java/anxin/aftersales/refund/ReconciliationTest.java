package anxin.aftersales.refund;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.refund.FakeGateway.Mood;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.payments.Bill;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class ReconciliationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 13);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired FakeGateway gateway;
    @Autowired Reconciliation reconciliation;
    @Autowired RefundSender sender;
    @Autowired Refunds refunds;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("none");
    private RequestPostProcessor finance = request -> request;

    @BeforeEach
    void aShop() {
        stage.alone();
        gateway.next();
        shop = stage.shop();
        finance = people.asStaff(Permission.FINANCE_WORK, shop);
    }

    @Test
    void books_that_agree_leave_nothing_to_do() {
        var intent = refund(Mood.PAY);
        read(TODAY, line(intent, true));
        read(TODAY.plusDays(1));
        assertThat(incidents()).isEmpty();
    }

    @Test
    void what_only_they_have_and_what_only_we_have_are_incidents_once() {
        var intent = refund(Mood.PAY);
        read(TODAY, new Bill.Entry("X-77", null, 5_00, "CNY", true));
        assertThat(incidents())
                .as("a refund at midnight may stand in tomorrow's bill")
                .containsExactly("THEIRS_ALONE X-77");
        read(TODAY.plusDays(1), new Bill.Entry("X-77", null, 5_00, "CNY", true));
        read(TODAY.plusDays(2));
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "THEIRS_ALONE X-77", "OURS_ALONE " + intent.outRefundNo());
    }

    @Test
    void a_refund_in_the_next_days_bill_is_no_difference() {
        var intent = refund(Mood.PAY);
        read(TODAY);
        read(TODAY.plusDays(1), line(intent, true));
        read(TODAY.plusDays(2));
        assertThat(incidents()).isEmpty();
    }

    @Test
    void another_amount_twice_the_same_line_and_money_that_fell_back_are_incidents() {
        var more = refund(Mood.PAY);
        var twice = refund(Mood.PAY);
        var back = refund(Mood.PAY);
        read(
                TODAY,
                new Bill.Entry(more.outRefundNo(), null, 129_01, "CNY", true),
                line(twice, true),
                line(twice, true),
                line(back, false));
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "AMOUNT_DIFFERS " + more.outRefundNo(),
                        "AMOUNT_DIFFERS " + twice.outRefundNo(),
                        "FELL_BACK " + back.outRefundNo());
        assertThat(List.of(more, twice, back))
                .allSatisfy(
                        i -> assertThat(now(i).status()).isEqualTo(RefundIntent.Status.SUCCEEDED));
    }

    @Test
    void an_unknown_outcome_is_known_by_the_bill() {
        var intent = refund(Mood.PAY_BUT_LOSE_THE_ANSWER);
        assertThat(now(intent).status()).isEqualTo(RefundIntent.Status.UNKNOWN);
        read(TODAY, line(intent, true));
        assertThat(now(intent).status()).isEqualTo(RefundIntent.Status.SUCCEEDED);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_failed_refund_that_was_paid_is_corrected_beside_its_incident() {
        var intent = refund(Mood.REFUSE);
        read(TODAY, line(intent, true));
        assertThat(now(intent).status()).isEqualTo(RefundIntent.Status.SUCCEEDED);
        assertThat(state(intent)).isEqualTo("COMPLETED");
        assertThat(incidents()).containsExactly("PAID_AFTER_FAILURE " + intent.outRefundNo());
        assertThat(account("refunded_minor")).isEqualTo(129_00);
        assertThat(account("reserved_minor")).isZero();
    }

    @Test
    void a_failed_refund_that_was_paid_under_another_number_too_is_a_persons() {
        var intent = refund(Mood.REFUSE);
        stage.act(finance, "cases/" + intent.caseId() + "/refund-retry", version(intent), null);
        stage.settle();
        assertThat(state(intent)).isEqualTo("COMPLETED");
        read(TODAY, line(intent, true));
        assertThat(incidents()).contains("PAID_TWICE " + intent.outRefundNo());
        assertThat(now(intent).status()).isEqualTo(RefundIntent.Status.FAILED_FINAL);
        assertThat(account("refunded_minor")).isEqualTo(129_00);
    }

    @Test
    void a_day_is_read_once() {
        read(TODAY);
        read(TODAY, new Bill.Entry("X-78", null, 5_00, "CNY", true));
        assertThat(incidents()).isEmpty();
    }

    @Test
    void finance_closes_an_incident_with_a_word_and_nobody_of_another_shop_does() {
        read(TODAY, new Bill.Entry("X-79", null, 5_00, "CNY", true));
        var id = stage.look(finance, "refund-incidents").text("items.0.id");
        var path = "shops/" + shop + "/refund-incidents/" + id + "/closing";
        var stranger = people.asStaff(Permission.FINANCE_WORK, stage.shop());
        assertThat(stage.act(stranger, path, null, Map.of("note", "mine")).status()).isEqualTo(404);
        assertThat(stage.act(finance, path, null, Map.of("note", "")).status()).isEqualTo(400);
        assertThat(
                        stage.act(finance, path, null, Map.of("note", "refunded at the counter"))
                                .status())
                .isEqualTo(200);
        assertThat(incidents()).isEmpty();
        assertThat(stage.look(finance, "refund-incidents?closed=true").text("items.0.note"))
                .isEqualTo("refunded at the counter");
    }

    private void read(LocalDate day, Bill.Entry... entries) {
        reconciliation.compare(shop, "FAKE", ZONE, day, new Bill(List.of(entries)));
    }

    private static Bill.Entry line(RefundIntent intent, boolean paid) {
        return new Bill.Entry(
                intent.outRefundNo(), "G", intent.amountMinor(), intent.currency(), paid);
    }

    private RefundIntent refund(Mood mood) {
        gateway.next(mood);
        var id = UUID.randomUUID();
        var order = stage.order(shop, Map.of("fulfil", "UNSHIPPED"));
        stage.submit(stage.linXiao(shop), id, order, "NO_LONGER_WANTED", Map.of());
        sender.runDue();
        return refunds.ofCase(shop, id).getFirst();
    }

    private RefundIntent now(RefundIntent intent) {
        return refunds.ofCase(shop, intent.caseId()).stream()
                .filter(one -> one.outRefundNo().equals(intent.outRefundNo()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> incidents() {
        var found = new java.util.ArrayList<String>();
        stage.look(finance, "refund-incidents")
                .body()
                .path("items")
                .forEach(
                        i ->
                                found.add(
                                        i.path("kind").asString()
                                                + " "
                                                + i.path("outRefundNo").asString()));
        return found;
    }

    private String state(RefundIntent intent) {
        return stage.mine(stage.linXiao(shop), intent.caseId()).text("state");
    }

    private long version(RefundIntent intent) {
        return stage.mine(stage.linXiao(shop), intent.caseId()).number("version");
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
