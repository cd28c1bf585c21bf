package anxin.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import anxin.AnxinTest;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class OpenDoorsTest {

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;

    @Test
    void everybody_may_ask_whether_we_are_well() {
        assertThat(http.perform(get("/actuator/health").with(from("203.0.113.9")))).hasStatusOk();
    }

    @Test
    void figures_are_for_this_machine_and_for_a_key() {
        var path = "/actuator/prometheus";
        assertThat(http.perform(get(path).with(from("203.0.113.9")))).hasStatus(401);
        assertThat(
                        http.perform(
                                get(path)
                                        .with(from("127.0.0.1"))
                                        .header("X-Forwarded-For", "203.0.113.9")))
                .as("a proxy on this machine is not this machine")
                .hasStatus(401);
        assertThat(
                        status(
                                get(java.net.URI.create("/%61ctuator/prometheus"))
                                        .with(from("203.0.113.9"))))
                .isEqualTo(401);
        assertThat(status(get(path).with(from("127.0.0.1")))).isNotEqualTo(401);
        assertThat(
                        status(
                                get(path)
                                        .with(from("203.0.113.9"))
                                        .with(people.withKey(Permission.INSIGHT_READ))))
                .isNotEqualTo(401);
        assertThat(
                        status(
                                get(path)
                                        .with(from("203.0.113.9"))
                                        .with(
                                                people.withKey(
                                                        Permission.CASE_READ,
                                                        new ShopId("harbour-tea")))))
                .isEqualTo(401);
    }

    @Test
    void every_answer_tells_the_browser_what_it_may_do_with_it() {
        assertThat(http.get().uri("/actuator/health"))
                .containsHeader("Content-Security-Policy")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy ->
                                assertThat(policy.getFirst())
                                        .contains("script-src 'self';")
                                        .contains("frame-ancestors 'none'"));
    }

    @Test
    void an_address_that_is_not_there_is_a_problem_not_a_door() {
        assertThat(http.get().uri("/api/v1/nothing-here"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:anxin:problem:no-such-address");
    }

    private int status(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        return http.perform(request).getResponse().getStatus();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
