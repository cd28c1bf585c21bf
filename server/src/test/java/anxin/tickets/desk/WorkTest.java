package anxin.tickets.desk;

import static anxin.tickets.TicketStage.good;
import static anxin.tickets.TicketStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactLog;
import anxin.tickets.TicketStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class WorkTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired FactLog facts;
    @Autowired CustomersAnswer answers;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

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
    void a_change_needs_the_version_that_was_seen_and_the_second_of_two_gets_a_409() {
        var id = tea.aTicket("x");
        var triage = Map.of("type", "QUALITY", "grade", "COMPLEX", "priority", "HIGH");
        refused(tea.act(id, "triage", null, triage), 428, "version-needed");
        var changed = good(tea.act(id, "triage", 1, triage));
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.text("item.nextAt"))
                .as("complex matters within 24 hours")
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(24)).toString());
        var second = tea.act(id, "triage", 1, triage);
        refused(second, 409, "version-conflict");
        assertThat(second.number("current")).isEqualTo(2);
    }

    @Test
    void of_eight_who_change_at_once_one_does() {
        var id = tea.aTicket("x");
        var acts =
                IntStream.range(0, 8)
                        .mapToObj(
                                n ->
                                        (Callable<Integer>)
                                                () ->
                                                        tea.act(
                                                                        id,
                                                                        "results/"
                                                                                + UUID.randomUUID(),
                                                                        1,
                                                                        Map.of(
                                                                                "text", "已处理",
                                                                                "through",
                                                                                "SPOKEN"))
                                                                .status())
                        .toList();
        assertThat(Stage.together(acts)).containsOnlyOnce(200).contains(409);
        assertThat(tea.steps(id)).containsExactly("OPENED", "TOLD");
    }

    @Test
    void a_note_is_written_once_and_asks_for_no_version() {
        var id = tea.aTicket("x");
        var note = UUID.randomUUID();
        for (int n = 0; n < 2; n++) {
            good(tea.act(id, "notes/" + note, null, Map.of("text", "已电话核实")));
        }
        assertThat(tea.steps(id)).containsExactly("OPENED", "NOTED");
    }

    @Test
    void it_is_given_to_one_person_or_one_team_that_works_here() {
        var id = tea.aTicket("x");
        var heWei = people.staff("何伟", TicketStage.WORK, "L3", List.of(), tea.shop);
        var given =
                good(
                        tea.act(
                                id,
                                "owner",
                                Map.of(
                                        "owner",
                                        Map.of("staff", heWei.id().toString()),
                                        "note",
                                        "懂茶器")));
        assertThat(given.text("item.owner.name")).isEqualTo("何伟");
        assertThat(tea.list(tea.agent, "tab=MINE")).isEmpty();
        assertThat(tea.list(people.as(heWei), "tab=MINE")).containsExactly("x");
        var stranger = people.staff("外人", TicketStage.WORK, "L1", List.of(), stage.shop());
        refused(
                tea.act(id, "owner", Map.of("owner", Map.of("staff", stranger.id().toString()))),
                400,
                "invalid-request");
        refused(
                tea.act(
                        id,
                        "owner",
                        Map.of(
                                "owner",
                                Map.of("staff", heWei.id().toString(), "team", "AFTERSALES"))),
                400,
                "invalid-request");
    }

    @Test
    void facts_are_added_and_no_proof_is_lost() {
        var id = tea.aTicket("x");
        good(tea.act(id, "facts", proofs("https://a.example/1.jpg")));
        var known = good(tea.act(id, "facts", proofs("https://a.example/2.jpg")));
        assertThat(known.body().at("/facts/proofs")).hasSize(2);
        assertThat(known.text("facts.batch")).isEqualTo("B7");
        assertThat(tea.steps(id)).containsExactly("OPENED", "FACTS_ADDED", "FACTS_ADDED");
    }

    private static Map<String, Object> proofs(String url) {
        return Map.of("batch", "B7", "proofs", List.of(Map.of("url", url)));
    }

    @Test
    void the_result_goes_to_the_customer_once_and_two_days_of_silence_close_it() {
        var channel = tea.aChannel();
        var talk = tea.write(channel, "wx-1", "m1", "茶壶裂了");
        var id = aTicketFrom(talk);
        var result = UUID.randomUUID();
        var told = Map.of("text", "已补寄新壶，11月15日18:00前送达", "through", "ORIGIN");
        var answered = good(tea.act(id, "results/" + result, 1, told));
        assertThat(answered.text("item.state")).isEqualTo("TOLD");
        good(tea.act(id, "results/" + result, 1, told));
        assertThat(sent(channel)).containsExactly("已补寄新壶，11月15日18:00前送达");
        stage.after(Duration.ofHours(47));
        assertThat(tea.read(id).at("/item/state").asString()).isEqualTo("TOLD");
        stage.after(Duration.ofHours(1));
        var closed = tea.read(id);
        assertThat(closed.at("/item/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("ending").asString()).isEqualTo("UNANSWERED");
        assertThat(tea.list(tea.agent, "tab=CLOSED")).containsExactly("茶壶裂了");
        assertThat(tea.list(tea.agent, "tab=OPEN")).isEmpty();
    }

    private UUID aTicketFrom(UUID talk) {
        return tea.aTicket(Map.of("origin", Map.of("kind", "conversation", "id", talk.toString())));
    }

    private List<@Nullable String> sent(String channel) {
        return db.sql("select o.body from messaging.outbound o where o.extras->>'through' = :c")
                .param("c", channel)
                .query(String.class)
                .list();
    }

    @Test
    void a_customer_who_answers_is_heard_by_the_owner_and_nothing_closes_by_itself() {
        var channel = tea.aChannel();
        var talk = tea.write(channel, "wx-1", "m1", "茶壶裂了");
        var id = aTicketFrom(talk);
        good(tea.tell(id, "已补寄", "ORIGIN"));
        clock.forward(Duration.ofHours(3));
        tea.write(channel, "wx-1", "m2", "新的也裂了");
        hearAll();
        hearAll();
        var heard = tea.read(id);
        assertThat(heard.at("/item/state").asString()).isEqualTo("OPEN");
        assertThat(heard.at("/item/customerAnswered").asBoolean()).isTrue();
        assertThat(heard.at("/item/nextAt").asString())
                .as("to be read within 4 hours")
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)).toString());
        stage.after(Duration.ofHours(50));
        assertThat(tea.read(id).at("/item/overdue").asBoolean()).isTrue();
        var on = good(tea.act(id, "customers-word", Map.of("solved", false, "note", "仍破损")));
        assertThat(on.text("item.state")).isEqualTo("OPEN");
        refused(tea.act(id, "customers-word", Map.of("solved", true)), 422, "no-result-told");
        good(tea.tell(id, "全额退款已到账", "SPOKEN"));
        var closed = good(tea.act(id, "customers-word", Map.of("solved", true)));
        assertThat(closed.text("ending")).isEqualTo("CONFIRMED");
        assertThat(tea.steps(id).stream().filter("CUSTOMER_ANSWERED"::equals)).hasSize(1);
    }

    private void hearAll() {
        transaction.executeWithoutResult(
                status ->
                        answers.hear(
                                facts.after(anxin.kernel.fact.Position.START, 100_000).stream()
                                        .filter(one -> isOurs(one))
                                        .toList()));
    }

    private boolean isOurs(Fact one) {
        return tea.shop.equals(one.shop());
    }

    @Test
    void a_result_on_a_case_is_a_message_to_its_customer() {
        var order = stage.order(tea.shop, Map.of());
        var caseId = UUID.randomUUID();
        good(
                stage.submit(
                        stage.linXiao(tea.shop),
                        caseId,
                        order,
                        "WRONG_ITEM",
                        Map.of("reasonText", "发错颜色")));
        var id = tea.aTicket(Map.of("origin", Map.of("kind", "case", "id", caseId.toString())));
        good(tea.tell(id, "11月14日18:00前补发正确颜色", "ORIGIN"));
        assertThat(stage.mine(stage.linXiao(tea.shop), caseId).body().path("messages").toString())
                .contains("11月14日18:00前补发正确颜色");
    }

    @Test
    void without_a_way_to_tell_it_is_said_and_what_was_spoken_is_kept() {
        var id = tea.aTicket("x");
        refused(tea.tell(id, "已处理", "ORIGIN"), 422, "no-way-to-tell");
        assertThat(tea.steps(id)).containsExactly("OPENED");
        var spoken = good(tea.tell(id, "电话告知：已补发", "SPOKEN"));
        assertThat(spoken.text("item.state")).isEqualTo("TOLD");
    }

    @Test
    void whoever_may_not_answer_customers_cannot_do_so_through_a_ticket() {
        var talk = tea.write(tea.aChannel(), "wx-1", "m1", "茶壶裂了");
        var id = aTicketFrom(talk);
        var mute =
                tea.with(
                        Permission.TICKET_READ,
                        Permission.TICKET_WORK,
                        Permission.CONVERSATION_READ);
        refused(
                stage.act(
                        mute,
                        "tickets/" + id + "/results/" + UUID.randomUUID(),
                        1,
                        Map.of("text", "x", "through", "ORIGIN")),
                403,
                "permission-needed");
        assertThat(tea.steps(id)).containsExactly("OPENED");
    }

    @Test
    void a_closed_one_is_opened_again_with_all_its_history() {
        var id = tea.aTicket("x");
        refused(tea.act(id, "reopening", Map.of("reason", "又来了")), 422, "ticket-not-closed");
        good(tea.tell(id, "已处理", "SPOKEN"));
        good(tea.act(id, "customers-word", Map.of("solved", true)));
        refused(tea.tell(id, "x", "SPOKEN"), 422, "ticket-closed");
        clock.forward(Duration.ofDays(3));
        var again = good(tea.act(id, "reopening", Map.of("reason", "又来了")));
        assertThat(again.number("reopened")).isEqualTo(1);
        assertThat(again.text("item.nextAt"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(8)).toString());
        assertThat(tea.steps(id)).containsExactly("OPENED", "TOLD", "CONFIRMED", "REOPENED");
    }

    @Test
    void a_missed_limit_goes_up_level_by_level_and_is_told_each_time() {
        var id = tea.aTicket("x");
        var start = facts.end();
        stage.after(Duration.ofHours(8));
        stage.after(Duration.ofHours(4));
        stage.after(Duration.ofHours(4));
        stage.after(Duration.ofHours(40));
        var late = tea.read(id);
        assertThat(late.at("/item/overdue").asBoolean()).isTrue();
        assertThat(late.path("escalations").asInt()).isEqualTo(3);
        assertThat(
                        facts.after(start, 10_000).stream()
                                .filter(one -> one.type().equals("tickets.escalated"))
                                .filter(one -> one.subject().equals("ticket:" + id))
                                .map(Fact::payload))
                .hasSize(3)
                .first()
                .asString()
                .contains("TEAM_LEAD");
    }

    @Test
    void a_clock_never_waits_for_a_ticket_in_somebodys_hands() {
        var id = tea.aTicket("x");
        clock.forward(Duration.ofHours(8));
        transaction.executeWithoutResult(
                status -> {
                    db.sql("select 1 from tickets.ticket where id = :id for update")
                            .param("id", id)
                            .query(Integer.class)
                            .single();
                    Stage.together(List.of(() -> stageRunsDue()));
                });
        assertThat(tea.steps(id)).containsExactly("OPENED");
        stage.after(Duration.ofSeconds(1));
        assertThat(tea.steps(id)).containsExactly("OPENED", "LATE");
    }

    private boolean stageRunsDue() {
        stage.after(Duration.ZERO);
        return true;
    }
}
