package anxin.e2e;

import static anxin.e2e.Cast.button;
import static anxin.e2e.Cast.named;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class SignatureJourneyTest {

    private static final String SHOP = "harbour-tea";

    /** Above what a team leader signs for, within what a manager does. */
    private static final long FOR_A_MANAGER = 18_000_00;

    @Test
    void what_one_prepares_another_signs_and_it_arrives_live_on_every_screen(Journey.People people)
            throws Exception {
        var xu = people.atDesk("xu");
        Cast.entersAsColleague(xu, "xuyan");
        xu.navigate("/approvals");
        assertThat(xu.getByRole(AriaRole.HEADING, named("待我签批"))).isVisible();
        Cast.marks(xu);

        var lin = people.withPhone("lin");
        var bought = new Cast.Bought(SHOP, "signed", 1, FOR_A_MANAGER);
        var number = Cast.asksToReturn(people, lin, bought, "已转专人审核");
        Cast.marks(lin);

        var he = people.atDesk("he");
        Cast.entersAsColleague(he, "hewei");
        Cast.opens(he, number);
        he.keyboard().press("a");
        var dialog = he.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("内部备注").fill("老客户，商品未拆封，建议全额");
        Journey.assertAccessible(he);
        button(dialog, "提交签批 ¥18,000.00").click();
        assertThat(he.locator("main")).containsText("等待 L4");
        Cast.marks(he);

        var request = xu.locator(".one-card").filter(with(number));
        assertThat(request).containsText("¥18,000.00");
        assertThat(request).containsText("老客户，商品未拆封，建议全额");
        assertThat(request).containsText("何伟");
        Journey.assertAccessible(xu);

        var own = people.atDesk("he-signs");
        Cast.entersAsColleague(own, "hewei");
        own.navigate("/approvals");
        assertThat(own.getByRole(AriaRole.HEADING, named("待我签批"))).isVisible();
        assertThat(own.locator(".skeleton-rows")).hasCount(0);
        assertThat(own.locator(".one-card").filter(with(number))).hasCount(0);

        request.focus();
        xu.keyboard().press("a");
        Journey.assertAccessible(xu);
        button(xu.getByRole(AriaRole.DIALOG), "签批").click();
        assertThat(request).hasCount(0);
        Cast.assertNeverReloaded(xu);

        assertThat(he.locator("main")).containsText("待寄回");
        assertThat(he.locator("main")).containsText("许岩");
        Cast.assertNeverReloaded(he);
        assertThat(lin.locator("main")).containsText("已同意，请寄回商品");
        Cast.assertNeverReloaded(lin);
    }
}
