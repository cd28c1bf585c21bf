package anxin.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anxin.TestClock;
import anxin.identity.Caller;
import anxin.kernel.problem.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitsTest {

    private final TestClock clock = new TestClock();
    private final RateLimits limits = new RateLimits(clock, 50, 500, 20);

    @Test
    void a_stranger_has_a_reserve_and_then_a_rate() {
        var request = from("203.0.113.7");
        for (int i = 0; i < 200; i++) {
            limits.take(request, null);
        }
        var refused = catchThrowableOfType(Problem.class, () -> limits.take(request, null));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThatCode(() -> limits.take(from("203.0.113.8"), null))
                .as("another address has its own")
                .doesNotThrowAnyException();
        clock.forward(Duration.ofMillis(50));
        limits.take(request, null);
        assertThat(catchThrowableOfType(Problem.class, () -> limits.take(request, null)))
                .isNotNull();
    }

    @Test
    void a_program_gets_more_than_a_stranger_from_the_same_address() {
        var client = new Caller.ApiClient(UUID.randomUUID(), "import", Set.of(), null);
        for (int i = 0; i < 5_000; i++) {
            limits.take(from("203.0.113.7"), new RequestCaller(client, null));
        }
        assertThat(
                        catchThrowableOfType(
                                Problem.class,
                                () ->
                                        limits.take(
                                                from("203.0.113.7"),
                                                new RequestCaller(client, null))))
                .isNotNull();
    }

    @Test
    void this_machine_is_not_limited_but_what_a_proxy_on_it_forwards_is() {
        var forwarded = from("127.0.0.1");
        forwarded.addHeader("X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < 200; i++) {
            limits.take(forwarded, null);
        }
        assertThat(catchThrowableOfType(Problem.class, () -> limits.take(forwarded, null)))
                .isNotNull();
        for (int i = 0; i < 1_000; i++) {
            limits.take(from("127.0.0.1"), null);
        }
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
