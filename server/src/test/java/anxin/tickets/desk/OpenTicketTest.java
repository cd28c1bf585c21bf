package anxin.tickets.desk;

import static anxin.tickets.TicketStage.good;
import static anxin.tickets.TicketStage.refused;
import static anxin.tickets.TicketStage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.messaging.Attachments;
import anxin.messaging.InboundMessage;
import anxin.messaging.Reception;
import anxin.messaging.attachments.TestFiles;
import anxin.tickets.TicketStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class OpenTicketTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired Attachments attachments;
    @Autowired Reception reception;

    private TicketStage tea = unset();

    @SuppressWarnings("NullAway") // Set before each test.
    private static TicketStage unset() {
        return null;
    }

    @BeforeEach
    void aShop() {
        tea = new TicketStage(stage, people, clock);
    }

    @Test
    void a_ticket_has_an_owner_a_limit_and_a_first_step_from_its_first_moment() {
        var id = UUID.randomUUID();
        var opened = good(tea.open(id, Map.of("problem", "包裹三天没有物流更新\n请核实")));
        assertThat(opened.etag()).isEqualTo("\"1\"");
        assertThat(opened.text("item.title")).isEqualTo("包裹三天没有物流更新");
        assertThat(opened.text("item.triage.type")).isEqualTo("LOGISTICS");
        assertThat(opened.text("item.owner.name")).isEqualTo("周宁");
        assertThat(opened.text("item.nextAt"))
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(8)).toString());
        assertThat(opened.text("proposals.rules.names.0")).contains("物流");
        assertThat(opened.text("item.no")).matches("T[0-9A-F]{7}");
        assertThat(tea.steps(id)).containsExactly("OPENED");
    }

    @Test
    void sixty_four_submits_of_one_ticket_are_one_and_of_two_are_two() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        var acts =
                IntStream.range(0, 64)
                        .mapToObj(
                                n ->
                                        (Callable<Integer>)
                                                () ->
                                                        tea.open(
                                                                        n % 2 == 0 ? one : two,
                                                                        Map.of(
                                                                                "problem",
                                                                                n % 2 == 0
                                                                                        ? "少发一件"
                                                                                        : "发票未收到"))
                                                                .status())
                        .toList();
        assertThat(Stage.together(acts)).containsOnly(200);
        assertThat(count("tickets.ticket")).isEqualTo(2);
        assertThat(count("tickets.step")).isEqualTo(2);
        assertThat(
                        db.sql(
                                        "select sum(n) from tickets.tally where shop_id = :s and heap = 'OPEN'")
                                .param("s", tea.shop.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table + " where shop_id = :shop")
                .param("shop", tea.shop.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void the_id_with_another_matter_is_a_conflict() {
        var id = tea.aTicket("少发一件");
        refused(tea.open(id, Map.of("problem", "另一件事")), 409, "id-taken");
        good(tea.open(id, Map.of("problem", "少发一件")));
    }

    @Test
    void what_is_known_in_the_conversation_and_of_the_order_is_carried_over() {
        var order = stage.order(tea.shop, Map.of());
        var channel = tea.aChannel();
        var talk = tea.write(channel, "wx-1", "m1", "茶壶收到就裂了");
        var photo = UUID.randomUUID();
        attachments.take(tea.shop, photo, "channel:" + channel, "裂痕.png", TestFiles.picture());
        reception.receive(
                new InboundMessage(
                        tea.shop,
                        channel,
                        "m2",
                        new InboundMessage.From("wx-1", "林晓", null, null, null),
                        "茶壶收到就裂了",
                        List.of(photo),
                        clock.instant(),
                        InboundMessage.Context.NONE));
        var id =
                tea.aTicket(
                        Map.of(
                                "origin",
                                Map.of("kind", "conversation", "id", talk.toString()),
                                "orderNo",
                                order));
        var view = tea.read(id);
        assertThat(view.path("problem").asString()).isEqualTo("茶壶收到就裂了");
        assertThat(view.at("/item/customerName").asString()).as("masked").isEqualTo("林*");
        assertThat(view.path("origin").asString()).isEqualTo("conversation:" + talk);
        assertThat(tea.list(tea.agent, "origin=conversation:" + talk)).hasSize(1);
        assertThat(tea.list(tea.agent, "origin=conversation:" + id)).isEmpty();
        assertThat(view.at("/facts/products/0/sku").asString()).isEqualTo("SKU-L1");
        assertThat(view.at("/facts/proofs/0/url").asString())
                .as("an address made when somebody looks, which ends")
                .startsWith("/api/v1/files/" + tea.shop + "/" + photo);
    }

    @Test
    void a_case_gives_its_customer_order_and_words() {
        var order = stage.order(tea.shop, Map.of());
        var linXiao = stage.linXiao(tea.shop);
        var proof = stage.proof(linXiao);
        var caseId = UUID.randomUUID();
        good(
                stage.submit(
                        linXiao,
                        caseId,
                        order,
                        "QUALITY",
                        Map.of("reasonText", "壶嘴破损", "evidence", List.of(proof.toString()))));
        var id = tea.aTicket(Map.of("origin", Map.of("kind", "case", "id", caseId.toString())));
        var view = tea.read(id);
        assertThat(view.path("problem").asString()).isEqualTo("壶嘴破损");
        assertThat(view.path("customerId").asString()).isEqualTo("lin-xiao");
        assertThat(view.at("/item/orderNo").asString()).isEqualTo(order);
        assertThat(view.at("/facts/proofs/0/url").asString())
                .isEqualTo("/api/v1/cases/" + caseId + "/evidence/" + proof);
    }

    @Test
    void who_may_not_read_a_conversation_carries_nothing_out_of_it() {
        var talk = tea.write(tea.aChannel(), "wx-1", "m1", "秘密");
        var blind = tea.with(Permission.TICKET_WORK, Permission.TICKET_READ);
        var from = Map.of("kind", "conversation", "id", talk.toString());
        refused(
                tea.open(blind, UUID.randomUUID(), Map.of("origin", from)),
                404,
                "conversation-not-found");
        var elsewhere = new TicketStage(stage, people, clock);
        refused(
                elsewhere.open(UUID.randomUUID(), Map.of("origin", from)),
                404,
                "conversation-not-found");
    }

    @Test
    void what_a_person_says_it_is_stands_beside_what_the_rules_said() {
        var id = tea.aTicket(Map.of("problem", "我要投诉到12315", "type", "QUALITY", "priority", "LOW"));
        var view = tea.read(id);
        assertThat(view.at("/item/triage/type").asString()).isEqualTo("QUALITY");
        assertThat(view.at("/item/triage/grade").asString()).isEqualTo("MAJOR_COMPLAINT");
        assertThat(view.at("/item/triage/priority").asString()).isEqualTo("LOW");
        assertThat(view.at("/proposals/rules/type").asString()).isEqualTo("COMPLAINT");
        assertThat(view.at("/item/nextAt").asString())
                .as("major complaints within 48 hours")
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(48)).toString());
    }

    @Test
    void the_same_matter_is_linked_by_itself_by_customer_product_batch_and_carrier() {
        var facts =
                Map.of(
                        "products",
                        List.of(Map.of("sku", "POT-1", "title", "紫砂壶")),
                        "batch",
                        "B2026-10",
                        "carrier",
                        "SF",
                        "trackingNo",
                        "SF1");
        var first = tea.aTicket(Map.of("problem", "壶破损", "customerId", "lin-xiao", "facts", facts));
        clock.forward(Duration.ofDays(2));
        var second =
                tea.aTicket(Map.of("problem", "又破损了", "customerId", "lin-xiao", "facts", facts));
        tea.aTicket(Map.of("problem", "发票呢", "customerId", "lin-xiao"));
        var view = tea.read(second);
        assertThat(view.at("/item/repeats").asInt()).isEqualTo(1);
        assertThat(view.at("/item/triage/priority").asString())
                .as("again is looked at sooner")
                .isEqualTo("HIGH");
        assertThat(texts(view.path("repeats"), "by")).contains("customer");
        assertThat(view.at("/repeats/0/tickets/0/id").asString()).isEqualTo(first.toString());
        var other = tea.aTicket(Map.of("problem", "壶盖破损", "customerId", "he-wei", "facts", facts));
        var byGoods = tea.read(other);
        assertThat(byGoods.at("/item/repeats").asInt()).isZero();
        assertThat(texts(byGoods.path("repeats"), "by")).contains("product");
        clock.forward(Duration.ofDays(31));
        var later = tea.aTicket(Map.of("problem", "壶破损", "customerId", "lin-xiao"));
        assertThat(tea.read(later).path("repeats")).isEmpty();
    }

    @Test
    void wrong_input_is_named_place_by_place() {
        refused(tea.open(UUID.randomUUID(), Map.of()), 400, "invalid-request");
        refused(
                tea.open(
                        UUID.randomUUID(),
                        Map.of("problem", "x", "owner", Map.of("team", "NOBODY"))),
                400,
                "invalid-request");
        refused(
                tea.open(UUID.randomUUID(), Map.of("problem", "x", "owner", Map.of())),
                400,
                "invalid-request");
        refused(
                tea.open(
                        UUID.randomUUID(),
                        Map.of(
                                "problem",
                                "x",
                                "facts",
                                Map.of("proofs", List.of(Map.of("url", "javascript:alert(1)"))))),
                400,
                "invalid-request");
        refused(
                tea.open(UUID.randomUUID(), Map.of("problem", "x", "type", "NOTHING")),
                400,
                "invalid-request");
        assertThat(count("tickets.ticket")).isZero();
    }

    @Test
    void a_program_opens_one_for_the_team_that_is_set_up_and_not_for_nobody() {
        var program =
                people.withKey(List.of(Permission.TICKET_WORK, Permission.TICKET_READ), tea.shop);
        refused(
                tea.open(program, UUID.randomUUID(), Map.of("problem", "x")),
                400,
                "invalid-request");
        var opened =
                good(
                        tea.open(
                                program,
                                UUID.randomUUID(),
                                Map.of("problem", "x", "owner", Map.of("team", "AFTERSALES"))));
        assertThat(opened.text("item.owner.team")).isEqualTo("AFTERSALES");
    }

    @Test
    void the_tabs_hold_what_is_mine_my_teams_waiting_overdue_and_all_page_behind_page() {
        var mine = tea.aTicket("一 我的");
        tea.aTicket(Map.of("problem", "二 团队的", "owner", Map.of("team", "AFTERSALES")));
        clock.forward(Duration.ofMinutes(1));
        var told = tea.aTicket("三 告知");
        good(tea.tell(told, "已处理", "SPOKEN"));
        assertThat(tea.list(tea.agent, "tab=MINE")).containsExactly("一 我的", "三 告知");
        assertThat(tea.list(tea.agent, "tab=TEAM")).containsExactly("二 团队的");
        assertThat(tea.list(tea.agent, "tab=WAITING")).containsExactly("三 告知");
        assertThat(tea.list(tea.agent, "tab=ALL")).startsWith("三 告知").hasSize(3);
        assertThat(tea.list(tea.agent, "tab=OVERDUE")).isEmpty();
        stage.after(Duration.ofHours(8));
        assertThat(tea.list(tea.agent, "tab=OVERDUE")).contains("一 我的", "二 团队的").hasSize(2);
        var counts = stage.look(tea.agent, "tickets/counts?shop=" + tea.shop);
        assertThat(counts.number("open")).isEqualTo(3);
        assertThat(counts.number("mine")).isEqualTo(2);
        assertThat(counts.number("team")).isEqualTo(1);
        assertThat(counts.number("waiting")).isEqualTo(1);
        assertThat(counts.number("overdue")).isEqualTo(2);
        var first = stage.look(tea.agent, "tickets?tab=ALL&size=2").body();
        var second = tea.list(tea.agent, "tab=ALL&size=2&after=" + first.path("next").asString());
        assertThat(texts(first.path("items"), "title")).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(tea.list(tea.agent, "q=" + tea.read(mine).at("/item/no").asString()))
                .containsExactly("一 我的");
    }

    @Test
    void a_ticket_is_there_for_its_own_shop_alone_and_for_those_with_the_right() {
        var id = tea.aTicket("x");
        var elsewhere = new TicketStage(stage, people, clock);
        refused(stage.look(elsewhere.agent, "tickets/" + id), 404, "ticket-not-found");
        assertThat(elsewhere.list(elsewhere.agent, "tab=ALL")).isEmpty();
        refused(stage.look(elsewhere.agent, "tickets?shop=" + tea.shop), 404, "shop-not-found");
        refused(
                stage.look(tea.with(Permission.CASE_READ), "tickets/" + id),
                403,
                "permission-needed");
        refused(
                tea.open(
                        tea.with(Permission.TICKET_READ),
                        UUID.randomUUID(),
                        Map.of("problem", "x")),
                403,
                "permission-needed");
    }
}
