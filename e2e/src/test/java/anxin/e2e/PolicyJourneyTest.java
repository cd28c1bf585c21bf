package anxin.e2e;

import static anxin.e2e.Cast.exactly;
import static anxin.e2e.Cast.in;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.temporal.ChronoUnit.MINUTES;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class PolicyJourneyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_policy_is_changed_tried_on_past_cases_published_from_a_date_and_withdrawn(
            Journey.People people) throws Exception {
        var manager = people.atDesk("manager");
        Cast.entersAsColleague(manager, "admin");

        // Below the law: kept as a draft, told with the article, not to be published.
        manager.navigate("/admin/policy?shop=mulan&part=constants");
        var days = manager.getByLabel("无理由退货期", new Page.GetByLabelOptions().setExact(true));
        days.fill("3");
        assertThat(manager.locator(".policy-wrong").first()).containsText("《消费者权益保护法》第25条");
        assertThat(publish(manager)).isDisabled();
        days.fill("15");
        assertThat(manager.locator(".policy-wrong")).hasCount(0);
        assertThat(manager.getByText("草稿已保存")).isVisible();
        Journey.assertAccessible(manager);

        // A person looks at every return without a reason; both survive a reload.
        manager.navigate("/admin/policy?shop=mulan&part=rules");
        manager.getByLabel("筛选规则").fill("NO_REASON_7D");
        manager.getByLabel("七日无理由 · 自动额度").fill("0.01");
        assertThat(manager.getByText("2 处修改")).isVisible();
        manager.reload();
        assertThat(manager.getByText("2 处修改")).isVisible();

        manager.navigate("/admin/policy?shop=mulan&part=compare");
        assertThat(manager.getByRole(AriaRole.ROW).filter(with("无理由退货期"))).containsText("15 天");
        manager.getByRole(AriaRole.BUTTON, exactly("开始试算")).click();
        assertThat(manager.getByText(Pattern.compile("单中有 \\d+ 单结果不同|结果全部相同"))).isVisible();
        Journey.assertAccessible(manager);

        publish(manager).click();
        var dialog = manager.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("无理由退货期");
        Journey.assertAccessible(manager);
        dialog.getByText("指定时间").click();
        dialog.getByLabel("生效时间", new Locator.GetByLabelOptions().setExact(true))
                .last()
                .fill(LocalDateTime.now(SHANGHAI).plusDays(1).truncatedTo(MINUTES).toString());
        dialog.getByRole(AriaRole.BUTTON, in("发布")).click();
        assertThat(dialog).hasCount(0);

        manager.navigate("/admin/policy?shop=mulan&part=history");
        var planned = manager.getByRole(AriaRole.ROW).filter(with("待生效"));
        planned.getByRole(AriaRole.BUTTON, in("撤回")).click();
        assertThat(manager.getByRole(AriaRole.ROW).filter(with("已撤回")).first()).isVisible();
        assertThat(manager.getByRole(AriaRole.ROW).filter(with("noReasonDays")))
                .containsText("7 天 → 15 天");
        Journey.assertAccessible(manager);
    }

    private static Locator publish(Page page) {
        return page.locator(".policy-status").getByRole(AriaRole.BUTTON, in("发布"));
    }
}
