package anxin.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@AnxinTest
class WebPagesTest {

    @Autowired private MockMvcTester http;

    @Test
    void the_front_page_is_the_desk() {
        assertThat(http.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/cases", "/cases/0b7c", "/admin/people"})
    void an_address_of_a_screen_brings_the_desk(String address) {
        assertThat(http.get().uri(address))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .bodyText()
                .contains("<title>desk</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/orders", "/portal/cases/0b7c", "/portal.html"})
    void below_portal_it_brings_the_portal(String address) {
        assertThat(http.get().uri(address))
                .hasStatusOk()
                .bodyText()
                .contains("<title>portal</title>");
    }

    @Test
    void a_file_with_a_fingerprint_in_its_name_is_kept_for_a_year() {
        assertThat(http.get().uri("/assets/app-1a2b.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/old.js", "/logo.png", "/api/v1/nothing", "/api", "/actuator/env"})
    void what_is_not_there_is_a_problem_and_not_a_page(String address) {
        assertThat(http.get().uri(address))
                .hasStatus(404)
                .hasContentType("application/problem+json");
    }
}
