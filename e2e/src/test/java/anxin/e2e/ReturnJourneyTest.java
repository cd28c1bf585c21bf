package anxin.e2e;

import static anxin.e2e.Cast.in;
import static anxin.e2e.Cast.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class ReturnJourneyTest {

    private static final String SHOP = "harbour-tea";
    private static final long EVERYDAY = 129_00;
    private static final long TOO_MUCH_FOR_A_RULE_ALONE = 8_800_00;

    @Test
    void a_shirt_signed_yesterday_may_go_back_at_once(Journey.People people) throws Exception {
        var lin = people.withPhone("lin");
        Cast.entersWith(people, lin, new Cast.Bought(SHOP, "journey-approved", 1, EVERYDAY));
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);

        Cast.begins(lin, "七天无理由退换");
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);
        Cast.submits(lin);

        assertThat(lin.locator("body")).containsText("已同意，请寄回商品");
        assertThat(lin.locator("body")).containsText("依据");
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);

        lin.navigate("/portal/cases");
        assertThat(lin.getByRole(AriaRole.HEADING, named("我的售后"))).isVisible();
        assertThat(lin.locator("main")).containsText("亚麻衬衫");
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);
    }

    @Test
    void what_a_person_approves_the_customer_sees_without_reloading(Journey.People people)
            throws Exception {
        var lin = people.withPhone("lin");
        var number = submitForReview(people, lin, "journey-reviewed");
        Cast.marks(lin);

        var agent = people.atDesk("agent");
        openCase(agent, number);
        Journey.assertAccessible(agent);
        agent.getByRole(AriaRole.BUTTON, named("同意")).click();
        var dialog = agent.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("退款金额")).hasValue(Pattern.compile("8,?800(\\.00)?"));
        Journey.assertAccessible(agent);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("同意退款")).click();

        assertThat(lin.locator("main")).containsText("已同意，请寄回商品");
        Cast.assertNeverReloaded(lin);
    }

    @Test
    void a_refusal_tells_its_reason_to_the_customer(Journey.People people) throws Exception {
        var lin = people.withPhone("lin");
        var number = submitForReview(people, lin, "journey-refused");

        var agent = people.atDesk("agent");
        openCase(agent, number);
        agent.getByRole(AriaRole.BUTTON, named("拒绝")).click();
        var dialog = agent.getByRole(AriaRole.DIALOG);
        dialog.locator("input[type=radio]:not([disabled])").first().check();
        dialog.getByLabel("给客户的补充说明").fill("衬衫的吊牌已经剪掉，按规则不能退回。");
        Journey.assertAccessible(agent);
        dialog.getByRole(AriaRole.BUTTON, in("拒绝")).click();

        assertThat(lin.locator("main")).containsText("这次没有通过");
        assertThat(lin.locator("main")).containsText("衬衫的吊牌已经剪掉");
        Journey.assertAccessible(lin);
    }

    @Test
    void a_connection_lost_in_the_middle_of_typing_loses_nothing(Journey.People people)
            throws Exception {
        var lin = people.withPhone("lin");
        Cast.entersWith(people, lin, new Cast.Bought(SHOP, "journey-offline", 1, EVERYDAY));
        Cast.begins(lin, "七天无理由退换");
        var words = lin.getByLabel("多说两句");
        words.fill("颜色和图片");

        lin.context().setOffline(true);
        words.pressSequentially("不太一样");
        Cast.submits(lin);
        assertThat(lin.getByRole(AriaRole.ALERT)).containsText("网络不通");
        assertThat(words).hasValue("颜色和图片不太一样");

        lin.context().setOffline(false);
        lin.getByRole(AriaRole.BUTTON, named("现在提交")).click();

        assertThat(lin.locator("main")).containsText("已同意，请寄回商品");
    }

    private static String submitForReview(Journey.People people, Page page, String customer)
            throws Exception {
        var bought = new Cast.Bought(SHOP, customer, 1, TOO_MUCH_FOR_A_RULE_ALONE);
        return Cast.asksToReturn(people, page, bought, "已转专人审核");
    }

    private static void openCase(Page page, String number) {
        Cast.entersAsColleague(page, "xuyan");
        Cast.opens(page, number);
    }
}
