package anxin.tickets.rules;

import static anxin.tickets.TicketStage.good;
import static anxin.tickets.TicketStage.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.tickets.TicketStage;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AnxinTest
class RulebookTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JsonMapper json;

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
    void a_shops_own_rules_and_limits_hold_for_what_is_opened_from_then_on() {
        var before = tea.aTicket("礼盒丝带缺失");
        var settings = usual();
        ((ObjectNode) settings.path("limits")).put("simpleHours", 2);
        var rule = json.createObjectNode().put("name", "礼盒").put("priority", "HIGH");
        rule.put("type", "WAREHOUSE").put("team", "AFTERSALES");
        rule.set("words", json.createArrayNode().add("丝带"));
        settings.set("rules", json.createArrayNode().add(rule));
        good(change(0, settings));
        var id = tea.aTicket("礼盒丝带缺失");
        var view = tea.read(id);
        assertThat(view.at("/item/triage/type").asString()).isEqualTo("WAREHOUSE");
        assertThat(view.at("/item/owner/team").asString()).isEqualTo("AFTERSALES");
        assertThat(view.at("/item/nextAt").asString())
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(2)).toString());
        assertThat(tea.read(before).at("/item/nextAt").asString())
                .isEqualTo(Stage.TODAY.plus(Duration.ofHours(8)).toString());
    }

    @Test
    void the_second_of_two_who_change_them_gets_a_409() {
        good(change(0, usual()));
        refused(change(0, usual()), 409, "version-conflict");
        good(change(1, usual()));
    }

    @Test
    void what_cannot_be_is_refused_at_its_place() {
        var settings = usual();
        settings.put("team", "NOBODY");
        var answer = change(0, settings);
        refused(answer, 400, "invalid-request");
        assertThat(answer.text("fields.0.pointer")).isEqualTo("/settings/team");
        var limits = usual();
        ((ObjectNode) limits.path("limits")).put("complexHours", 0);
        assertThat(change(0, limits).text("fields.0.pointer"))
                .isEqualTo("/settings/limits/complexHours");
        var twice = usual();
        twice.putArray("parties")
                .add(json.createObjectNode().put("party", "FINANCE").put("limitMinutes", 60))
                .add(json.createObjectNode().put("party", "FINANCE").put("limitMinutes", 30));
        assertThat(change(0, twice).text("fields.0.pointer")).isEqualTo("/settings/parties/1");
    }

    @Test
    void whoever_works_on_tickets_sees_the_rules_and_does_not_set_them() {
        good(stage.look(tea.agent, "shops/" + tea.shop + "/ticket-settings"));
        refused(
                stage.send(
                        put("/api/v1/shops/" + tea.shop + "/ticket-settings"),
                        tea.agent,
                        json.createObjectNode()),
                403,
                "permission-needed");
    }

    private ObjectNode usual() {
        JsonNode view =
                good(stage.look(tea.agent, "shops/" + tea.shop + "/ticket-settings")).body();
        return (ObjectNode) view.path("settings");
    }

    private Answer change(int version, ObjectNode settings) {
        return stage.send(
                put("/api/v1/shops/" + tea.shop + "/ticket-settings"),
                tea.with(Permission.TICKET_RULES),
                json.createObjectNode().put("version", version).set("settings", settings));
    }
}
