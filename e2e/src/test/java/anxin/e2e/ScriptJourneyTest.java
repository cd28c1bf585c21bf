package anxin.e2e;

import static anxin.e2e.Cast.button;
import static anxin.e2e.Cast.exactly;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class ScriptJourneyTest {

    private static final String SHOP = "harbour-tea";

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

    /** Nobody could answer it; one writes, another reviews, and the next customer is answered. */
    @Test
    void an_unanswered_question_becomes_an_article_and_is_answered_next_time(Journey.People people)
            throws Exception {
        var question = "茶宠用开水浇会不会裂开";
        var reader = people.withPhone("reader");
        for (var asked : new String[] {question, question + "呢", "请问" + question}) {
            looksFor(reader, asked);
            assertThat(reader.locator("main")).not().containsText("先用温水润透");
        }

        var writer = people.atDesk("writer");
        Cast.entersAsColleague(writer, "xuyan");
        writer.navigate("/knowledge/gaps?shop=" + SHOP);
        writer.getByRole(AriaRole.BUTTON, exactly("立即查找")).click();
        var gap = writer.locator(".panel").filter(with("茶宠")).first();
        assertThat(gap).isVisible();
        Journey.assertAccessible(writer);
        button(gap, "起草为文章").click();
        var editor = writer.locator(".ant-drawer");
        editor.getByRole(AriaRole.TAB, Cast.in("编辑")).click();
        editor.getByLabel("答案", new Locator.GetByLabelOptions().setExact(true))
                .fill("可以浇，先用温水润透，再用开水，避免裂开。");
        button(editor, "保存草稿").click();
        button(editor, "提交审核").click();
        assertThat(button(editor, "通过并上线")).isVisible();

        var reviewer = people.atDesk("reviewer");
        Cast.entersAsColleague(reviewer, "hewei");
        reviewer.navigate("/knowledge?list=REVIEW&shop=" + SHOP);
        reviewer.locator("button.link").filter(with("茶宠")).first().click();
        button(reviewer.locator(".ant-drawer"), "通过并上线").click();
        assertThat(button(reviewer.locator(".ant-drawer"), "下线")).isVisible();

        looksFor(reader, question);
        assertThat(reader.locator("article")).containsText("先用温水润透");
        writer.navigate("/knowledge/gaps?state=DRAFTED&shop=" + SHOP);
        assertThat(writer.locator(".panel").filter(with("茶宠")).first()).containsText("上线后");
    }

    private static void looksFor(Page reader, String question) {
        reader.navigate("/help/" + SHOP + "/zh");
        reader.locator("input[name=q]").fill(question);
        reader.locator("input[name=q]").press("Enter");
        assertThat(reader).hasURL(Pattern.compile("\\?q="));
    }
}
