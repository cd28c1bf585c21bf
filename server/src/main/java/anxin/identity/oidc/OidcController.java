package anxin.identity.oidc;

import anxin.identity.ForEveryone;
import anxin.identity.people.KnownElsewhere;
import anxin.identity.secret.Token;
import anxin.identity.session.Browsers;
import anxin.identity.session.SessionCookies;
import anxin.identity.session.SignInElsewhere;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Authorization code with PKCE. A browser comes back to the desk signed in, or to the sign-in page
 * with {@code ?oidc=refused} (the provider said no, or its answer was not good) or {@code
 * ?oidc=unknown} (nobody here is that person).
 */
@RestController
@RequestMapping("/api/v1/oidc")
class OidcController {

    private static final Logger log = LoggerFactory.getLogger(OidcController.class);
    private static final String BROWSER = "anxin-oidc";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final OidcStore attempts;
    private final KnownElsewhere people;
    private final Browsers browsers;
    private final Clock clock;

    OidcController(
            OidcSettings settings,
            OidcProvider provider,
            OidcStore attempts,
            KnownElsewhere people,
            Browsers browsers,
            Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.attempts = attempts;
        this.people = people;
        this.browsers = browsers;
        this.clock = clock;
    }

    @GetMapping("/start")
    @ForEveryone
    @Operation(summary = "Sends the browser to the provider")
    void beginOidc(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireOn();
        var attempt =
                new OidcProvider.Attempt(
                        Token.random(),
                        Token.random(),
                        Token.random(),
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .path("/api/v1/oidc/callback")
                                .toUriString());
        var address = provider.address(attempt);
        var browser = Token.random();
        var now = clock.instant();
        attempts.add(attempt, browser, now, now.plus(LONGEST));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(BROWSER, browser)
                        .path("/api/v1/oidc")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LONGEST)
                        .build()
                        .toString());
        response.sendRedirect(address);
    }

    @GetMapping("/callback")
    @ForEveryone
    @Operation(summary = "Takes the browser back from the provider")
    void endOidc(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        requireOn();
        response.sendRedirect(signIn(code, state, request, response));
    }

    private String signIn(
            @Nullable String code,
            @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        var browser = SessionCookies.read(request, BROWSER);
        if (code == null || state == null || browser == null) {
            return "/?oidc=refused";
        }
        var attempt = attempts.take(state, browser, clock.instant());
        if (attempt.isEmpty()) {
            return "/?oidc=refused";
        }
        OidcUser user;
        try {
            user = provider.redeem(attempt.get(), code, state);
        } catch (OAuth2AuthenticationException notGood) {
            log.warn("sign-in by {} refused: {}", settings.issuer(), notGood.getMessage());
            return "/?oidc=refused";
        }
        var someone =
                people.find(
                        new KnownElsewhere.Claims(
                                Objects.requireNonNull(user.getIssuer()).toString(),
                                Objects.requireNonNull(user.getSubject()),
                                login(user),
                                name(user),
                                user.getEmail(),
                                roles(user)),
                        settings.create(),
                        settings.shopsOfNew(),
                        request.getRemoteAddr());
        if (someone.isEmpty()) {
            return "/?oidc=unknown";
        }
        browsers.open(someone.get().staff(), request, response);
        return "/";
    }

    private void requireOn() {
        if (!settings.isOn()) {
            throw Problem.missing("provider");
        }
    }

    private static String login(OidcUser user) {
        var preferred = user.getPreferredUsername();
        var email = user.getEmail();
        return preferred != null
                ? preferred
                : email != null ? email : Objects.requireNonNull(user.getSubject());
    }

    private static String name(OidcUser user) {
        var name = user.getFullName();
        return name != null ? name : login(user);
    }

    /** Null when no roles come from there: then they are kept as an administrator set them. */
    private @Nullable List<String> roles(OidcUser user) {
        var byClaim = settings.roleByClaim();
        if (byClaim.isEmpty()) {
            return null;
        }
        Object claimed = user.getClaims().get(settings.claim());
        Collection<?> values =
                claimed instanceof Collection<?> many
                        ? many
                        : claimed == null ? List.of() : List.of(claimed);
        return values.stream()
                .map(value -> byClaim.get(String.valueOf(value)))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The button on the sign-in page. */
    @org.springframework.stereotype.Component
    static class Button implements SignInElsewhere {

        private final OidcSettings settings;

        Button(OidcSettings settings) {
            this.settings = settings;
        }

        @Override
        public boolean isOn() {
            return settings.isOn();
        }

        @Override
        public String id() {
            return "oidc";
        }

        @Override
        public String name() {
            return settings.name();
        }

        @Override
        public String url() {
            return "/api/v1/oidc/start";
        }
    }
}
