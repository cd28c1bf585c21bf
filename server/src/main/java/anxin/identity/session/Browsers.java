package anxin.identity.session;

import anxin.identity.Caller;
import anxin.identity.CustomerSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions and the cookies that carry them. */
@Component
public class Browsers implements CustomerSessions {

    private final Sessions sessions;

    Browsers(Sessions sessions) {
        this.sessions = sessions;
    }

    public Optional<Session> staff(HttpServletRequest request) {
        return session(request, SessionCookies.STAFF)
                .filter(session -> session.caller() instanceof Caller.Staff);
    }

    public Optional<Session> customer(HttpServletRequest request) {
        return session(request, SessionCookies.CUSTOMER)
                .filter(session -> session.caller() instanceof Caller.Customer);
    }

    private Optional<Session> session(HttpServletRequest request, String cookie) {
        var token = SessionCookies.read(request, cookie);
        return token == null ? Optional.empty() : sessions.find(token);
    }

    public void open(Caller.Staff staff, HttpServletRequest request, HttpServletResponse response) {
        staff(request).ifPresent(sessions::end);
        var csrf = customer(request).map(Session::csrf).orElse(null);
        var opened = sessions.open(staff, null, request.getRemoteAddr(), csrf);
        SessionCookies.write(request, response, SessionCookies.STAFF, opened);
    }

    public void closeStaff(HttpServletRequest request, HttpServletResponse response) {
        staff(request).ifPresent(sessions::end);
        SessionCookies.clear(request, response, SessionCookies.STAFF);
    }

    @Override
    public void open(
            Caller.Customer customer,
            @Nullable String displayName,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionCookies.write(
                request, response, SessionCookies.CUSTOMER, opened(customer, displayName, request));
    }

    @Override
    public void openEmbedded(
            Caller.Customer customer,
            @Nullable String displayName,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionCookies.writeEmbedded(
                request, response, SessionCookies.CUSTOMER, opened(customer, displayName, request));
    }

    private Sessions.Opened opened(
            Caller.Customer customer, @Nullable String displayName, HttpServletRequest request) {
        customer(request).ifPresent(sessions::end);
        var csrf = staff(request).map(Session::csrf).orElse(null);
        return sessions.open(customer, displayName, request.getRemoteAddr(), csrf);
    }

    @Override
    public @Nullable String displayName(HttpServletRequest request) {
        return customer(request).map(Session::displayName).orElse(null);
    }

    @Override
    public void close(HttpServletRequest request, HttpServletResponse response) {
        customer(request).ifPresent(sessions::end);
        SessionCookies.clear(request, response, SessionCookies.CUSTOMER);
    }
}
