package anxin.identity.oidc;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The provider, asked for its addresses when the first person wants to come in: one that is down
 * must not keep the house from opening.
 */
@Component
class OidcProvider {

    /** What this attempt must come back with. */
    record Attempt(String state, String nonce, String verifier, String redirectUri) {}

    private final OidcSettings settings;
    private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();
    private final OidcAuthorizationCodeAuthenticationProvider check =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    private ClientRegistration registration() {
        var before = known.get();
        if (before != null) {
            return before;
        }
        var found =
                ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId("oidc")
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope("openid", "profile", "email")
                        .redirectUri("{baseUrl}/api/v1/oidc/callback")
                        .build();
        known.set(found);
        return found;
    }

    /** Where the browser goes. */
    String address(Attempt attempt) {
        return request(attempt).getAuthorizationRequestUri();
    }

    /** Exchanges the code and checks signature, issuer, audience, expiry and nonce. */
    OidcUser redeem(Attempt attempt, String code, String state) {
        var response =
                OAuth2AuthorizationResponse.success(code)
                        .state(state)
                        .redirectUri(attempt.redirectUri())
                        .build();
        var answer =
                check.authenticate(
                        new OAuth2LoginAuthenticationToken(
                                registration(),
                                new OAuth2AuthorizationExchange(request(attempt), response)));
        return (OidcUser) Objects.requireNonNull(Objects.requireNonNull(answer).getPrincipal());
    }

    private OAuth2AuthorizationRequest request(Attempt attempt) {
        var registration = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(
                                registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(attempt.redirectUri())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(
                        Map.of(
                                "registration_id",
                                registration.getRegistrationId(),
                                "nonce",
                                attempt.nonce(),
                                "code_verifier",
                                attempt.verifier()))
                .additionalParameters(
                        Map.of(
                                "nonce",
                                sha256(attempt.nonce()),
                                "code_challenge",
                                sha256(attempt.verifier()),
                                "code_challenge_method",
                                "S256"))
                .build();
    }

    private static String sha256(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(anxin.identity.secret.Token.hash(text));
    }
}
