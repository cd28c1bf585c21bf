package anxin.platforms.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.outside.ErrandSender;
import anxin.identity.TestPeople;
import anxin.payments.Stub.Line;
import anxin.platforms.Platform;
import anxin.platforms.Selling;
import anxin.platforms.pull.ReadPlatforms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop sells on Taobao: signed calls, pages that move, a session that runs out. */
@AnxinTest
class TaobaoTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired ReadPlatforms reading;
    @Autowired ErrandSender sender;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private final TaobaoStub taobao = new TaobaoStub();
    private Selling selling;

    @BeforeEach
    void aShopOnTaobao() {
        selling = Selling.on(Platform.TAOBAO, stage, people, db);
        selling.connected(taobao.settings());
    }

    @AfterEach
    void theStubEnds() {
        taobao.close();
    }

    @Test
    void a_return_goes_its_way_from_the_asking_to_the_money() {
        var item = put("501", "RETURN", "WAIT_SELLER_AGREE");
        reading.runDue();
        assertThat(selling.state("501")).isEqualTo("IN_REVIEW");
        assertThat(selling.view("501").number("refundableMinor")).isEqualTo(129_00);
        selling.act("501", "approval", Map.of());
        sender.runDue();
        item.status = "WAIT_SELLER_CONFIRM_GOODS";
        item.extra = "YT7788";
        item.changed = clock.instant().plusSeconds(40);
        later(Duration.ofMinutes(2));
        assertThat(selling.state("501")).isEqualTo("RETURN_IN_TRANSIT");
        selling.act("501", "receipt", Map.of());
        selling.act("501", "inspection-pass", Map.of());
        var version = item.changed.toEpochMilli();
        sender.runDue();
        assertThat(taobao.told)
                .containsExactly(
                        "taobao.rp.returngoods.agree 501",
                        "taobao.rp.refunds.agree 501|12900|" + version + "|aftersale");
        later(Duration.ofMinutes(3));
        assertThat(selling.state("501")).isEqualTo("COMPLETED");
        assertThat(selling.count("aftersales.refund_intent")).isZero();
    }

    @Test
    void proof_is_asked_for_and_a_refusal_is_told() {
        put("502", "REFUND", "WAIT_SELLER_AGREE");
        put("503", "REFUND", "WAIT_SELLER_AGREE");
        reading.runDue();
        selling.act("502", "evidence-request", Map.of("what", List.of("PACKAGING")));
        selling.act("503", "refusal", Map.of("reason", "NOT_COVERED"));
        sender.runDue();
        assertThat(taobao.told)
                .containsExactlyInAnyOrder(
                        "taobao.refund.message.add 502", "taobao.refund.refuse 503");
        later(Duration.ofMinutes(2));
        assertThat(selling.state("502")).isEqualTo("NEED_EVIDENCE");
        assertThat(selling.state("503")).isEqualTo("REFUSED");
    }

    @Test
    void every_refund_is_read_though_they_move_from_page_to_page_while_we_turn() {
        for (int i = 0; i < 230; i++) {
            taobao.put(
                    "6" + (10_000 + i),
                    "7700" + (10_000 + i),
                    "REFUND",
                    "WAIT_SELLER_AGREE",
                    1_00,
                    Stage.TODAY.minusSeconds(3_600 + i));
        }
        var moved = new int[1];
        taobao.meanwhile =
                calls -> {
                    // Out of the window that is being read: what is behind it moves up.
                    if (selling.count("aftersales.external_case") > 0 && moved[0] < 120) {
                        for (int i = 0; i < 40; i++) {
                            Objects.requireNonNull(taobao.items.get("6" + (10_000 + moved[0]++)))
                                            .changed =
                                    Stage.TODAY.plusSeconds(20);
                        }
                    }
                };
        reading.runDue();
        taobao.meanwhile = calls -> {};
        later(Duration.ofMinutes(1));
        assertThat(selling.count("aftersales.external_case")).isEqualTo(230);
    }

    @Test
    void a_session_that_ran_out_is_renewed_and_one_that_cannot_be_calls_for_a_person() {
        reading.runDue();
        taobao.goodToken = "token-later";
        later(Duration.ofMinutes(1));
        assertThat(taobao.tokens).isEqualTo(1);
        assertThat(selling.connection().number("pull.failures")).isZero();
        var settings = taobao.settings();
        settings.put("accessToken", "run-out");
        settings.put("appSecret", "wrong");
        selling.connected(settings);
        reading.runDue();
        assertThat(selling.connection().text("pull.trouble")).contains("authorise again");
    }

    @Test
    void a_platform_that_is_slow_cut_or_full_is_asked_again_and_nothing_is_lost() {
        put("504", "RETURN", "WAIT_SELLER_AGREE");
        taobao.answerInstead.add(TaobaoStub.limit());
        reading.runDue();
        assertThat(selling.connection().text("pull.trouble")).contains("fewer calls");
        taobao.stub.line(Line.CUT_BEFORE);
        later(Duration.ofMinutes(1));
        assertThat(selling.connection().text("pull.trouble")).contains("did not answer");
        taobao.stub.line(Line.CUT_AFTER);
        later(Duration.ofMinutes(2));
        later(Duration.ofMinutes(3));
        assertThat(selling.state("504")).isEqualTo("IN_REVIEW");
        assertThat(selling.connection().number("pull.failures")).isZero();
    }

    @Test
    void the_other_way_of_signing_is_taken_too() {
        var settings = taobao.settings();
        settings.put("signMethod", "hmac");
        selling.connected(settings);
        put("505", "RETURN", "WAIT_SELLER_AGREE");
        reading.runDue();
        assertThat(selling.state("505")).isEqualTo("IN_REVIEW");
    }

    private TaobaoStub.Item put(String id, String type, String status) {
        return taobao.put(id, "88" + id, type, status, 129_00, Stage.TODAY.minusSeconds(7_200));
    }

    private void later(Duration time) {
        clock.forward(time);
        reading.runDue();
    }
}
