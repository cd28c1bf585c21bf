package anxin.e2e;

import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class ScriptJourneyTest {

    private static final String SHOP = "starlight-live";

    /**
     * Zhou Ning is offered the soothing word first, fills in what is missing, and is warned kindly.
     */
    @Test
    void an_angry_customer_gets_a_soothing_word_and_a_time(Journey.People people) throws Exception {
        var keeper = people.atDesk("keeper");
        Cast.entersAsColleague(keeper, "admin");
        Cast.setUpChat(keeper, SHOP, "journey-scripts");
        Cast.withoutBot(keeper, SHOP);
        var words = UUID.randomUUID().toString().substring(0, 6);

        var lin = people.withPhone("lin");
        lin.navigate("/widget/journey-scripts");
        Cast.says(lin, "气死我了，拖了十天还不发货，你们就是骗子，太过分了！" + words);

        var zhou = people.atDesk("zhou");
        Cast.entersAsColleague(zhou, "zhouning");
        zhou.navigate("/conversations");
        zhou.locator(".talk-line").filter(with(words)).first().click();
        var first = zhou.locator(".script-suggestion").first();
        assertThat(first).containsText("先安抚");
        Journey.assertAccessible(zhou);

        zhou.locator(".talk-said").click();
        zhou.keyboard().press("s");
        var blanks = first.locator("form input");
        for (int n = 0; n < blanks.count(); n++) {
            blanks.nth(n).fill("今天 18:00");
        }
        if (blanks.count() > 0) {
            blanks.last().press("Enter");
        }
        assertThat(zhou.locator("#say")).not().hasValue("");
        assertThat(zhou.locator("#say")).not().hasValue(Pattern.compile("\\{\\{"));

        // A promise without a time is pointed out, and put better by one key.
        zhou.locator("#say").fill("我们会尽快处理。");
        assertThat(zhou.locator(".wording-check")).containsText("没有说明时间");
        zhou.locator("#say").press("Alt+Enter");
        assertThat(zhou.locator("#say")).hasValue(Pattern.compile("[今明]天\\d\\d:\\d\\d前处理"));
        assertThat(zhou.locator(".wording-check")).hasCount(0);
        zhou.locator("#say").press("Control+Enter");
        assertThat(lin.locator(".theirs").last()).hasText(Pattern.compile("前处理"));
    }
}
