package anxin.e2e;

import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
        Cast.entersAsColleague(keeper, "admin");
        Cast.setUpChat(keeper, SHOP, CHANNEL);
        Cast.withoutBot(keeper, SHOP);
        var words = UUID.randomUUID().toString().substring(0, 6);

        var lin = people.withPhone("lin");
        lin.navigate("/widget/" + CHANNEL);
        assertThat(lin.getByText("您好，有什么可以帮您？")).isVisible();
        Journey.assertAccessible(lin);
        Cast.says(lin, "杯子破损了 " + words);
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
        Cast.says(lin, "还在吗 " + words);
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

    private static void answer(Page agent, String text) {
        agent.locator("#say").fill(text);
        agent.locator("#say").press("Control+Enter");
        assertThat(agent.locator(".talk-said .ours").last()).hasText(Pattern.compile(text));
        // The thread hears of it before the sender's own request has come back.
        assertThat(agent.locator("#say")).hasValue("");
    }
}
