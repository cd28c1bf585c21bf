package anxin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        enter(people, lin, "journey-approved", EVERYDAY);
        Journey.assertAccessible(lin);
        assertFitsThePhone(lin);

        lin.getByRole(AriaRole.LINK, named("申请售后")).click();
        choose(lin, "七天无理由退换");
        Journey.assertAccessible(lin);
        assertFitsThePhone(lin);
        submit(lin);

        assertThat(lin.locator("body")).containsText("已同意，请寄回商品");
        assertThat(lin.locator("body")).containsText("依据");
        Journey.assertAccessible(lin);
        assertFitsThePhone(lin);

        lin.navigate("/portal/cases");
        assertThat(lin.getByRole(AriaRole.HEADING, named("我的售后"))).isVisible();
        assertThat(lin.locator("main")).containsText("亚麻衬衫");
        Journey.assertAccessible(lin);
        assertFitsThePhone(lin);
    }

    @Test
    void what_a_person_approves_the_customer_sees_without_reloading(Journey.People people)
            throws Exception {
        var lin = people.withPhone("lin");
        var number = submitForReview(people, lin, "journey-reviewed");
        lin.evaluate("() => { window.neverReloaded = true }");

        var agent = people.atDesk("agent");
        openCase(agent, number);
        Journey.assertAccessible(agent);
        agent.getByRole(AriaRole.BUTTON, named("同意")).click();
        var dialog = agent.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("退款金额")).hasValue(Pattern.compile("8,?800(\\.00)?"));
        Journey.assertAccessible(agent);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("同意退款")).click();

        assertThat(lin.locator("main")).containsText("已同意，请寄回商品");
        assertEquals(true, lin.evaluate("() => window.neverReloaded === true"));
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
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("拒绝").setExact(true))
                .click();

        assertThat(lin.locator("main")).containsText("这次没有通过");
        assertThat(lin.locator("main")).containsText("衬衫的吊牌已经剪掉");
        Journey.assertAccessible(lin);
    }

    @Test
    void a_connection_lost_in_the_middle_of_typing_loses_nothing(Journey.People people)
            throws Exception {
        var lin = people.withPhone("lin");
        enter(people, lin, "journey-offline", EVERYDAY);
        lin.getByRole(AriaRole.LINK, named("申请售后")).click();
        choose(lin, "七天无理由退换");
        var words = lin.getByLabel("多说两句");
        words.fill("颜色和图片");

        lin.context().setOffline(true);
        words.pressSequentially("不太一样");
        submit(lin);
        assertThat(lin.getByRole(AriaRole.ALERT)).containsText("网络不通");
        assertThat(words).hasValue("颜色和图片不太一样");

        lin.context().setOffline(false);
        lin.getByRole(AriaRole.BUTTON, named("现在提交")).click();

        assertThat(lin.locator("main")).containsText("已同意，请寄回商品");
    }

    private static void enter(Journey.People people, Page page, String customer, long paid)
            throws Exception {
        people.anxin().order(SHOP, customer + "-order", customer, paid);
        page.navigate(people.anxin().linkFor(SHOP, customer));
        assertThat(page.getByRole(AriaRole.HEADING, named("我的订单"))).isVisible();
    }

    private static String submitForReview(Journey.People people, Page page, String customer)
            throws Exception {
        enter(people, page, customer, TOO_MUCH_FOR_A_RULE_ALONE);
        page.getByRole(AriaRole.LINK, named("申请售后")).click();
        choose(page, "七天无理由退换");
        submit(page);
        assertThat(page.locator("main")).containsText("已转专人审核");
        var text = page.locator("main").textContent();
        return text.replaceFirst("(?s).*?(AS\\d+).*", "$1");
    }

    private static void openCase(Page page, String number) {
        page.navigate("/");
        page.getByLabel("登录名").fill("xuyan");
        page.getByLabel("密码").fill("anxin-demo-manager");
        page.getByRole(AriaRole.BUTTON, named("登录").setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile("/desk"));
        page.getByLabel("搜索工单").fill(number);
        page.getByRole(AriaRole.LINK, named(number)).click();
        assertThat(page).hasURL(Pattern.compile("/desk/cases/"));
    }

    private static void choose(Page page, String reason) {
        page.getByLabel(reason).check();
    }

    private static void submit(Page page) {
        page.getByRole(AriaRole.BUTTON, named("提交，马上看结果")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Nothing stands out to the side, so nobody has to push the page about. */
    private static void assertFitsThePhone(Page page) {
        assertEquals(
                true,
                page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"),
                "wider than the phone: " + page.url());
    }
}
