package anxin.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Caller;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.ForStaff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.identity.keys.ApiKeys;
import anxin.identity.session.SessionCookies;
import anxin.identity.session.Sessions;
import anxin.kernel.ShopId;
import anxin.kernel.problem.ProblemAdvice;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@AnxinTest
class DoorkeeperTest {

    @RestController
    static class House {
        @GetMapping("/cases")
        @Needs(Permission.CASE_READ)
        String cases(Caller.Permitted caller) {
            return caller.actor();
        }

        @PostMapping("/cases")
        @Needs(Permission.CASE_READ)
        String change(Caller.Permitted caller) {
            return caller.actor();
        }

        @GetMapping("/desk")
        @ForStaff
        String desk(Caller.Staff staff) {
            return staff.name();
        }

        @GetMapping("/mine")
        @ForCustomers
        String mine(Caller.Customer customer) {
            return customer.id();
        }

        @GetMapping("/lobby")
        @ForEveryone
        String lobby(@Nullable Caller caller) {
            return caller == null ? "nobody" : caller.actor();
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "open";
        }

        @GetMapping("/undecided")
        @ForStaff
        @ForEveryone
        String undecided() {
            return "open";
        }
    }

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired Doorkeeper doorkeeper;
    @Autowired CallerArguments arguments;
    @Autowired TestPeople people;
    @Autowired Sessions sessions;
    @Autowired ApiKeys keys;
    @Autowired TestClock clock;
    MockMvcTester house;

    @BeforeEach
    void open() {
        house =
                MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(new House())
                                .addInterceptors(doorkeeper)
                                .setCustomArgumentResolvers(arguments)
                                .setControllerAdvice(new ProblemAdvice())
                                .build());
    }

    @Test
    void nobody_is_let_in_but_to_the_lobby() {
        for (var path : List.of("/cases", "/desk", "/mine", "/forgotten")) {
            assertThat(status(get(path))).as(path).isEqualTo(401);
        }
        assertThat(text(get("/lobby"))).isEqualTo("nobody");
    }

    @Test
    void an_endpoint_that_names_no_right_or_two_is_closed_even_to_staff() {
        var everything = people.asStaff(List.of(Permission.values()), shop);
        assertThat(status(get("/forgotten").with(everything))).isEqualTo(403);
        assertThat(status(get("/undecided").with(everything))).isEqualTo(403);
    }

    @Test
    void staff_pass_with_the_right_and_not_without_it() {
        assertThat(status(get("/cases").with(people.asStaff(Permission.CASE_READ, shop))))
                .isEqualTo(200);
        assertThat(house.perform(get("/cases").with(people.asStaff(Permission.CASE_DECIDE, shop))))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("permission")
                .isEqualTo("CASE_READ");
    }

    @Test
    void a_customer_is_nobody_at_the_desk_and_staff_are_nobody_in_the_portal() {
        var customer = people.asCustomer(shop, "lin-xiao");
        assertThat(text(get("/mine").with(customer))).isEqualTo("lin-xiao");
        assertThat(status(get("/desk").with(customer))).isEqualTo(401);
        assertThat(status(get("/cases").with(customer))).isEqualTo(401);
        assertThat(status(get("/mine").with(people.asStaff(Permission.CASE_READ, shop))))
                .isEqualTo(401);
    }

    @Test
    void a_key_has_its_scopes_and_is_neither_staff_nor_customer() {
        var key = people.withKey(Permission.CASE_READ, shop);
        assertThat(text(get("/cases").with(key))).startsWith("key:");
        assertThat(status(post("/cases").with(key))).as("no cookie, no forgery").isEqualTo(200);
        assertThat(status(get("/cases").with(people.withKey(Permission.COMMERCE_READ, shop))))
                .isEqualTo(403);
        assertThat(status(get("/desk").with(key))).isEqualTo(403);
        assertThat(status(get("/mine").with(key))).isEqualTo(403);
    }

    @Test
    void an_unknown_key_is_nobody_even_beside_a_good_session() {
        var staff = people.asStaff(Permission.CASE_READ, shop);
        var wrong = people.withSecret("axk_" + "A".repeat(43));
        assertThat(status(get("/cases").with(staff).with(wrong))).isEqualTo(401);
    }

    @Test
    void a_change_by_cookie_needs_the_word_that_only_our_pages_can_read() {
        var opened = sessions.open(zhouNing(), null, null, null);
        RequestPostProcessor cookieAlone =
                request -> {
                    request.setCookies(new Cookie(SessionCookies.STAFF, opened.token()));
                    return request;
                };
        assertThat(status(get("/cases").with(cookieAlone))).isEqualTo(200);
        assertThat(status(post("/cases").with(cookieAlone))).isEqualTo(403);
        assertThat(status(post("/cases").with(cookieAlone).header("X-CSRF", "guess")))
                .isEqualTo(403);
        assertThat(status(post("/cases").with(cookieAlone).header("X-CSRF", opened.csrf())))
                .isEqualTo(200);
    }

    @Test
    void a_session_ends_when_nobody_uses_it_and_when_it_is_ended() {
        var opened = sessions.open(zhouNing(), null, null, null);
        assertThat(sessions.find(opened.token())).isPresent();
        clock.forward(Duration.ofHours(11));
        assertThat(sessions.find(opened.token())).as("used again in time").isPresent();
        clock.forward(Duration.ofHours(11));
        assertThat(sessions.find(opened.token())).isPresent();
        clock.forward(Duration.ofHours(13));
        assertThat(sessions.find(opened.token())).isEmpty();

        var another = sessions.open(zhouNing(), null, null, null);
        sessions.end(sessions.find(another.token()).orElseThrow());
        assertThat(sessions.find(another.token())).isEmpty();
    }

    @Test
    void a_session_ends_after_seven_days_however_busy_it_is() {
        var opened = sessions.open(zhouNing(), null, null, null);
        for (int hours = 0; hours < 7 * 24 - 6; hours += 6) {
            assertThat(sessions.find(opened.token())).as("after " + hours + " h").isPresent();
            clock.forward(Duration.ofHours(6));
        }
        clock.forward(Duration.ofHours(6));
        assertThat(sessions.find(opened.token())).isEmpty();
    }

    @Test
    void a_key_that_has_expired_opens_nothing() {
        var secret =
                keys.create(
                        UUID.randomUUID(),
                        "import",
                        Set.of(Permission.CASE_READ),
                        Set.of(shop),
                        clock.instant().plus(Duration.ofSeconds(5)),
                        "system");
        assertThat(keys.find(secret)).isPresent();
        clock.forward(Duration.ofSeconds(5));
        assertThat(keys.find(secret)).isEmpty();
    }

    private Caller.Staff zhouNing() {
        return people.staff("Zhou Ning", List.of(Permission.CASE_READ), "L1", List.of(), shop);
    }

    private int status(MockHttpServletRequestBuilder request) {
        return result(request).getResponse().getStatus();
    }

    private String text(MockHttpServletRequestBuilder request) {
        return new String(result(request).getResponse().getContentAsByteArray());
    }

    private MvcResult result(MockHttpServletRequestBuilder request) {
        return house.perform(request).getMvcResult();
    }
}
