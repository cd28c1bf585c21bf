package anxin.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of a browser. Staff and customers have one each, so that a shop's owner can look at
 * the portal beside the desk; both share the value against forged requests.
 */
public final class SessionCookies {

    public static final String STAFF = "anxin-session";
    public static final String CUSTOMER = "anxin-portal";
    public static final String CSRF = "anxin-csrf";
    public static final String CSRF_HEADER = "X-CSRF";

    private SessionCookies() {}

    public static @Nullable String read(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            Sessions.Opened opened) {
        add(request, response, name, opened.token(), true, null, false);
        add(request, response, CSRF, opened.csrf(), false, null, false);
    }

    static void writeEmbedded(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            Sessions.Opened opened) {
        add(request, response, name, opened.token(), true, null, true);
        add(request, response, CSRF, opened.csrf(), false, null, true);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        add(request, response, name, "", true, Duration.ZERO, false);
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean httpOnly,
            @Nullable Duration age,
            boolean embedded) {
        // A browser takes a cookie of a framed page only over TLS.
        var apart = embedded && request.isSecure();
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(httpOnly)
                        .secure(request.isSecure())
                        .partitioned(apart)
                        .sameSite(apart ? "None" : "Lax");
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
