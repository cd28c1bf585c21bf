package anxin.e2e;

import static anxin.e2e.Cast.named;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class MessageJourneyTest {

    private static final String SHOP = "harbour-tea";
    private static final String QUESTION = "吊牌剪了还能退吗？";
    private static final String ANSWER = "可以退，请在 11 月 30 日前寄回，运费我们承担。";

    @Test
    void a_message_starts_the_half_hour_and_a_persons_answer_ends_it_live_on_both_sides(
            Journey.People people) throws Exception {
        var lin = people.withPhone("lin");
        var bought = new Cast.Bought(SHOP, "asking", 1, 129_00);
        var number = Cast.asksToReturn(people, lin, bought, "已同意，请寄回商品");
        Cast.marks(lin);

        var zhou = people.atDesk("zhou");
        Cast.entersAsColleague(zhou, "zhouning");
        zhou.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^等人回复")))
                .click();
        Cast.marks(zhou);
        lin.getByLabel("写留言").fill(QUESTION);
        lin.getByRole(AriaRole.BUTTON, named("发送")).click();

        var waiting = zhou.locator(".one-card").filter(with(number));
        assertThat(waiting).containsText(QUESTION);
        assertThat(waiting.locator(".countdown")).hasText(Pattern.compile("^(30|29|28) ?分"));
        Cast.assertNeverReloaded(zhou);
        Journey.assertAccessible(zhou);

        waiting.getByRole(AriaRole.LINK).click();
        var clock = zhou.getByRole(AriaRole.ALERT).filter(with("客户在等人工回复"));
        assertThat(clock.locator(".countdown")).hasText(Pattern.compile("^(30|29|28|27) ?分"));
        assertThat(zhou.locator(".talk")).containsText(QUESTION);
        Journey.assertAccessible(zhou);
        Cast.marks(zhou);
        zhou.keyboard().press("m");
        zhou.getByLabel("写给客户").fill(ANSWER);
        zhou.keyboard().press("Control+Enter");
        assertThat(zhou.locator(".talk")).containsText(ANSWER);
        assertThat(clock).hasCount(0);
        Cast.assertNeverReloaded(zhou);

        var said = lin.getByRole(AriaRole.LOG);
        assertThat(said).containsText(ANSWER);
        Cast.assertNeverReloaded(lin);
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);
        zhou.navigate("/desk?state=waiting");
        assertThat(zhou.locator(".skeleton-rows")).hasCount(0);
        assertThat(zhou.locator(".one-card").filter(with(number))).hasCount(0);
    }
}
