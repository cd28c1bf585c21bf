package anxin.tickets.transfer;

import static anxin.tickets.TicketStage.good;
import static anxin.tickets.TicketStage.refused;
import static anxin.tickets.TicketStage.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.tickets.TicketStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AnxinTest
class AskingTest {

    private static final Pattern LINK = Pattern.compile("/portal/outside-request#t=(\\S+)");

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;

    private TicketStage tea = unset();
    private RequestPostProcessor warehouse = request -> request;

    @SuppressWarnings("NullAway") // Set before each test.
    private static TicketStage unset() {
        return null;
    }

    @BeforeEach
    void aShopWithAWarehouse() {
        tea = new TicketStage(stage, people, clock);
        warehouse = tea.with(Permission.TICKET_ANSWER, Permission.WAREHOUSE_WORK);
    }

    @Test
    void a_department_is_asked_answers_and_the_ticket_comes_back_to_its_owner() {
        var id = tea.aTicket(Map.of("problem", "少发一个杯子", "customerId", "lin-xiao"));
        var request = tea.ask(id, "WAREHOUSE", "请核对出库称重");
        var waiting = tea.read(id);
        assertThat(waiting.at("/item/state").asString()).isEqualTo("WAITING");
        assertThat(waiting.at("/item/party/id").asString()).isEqualTo("WAREHOUSE");
        assertThat(waiting.at("/item/owner/name").asString()).isEqualTo("周宁");
        assertThat(waiting.at("/item/nextAt").asString())
                .as("the warehouse answers within two hours")
                .isEqualTo(clock.instant().plus(Duration.ofHours(2)).toString());
        assertThat(questions(warehouse, "")).containsExactly("请核对出库称重");
        assertThat(stage.look(warehouse, "ticket-requests/counts").number("waiting.WAREHOUSE"))
                .isEqualTo(1);
        var read = good(stage.look(warehouse, "ticket-requests/" + request));
        assertThat(read.text("problem")).isEqualTo("少发一个杯子");
        for (int n = 0; n < 2; n++) {
            good(answer(warehouse, request, "称重少280克，确认漏发"));
        }
        var back = tea.read(id);
        assertThat(back.at("/item/state").asString()).isEqualTo("OPEN");
        assertThat(back.at("/item/party").isMissingNode() || back.at("/item/party").isNull())
                .isTrue();
        assertThat(tea.steps(id)).containsExactly("OPENED", "ASKED", "ANSWERED");
        assertThat(questions(warehouse, "")).isEmpty();
        assertThat(questions(warehouse, "answered=true")).containsExactly("请核对出库称重");
        refused(answer(warehouse, request, "还有一句"), 422, "asked-no-more");
    }

    @Test
    void what_is_asked_back_stops_the_partys_time_until_the_owner_has_replied() {
        var id = tea.aTicket("少发一个杯子");
        var request = tea.ask(id, "WAREHOUSE", "请核对");
        stage.after(Duration.ofMinutes(30));
        good(
                stage.act(
                        warehouse,
                        "ticket-requests/" + request + "/question",
                        null,
                        Map.of("text", "是哪个包裹？")));
        assertThat(questions(warehouse, "")).isEmpty();
        var asked = tea.read(id);
        assertThat(asked.at("/item/state").asString()).isEqualTo("OPEN");
        assertThat(asked.path("askedBack").asBoolean()).isTrue();
        stage.after(Duration.ofHours(4));
        good(tea.act(id, "requests/" + request + "/reply", Map.of("text", "第二个")));
        assertThat(tea.read(id).at("/item/party/dueAt").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(90)).toString());
        assertThat(questions(warehouse, "")).hasSize(1);
        stage.after(Duration.ofMinutes(89));
        assertThat(tea.steps(id)).doesNotContain("PARTY_LATE");
        good(answer(warehouse, request, "已补发"));
    }

    @Test
    void a_party_that_is_silent_is_late_and_everybody_sees_it() {
        var id = tea.aTicket("少发一个杯子");
        var request = tea.ask(id, "WAREHOUSE", "请核对");
        stage.after(Duration.ofHours(2));
        var late = tea.read(id);
        assertThat(late.at("/item/party/late").asBoolean()).isTrue();
        assertThat(late.at("/item/overdue").asBoolean()).isTrue();
        assertThat(tea.list(tea.agent, "tab=OVERDUE")).containsExactly("少发一个杯子");
        assertThat(good(stage.look(warehouse, "ticket-requests")).text("items.0.late"))
                .isEqualTo("true");
        good(answer(warehouse, request, "抱歉，已补发"));
        assertThat(tea.list(tea.agent, "tab=OVERDUE")).isEmpty();
        assertThat(tea.steps(id)).containsExactly("OPENED", "ASKED", "PARTY_LATE", "ANSWERED");
    }

    @Test
    void one_is_asked_at_a_time_once_for_each_id_and_can_be_asked_no_more() {
        var id = tea.aTicket("少发一个杯子");
        var request = tea.ask(id, "WAREHOUSE", "请核对");
        good(tea.act(id, "requests/" + request, Map.of("party", "WAREHOUSE", "question", "请核对")));
        var second = Map.of("party", "FINANCE", "question", "x");
        refused(tea.act(id, "requests/" + UUID.randomUUID(), second), 422, "somebody-is-asked");
        refused(tea.tell(id, "已处理", "SPOKEN"), 422, "somebody-is-asked");
        good(tea.act(id, "requests/" + request + "/withdrawal", Map.of("reason", "找到了")));
        assertThat(questions(warehouse, "")).isEmpty();
        refused(answer(warehouse, request, "x"), 422, "asked-no-more");
        good(tea.act(id, "requests/" + UUID.randomUUID(), second));
        var other = tea.aTicket("另一件");
        refused(
                tea.act(
                        other,
                        "requests/" + request,
                        Map.of("party", "WAREHOUSE", "question", "x")),
                409,
                "id-taken");
    }

    @Test
    void a_department_sees_and_answers_what_is_asked_of_it_alone() {
        var id = tea.aTicket("少发一个杯子");
        var request = tea.ask(id, "WAREHOUSE", "请核对");
        var finance = tea.with(Permission.TICKET_ANSWER, Permission.FINANCE_WORK);
        assertThat(questions(finance, "")).isEmpty();
        assertThat(questions(finance, "party=WAREHOUSE")).isEmpty();
        refused(stage.look(finance, "ticket-requests/" + request), 404, "ticket-request-not-found");
        refused(answer(finance, request, "x"), 404, "ticket-request-not-found");
        var elsewhere = new TicketStage(stage, people, clock);
        var theirs = elsewhere.with(Permission.TICKET_ANSWER, Permission.WAREHOUSE_WORK);
        refused(answer(theirs, request, "x"), 404, "ticket-request-not-found");
        refused(answer(tea.agent, request, "x"), 403, "permission-needed");
        refused(
                tea.act(
                        id,
                        "requests/" + UUID.randomUUID(),
                        Map.of("party", "NOBODY", "question", "x")),
                400,
                "invalid-request");
    }

    @Test
    void a_carrier_is_asked_by_mail_and_answers_by_its_link_without_signing_in() {
        aCarrier();
        var id = tea.aTicket(Map.of("problem", "包裹丢失", "customerId", "lin-xiao"));
        tea.ask(id, "outside:sf", "请查找包裹 SF123");
        var token = link(0);
        var read = byLink(token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("words.0.text")).isEqualTo("请查找包裹 SF123");
        assertThat(read.body().toString()).doesNotContain("lin-xiao");
        var answered = answerByLink(token, "answer", "已找到，明日派送");
        assertThat(answered.status()).as(answered.body().toPrettyString()).isEqualTo(200);
        assertThat(answerByLink(token, "answer", "已找到，明日派送").status()).isEqualTo(200);
        refused(answerByLink(token, "answer", "其实没有"), 422, "asked-no-more");
        var back = tea.read(id);
        assertThat(back.at("/item/state").asString()).isEqualTo("OPEN");
        assertThat(back.at("/steps/2/by").asString()).isEqualTo("顺丰客服");
        assertThat(back.at("/steps/2/text").asString()).isEqualTo("已找到，明日派送");
    }

    @Test
    void a_silent_carrier_is_reminded_and_a_question_back_is_answered_by_mail() {
        aCarrier();
        var id = tea.aTicket("包裹丢失");
        var request = tea.ask(id, "outside:sf", "请查找");
        stage.after(Duration.ofHours(1));
        assertThat(subjects()).anyMatch(one -> one.startsWith("催办")).hasSize(2);
        var token = link(1);
        assertThat(answerByLink(token, "question", "运单号？").status()).isEqualTo(200);
        good(tea.act(id, "requests/" + request + "/reply", Map.of("text", "SF123")));
        assertThat(subjects()).hasSize(3);
        good(tea.act(id, "requests/" + request + "/withdrawal", Map.of()));
        assertThat(byLink(token).status()).as("withdrawn").isEqualTo(404);
        refused(answerByLink(token, "answer", "x"), 404, "outside-request-not-found");
        refused(byLink("nonsense"), 404, "outside-request-not-found");
    }

    @Test
    void a_link_is_good_for_a_month() {
        aCarrier();
        tea.ask(tea.aTicket("包裹丢失"), "outside:sf", "请查找");
        var token = link(0);
        clock.forward(Duration.ofDays(30));
        refused(byLink(token), 404, "outside-request-not-found");
    }

    @Test
    void what_a_carrier_says_by_telephone_is_entered_by_logistics() {
        aCarrier();
        var request = tea.ask(tea.aTicket("包裹丢失"), "outside:sf", "请查找");
        var logistics = tea.with(Permission.TICKET_ANSWER, Permission.LOGISTICS_WORK);
        assertThat(questions(logistics, "")).containsExactly("请查找");
        good(answer(logistics, request, "电话：已找到"));
    }

    private void aCarrier() {
        var path = "shops/" + tea.shop + "/ticket-settings";
        var settings = (ObjectNode) good(stage.look(tea.agent, path)).body().path("settings");
        var carrier =
                json.createObjectNode()
                        .put("id", "sf")
                        .put("name", "顺丰客服")
                        .put("email", "help@sf.example")
                        .put("lang", "zh")
                        .put("limitMinutes", 60);
        settings.putArray("outside").add(carrier);
        good(
                stage.send(
                        put("/api/v1/" + path),
                        tea.with(Permission.TICKET_RULES),
                        json.createObjectNode().put("version", 0).set("settings", settings)));
        clock.forward(Duration.ofSeconds(10));
    }

    private List<String> questions(RequestPostProcessor who, String query) {
        return texts(
                good(stage.look(who, "ticket-requests?" + query)).body().path("items"), "question");
    }

    private Answer answer(RequestPostProcessor who, UUID request, String text) {
        return stage.act(who, "ticket-requests/" + request + "/answer", null, Map.of("text", text));
    }

    private List<@Nullable String> subjects() {
        return db.sql(
                        "select o.subject from messaging.outbound o where o.shop_id = :shop order by o.created_at")
                .param("shop", tea.shop.value())
                .query(String.class)
                .list();
    }

    private String link(int mail) {
        var body =
                db.sql(
                                "select o.body from messaging.outbound o where o.shop_id = :shop order by o.created_at")
                        .param("shop", tea.shop.value())
                        .query(String.class)
                        .list()
                        .get(mail);
        var link = LINK.matcher(String.valueOf(body));
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    private Answer byLink(String token) {
        return stage.perform(get("/api/v1/portal/outside-requests/" + token));
    }

    private Answer answerByLink(String token, String what, String text) {
        return stage.perform(
                put("/api/v1/portal/outside-requests/" + token + "/" + what)
                        .contentType("application/json")
                        .content("{\"text\":\"%s\"}".formatted(text)));
    }
}
