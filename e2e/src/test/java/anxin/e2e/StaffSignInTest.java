package anxin.e2e;

import static anxin.e2e.Cast.exactly;
import static anxin.e2e.Cast.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journey.class)
class StaffSignInTest {

    @Test
    void zhou_ning_signs_in_with_name_and_password(Journey.People people) throws Exception {
        var zhou = people.atDesk("zhou");
        zhou.navigate("/");
        assertThat(zhou).hasURL(Pattern.compile("/sign-in"));
        Journey.assertAccessible(zhou);

        zhou.getByLabel("登录名").fill("zhouning");
        zhou.getByLabel("密码").fill("wrong");
        signIn(zhou);
        assertThat(zhou.getByRole(AriaRole.ALERT)).containsText("登录名或密码不正确");

        zhou.getByLabel("密码").fill("anxin-demo-agent");
        signIn(zhou);

        assertThat(zhou).hasURL(Pattern.compile("/desk"));
        Journey.assertAccessible(zhou);
    }

    @Test
    void a_demo_sign_in_is_one_click(Journey.People people) {
        var leader = people.atDesk("leader");
        leader.navigate("/");

        leader.getByRole(AriaRole.BUTTON, named("hewei")).click();

        assertThat(leader).hasURL(Pattern.compile("/desk"));
    }

    @Test
    void whom_the_provider_sent_back_reads_why_and_what_to_do(Journey.People people)
            throws Exception {
        var zhou = people.atDesk("zhou");
        zhou.navigate("/?oidc=unknown");
        assertThat(zhou.getByRole(AriaRole.ALERT)).containsText("请联系管理员在“人员”中关联您的账号");
        Journey.assertAccessible(zhou);

        zhou.navigate("/?oidc=refused");
        assertThat(zhou.getByRole(AriaRole.ALERT)).containsText("请从本页重新开始");
    }

    private static void signIn(Page page) {
        page.getByRole(AriaRole.BUTTON, exactly("登录")).click();
    }
}
