package anxin.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.identity.people.KnownElsewhere;
import anxin.identity.people.ProviderLinks;
import anxin.identity.secret.Token;
import anxin.identity.session.Browsers;
import anxin.identity.session.Sessions;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.util.UriComponentsBuilder;

/** Against a small provider of our own: discovery, keys, and tokens signed with RS256. */
@AnxinTest
class OidcSignInTest {

    private final String subject = "sub-" + UUID.randomUUID();

    @Autowired OidcStore store;
    @Autowired KnownElsewhere people;
    @Autowired Browsers browsers;
    @Autowired Sessions sessions;
    @Autowired Clock clock;
    @Autowired ProviderLinks links;
    @Autowired TestPeople staff;
    @Autowired JdbcClient db;
    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private @Nullable HttpServer server;
    private @Nullable RSAKey key;
    private @Nullable RSAKey signer;
    private @Nullable MockMvcTester http;
    private JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    private String challenge = "";
    private String issuer = "";

    @BeforeEach
    void aProvider() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        signer = key;
        var provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = provider;
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                200,
                                """
                                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                                 "token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks",
                                 "subject_types_supported":["public"],"response_types_supported":["code"],
                                 "id_token_signing_alg_values_supported":["RS256"]}
                                """
                                        .formatted(issuer)));
        provider.createContext(
                "/jwks",
                exchange ->
                        answer(
                                exchange,
                                200,
                                new JWKSet(Objects.requireNonNull(key).toPublicJWK()).toString()));
        provider.createContext("/token", this::token);
        provider.start();
        http = tester(true);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void somebody_the_provider_vouches_for_comes_in_with_the_roles_it_names() {
        var back = comeBack(start());
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/");
        var someone = signedIn(back);
        assertThat(someone.staff().name()).isEqualTo("Zhou Ning");
        assertThat(someone.roles()).containsExactly("agent");

        claims.claim("groups", List.of("leads"));
        assertThat(signedIn(comeBack(start())).roles()).containsExactly("team-leader");
    }

    @Test
    void the_browser_is_sent_with_pkce_and_a_nonce() {
        var address = Objects.requireNonNull(start().getResponse().getRedirectedUrl());
        assertThat(parameter(address, "code_challenge_method")).isEqualTo("S256");
        assertThat(parameter(address, "code_challenge")).hasSize(43);
        assertThat(parameter(address, "nonce")).hasSize(43);
        assertThat(parameter(address, "scope")).contains("openid");
    }

    @Test
    void a_token_for_another_sign_in_is_refused() {
        var started = start();
        claims.claim("nonce", "another");
        refused(comeBack(started));
    }

    @Test
    void a_token_for_another_client_is_refused() {
        var started = start();
        claims.audience("somebody-else");
        refused(comeBack(started));
    }

    @Test
    void a_token_that_has_expired_is_refused() {
        var started = start();
        claims.issueTime(Date.from(Instant.now().minusSeconds(7_200)))
                .expirationTime(Date.from(Instant.now().minusSeconds(3_600)));
        refused(comeBack(started));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        var started = start();
        claims.issuer("http://127.0.0.1:1");
        refused(comeBack(started));
    }

    @Test
    void a_token_signed_by_another_key_is_refused() throws Exception {
        var started = start();
        signer = new RSAKeyGenerator(2048).keyID("k1").generate();
        refused(comeBack(started));
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() {
        var started = start();
        var stranger = callback(started, new Cookie("anxin-oidc", Token.random()));
        refused(stranger);
        assertThat(comeBack(started).getResponse().getRedirectedUrl()).isEqualTo("/");
        refused(comeBack(started));
    }

    @Test
    void somebody_unknown_stays_out_where_nobody_is_taken_in() {
        http = tester(false);
        assertThat(comeBack(start()).getResponse().getRedirectedUrl()).isEqualTo("/?oidc=unknown");
    }

    @Test
    void somebody_without_a_role_here_stays_out() {
        var started = start();
        claims.claim("groups", List.of("canteen"));
        assertThat(comeBack(started).getResponse().getRedirectedUrl()).isEqualTo("/?oidc=unknown");
    }

    @Test
    void somebody_already_here_comes_in_by_the_provider_once_an_administrator_has_tied_them() {
        http = tester(false);
        var zhou = staff.staff("周宁", List.of(Permission.CASE_READ), "L1", List.of(), shop);
        assertThat(comeBack(start()).getResponse().getRedirectedUrl()).isEqualTo("/?oidc=unknown");

        var tied = links.link(admin(shop), zhou.id(), 1, issuer, subject);

        assertThat(tied.subject()).isEqualTo(subject);
        assertThat(signedIn(comeBack(start())).staff().id()).isEqualTo(zhou.id());
        assertThat(
                        db.sql(
                                        "select count(*) from kernel.fact f where f.subject = :s and f.type = :t")
                                .param("s", "person:" + zhou.id())
                                .param("t", "identity.person-linked")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void who_is_untied_gets_a_password_and_the_provider_lets_them_in_no_more() {
        http = tester(false);
        var zhou = staff.staff("周宁", List.of(Permission.CASE_READ), "L1", List.of(), shop);
        var tied = links.link(admin(shop), zhou.id(), 1, issuer, subject);
        var session =
                Objects.requireNonNull(comeBack(start()).getResponse().getCookie("anxin-session"));
        // Coming in wrote the roles that the provider names, which is a version of its own.
        var untied = links.unlink(admin(shop), zhou.id(), tied.version() + 1);

        assertThat(untied.password()).hasSizeGreaterThan(10);
        assertThat(sessions.find(session.getValue())).isEmpty();
        assertThat(comeBack(start()).getResponse().getRedirectedUrl()).isEqualTo("/?oidc=unknown");
    }

    @Test
    void one_subject_is_one_person_and_nobody_ties_themselves_or_a_stranger() {
        var zhou = staff.staff("周宁", List.of(), "L1", List.of(), shop);
        var he = staff.staff("何伟", List.of(), "L1", List.of(), shop);
        var admin = admin(shop);
        links.link(admin, zhou.id(), 1, issuer, subject);

        refused("subject-taken", () -> links.link(admin, he.id(), 1, issuer, subject));
        refused("version-conflict", () -> links.link(admin, zhou.id(), 1, issuer, "other"));
        refused("no-provider", () -> links.link(admin, he.id(), 1, null, "other"));
        refused("not-linked", () -> links.unlink(admin, he.id(), 1));
        refused("not-yourself", () -> links.link(admin, admin.id(), 1, issuer, "me"));
        var elsewhere = admin(new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8)));
        refused("person-not-found", () -> links.unlink(elsewhere, zhou.id(), 2));
    }

    @Test
    void nobody_ties_a_superior_to_a_subject_of_their_own() {
        var manager = staff.staff("许岩", List.of(Permission.APPROVE_REFUND), "L4", List.of(), shop);
        var small = staff.staff("Small", List.of(Permission.PEOPLE_MANAGE), "L1", List.of(), shop);
        refused("permission-needed", () -> links.link(small, manager.id(), 1, issuer, subject));
    }

    private Caller.Staff admin(ShopId where) {
        return staff.staff("Admin", List.of(Permission.values()), "L5", List.of(), where);
    }

    private static void refused(
            String because, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(because));
    }

    private MockMvcTester tester(boolean create) {
        var settings =
                new OidcSettings(
                        issuer,
                        "anxin",
                        "client secret",
                        "Company",
                        "groups",
                        "support=agent, leads=team-leader",
                        create,
                        "harbour-tea");
        return MockMvcTester.create(
                MockMvcBuilders.standaloneSetup(
                                new OidcController(
                                        settings,
                                        new OidcProvider(settings),
                                        store,
                                        people,
                                        browsers,
                                        clock))
                        .build());
    }

    private MvcTestResult start() {
        var started = Objects.requireNonNull(http).get().uri("/api/v1/oidc/start").exchange();
        assertThat(started).hasStatus(302);
        var address = Objects.requireNonNull(started.getResponse().getRedirectedUrl());
        assertThat(address).startsWith(issuer + "/authorize");
        challenge = parameter(address, "code_challenge");
        var groups = claims.getClaims().getOrDefault("groups", List.of("support"));
        claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience("anxin")
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("nonce", parameter(address, "nonce"))
                        .claim("name", "Zhou Ning")
                        .claim("preferred_username", subject)
                        .claim("groups", groups);
        return started;
    }

    private MvcTestResult comeBack(MvcTestResult started) {
        return callback(
                started, Objects.requireNonNull(started.getResponse().getCookie("anxin-oidc")));
    }

    private MvcTestResult callback(MvcTestResult started, Cookie browser) {
        var state =
                parameter(
                        Objects.requireNonNull(started.getResponse().getRedirectedUrl()), "state");
        return Objects.requireNonNull(http)
                .get()
                .uri("/api/v1/oidc/callback")
                .queryParam("code", "good-code")
                .queryParam("state", state)
                .cookie(browser)
                .exchange();
    }

    private anxin.identity.people.StaffOnDuty signedIn(MvcTestResult back) {
        var cookie = Objects.requireNonNull(back.getResponse().getCookie("anxin-session"));
        return Objects.requireNonNull(sessions.find(cookie.getValue()).orElseThrow().staff());
    }

    private static void refused(MvcTestResult back) {
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/?oidc=refused");
        assertThat(back.getResponse().getCookie("anxin-session")).isNull();
    }

    private static String parameter(String address, String name) {
        var value =
                UriComponentsBuilder.fromUriString(address).build().getQueryParams().getFirst(name);
        return java.net.URLDecoder.decode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
    }

    /** As a provider does: the client's secret, the code and the verifier must fit. */
    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var sent = UriComponentsBuilder.fromUriString("/?" + form).build().getQueryParams();
        var verifier = String.valueOf(sent.getFirst("code_verifier"));
        var fits =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Token.hash(verifier))
                        .equals(challenge);
        if (!fits
                || !"good-code".equals(sent.getFirst("code"))
                || exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                            claims.build());
            jwt.sign(new RSASSASigner(Objects.requireNonNull(signer)));
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}"
                            .formatted(jwt.serialize()));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
