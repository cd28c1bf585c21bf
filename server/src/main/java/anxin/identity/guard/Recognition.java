package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.identity.Callers;
import anxin.identity.keys.ApiKeys;
import anxin.identity.session.Browsers;
import anxin.identity.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Knows a caller by key or by cookie. A key, where there is one, speaks alone. */
@Component
class Recognition implements Callers {

    private static final String BEARER = "Bearer ";

    private final Browsers browsers;
    private final ApiKeys keys;

    Recognition(Browsers browsers, ApiKeys keys) {
        this.browsers = browsers;
        this.keys = keys;
    }

    Optional<RequestCaller> recognise(HttpServletRequest request) {
        if (request.getAttribute(RequestCaller.ATTRIBUTE) instanceof RequestCaller known) {
            return Optional.of(known);
        }
        var found = read(request);
        found.ifPresent(caller -> request.setAttribute(RequestCaller.ATTRIBUTE, caller));
        return found;
    }

    private Optional<RequestCaller> read(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? keys.find(authorization.substring(BEARER.length()).strip())
                            .map(client -> new RequestCaller(client, null))
                    : Optional.empty();
        }
        return session(request).map(session -> new RequestCaller(session.caller(), session));
    }

    private Optional<Session> session(HttpServletRequest request) {
        return asCustomer(request)
                ? browsers.customer(request).or(() -> browsers.staff(request))
                : browsers.staff(request).or(() -> browsers.customer(request));
    }

    private static boolean asCustomer(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().startsWith("/api/v1/portal/")
                || (query != null && query.contains("as=customer"));
    }

    @Override
    public Optional<Caller> of(HttpServletRequest request) {
        return recognise(request).map(RequestCaller::caller);
    }

    @Override
    public boolean stillGood(HttpServletRequest request) {
        return request.getAttribute(RequestCaller.ATTRIBUTE) instanceof RequestCaller known
                && read(request)
                        .map(RequestCaller::caller)
                        .filter(known.caller()::equals)
                        .isPresent();
    }
}
