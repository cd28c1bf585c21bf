package anxin.platforms.jd;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.outside.ErrandSender;
import anxin.identity.TestPeople;
import anxin.platforms.Platform;
import anxin.platforms.Selling;
import anxin.platforms.pull.ReadPlatforms;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop sells on JD: service bills by time of change, answers whose names are misspelt. */
@AnxinTest
class JdTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired ReadPlatforms reading;
    @Autowired ErrandSender sender;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private final JdStub jd = new JdStub();
    private Selling selling;

    @BeforeEach
    void aShopOnJd() {
        selling = Selling.on(Platform.JD, stage, people, db);
        selling.connected(jd.settings());
    }

    @AfterEach
    void theStubEnds() {
        jd.close();
    }

    @Test
    void a_service_bill_goes_from_the_asking_to_the_warehouse_and_the_money_is_paid_over_there() {
        var bill = put("801", "10", "22");
        reading.runDue();
        assertThat(selling.state("801")).isEqualTo("IN_REVIEW");
        assertThat(selling.view("801").text("type")).isEqualTo("RETURN_REFUND");
        selling.act("801", "approval", Map.of());
        sender.runDue();
        assertThat(jd.told).containsExactly("jingdong.asc.audit.send 801");
        move(bill, "32");
        assertThat(selling.state("801")).isEqualTo("RETURN_IN_TRANSIT");
        selling.act("801", "receipt", Map.of());
        sender.runDue();
        assertThat(jd.told).hasSize(2).last().isEqualTo("jingdong.asc.receive.register 801");
        selling.act("801", "inspection-pass", Map.of());
        sender.runDue();
        assertThat(selling.there("801").text("alerts.0.kind")).isEqualTo("NOT_OFFERED");
        move(bill, "50");
        assertThat(selling.state("801")).isEqualTo("COMPLETED");
        assertThat(selling.there("801").body().get("alerts")).isEmpty();
    }

    @Test
    void a_refusal_carries_the_words() {
        put("802", "10", "22");
        reading.runDue();
        selling.act("802", "refusal", Map.of("reason", "NOT_COVERED"));
        sender.runDue();
        assertThat(jd.told).containsExactly("jingdong.asc.audit.refuse 802");
        clock.forward(Duration.ofMinutes(2));
        reading.runDue();
        assertThat(selling.state("802")).isEqualTo("REFUSED");
    }

    @Test
    void an_exchange_and_a_repair_are_what_the_customer_expects() {
        put("803", "20", "21");
        put("804", "30", "34");
        reading.runDue();
        assertThat(selling.view("803").text("type")).isEqualTo("EXCHANGE");
        assertThat(selling.state("804")).isEqualTo("REPAIRING");
    }

    @Test
    void what_was_paid_is_shared_over_the_lines_when_the_platform_does_not_say_how() {
        put("805", "10", "10");
        reading.runDue();
        var order = stage.look(stage.everything(), "shops/" + selling.shop() + "/orders/44805");
        assertThat(
                        order.number("order.lines.0.paidMinor")
                                + order.number("order.lines.1.paidMinor"))
                .as(order.body().toString())
                .isEqualTo(119_00);
    }

    @Test
    void a_step_that_is_in_no_table_is_for_a_person() {
        put("806", "10", "10005");
        reading.runDue();
        assertThat(selling.state("806")).isEqualTo("IN_REVIEW");
        assertThat(selling.there("806").text("alerts.0.kind")).isEqualTo("UNKNOWN_CODE");
    }

    @Test
    void a_hundred_and_twenty_bills_come_over_three_pages_and_the_spent_token_is_renewed() {
        for (int i = 0; i < 120; i++) {
            jd.put(
                    "9" + (1_000 + i),
                    "33" + (1_000 + i),
                    "10",
                    "22",
                    1_00,
                    Stage.TODAY.minusSeconds(3_000 + i));
        }
        jd.goodToken = "token-later";
        reading.runDue();
        assertThat(selling.count("aftersales.external_case")).isEqualTo(120);
        assertThat(jd.tokens).isEqualTo(1);
    }

    private JdStub.Item put(String id, String expect, String step) {
        var bill = jd.put(id, "44" + id, expect, step, 119_00, Stage.TODAY.minusSeconds(7_200));
        bill.line = "100" + id;
        return bill;
    }

    private void move(JdStub.Item bill, String step) {
        clock.forward(Duration.ofMinutes(2));
        bill.status = step;
        bill.changed = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
    }
}
