package anxin.e2e;

import static anxin.e2e.Cast.exactly;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class BotJourneyTest {

    private static final String SHOP = "mulan";
    private static final String CHANNEL = "bot-chat";

    @Test
    void asked_about_an_order_returned_and_given_to_a_person(Journey.People people)
            throws Exception {
        var keeper = people.atDesk("keeper");
        Cast.entersAsColleague(keeper, "admin");
        Cast.setUpChat(keeper, SHOP, CHANNEL);
        var name = "bot-" + UUID.randomUUID().toString().substring(0, 6);
        var lin = people.withPhone("lin");
        Cast.entersWith(people, lin, new Cast.Bought(SHOP, name, 1, 12_900));
        lin.navigate("/widget/" + CHANNEL);
        assertThat(lin.getByRole(AriaRole.BUTTON, exactly("转人工"))).isVisible();
        Journey.assertAccessible(lin);

        Cast.says(lin, "退货运费谁出");
        hears(lin, "来源|依据");
        Cast.says(lin, "我的快递到哪了");
        hears(lin, name + "-order");

        Cast.says(lin, "我要退货，不想要了");
        hears(lin, "确认提交吗");
        lin.getByRole(AriaRole.BUTTON, exactly("确认提交")).click();
        hears(lin, "已提交，售后单号");

        Cast.says(lin, "太气人了！！你们这帮骗子，我要打12315投诉！！！");
        hears(lin, "专人|人工");

        var zhou = people.atDesk("zhou");
        Cast.entersAsColleague(zhou, "zhouning");
        zhou.navigate("/conversations");
        zhou.locator(".talk-line")
                .filter(with("12315"))
                .or(zhou.locator(".talk-line"))
                .first()
                .click();
        assertThat(zhou.locator(".bot-summary")).isVisible();
        assertThat(zhou.locator(".bot-summary")).containsText(name + "-order");
        Journey.assertAccessible(zhou);
    }

    private static void hears(Page customer, String words) {
        assertThat(customer.locator(".theirs").last()).hasText(Pattern.compile(words));
    }
}
