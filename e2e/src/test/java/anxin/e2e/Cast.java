package anxin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What customers and colleagues do in one journey after the other. */
final class Cast {

    private Cast() {}

    /** What somebody bought, all of it one article, and has received. */
    record Bought(String shop, String customer, int count, long paidMinor) {}

    /** By the shop's signed link. */
    static void entersAsCustomer(Journey.People people, Page page, String shop, String customer)
            throws Exception {
        page.navigate(people.anxin().linkFor(shop, customer));
        assertThat(page.getByRole(AriaRole.HEADING, named("我的订单"))).isVisible();
    }

    /** Signed for yesterday; and in by the shop's link. */
    static void entersWith(Journey.People people, Page page, Bought bought) throws Exception {
        people.anxin()
                .delivered(bought.shop(), bought.customer(), bought.count(), bought.paidMinor());
        entersAsCustomer(people, page, bought.shop(), bought.customer());
    }

    /** All of it, without a reason; the number of the case, once the verdict stands there. */
    static String asksToReturn(Journey.People people, Page page, Bought bought, String verdict)
            throws Exception {
        entersWith(people, page, bought);
        begins(page, "七天无理由退换");
        submits(page);
        return numberBeside(page, verdict);
    }

    static void begins(Page page, String reason) {
        page.getByRole(AriaRole.LINK, named("申请售后")).click();
        page.getByLabel(reason).check();
    }

    static void submits(Page page) {
        page.getByRole(AriaRole.BUTTON, named("提交，马上看结果")).click();
    }

    /** The number of the case on the progress page, once the verdict stands there. */
    static String numberBeside(Page page, String verdict) {
        assertThat(page.locator("main")).containsText(verdict);
        var text = page.locator("main").textContent();
        return text.replaceFirst("(?s).*?(AS\\d+).*", "$1");
    }

    /** One of the demo's colleagues, by one tap. */
    static void entersAsColleague(Page page, String login) {
        page.navigate("/");
        page.locator(".sign-in-demo").getByText(login).first().click();
        assertThat(page).hasURL(Pattern.compile("/(desk|store)"));
    }

    /** The shop's chat, set up by an administrator who has entered. */
    static void setUpChat(Page keeper, String shop, String channel) {
        keeper.evaluate(
                """
                async ([shop, channel]) => {
                  const csrf = document.cookie.match(/anxin-csrf=([^;]+)/)[1];
                  const answer = await fetch(`/api/v1/shops/${shop}/channels/${channel}`, {
                    method: "PUT",
                    headers: { "Content-Type": "application/json", "X-CSRF": csrf },
                    body: JSON.stringify({ kind: "WEB_CHAT", name: "网页聊天" }),
                  });
                  if (!answer.ok) throw new Error(await answer.text());
                }
                """,
                new String[] {shop, channel});
    }

    /** Here people answer. */
    static void withoutBot(Page keeper, String shop) {
        keeper.evaluate(
                """
                async (shop) => {
                  const csrf = document.cookie.match(/anxin-csrf=([^;]+)/)[1];
                  const path = `/api/v1/shops/${shop}/bot-settings`;
                  const { version, settings } = await (await fetch(path)).json();
                  const answer = await fetch(path, {
                    method: "PUT",
                    headers: { "Content-Type": "application/json", "X-CSRF": csrf },
                    body: JSON.stringify({ version, settings: { ...settings, on: false } }),
                  });
                  if (!answer.ok) throw new Error(await answer.text());
                }
                """,
                shop);
    }

    /** A customer in the chat. */
    static void says(Page customer, String text) {
        customer.getByLabel("输入消息").fill(text);
        customer.getByRole(AriaRole.BUTTON, exactly("发送")).click();
    }

    static void opens(Page page, String number) {
        page.navigate("/desk");
        page.getByLabel("搜索工单").fill(number);
        page.getByRole(AriaRole.LINK, named(number)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("可以做什么"))).isVisible();
    }

    /** Whatever comes from now on comes by itself. */
    static void marks(Page page) {
        page.evaluate("() => { window.neverReloaded = true }");
    }

    static void assertNeverReloaded(Page page) {
        assertEquals(true, page.evaluate("() => window.neverReloaded === true"), page.url());
    }

    /** Nothing stands out to the side, so nobody has to push the page about. */
    static void assertFits(Page page) {
        assertEquals(
                true,
                page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"),
                "wider than the window: " + page.url());
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }

    /** The same, of what lies within another. */
    static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** The button within, by its words; a key that stands beside them does not count. */
    static Locator button(Locator within, String words) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^" + words)));
    }
}
