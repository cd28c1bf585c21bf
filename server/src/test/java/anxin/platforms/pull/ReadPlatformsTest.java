package anxin.platforms.pull;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.platforms.Platform;
import anxin.platforms.Selling;
import anxin.platforms.doudian.DoudianStub;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changed over there is read without a gap, goes on where it stopped, and by one node. */
@AnxinTest
class ReadPlatformsTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired ReadPlatforms reading;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private final DoudianStub doudian = new DoudianStub();
    private ShopId shop = new ShopId("none");
    private Selling selling;
    private String order = "";

    @BeforeEach
    void aShopOnDoudian() {
        selling = Selling.on(Platform.DOUDIAN, stage, people, db);
        selling.connected(doudian.settings());
        shop = selling.shop();
        order = stage.order(shop, Map.of());
    }

    @AfterEach
    void theStubEnds() {
        doudian.close();
    }

    @Test
    void two_hundred_and_fifty_cases_of_one_second_are_all_read() {
        put(250, Stage.TODAY.minusSeconds(600), Duration.ZERO);
        reading.runDue();
        assertThat(known()).isEqualTo(250);
        assertThat(selling.connection().number("pull.seen")).isGreaterThanOrEqualTo(250);
        assertThat(selling.connection().number("pull.backlog")).isZero();
    }

    @Test
    void cases_that_change_while_the_pages_are_turned_push_no_other_off_a_page() {
        put(350, Stage.TODAY.minusSeconds(3_000), Duration.ofSeconds(1));
        var touched = new int[1];
        doudian.meanwhile =
                calls -> {
                    if (known() > 0 && touched[0] < 60) {
                        Objects.requireNonNull(doudian.items.get("9" + (100_000 + touched[0]++)))
                                        .changed =
                                Stage.TODAY.minusSeconds(5);
                    }
                };
        reading.runDue();
        assertThat(known()).isEqualTo(350);
    }

    @Test
    void who_goes_on_after_a_failure_goes_on_at_the_page_where_it_stopped() {
        put(250, Stage.TODAY.minusSeconds(600), Duration.ZERO);
        var failed = new boolean[1];
        var full = new int[1];
        doudian.meanwhile =
                calls -> {
                    full[0] += known() == 100 ? 1 : 0;
                    if (full[0] == 2 && !failed[0]) {
                        failed[0] = true;
                        doudian.answerInstead.add("<html>");
                    }
                };
        reading.runDue();
        assertThat(failed[0]).isTrue();
        assertThat(known()).isEqualTo(200);
        assertThat(selling.connection().text("pull.trouble"))
                .contains("not what its documents say");
        var before = doudian.lists;
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
        assertThat(known()).isEqualTo(250);
        assertThat(doudian.lists - before)
                .as("the rest of this window, and what came since")
                .isLessThanOrEqualTo(5);
        assertThat(selling.connection().body().at("/pull/trouble").isNull()).isTrue();
    }

    @Test
    void when_the_platform_wants_quiet_it_gets_quiet_and_then_we_go_on() {
        put(1, Stage.TODAY.minusSeconds(600), Duration.ZERO);
        doudian.goodToken = "token-1";
        doudian.tokens = 0;
        reading.runDue();
        doudian.answerInstead.add(DoudianStub.limit());
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
        assertThat(selling.connection().text("pull.trouble")).contains("fewer calls");
        var asked = doudian.lists;
        reading.runDue();
        assertThat(doudian.lists).as("nothing is asked before its time").isEqualTo(asked);
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
        assertThat(doudian.lists).isGreaterThan(asked);
        assertThat(selling.connection().number("pull.failures")).isZero();
    }

    @Test
    void a_token_that_the_platform_no_longer_takes_is_renewed_once() {
        reading.runDue();
        assertThat(doudian.tokens).isEqualTo(1);
        doudian.goodToken = "somebody-elses";
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
        assertThat(doudian.tokens).isEqualTo(2);
        assertThat(selling.connection().number("pull.failures")).isZero();
        clock.forward(Duration.ofDays(7));
        reading.runDue();
        assertThat(doudian.tokens).as("and in time, before it runs out").isEqualTo(3);
    }

    @Test
    void eight_nodes_read_a_connection_no_more_often_than_one() {
        put(30, Stage.TODAY.minusSeconds(600), Duration.ofSeconds(1));
        reading.runDue();
        var alone = doudian.lists;
        clock.forward(Duration.ofMinutes(1));
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                nodes.submit(reading::runDue);
            }
        }
        assertThat(doudian.lists - alone).isEqualTo(1);
    }

    @Test
    void a_case_that_cannot_be_taken_waits_by_itself_and_is_tried_again() {
        put(3, Stage.TODAY.minusSeconds(600), Duration.ofSeconds(1));
        doudian.put("777", "missing-1", "0", "6", 1_00, Stage.TODAY.minusSeconds(590));
        reading.runDue();
        assertThat(known()).isEqualTo(3);
        assertThat(selling.connection().number("pull.backlog")).isEqualTo(1);
        assertThat(selling.connection().text("pull.stuckCase")).isEqualTo("777");
        doudian.items.remove("777");
        clock.forward(Duration.ofMinutes(1));
        reading.runDue();
        assertThat(selling.connection().number("pull.backlog")).isZero();
    }

    @Test
    void secrets_are_sealed_never_shown_and_kept_when_they_are_left_away() {
        var listed = selling.connection().body().toString();
        assertThat(listed).contains("appSecret").doesNotContain(DoudianStub.SECRET);
        var stored =
                db.sql(
                                "select encode(c.sealed, 'escape') from platforms.connection c where c.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(String.class)
                        .single();
        assertThat(stored).doesNotContain(DoudianStub.SECRET, DoudianStub.KEY);
        var without = new HashMap<>(doudian.settings());
        without.remove("appSecret");
        assertThat(selling.connect(without).status()).isEqualTo(200);
        assertThat(test().body().get("ok").asBoolean()).isTrue();
        without.put("appSecret", "wrong");
        assertThat(selling.connect(without).status()).isEqualTo(200);
        assertThat(test().body().get("ok").asBoolean()).isFalse();
        assertThat(test().text("trouble")).contains("authorise again");
    }

    @Test
    void settings_that_cannot_be_right_are_refused_by_name() {
        for (var wrong :
                Map.of("address", "http://pay.example.com", "unheardOf", "x", "shopId", "")
                        .entrySet()) {
            var settings = new HashMap<>(doudian.settings());
            settings.put(wrong.getKey(), wrong.getValue());
            var answer = selling.connect(settings);
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.text("fields.0.pointer")).isEqualTo("/settings/" + wrong.getKey());
        }
    }

    private void put(int cases, Instant from, Duration apart) {
        for (int i = 0; i < cases; i++) {
            doudian.put(
                    "9" + (100_000 + i), order, "6", "6", 1_00, from.plus(apart.multipliedBy(i)));
        }
    }

    private Stage.Answer test() {
        return stage.act(
                stage.everything(), "shops/" + shop + "/platforms/DOUDIAN/test", null, null);
    }

    private long known() {
        return selling.count("aftersales.external_case");
    }
}
