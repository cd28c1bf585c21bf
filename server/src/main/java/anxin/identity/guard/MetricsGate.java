package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.secret.ThisMachine;
import anxin.kernel.problem.Problem;
import anxin.kernel.problem.ProblemAdvice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Health is for everyone; figures are for this machine itself, and from elsewhere for a key with
 * {@code INSIGHT_READ}. What a proxy forwarded is from elsewhere even when the proxy is here.
 */
class MetricsGate extends OncePerRequestFilter {

    private final Recognition recognition;
    private final JsonMapper json;

    MetricsGate(Recognition recognition, JsonMapper json) {
        this.recognition = recognition;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request); // decoded
        return !path.startsWith("/actuator")
                || path.equals("/actuator/health")
                || path.startsWith("/actuator/health/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ThisMachine.sent(request) || mayReadFigures(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(401);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), ProblemAdvice.detail(Problem.signInFirst()));
    }

    private boolean mayReadFigures(HttpServletRequest request) {
        return recognition
                .of(request)
                .filter(
                        caller ->
                                caller instanceof Caller.Permitted permitted
                                        && permitted.may(Permission.INSIGHT_READ))
                .isPresent();
    }
}
