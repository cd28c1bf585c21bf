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
class ChatJourneyTest {

    private static final String SHOP = "harbour-tea";
    private static final String CHANNEL = "journey-chat";

    @Test
    void from_the_chat_to_the_desk_and_back_with_a_line_that_breaks(Journey.People people)
            throws Exception {
        var keeper = people.atDesk("keeper");
        setUpChat(keeper, SHOP, CHANNEL);
        withoutBot(keeper);
        var words = UUID.randomUUID().toString().substring(0, 6);

        var lin = people.withPhone("lin");
        lin.navigate("/widget/" + CHANNEL);
        assertThat(lin.getByText("您好，有什么可以帮您？")).isVisible();
        Journey.assertAccessible(lin);
        say(lin, "杯子破损了 " + words);
        assertThat(lin.locator(".mine:not(.unsent)")).hasText(Pattern.compile(words));

        var zhou = people.atDesk("zhou");
        Cast.entersAsColleague(zhou, "zhouning");
        zhou.navigate("/conversations");
        zhou.locator(".talk-line").filter(with(words)).first().click();
        assertThat(zhou.locator(".talk-said .theirs")).hasText(Pattern.compile(words));
        Journey.assertAccessible(zhou);
        Cast.marks(zhou);
        answer(zhou, "马上为您处理 " + words);
        assertThat(lin.locator(".theirs")).hasText(Pattern.compile("马上为您处理 " + words));

        lin.context().setOffline(true);
        say(lin, "还在吗 " + words);
        assertThat(lin.locator(".unsent")).hasText(Pattern.compile("还在吗"));
        answer(zhou, "在的 " + words);
        lin.context().setOffline(false);
        assertThat(lin.locator(".unsent")).hasCount(0);
        assertThat(lin.locator(".chat-said li")).hasCount(4);
        assertThat(lin.locator(".theirs").last()).hasText(Pattern.compile("在的 " + words));
        assertThat(zhou.locator(".talk-said .theirs")).hasCount(2);
        assertThat(zhou.locator(".talk-said .ours")).hasCount(2);
        Cast.assertNeverReloaded(zhou);

        // What is typed survives a reload on both sides.
        lin.getByLabel("输入消息").fill("打到一半");
        lin.reload();
        assertThat(lin.getByLabel("输入消息")).hasValue("打到一半");
        assertThat(lin.locator(".chat-said li")).hasCount(4);
        zhou.locator("#say").fill("我查一下");
        zhou.reload();
        assertThat(zhou.locator("#say")).hasValue("我查一下");
    }

    static void setUpChat(Page keeper, String shop, String channel) {
        Cast.entersAsColleague(keeper, "admin");
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
    private static void withoutBot(Page keeper) {
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
                SHOP);
    }

    static void say(Page customer, String text) {
        customer.getByLabel("输入消息").fill(text);
        customer.getByRole(AriaRole.BUTTON, exactly("发送")).click();
    }

    private static void answer(Page agent, String text) {
        agent.locator("#say").fill(text);
        agent.locator("#say").press("Control+Enter");
        assertThat(agent.locator(".talk-said .ours").last()).hasText(Pattern.compile(text));
        // The thread hears of it before the sender's own request has come back.
        assertThat(agent.locator("#say")).hasValue("");
    }
}
