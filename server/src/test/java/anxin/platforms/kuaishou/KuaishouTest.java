package anxin.platforms.kuaishou;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.outside.ErrandSender;
import anxin.identity.TestPeople;
import anxin.platforms.Platform;
import anxin.platforms.Selling;
import anxin.platforms.pull.ReadPlatforms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A shop sells on Kuaishou: a cursor instead of pages, messages that are sealed. */
@AnxinTest
class KuaishouTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired ReadPlatforms reading;
    @Autowired ErrandSender sender;
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private final KuaishouStub kuaishou = new KuaishouStub();
    private Selling selling;

    @BeforeEach
    void aShopOnKuaishou() {
        selling = Selling.on(Platform.KUAISHOU, stage, people, db);
        selling.connected(kuaishou.settings());
    }

    @AfterEach
    void theStubEnds() {
        kuaishou.close();
    }

    @Test
    void a_return_is_agreed_received_and_paid_over_there() {
        var item = put("301", "1", "10");
        reading.runDue();
        selling.act("301", "approval", Map.of());
        sender.runDue();
        item.status = "40";
        item.changed = clock.instant().plusSeconds(30);
        later(Duration.ofMinutes(2));
        assertThat(selling.state("301")).isEqualTo("RETURN_IN_TRANSIT");
        selling.act("301", "receipt", Map.of());
        selling.act("301", "inspection-pass", Map.of());
        sender.runDue();
        assertThat(kuaishou.told)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .contains("returngoods.approve", "\"addressId\":31"),
                        second -> assertThat(second).contains("confirm.receipt", "\"status\":40"));
        item.status = "60";
        item.changed = clock.instant().plusSeconds(30);
        later(Duration.ofMinutes(2));
        assertThat(selling.state("301")).isEqualTo("COMPLETED");
    }

    @Test
    void money_alone_is_agreed_with_its_sum_and_a_refusal_with_a_reason_that_needs_no_photo() {
        put("302", "10", "10");
        put("303", "10", "10");
        reading.runDue();
        selling.act("302", "approval", Map.of());
        selling.act("303", "refusal", Map.of("reason", "NOT_COVERED"));
        sender.runDue();
        assertThat(kuaishou.told)
                .anySatisfy(
                        one -> assertThat(one).contains("refund.approve", "\"refundAmount\":12900"))
                .anySatisfy(one -> assertThat(one).contains("refund.reject", "\"reasonCode\":8"));
    }

    @Test
    void two_hundred_and_fifty_come_by_the_cursor() {
        for (int i = 0; i < 250; i++) {
            kuaishou.put(
                    "4" + (1_000 + i),
                    "66" + (1_000 + i),
                    "10",
                    "10",
                    1_00,
                    Stage.TODAY.minusSeconds(900));
        }
        reading.runDue();
        assertThat(selling.count("aftersales.external_case")).isEqualTo(250);
    }

    @Test
    void a_platform_that_hands_out_the_same_cursor_for_ever_is_not_followed_for_ever() {
        put("304", "1", "10");
        for (int i = 0; i < 20; i++) {
            kuaishou.answerInstead.add(
                    "{\"result\":1,\"data\":{\"pcursor\":\"c1\",\"refundOrderInfoList\":[]}}");
        }
        reading.runDue();
        assertThat(kuaishou.stub.count("GET", "/open/seller/order/refund/pcursor/list"))
                .isLessThanOrEqualTo(60);
        kuaishou.answerInstead.clear();
        for (int i = 0; i < 6; i++) {
            later(Duration.ofMinutes(10));
        }
        assertThat(selling.state("304")).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_sealed_message_is_opened_and_says_no_more_than_that_it_is_time_to_read() {
        reading.runDue();
        put("305", "1", "10");
        var genuine = KuaishouStub.message("e-1", "305", KuaishouStub.SEAL);
        var forged =
                KuaishouStub.message(
                        "e-2", "305", "fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
        assertThat(hook(forged)).isEqualTo(401);
        assertThat(hook("not even base64")).isEqualTo(401);
        assertThat(hook(genuine)).isEqualTo(200);
        assertThat(hook(genuine)).isEqualTo(200);
        reading.runDue();
        assertThat(selling.state("305")).as("the message said 60").isEqualTo("IN_REVIEW");
        assertThat(kuaishou.stub.count("GET", "/open/seller/order/refund/detail")).isEqualTo(1);
    }

    @Test
    void a_customer_with_whom_terms_are_being_agreed_has_the_choice() {
        put("306", "10", "10").dispute = "3";
        reading.runDue();
        assertThat(selling.state("306"))
                .as("the platform waits for the customer; so may we, or review")
                .isEqualTo("IN_REVIEW");
        assertThat(selling.there("306").text("standing")).isEqualTo("AWAITING_CHOICE");
    }

    private KuaishouStub.Item put(String id, String way, String status) {
        return kuaishou.put(id, "99" + id, way, status, 129_00, Stage.TODAY.minusSeconds(7_200));
    }

    private int hook(String body) {
        return http.perform(
                        post("/api/v1/hooks/platforms/KUAISHOU/" + selling.shop())
                                .content(body)
                                .contentType("text/plain"))
                .getResponse()
                .getStatus();
    }

    private void later(Duration time) {
        clock.forward(time);
        reading.runDue();
    }
}
