package anxin.e2e;

import static anxin.e2e.Cast.button;
import static anxin.e2e.Cast.exactly;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class StoreJourneyTest {

    private static final String SHOP = "mulan";

    /** Ding Min works in the first of the three, and there alone. */
    private static final String HERE = "S01";

    private static final String ELSEWHERE = "S02";

    @Test
    void the_store_promises_within_half_an_hour_and_exchanges_when_the_code_is_shown(
            Journey.People people) throws Exception {
        var ding = people.withPhone("ding");
        Cast.entersAsColleague(ding, "dingmin");
        assertThat(ding.getByRole(AriaRole.HEADING, exactly("门店"))).isVisible();
        Cast.marks(ding);

        var lin = people.withPhone("lin");
        var number = asksForALargerOne(people, lin, HERE);
        Cast.marks(lin);
        var elsewhere = asksForALargerOne(people, people.withPhone("another"), ELSEWHERE);

        var task = ding.locator(".one-card").filter(with(number));
        assertThat(task).containsText("待确认");
        assertThat(task.locator(".countdown")).hasText(Pattern.compile("^(30|29|28) ?分"));
        assertThat(ding.locator(".one-card").filter(with(elsewhere))).hasCount(0);
        Journey.assertAccessible(ding);
        Cast.assertFits(ding);
        button(task, "可以办理").click();
        var dialog = ding.getByRole(AriaRole.DIALOG);
        assertThat(button(dialog, "可以办理")).isDisabled();
        dialog.getByLabel("SHIRT-L 现有数量").fill("2");
        Journey.assertAccessible(ding);
        button(dialog, "可以办理").click();
        assertThat(dialog).hasCount(0);
        Cast.assertNeverReloaded(ding);

        var code = lin.locator(".store-code");
        assertThat(code).hasText(Pattern.compile("^[A-Z0-9]{4} [A-Z0-9]{4}$"));
        assertThat(lin.locator("main")).containsText("上海静安旗舰店");
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);

        var scan = ding.getByLabel("扫描或输入顾客的码");
        scan.fill(code.innerText());
        scan.press("Enter");
        dialog.getByLabel("扫描退回的商品").fill("SHIRT-M");
        dialog.getByLabel("扫描交给顾客的新商品").fill("SHIRT-L");
        Journey.assertAccessible(ding);
        Cast.assertFits(ding);
        button(dialog, "即退即换").click();
        assertThat(ding.getByText("换货完成")).isVisible();
        assertThat(task).hasCount(0);

        assertThat(lin.locator("main")).containsText("已完成");
        assertThat(code).hasCount(0);
        Cast.assertNeverReloaded(lin);
    }

    /** Collected yesterday in this store, and too small. */
    private static String asksForALargerOne(Journey.People people, Page page, String store)
            throws Exception {
        var customer = "collected-" + store;
        people.anxin().collected(SHOP, store, customer, 199_00);
        Cast.entersAsCustomer(people, page, SHOP, customer);
        Cast.begins(page, "七天无理由退换");
        page.getByLabel("换货", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("SHIRT-L").check();
        Journey.assertAccessible(page);
        Cast.submits(page);
        return Cast.numberBeside(page, "门店正在确认");
    }
}
