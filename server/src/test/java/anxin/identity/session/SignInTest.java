package anxin.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.identity.people.Passwords;
import anxin.kernel.ShopId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AnxinTest
class SignInTest {

    private static final String PASSWORD = "a-cup-of-oolong";

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final String address = "198.51.100." + new Random().nextInt(1, 250);

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired Passwords passwords;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;
    String login = "";
    UUID person = new UUID(0, 0);

    @BeforeEach
    void zhouNingWorksHere() {
        var someone =
                people.staff("Zhou Ning", List.of(Permission.CASE_READ), "L2", List.of(), shop);
        person = someone.id();
        login = "t-" + person;
        db.sql("update identity.person set password_hash = :hash where id = :id")
                .param("hash", passwords.hash(PASSWORD))
                .param("id", person)
                .update();
    }

    @Test
    void signing_in_tells_who_one_is_and_what_one_may_do() {
        var answer = signIn(login, PASSWORD);
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"kind":"staff","name":"Zhou Ning","permissions":["CASE_READ"],"tier":"L2",
                         "mustChangePassword":false,"demo":false,"shops":[{"id":"%s"}]}
                        """
                                .formatted(shop.value()));
        assertThat(cookie(answer, SessionCookies.STAFF).isHttpOnly()).isTrue();
        assertThat(cookie(answer, SessionCookies.STAFF).getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie(answer, SessionCookies.CSRF).isHttpOnly()).isFalse();
        assertThat(me(answer))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("name")
                .isEqualTo("Zhou Ning");
    }

    @Test
    void the_cookie_is_secure_over_https() {
        var answer =
                http.post()
                        .uri("https://desk.example/api/v1/session")
                        .secure(true)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(login, PASSWORD))
                        .exchange();
        assertThat(cookie(answer, SessionCookies.STAFF).getSecure()).isTrue();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        var wrong = signIn(login, "a-cup-of-coffee");
        var unknown = signIn("nobody-" + UUID.randomUUID(), PASSWORD);
        assertThat(wrong).hasStatus(401);
        assertThat(unknown).hasStatus(401);
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
    }

    @Test
    void five_wrong_passwords_close_the_name_for_a_while_even_to_the_right_one() {
        guessFiveTimes(login);
        var locked = signIn(login, PASSWORD);
        assertThat(locked).hasStatus(429).containsHeader("Retry-After");
        clock.forward(Duration.ofSeconds(31));
        assertThat(signIn(login, PASSWORD)).hasStatusOk();
        assertThat(signIn(login, "wrong")).as("forgiven: the count begins anew").hasStatus(401);
        assertThat(signIn(login, PASSWORD)).hasStatusOk();
    }

    @Test
    void a_name_that_is_not_there_is_locked_like_one_that_is() {
        var nobody = "nobody-" + UUID.randomUUID();
        guessFiveTimes(nobody);
        assertThat(signIn(nobody, PASSWORD)).hasStatus(429);
    }

    @Test
    void every_further_guess_doubles_the_wait() {
        guessFiveTimes(login);
        clock.forward(Duration.ofSeconds(31));
        assertThat(signIn(login, "wrong")).hasStatus(401);
        clock.forward(Duration.ofSeconds(31));
        assertThat(signIn(login, PASSWORD)).as("now a minute").hasStatus(429);
        clock.forward(Duration.ofSeconds(30));
        assertThat(signIn(login, PASSWORD)).hasStatusOk();
    }

    @Test
    void guesses_at_the_same_moment_are_counted_one_by_one() throws Exception {
        Callable<Integer> guess = () -> signIn(login, "wrong").getResponse().getStatus();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = guessers.invokeAll(java.util.Collections.nCopies(12, guess));
            var looked = 0;
            for (var answer : answers) {
                looked += answer.get() == 401 ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void one_who_has_left_does_not_come_in_and_is_put_out() {
        var session = signIn(login, PASSWORD);
        db.sql("update identity.person set active = false where id = :id")
                .param("id", person)
                .update();
        clock.forward(Duration.ofSeconds(11)); // longer than another node remembers
        assertThat(me(session)).hasStatus(401);
        assertThat(signIn(login, PASSWORD)).hasStatus(401);
    }

    @Test
    void signing_out_ends_the_session_and_not_only_the_cookie() {
        var session = signIn(login, PASSWORD);
        assertThat(as(session, http.delete().uri("/api/v1/session"))).hasStatusOk();
        assertThat(me(session)).hasStatus(401);
    }

    @Test
    void signing_out_everywhere_ends_every_browser() {
        var home = signIn(login, PASSWORD);
        var work = signIn(login, PASSWORD);
        assertThat(as(work, http.delete().uri("/api/v1/sessions")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("ended")
                .isEqualTo(2);
        assertThat(me(home)).hasStatus(401);
        assertThat(me(work)).hasStatus(401);
    }

    @Test
    void a_new_password_needs_the_old_one_and_signs_the_other_browsers_out() {
        var home = signIn(login, PASSWORD);
        var work = signIn(login, PASSWORD);
        assertThat(change(work, "not-it-at-all", "a-pot-of-pu-erh"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("fields[0].pointer")
                .isEqualTo("/current");
        assertThat(change(work, PASSWORD, "short")).hasStatus(400);
        assertThat(change(work, PASSWORD, "a-pot-of-pu-erh")).hasStatusOk();
        assertThat(me(work)).hasStatusOk();
        assertThat(me(home)).hasStatus(401);
        assertThat(signIn(login, PASSWORD)).hasStatus(401);
        assertThat(signIn(login, "a-pot-of-pu-erh")).hasStatusOk();
    }

    @Test
    void the_demo_names_are_told_in_demo_mode_only() {
        assertThat(http.get().uri("/api/v1/sign-in-options"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("demo")
                .asArray()
                .isEmpty();
    }

    @Test
    void who_came_in_and_who_failed_stands_in_the_journal() {
        signIn(login, "wrong");
        signIn(login, PASSWORD);
        assertThat(
                        db.sql(
                                        "select f.type from kernel.fact f where f.subject = :subject order by f.xid, f.seq")
                                .param("subject", "person:" + person)
                                .query(String.class)
                                .list())
                .containsExactly("identity.sign-in-failed", "identity.signed-in");
    }

    private void guessFiveTimes(String name) {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(name, "wrong-" + i)).hasStatus(401);
        }
    }

    private MvcTestResult signIn(String name, String password) {
        return http.post()
                .uri("/api/v1/session")
                .with(
                        request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(name, password))
                .exchange();
    }

    private static String body(String name, String password) {
        return "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }

    private MvcTestResult me(MvcTestResult session) {
        return as(session, http.get().uri("/api/v1/session"));
    }

    private MvcTestResult change(MvcTestResult session, String current, String next) {
        return as(
                session,
                http.put()
                        .uri("/api/v1/session/password")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next)));
    }

    private static MvcTestResult as(
            MvcTestResult session, MockMvcTester.MockMvcRequestBuilder request) {
        return request.cookie(
                        cookie(session, SessionCookies.STAFF), cookie(session, SessionCookies.CSRF))
                .header(SessionCookies.CSRF_HEADER, cookie(session, SessionCookies.CSRF).getValue())
                .exchange();
    }

    private static Cookie cookie(MvcTestResult answer, String name) {
        var cookie = answer.getResponse().getCookie(name);
        assertThat(cookie).as(name).isNotNull();
        return java.util.Objects.requireNonNull(cookie);
    }

    private static String withoutTrace(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray())
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
