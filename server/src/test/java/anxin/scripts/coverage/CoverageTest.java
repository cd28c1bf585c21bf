package anxin.scripts.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What customers want, and for which of it we have words. */
@AnxinTest
class CoverageTest {

    private static final Set<Permission> ALL =
            Set.of(Permission.SCRIPT_READ, Permission.SCRIPT_REVIEW, Permission.CONVERSATION_READ);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;

    @Test
    void what_is_missing_comes_first_with_what_a_customer_wrote() {
        var shop = stage.shop();
        var heWei = people.asStaff(ALL, shop);
        write(shop, "我的订单什么时候发货");
        write(shop, "怎么还不发货");
        write(shop, "能开发票吗");
        var whole = stage.look(heWei, path(shop));
        assertThat(whole.number("sampled")).isEqualTo(3);
        assertThat(whole.number("covered")).isEqualTo(whole.number("understood")).isPositive();

        for (var key : List.of("issue", "vat", "reissue", "urgent", "download")) {
            stage.act(
                    heWei,
                    "shops/" + shop + "/scripts/invoice." + key + "/zh/withdrawal",
                    0L,
                    null);
        }
        var missing = stage.look(heWei, path(shop));
        assertThat(missing.text("intents.0.intent")).isEqualTo("invoice");
        assertThat(missing.number("intents.0.scripts")).isZero();
        assertThat(missing.text("intents.0.example")).isEqualTo("能开发票吗");
        assertThat(missing.number("covered")).isLessThan(missing.number("understood"));
    }

    @Test
    void what_customers_wrote_is_shown_to_those_who_may_read_it_and_only_of_late() {
        var shop = stage.shop();
        write(shop, "能开发票吗");
        var writer = people.asStaff(Set.of(Permission.SCRIPT_READ), shop);
        var seen = stage.look(writer, path(shop));
        assertThat(seen.number("sampled")).isEqualTo(1);
        assertThat(seen.body().at("/intents/0/example").isNull()).isTrue();
        clock.forward(Duration.ofDays(31));
        assertThat(stage.look(writer, path(shop)).number("sampled")).isZero();
        assertThat(stage.look(people.asStaff(ALL, stage.shop()), path(shop)).status())
                .isEqualTo(404);
    }

    private static String path(ShopId shop) {
        return "shops/" + shop + "/script-coverage?language=zh";
    }

    private void write(ShopId shop, String text) {
        var channel = "market-" + shop;
        RequestPostProcessor keys = people.asStaff(Permission.KEYS_MANAGE, shop);
        stage.perform(
                put("/api/v1/shops/" + shop + "/channels/" + channel)
                        .with(keys)
                        .contentType("application/json")
                        .content(
                                "{\"kind\":\"WEBHOOK\",\"name\":\"市场\",\"secret\":\"a secret of sixteen\"}"));
        var answer =
                stage.perform(
                        post("/api/v1/channels/" + channel + "/messages")
                                .with(people.withKey(Permission.CHANNEL_DELIVER, shop))
                                .content(
                                        """
                                        {"id":"%s","sender":{"id":"wx-1","name":"林晓"},"text":"%s","at":"%s"}
                                        """
                                                .formatted(
                                                        UUID.randomUUID(), text, clock.instant())));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        clock.forward(Duration.ofSeconds(1));
    }
}
