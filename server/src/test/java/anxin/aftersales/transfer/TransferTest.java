package anxin.aftersales.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class TransferTest {

    @Autowired Stage stage;
    @Autowired FactLog facts;

    @Test
    void a_team_that_does_not_answer_in_time_is_raised_and_the_case_was_never_paused() {
        var shop = stage.shop();
        var id = complaint(shop);
        var due = stage.mine(stage.linXiao(shop), id).text("nextStep.etaAt");
        var transfer = UUID.randomUUID();
        var given = give(shop, id, 1, transfer, 12);
        assertThat(given.text("state")).as(given.body().toString()).isEqualTo("HANDLING");
        assertThat(given.text("deadlineAt")).isEqualTo(due);
        assertThat(give(shop, id, 1, transfer, 12).number("version")).isEqualTo(2);
        assertThat(give(shop, id, 2, UUID.randomUUID(), 12).text("type"))
                .endsWith("transferred-already");
        assertThat(desk(shop, id).text("queue")).isEqualTo("LOGISTICS");
        var start = facts.end();
        stage.after(Duration.ofHours(12));
        assertThat(desk(shop, id).text("queue")).isEqualTo("COMPLAINT");
        var list = stage.look(stage.agent("L1", shop), "cases/" + id + "/transfers");
        assertThat(list.body().get(0).get("state").asString()).isEqualTo("OVERDUE");
        assertThat(facts.after(start, 500))
                .filteredOn(fact -> fact.type().equals("aftersales.transfer-late"))
                .filteredOn(fact -> fact.payload().contains("LOGISTICS_MANAGER"))
                .filteredOn(fact -> shop.equals(fact.shop()))
                .hasSize(1);
    }

    @Test
    void an_answer_in_time_brings_the_case_back_to_who_had_it() {
        var shop = stage.shop();
        var id = complaint(shop);
        var transfer = UUID.randomUUID();
        give(shop, id, 1, transfer, 24);
        var answered =
                stage.act(
                        stage.agent("L1", shop),
                        "cases/" + id + "/transfers/" + transfer + "/answer",
                        null,
                        Map.of("answer", "the parcel is in Xiamen"));
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
        assertThat(desk(shop, id).text("queue")).isEqualTo("COMPLAINT");
        assertThat(
                        stage.act(
                                        stage.agent("L1", shop),
                                        "cases/" + id + "/transfers/" + transfer + "/answer",
                                        null,
                                        Map.of("answer", "once more"))
                                .status())
                .isEqualTo(404);
    }

    private UUID complaint(ShopId shop) {
        var id = UUID.randomUUID();
        var made =
                stage.submit(
                        stage.linXiao(shop),
                        id,
                        stage.order(shop, Map.of()),
                        "SERVICE_COMPLAINT",
                        Map.of("type", "COMPLAINT"));
        assertThat(made.text("state")).as(made.body().toString()).isEqualTo("HANDLING");
        return id;
    }

    private Stage.Answer give(ShopId shop, UUID id, int version, UUID transfer, int hours) {
        return stage.act(
                stage.agent("L1", shop),
                "cases/" + id + "/transfers/" + transfer,
                version,
                Map.of("team", "LOGISTICS", "limitHours", hours, "reason", "where is the parcel?"));
    }

    private Stage.Answer desk(ShopId shop, UUID id) {
        return stage.look(stage.agent("L1", shop), "cases/" + id);
    }
}
