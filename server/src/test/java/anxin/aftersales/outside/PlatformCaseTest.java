package anxin.aftersales.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.platforms.CaseNews;
import anxin.platforms.ExternalCase;
import anxin.platforms.Platform;
import anxin.platforms.PlatformCases;
import anxin.platforms.Selling;
import anxin.platforms.Shelf.Item;
import anxin.platforms.doudian.DoudianStub;
import anxin.platforms.pull.ReadPlatforms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A shop sells on Doudian: its cases are here, follow what happens there, and answer. */
@AnxinTest
class PlatformCaseTest {

    private static final String RETURN = "0";
    private static final String REFUND_ONLY = "1";
    private static final String EXCHANGE = "3";
    private static final String ASKED = "6";

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired ReadPlatforms reading;
    @Autowired ErrandSender sender;
    @Autowired CaseNews news;
    @Autowired PlatformCases platforms;
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private final DoudianStub doudian = new DoudianStub();
    private ShopId shop = new ShopId("none");
    private Selling selling;

    @BeforeEach
    void aShopOnDoudian() {
        selling = Selling.on(Platform.DOUDIAN, stage, people, db);
        selling.connected(doudian.settings());
        shop = selling.shop();
    }

    @AfterEach
    void theStubEnds() {
        doudian.close();
    }

    @Test
    void a_case_over_there_becomes_exactly_one_here_with_its_order() {
        put("1001", RETURN, ASKED);
        reading.runDue();
        var page = stage.look(stage.agent("L3", shop), "cases?sort=newest&shop=" + shop);
        assertThat(page.body().get("items")).hasSize(1);
        assertThat(page.text("items.0.state")).isEqualTo("IN_REVIEW");
        assertThat(page.text("items.0.type")).isEqualTo("RETURN_REFUND");
        assertThat(page.text("items.0.title")).isEqualTo("真丝衬衫");
        assertThat(page.number("items.0.amountMinor")).isEqualTo(129_00);
        var there = selling.there("1001");
        assertThat(there.text("externalId")).isEqualTo("1001");
        assertThat(there.text("codes")).isEqualTo("status=6 type=0");
        assertThat(there.text("link")).endsWith("1001");
        assertThat(there.body().get("agrees").asBoolean()).isTrue();
        later(Duration.ofMinutes(1));
        assertThat(selling.count("aftersales.after_sale_case")).isEqualTo(1);
    }

    @Test
    void told_by_two_nodes_at_once_it_is_still_one() {
        put("1002", RETURN, ASKED);
        var told = platforms.read(shop, Platform.DOUDIAN, "1002").orElseThrow();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                nodes.submit(() -> news.told(shop, told));
            }
        }
        assertThat(selling.count("aftersales.after_sale_case")).isEqualTo(1);
        assertThat(timeline("1002")).hasSize(1);
    }

    @Test
    void what_is_agreed_here_is_agreed_there_once_and_the_money_is_paid_there_alone() {
        var item = put("1003", RETURN, ASKED);
        reading.runDue();
        assertThat(approve("1003").text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(doudian.told).isEmpty();
        sender.runDue();
        assertThat(doudian.told).containsExactly("101 1003 ");
        assertThat(selling.there("1003").text("errands.0.status")).isEqualTo("DONE");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1003")).isEqualTo("WAIT_BUYER_RETURN");
        move(item, "11");
        item.extra = "SF1234567890";
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1003")).isEqualTo("RETURN_IN_TRANSIT");
        selling.act("1003", "receipt", Map.of());
        selling.act("1003", "inspection-pass", Map.of());
        assertThat(selling.state("1003")).isEqualTo("REFUNDING");
        sender.runDue();
        assertThat(doudian.told).containsExactly("101 1003 ", "111 1003 ");
        later(Duration.ofMinutes(3));
        assertThat(selling.state("1003")).isEqualTo("COMPLETED");
        assertThat(selling.view("1003").number("refundedMinor")).isEqualTo(129_00);
        assertThat(selling.count("aftersales.refund_intent")).isZero();
    }

    @Test
    void a_refusal_goes_there_with_the_words_that_the_customer_reads() {
        put("1004", REFUND_ONLY, ASKED);
        reading.runDue();
        selling.act("1004", "refusal", Map.of("reason", "AGREED_OTHERWISE", "note", "如电话中约定"));
        sender.runDue();
        assertThat(doudian.told)
                .singleElement()
                .asString()
                .startsWith("202 1004 ")
                .endsWith("如电话中约定");
        later(Duration.ofMinutes(2));
        assertThat(selling.state("1004")).isEqualTo("REFUSED");
    }

    @Test
    void when_the_answer_is_lost_the_platform_is_asked_before_it_is_told_again() {
        put("1005", RETURN, ASKED);
        reading.runDue();
        approve("1005");
        doudian.forgetsToAnswer = true;
        sender.runDue();
        assertThat(selling.there("1005").text("errands.0.status")).isEqualTo("UNKNOWN");
        doudian.forgetsToAnswer = false;
        clock.forward(Duration.ofMinutes(1));
        sender.runDue();
        assertThat(selling.there("1005").text("errands.0.status")).isEqualTo("DONE");
        assertThat(doudian.told).hasSize(1);
        assertThat(selling.state("1005")).isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void when_both_sides_moved_nothing_is_told_and_a_person_decides_which_holds() {
        var item = put("1006", RETURN, ASKED);
        reading.runDue();
        selling.act("1006", "refusal", Map.of("reason", "NOT_COVERED"));
        move(item, "7");
        sender.runDue();
        assertThat(doudian.told).isEmpty();
        assertThat(selling.state("1006")).isEqualTo("IN_REVIEW");
        var there = selling.there("1006");
        assertThat(there.text("errands.0.status")).isEqualTo("OVERTAKEN");
        assertThat(there.text("alerts.0.kind")).isEqualTo("BOTH_MOVED");
        assertThat(there.body().get("agrees").asBoolean()).isFalse();
        var closed =
                stage.act(
                        stage.agent("L3", shop),
                        "shops/"
                                + shop
                                + "/platform-alerts/"
                                + there.text("alerts.0.id")
                                + "/closure",
                        null,
                        Map.of("adoptPlatform", true, "note", "the platform agreed for us"));
        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
        assertThat(selling.state("1006")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(selling.there("1006").body().get("alerts")).isEmpty();
    }

    @Test
    void a_customer_who_withdrew_over_there_before_our_answer_went_closes_the_case() {
        var item = put("1007", RETURN, ASKED);
        reading.runDue();
        approve("1007");
        move(item, "28");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1007")).isEqualTo("CLOSED");
        sender.runDue();
        assertThat(doudian.told).isEmpty();
        assertThat(selling.there("1007").text("errands.0.status")).isEqualTo("OVERTAKEN");
    }

    @Test
    void a_sum_that_changed_over_there_is_not_paid_on_the_old_decision() {
        var item = put("1008", REFUND_ONLY, ASKED);
        reading.runDue();
        approve("1008");
        item.amount = 99_00;
        move(item, ASKED);
        sender.runDue();
        assertThat(doudian.told).isEmpty();
        assertThat(selling.state("1008")).isEqualTo("IN_REVIEW");
        assertThat(selling.there("1008").text("alerts.0.kind")).isEqualTo("AMOUNT_CHANGED");
        assertThat(selling.view("1008").number("refundableMinor")).isEqualTo(99_00);
        var part =
                stage.act(
                        stage.agent("L3", shop),
                        "cases/" + selling.id("1008") + "/approval",
                        selling.view("1008").number("version"),
                        Map.of("refundMinor", 10_00));
        assertThat(part.text("type")).endsWith("platform-amount-fixed");
    }

    @Test
    void a_code_that_nobody_knows_calls_a_person_and_ends_nothing() {
        var item = put("1009", RETURN, ASKED);
        reading.runDue();
        approve("1009");
        sender.runDue();
        later(Duration.ofMinutes(1));
        move(item, "61");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1009")).isEqualTo("IN_REVIEW");
        assertThat(selling.there("1009").text("alerts.0.kind")).isEqualTo("UNKNOWN_CODE");
        assertThat(selling.there("1009").text("alerts.0.detail")).isEqualTo("status=61");
        move(item, "28");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1009")).isEqualTo("CLOSED");
        assertThat(selling.there("1009").body().get("alerts")).isEmpty();
        move(item, "62");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1009")).as("final stays").isEqualTo("CLOSED");
        var alerts = stage.look(stage.agent("L1", shop), "shops/" + shop + "/platform-alerts");
        assertThat(alerts.text("items.0.detail")).isEqualTo("status=62");
    }

    @Test
    void a_case_that_had_ended_when_it_was_first_seen_ends_here_too() {
        put("1010", REFUND_ONLY, "12");
        put("1011", EXCHANGE, "14");
        put("1012", RETURN, "28");
        reading.runDue();
        assertThat(selling.view("1010").text("result")).isEqualTo("REFUNDED");
        assertThat(selling.view("1011").text("result")).isEqualTo("EXCHANGED");
        assertThat(selling.state("1012")).isEqualTo("CLOSED");
        assertThat(selling.count("aftersales.refund_intent")).isZero();
    }

    @Test
    void what_is_told_late_does_not_undo_what_was_told_after_it() {
        var item = put("1013", RETURN, ASKED);
        reading.runDue();
        var old = platforms.read(shop, Platform.DOUDIAN, "1013").orElseThrow();
        move(item, "7");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1013")).isEqualTo("WAIT_BUYER_RETURN");
        news.told(shop, old);
        assertThat(selling.state("1013")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(selling.there("1013").text("codes")).isEqualTo("status=7 type=0");
    }

    @Test
    void what_the_interface_does_not_offer_is_a_persons_to_do_over_there() {
        put("1014", RETURN, ASKED);
        reading.runDue();
        selling.act("1014", "evidence-request", Map.of("what", List.of("PACKAGING")));
        sender.runDue();
        assertThat(selling.there("1014").text("errands.0.status")).isEqualTo("NOT_OFFERED");
        assertThat(selling.there("1014").text("alerts.0.kind")).isEqualTo("NOT_OFFERED");
    }

    @Test
    void a_no_from_the_platform_brings_the_case_back_with_its_reason() {
        put("1015", RETURN, ASKED);
        reading.runDue();
        approve("1015");
        doudian.answerInstead.add("{\"code\":10000,\"data\":null}");
        sender.runDue();
        assertThat(selling.there("1015").text("errands.0.status"))
                .as("not understood is not a no")
                .isEqualTo("WAITING");
        clock.forward(Duration.ofMinutes(1));
        doudian.items.remove("1015");
        sender.runDue();
        assertThat(selling.there("1015").text("errands.0.status")).isEqualTo("REFUSED");
        assertThat(selling.state("1015")).isEqualTo("IN_REVIEW");
        assertThat(selling.there("1015").text("alerts.0.kind")).isEqualTo("REFUSED_THERE");
    }

    @Test
    void an_item_on_which_we_have_a_case_already_is_shown_to_a_person() {
        var order = stage.order(shop, Map.of("lines", List.of(Stage.line("L1", 1, 129_00))));
        stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "NO_REASON", Map.of());
        var item = doudian.put("1016", order, REFUND_ONLY, ASKED, 129_00, start());
        item.line = "L1";
        news.told(shop, listed("1016"));
        assertThat(selling.state("1016")).isEqualTo("IN_REVIEW");
        assertThat(selling.there("1016").text("alerts.0.kind")).isEqualTo("LINE_TAKEN");
    }

    @Test
    void our_own_clock_does_not_end_what_the_platform_has_not_ended() {
        var item = put("1017", RETURN, ASKED);
        move(item, "7");
        reading.runDue();
        assertThat(selling.state("1017")).isEqualTo("WAIT_BUYER_RETURN");
        stage.after(Duration.ofHours(169));
        assertThat(selling.state("1017")).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_dispute_that_the_platform_opens_is_one_here_wherever_the_case_was() {
        var item = put("1018", RETURN, ASKED);
        move(item, "7");
        reading.runDue();
        item.dispute = "1";
        move(item, "7");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1018")).isEqualTo("PLATFORM_DISPUTE");
        item.dispute = "255";
        move(item, "7");
        later(Duration.ofMinutes(1));
        assertThat(selling.state("1018")).isEqualTo("WAIT_BUYER_RETURN");
    }

    @Test
    void a_web_hook_brings_a_case_at_once_and_a_replayed_or_forged_one_brings_nothing() {
        reading.runDue();
        put("1019", RETURN, ASKED);
        var told = DoudianStub.message("m-1", "1019");
        assertThat(
                        hook(
                                new DoudianStub.Message(
                                        Map.of("app-id", DoudianStub.KEY, "event-sign", "0"),
                                        told.body())))
                .isEqualTo(401);
        assertThat(hook(told)).isEqualTo(200);
        reading.runDue();
        assertThat(selling.state("1019")).isEqualTo("IN_REVIEW");
        var asked = doudian.stub.count("POST", "/afterSale/Detail");
        assertThat(hook(told)).isEqualTo(200);
        reading.runDue();
        assertThat(doudian.stub.count("POST", "/afterSale/Detail")).isEqualTo(asked);
        assertThat(
                        http.perform(
                                        post("/api/v1/hooks/platforms/DOUDIAN/no-such-shop")
                                                .content("[]"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(401);
        assertThat(
                        http.perform(post("/api/v1/hooks/platforms/NOWHERE/" + shop).content("[]"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(401);
    }

    private Item put(String id, String type, String status) {
        return doudian.put(id, "69" + id + "55", type, status, 129_00, start());
    }

    private static Instant start() {
        return Stage.TODAY.minus(Duration.ofHours(2));
    }

    private void move(Item item, String status) {
        item.status = status;
        item.changed = clock.instant();
        clock.forward(Duration.ofSeconds(1));
    }

    private void later(Duration time) {
        clock.forward(time);
        reading.runDue();
    }

    private ExternalCase listed(String id) {
        return platforms.read(shop, Platform.DOUDIAN, id).orElseThrow();
    }

    private int hook(DoudianStub.Message message) {
        var request =
                post("/api/v1/hooks/platforms/DOUDIAN/" + shop)
                        .content(message.body())
                        .contentType("application/json");
        message.headers().forEach(request::header);
        return http.perform(request).getResponse().getStatus();
    }

    private Stage.Answer approve(String external) {
        return selling.act(external, "approval", Map.of());
    }

    private List<@Nullable String> timeline(String external) {
        return db.sql(
                        "select t.step from aftersales.timeline_entry t where t.shop_id = :shop and t.case_id = :id order by t.seq")
                .param("shop", shop.value())
                .param("id", selling.id(external))
                .query(String.class)
                .list();
    }
}
