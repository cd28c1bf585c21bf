package anxin.aftersales.portal;

import static anxin.aftersales.Stage.line;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.evidence.Evidence;
import anxin.kernel.ShopId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class RevisionTest {

    @Autowired Stage stage;
    @Autowired Evidence evidence;

    @Test
    void a_return_that_came_too_late_is_put_as_the_fault_it_was() throws IOException {
        var shop = stage.shop();
        var id = late(shop);
        var revised =
                revise(
                        shop,
                        id,
                        1,
                        Map.of(
                                "reason",
                                "QUALITY",
                                "reasonText",
                                "the seam opened",
                                "type",
                                "EXCHANGE",
                                "evidence",
                                List.of(photo(shop))));
        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
        assertThat(revised.text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(revised.text("reason")).isEqualTo("QUALITY");
        assertThat(revised.text("reasonText")).isEqualTo("the seam opened");
        assertThat(revised.body().get("evidence")).hasSize(1);
    }

    @Test
    void it_may_be_revised_twice_and_then_only_appealed() {
        var shop = stage.shop();
        var id = late(shop);
        var first = revise(shop, id, 1, Map.of("reasonText", "please"));
        assertThat(first.text("state")).isEqualTo("REFUSED");
        assertThat(first.body().get("allowed").toString())
                .contains("\"revise\"", "\"add-evidence\"");
        var second = revise(shop, id, 2, Map.of("reasonText", "please, really"));
        assertThat(second.body().get("allowed").toString())
                .doesNotContain("\"revise\"", "\"add-evidence\"")
                .contains("\"appeal\"");
        assertThat(revise(shop, id, 3, Map.of()).text("type")).endsWith("revised-twice");
    }

    @Test
    void proof_alone_counts_as_a_revision() throws IOException {
        var shop = stage.shop();
        var id = late(shop);
        for (int version = 1; version <= 2; version++) {
            var added =
                    stage.act(
                            stage.linXiao(shop),
                            "portal/cases/" + id + "/evidence",
                            version,
                            Map.of("evidence", List.of(photo(shop))));
            assertThat(added.status()).as(added.body().toString()).isEqualTo(200);
        }
        var third =
                stage.act(
                        stage.linXiao(shop),
                        "portal/cases/" + id + "/evidence",
                        3,
                        Map.of("evidence", List.of(photo(shop))));
        assertThat(third.text("type")).endsWith("revised-twice");
    }

    @Test
    void what_an_agent_refused_is_not_paid_by_the_rules_alone() throws IOException {
        var shop = stage.shop();
        var fresh = line("L1", 1, 60_00);
        fresh.put("category", "FRESH");
        var order =
                stage.order(
                        shop,
                        Map.of(
                                "signedAt",
                                Stage.TODAY.minus(Duration.ofHours(2)).toString(),
                                "lines",
                                List.of(fresh),
                                "customer",
                                Map.of("id", "lin-xiao", "riskScore", 85)));
        var id = UUID.randomUUID();
        var asked =
                stage.submit(
                        stage.linXiao(shop),
                        id,
                        order,
                        "ROTTEN",
                        Map.of("badRatioPct", 50, "evidence", List.of(photo(shop), photo(shop))));
        assertThat(asked.text("state")).as(asked.body().toString()).isEqualTo("IN_REVIEW");
        stage.act(
                stage.agent("L1", shop),
                "cases/" + id + "/refusal",
                1,
                Map.of("reason", "NOT_COVERED"));
        assertThat(revise(shop, id, 2, Map.of("badRatioPct", 10)).text("state"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void goods_that_another_request_has_by_now_are_not_revised() {
        var shop = stage.shop();
        var order =
                stage.order(
                        shop,
                        Map.of(
                                "signedAt",
                                Stage.TODAY.minus(Duration.ofDays(10)).toString(),
                                "lines",
                                List.of(line("L1", 1, 129_00))));
        var first = UUID.randomUUID();
        stage.submit(stage.linXiao(shop), first, order, "NO_REASON", Map.of());
        var second =
                stage.submit(stage.linXiao(shop), UUID.randomUUID(), order, "QUALITY", Map.of());
        assertThat(second.text("state")).isEqualTo("NEED_EVIDENCE");
        var revised = revise(shop, first, 1, Map.of("reasonText", "please"));
        assertThat(revised.status()).isEqualTo(409);
        assertThat(revised.text("type")).endsWith("line-has-open-case");
    }

    /** Refused by the rules: asked for without a reason on the tenth day. */
    private UUID late(ShopId shop) {
        var order =
                stage.order(
                        shop,
                        Map.of("signedAt", Stage.TODAY.minus(Duration.ofDays(10)).toString()));
        var id = UUID.randomUUID();
        assertThat(
                        stage.submit(stage.linXiao(shop), id, order, "NO_REASON", Map.of())
                                .text("state"))
                .isEqualTo("REFUSED");
        return id;
    }

    private Stage.Answer revise(ShopId shop, UUID id, int version, Map<String, Object> body) {
        return stage.act(stage.linXiao(shop), "portal/cases/" + id + "/revision", version, body);
    }

    private UUID photo(ShopId shop) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        var id = UUID.randomUUID();
        evidence.keep(shop, id, "customer:lin-xiao", picture.toByteArray());
        return id;
    }
}
