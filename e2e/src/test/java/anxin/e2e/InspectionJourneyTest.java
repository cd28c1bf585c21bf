package anxin.e2e;

import static anxin.e2e.Cast.button;
import static anxin.e2e.Cast.named;
import static anxin.e2e.Cast.with;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class InspectionJourneyTest {

    private static final String SHOP = "harbour-tea";
    private static final String TRACKING = "SF2026112200017";

    @Test
    void two_shirts_go_back_one_is_torn_and_the_customer_takes_the_part_that_is_proposed(
            Journey.People people) throws Exception {
        var lin = people.withPhone("lin");
        var bought = new Cast.Bought(SHOP, "inspected", 2, 258_00);
        var number = Cast.asksToReturn(people, lin, bought, "已同意，请寄回商品");
        lin.getByLabel("快递公司").selectOption("顺丰速运");
        lin.getByLabel("运单号").fill(TRACKING);
        lin.getByRole(AriaRole.BUTTON, named("我已寄出")).click();
        assertThat(lin.locator("main")).containsText("退货正在路上");
        Cast.marks(lin);

        var guo = people.withPhone("guo");
        Cast.entersAsColleague(guo, "guoqiang");
        guo.navigate("/warehouse?list=EXPECT");
        var scan = guo.getByLabel("扫描运单号或售后单号");
        scan.fill(TRACKING);
        scan.press("Enter");
        var expected = guo.locator(".one-card").filter(with(number));
        button(expected, "签收").click();
        assertThat(expected).hasCount(0);
        assertThat(lin.locator("main")).containsText("仓库正在验收");

        guo.locator(".ant-segmented-item").filter(with("待验收")).click();
        var parcel = guo.locator(".one-card").filter(with(number));
        Journey.assertAccessible(guo);
        Cast.assertFits(guo);
        button(parcel, "验收").click();
        var dialog = guo.getByRole(AriaRole.DIALOG);
        var article = dialog.getByLabel("扫描商品");
        article.fill("SHIRT-M");
        article.press("Enter");
        assertThat(dialog.getByLabel("件数 亚麻衬衫")).hasValue("1");
        button(dialog, "登记不符").click();
        dialog.getByLabel("发现了什么（顾客可见）").fill("两件中有一件袖口撕裂");
        assertThat(button(dialog, "提出退款 50%")).isDisabled();
        dialog.locator("input[type=file]").setInputFiles(new FilePayload[] {photo(), photo()});
        assertThat(dialog.locator("img")).hasCount(2);
        Journey.assertAccessible(guo);
        Cast.assertFits(guo);
        button(dialog, "提出退款 50%").click();
        assertThat(dialog).hasCount(0);

        assertThat(lin.locator("main")).containsText("验收有不同意见");
        assertThat(lin.locator("main")).containsText("两件中有一件袖口撕裂");
        Journey.assertAccessible(lin);
        Cast.assertFits(lin);
        lin.getByRole(AriaRole.BUTTON, named("接受部分退款 ¥129.00")).click();
        Journey.assertAccessible(lin);
        lin.getByRole(AriaRole.BUTTON, named("接受并退款")).click();

        var refunds = lin.locator(".card").filter(with("退款明细"));
        assertThat(refunds).containsText("¥129.00");
        assertThat(refunds).containsText("已退回");
        Cast.assertNeverReloaded(lin);
    }

    private static FilePayload photo() throws IOException {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(80, 60, 480, 360);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new FilePayload("sleeve.png", "image/png", bytes.toByteArray());
    }
}
