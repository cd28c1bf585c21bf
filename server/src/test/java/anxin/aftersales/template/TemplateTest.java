package anxin.aftersales.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class TemplateTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;

    ShopId shop = new ShopId("unset");
    RequestPostProcessor manager = request -> request;

    @BeforeEach
    void aManager() {
        shop = stage.shop();
        manager =
                people.asStaff(
                        List.of(
                                Permission.POLICY_READ,
                                Permission.POLICY_WRITE,
                                Permission.CASE_READ),
                        shop);
    }

    @Test
    void a_promise_without_a_time_is_refused_and_the_better_sentence_proposed() {
        var refused =
                save("APPROVED", "SMS", "zh", 0, "", "{shopName}：我们会尽快处理。下一步{nextStep}，最晚{by}。");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:anxin:problem:wording-not-sound");
        assertThat(refused.text("findings.0.code")).isEqualTo("no-time");
        assertThat(refused.number("findings.0.from")).isEqualTo("{shopName}：我们会".length());
        assertThat(refused.text("findings.0.proposal")).isEqualTo("{shopName}：我们会在{by}前处理。");
        assertThat(refused.text("fields.0.pointer")).isEqualTo("/body");
    }

    @Test
    void with_its_time_it_is_saved_and_counts_from_then_on() {
        var saved =
                save(
                        "APPROVED",
                        "SMS",
                        "zh",
                        0,
                        "",
                        "{shopName}：我们尽快处理，最晚今天 18:00 前。下一步{nextStep}，最晚{by}。");
        assertThat(saved.status()).as(saved.body().toPrettyString()).isEqualTo(200);
        assertThat(saved.number("version")).isEqualTo(1);
        assertThat(saved.etag()).isEqualTo("\"1\"");
        assertThat(saved.body().path("own").asBoolean()).isTrue();
        assertThat(save("APPROVED", "SMS", "zh", 0, "", "{nextStep}，最晚{by}").status())
                .as("somebody else was faster")
                .isEqualTo(409);
    }

    @Test
    void what_comes_next_and_by_when_must_be_said() {
        var refused = save("APPROVED", "EMAIL", "en", 0, "Approved", "We have approved it.");
        assertThat(refused.body().findValuesAsString("code"))
                .contains("no-next-step", "no-deadline");
    }

    @Test
    void a_variable_the_step_does_not_know_and_a_format_its_kind_has_not_are_found() {
        var refused =
                save(
                        "APPROVED",
                        "EMAIL",
                        "en",
                        0,
                        "{trackingNo}",
                        "Next {nextStep:date} by {by:short} {");
        assertThat(refused.body().findValuesAsString("code"))
                .contains("unknown-variable", "wrong-format", "loose-brace");
        assertThat(
                        save(
                                        "PARCEL_SENT",
                                        "EMAIL",
                                        "en",
                                        0,
                                        "{trackingNo}",
                                        "Next: {nextStep} by {by:date}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_channel_carries_only_so_much() {
        var refused =
                save("APPROVED", "WEB_PUSH", "zh", 0, "好", "字".repeat(241) + "{nextStep}{by}");
        assertThat(refused.body().findValuesAsString("code")).contains("too-long");
        assertThat(
                        save("APPROVED", "SMS", "zh", 0, "标题", "{nextStep}，最晚{by}")
                                .body()
                                .findValuesAsString("code"))
                .contains("too-long");
    }

    @Test
    void a_draft_is_seen_on_a_real_case_with_its_findings() {
        var id = UUID.randomUUID();
        var no = stage.order(shop, Map.of());
        stage.submit(stage.linXiao(shop), id, no, "NO_REASON", Map.of("type", "RETURN_REFUND"));
        var seen =
                stage.send(
                        post(path("DECIDED_APPROVED", "SMS", "zh") + "/preview"),
                        manager,
                        Map.of(
                                "subject",
                                "",
                                "body",
                                "{customerName}：{what}，尽快。{orderNo}，{nextStep}，最晚{by}"));
        assertThat(seen.status()).as(seen.body().toPrettyString()).isEqualTo(200);
        assertThat(seen.text("body"))
                .isEqualTo("林晓：已自动审核通过，尽快。" + no + "，请寄回商品并填写运单号，最晚11月20日 10:00");
        assertThat(seen.text("findings.0.code")).isEqualTo("no-time");
        assertThat(seen.number("smsParts")).isEqualTo(1);
    }

    @Test
    void the_shipped_wording_comes_back_and_what_was_stays_readable() {
        save("APPROVED", "EMAIL", "zh", 0, "好", "{nextStep}，最晚{by}");
        var reset =
                stage.send(
                        delete(path("APPROVED", "EMAIL", "zh")).header("If-Match", "\"1\""),
                        manager,
                        null);
        assertThat(reset.body().path("own").asBoolean()).isFalse();
        assertThat(reset.text("body")).isEqualTo(reset.text("shippedBody"));
        assertThat(reset.body().path("versions").size()).isEqualTo(2);
    }

    @Test
    void quiet_hours_and_channels_are_the_shops_own() {
        var path = "shops/" + shop + "/telling";
        assertThat(stage.look(manager, path).text("quietFrom")).isEqualTo("22:00");
        var changed =
                stage.act(
                        manager,
                        path,
                        0,
                        Map.of(
                                "quietFrom",
                                "21:00",
                                "quietTo",
                                "09:00",
                                "channels",
                                Map.of("SUBMITTED", List.of())));
        assertThat(changed.status()).as(changed.body().toPrettyString()).isEqualTo(200);
        assertThat(changed.text("quietFrom")).isEqualTo("21:00");
        assertThat(stage.act(manager, path, 0, Map.of("channels", Map.of())).status())
                .isEqualTo(409);
        assertThat(
                        stage.act(
                                        manager,
                                        path,
                                        1,
                                        Map.of("channels", Map.of("NO_SUCH_STEP", List.of())))
                                .status())
                .isEqualTo(400);
    }

    private String path(String step, String channel, String language) {
        return "/api/v1/shops/"
                + shop
                + "/message-templates/"
                + step
                + "/"
                + channel
                + "/"
                + language;
    }

    private Stage.Answer save(
            String step,
            String channel,
            String language,
            int version,
            String subject,
            String body) {
        return stage.act(
                manager,
                path(step, channel, language).substring("/api/v1/".length()),
                version,
                Map.of("subject", subject, "body", body));
    }
}
