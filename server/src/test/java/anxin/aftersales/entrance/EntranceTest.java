package anxin.aftersales.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class EntranceTest {

    private static final String PHONE = "13800000021";

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final String address = "192.0.2." + new Random().nextInt(1, 250);

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired CodeSender sender;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;
    @Autowired JsonMapper json;

    @BeforeEach
    void harbourTeaHasAnOrderOfLinXiao() {
        put(
                "/api/v1/shops/" + shop,
                """
                {"name":{"zh":"港湾茶集","en":"Harbour Tea"},"zone":"Asia/Shanghai","currency":"CNY"}
                """);
        put(
                "/api/v1/shops/" + shop + "/orders/HT-1",
                """
                {"no":"HT-1","payStatus":"PAID","fulfil":"SIGNED","currency":"CNY","customer":{"id":"lin-xiao"},
                 "buyer":{"name":"林晓","phone":"%s","email":"linxiao@example.com"},
                 "lines":[{"id":"1","sku":"S1","category":"FOOD","qty":1,"paidMinor":9900}]}
                """
                        .formatted(PHONE));
    }

    @Test
    void an_order_number_and_the_code_on_the_phone_open_that_order() {
        var id = UUID.randomUUID();
        assertThat(ask(id, "HT-1", PHONE))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"sentTo\":\"13*******21\",\"validSeconds\":600,\"channel\":\"SMS\"}");
        var entered = enter(id, sentCode(id));
        assertThat(entered)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"kind":"customer","customerId":"lin-xiao","displayName":"林晓","onlyOrder":"HT-1",
                         "shop":{"id":"%s","name":"港湾茶集"}}
                        """
                                .formatted(shop));
        assertThat(http.get().uri("/api/v1/portal/session").cookie(cookie(entered)).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("onlyOrder")
                .isEqualTo("HT-1");
    }

    @Test
    void a_code_opens_once() {
        var id = UUID.randomUUID();
        ask(id, "HT-1", null);
        var code = sentCode(id);
        assertThat(enter(id, code)).hasStatusOk();
        assertThat(enter(id, code)).hasStatus(422);
    }

    @Test
    void an_order_that_is_not_there_and_one_that_is_not_yours_look_the_same() {
        var mine = UUID.randomUUID();
        var notThere = UUID.randomUUID();
        var notMine = UUID.randomUUID();
        var answers =
                List.of(
                        body(ask(mine, "HT-1", PHONE)),
                        body(ask(notThere, "HT-999", PHONE)),
                        body(ask(notMine, "HT-1", "13911111121")));
        assertThat(answers).containsOnly(answers.getFirst());
        sender.sendAsked();
        var wrong = enter(mine, "not-it");
        assertThat(wrong).hasStatus(422);
        for (var id : List.of(notThere, notMine, UUID.randomUUID())) {
            var refused = enter(id, "123456");
            assertThat(refused).hasStatus(422);
            assertThat(body(refused)).isEqualTo(body(wrong));
        }
        assertThat(messages(notThere) + messages(notMine)).as("nobody was written to").isZero();
    }

    @Test
    void asking_writes_one_row_and_looks_at_no_order_before_it_has_answered() {
        var id = UUID.randomUUID();
        ask(id, "HT-1", PHONE);
        assertThat(state(id)).isEqualTo("ASKED");
        assertThat(messages(id)).isZero();
        sender.sendAsked();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(messages(id)).isEqualTo(1);
    }

    @Test
    void five_wrong_codes_spend_the_right_one() {
        var id = UUID.randomUUID();
        ask(id, "HT-1", PHONE);
        var code = sentCode(id);
        for (int i = 0; i < Codes.MOST_ATTEMPTS; i++) {
            assertThat(enter(id, "wrong" + i)).hasStatus(422);
        }
        assertThat(enter(id, code)).hasStatus(422);
    }

    @Test
    void a_code_is_good_for_ten_minutes() {
        var id = UUID.randomUUID();
        ask(id, "HT-1", PHONE);
        var code = sentCode(id);
        clock.forward(Codes.GOOD_FOR);
        assertThat(enter(id, code)).hasStatus(422);
    }

    @Test
    void the_code_is_not_kept_in_clear() {
        var id = UUID.randomUUID();
        ask(id, "HT-1", PHONE);
        var code = sentCode(id);
        assertThat(
                        db.sql("select c::text from aftersales.portal_code c where c.id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single())
                .doesNotContain(code);
    }

    @Test
    void codes_for_one_order_are_limited_and_asking_again_with_the_same_id_is_not_asking_again() {
        var id = UUID.randomUUID();
        assertThat(ask(id, "HT-1", PHONE)).hasStatus(202);
        assertThat(ask(id, "HT-1", PHONE)).hasStatus(202);
        assertThat(ask(UUID.randomUUID(), "HT-1", PHONE)).hasStatus(202);
        assertThat(ask(UUID.randomUUID(), "HT-1", PHONE)).hasStatus(202);
        assertThat(ask(UUID.randomUUID(), "HT-1", PHONE))
                .hasStatus(429)
                .containsHeader("Retry-After");
        assertThat(ask(UUID.randomUUID(), "HT-2", PHONE)).as("another order").hasStatus(202);
        clock.forward(Duration.ofMinutes(10));
        assertThat(ask(UUID.randomUUID(), "HT-1", PHONE)).hasStatus(202);
    }

    @Test
    void a_link_signed_with_the_shops_secret_opens_all_orders() {
        var secret = hs256();
        var token = hmac("HS256", secret, claims("lin-xiao", 3600, ""));
        assertThat(enter(token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("customerId")
                .isEqualTo("lin-xiao");
        assertThat(enter(token)).as("no jti: the link may be opened again").hasStatusOk();
    }

    @Test
    void a_link_with_a_jti_opens_once() {
        var secret = hs256();
        var token = hmac("HS256", secret, claims("lin-xiao", 3600, ",\"jti\":\"a1\""));
        assertThat(enter(token)).hasStatusOk();
        assertThat(enter(token)).hasStatus(422);
    }

    @Test
    void a_link_that_is_not_good_opens_nothing_whatever_is_wrong_with_it() throws Exception {
        var secret = hs256();
        var good = claims("lin-xiao", 3600, "");
        var otherShop = good.replace(shop.value(), "mulan");
        var other = hmac("HS256", "another secret", good);
        var none = b64("{\"alg\":\"none\"}") + "." + b64(good) + ".";
        var right = hmac("HS256", secret, good);
        var bodies =
                List.of(
                        "",
                        "a.b.c",
                        none,
                        other,
                        right.substring(0, right.lastIndexOf('.') + 1),
                        hmac("none", secret, good),
                        hmac("HS512", secret, good),
                        hmac("HS256", secret, otherShop),
                        hmac("HS256", secret, claims("lin-xiao", -61, "")),
                        hmac("HS256", secret, claims("lin-xiao", 25 * 3600, "")),
                        hmac("HS256", secret, claims("", 3600, "")),
                        hmac("HS256", secret, good.replace("\"anxin\"", "\"other\"")),
                        hmac("HS256", secret, good.replace("\"anxin\"", "[\"anxin\",\"b\"]")),
                        hmac("HS256", secret, claims("lin-xiao", 3600, ",\"nbf\":9999999999")));
        for (var token : bodies) {
            assertThat(enter(token)).as(token).hasStatus(422);
        }
        assertThat(enter(right)).as("all of these were the link's own fault").hasStatusOk();
    }

    @Test
    void a_public_key_verifies_and_is_no_secret_to_sign_with() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var spki = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        linkKey("{\"name\":\"site\",\"kind\":\"EdDSA\",\"publicKey\":\"%s\"}".formatted(spki));
        assertThat(enter(eddsa(pair, claims("lin-xiao", 3600, "")))).hasStatusOk();
        assertThat(enter(hmac("HS256", spki, claims("lin-xiao", 3600, "")))).hasStatus(422);
        assertThat(
                        enter(
                                eddsa(
                                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
                                        claims("lin-xiao", 3600, ""))))
                .hasStatus(422);
    }

    @Test
    void a_revoked_key_opens_nothing_any_more() {
        var id = UUID.randomUUID();
        var path = "/api/v1/shops/" + shop + "/link-keys/" + id;
        var secret = field(put(path, "{\"name\":\"site\",\"kind\":\"HS256\"}"), "secret");
        assertThat(put(path, "{\"name\":\"site\",\"kind\":\"HS256\"}"))
                .as("shown once")
                .bodyJson()
                .extractingPath("secret")
                .isNull();
        var token = hmac("HS256", secret, claims("lin-xiao", 3600, ""));
        assertThat(enter(token)).hasStatusOk();
        assertThat(http.delete().uri(path).with(people.withKey(Permission.KEYS_MANAGE, shop)))
                .hasStatusOk();
        assertThat(enter(token)).hasStatus(422);
    }

    @Test
    void everybody_sees_which_shops_there_are_by_name() {
        assertThat(http.get().uri("/api/v1/public/shops").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("{\"id\":\"" + shop + "\",\"name\":\"Harbour Tea\"}");
    }

    @Test
    void leaving_ends_the_session() {
        var secret = hs256();
        var entered = enter(hmac("HS256", secret, claims("lin-xiao", 3600, "")));
        var csrf = entered.getResponse().getCookie("anxin-csrf");
        assertThat(
                        http.delete()
                                .uri("/api/v1/portal/session")
                                .cookie(cookie(entered))
                                .header("X-CSRF", Objects.requireNonNull(csrf).getValue())
                                .exchange())
                .hasStatusOk();
        assertThat(http.get().uri("/api/v1/portal/session").cookie(cookie(entered)).exchange())
                .hasStatus(401);
    }

    private MvcTestResult ask(UUID id, String order, @Nullable String contact) {
        return http.put()
                .uri("/api/v1/portal/codes/" + id)
                .with(
                        request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"shop":"%s","orderNumber":"%s","contact":%s}
                        """
                                .formatted(
                                        shop,
                                        order,
                                        contact == null ? "null" : "\"" + contact + "\""))
                .exchange();
    }

    private MvcTestResult enter(UUID id, String code) {
        return post(
                "{\"shop\":\"%s\",\"codeId\":\"%s\",\"code\":\"%s\"}".formatted(shop, id, code));
    }

    private MvcTestResult enter(String token) {
        return post("{\"token\":\"%s\"}".formatted(token));
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/portal/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String path, String body) {
        var result =
                http.put()
                        .uri(path)
                        .with(people.withKey(List.of(Permission.values()), shop))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange();
        assertThat(result).hasStatus2xxSuccessful();
        return result;
    }

    private MvcTestResult linkKey(String body) {
        return put("/api/v1/shops/" + shop + "/link-keys/" + UUID.randomUUID(), body);
    }

    private String hs256() {
        return field(linkKey("{\"name\":\"site\",\"kind\":\"HS256\"}"), "secret");
    }

    private String field(MvcTestResult result, String name) {
        return json.readTree(result.getResponse().getContentAsByteArray()).path(name).asString();
    }

    private String sentCode(UUID id) {
        sender.sendAsked();
        var body =
                db.sql("select o.body from messaging.outbound o where o.dedupe_key = :key")
                        .param("key", "portal-code/" + id)
                        .query(String.class)
                        .single();
        var six = Pattern.compile("\\d{6}").matcher(body);
        assertThat(six.find()).isTrue();
        return six.group();
    }

    private int messages(UUID id) {
        return db.sql("select count(*) from messaging.outbound o where o.dedupe_key = :key")
                .param("key", "portal-code/" + id)
                .query(Integer.class)
                .single();
    }

    private String state(UUID id) {
        return db.sql("select c.state from aftersales.portal_code c where c.id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static Cookie cookie(MvcTestResult entered) {
        var cookie = entered.getResponse().getCookie("anxin-portal");
        return Objects.requireNonNull(cookie);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private String claims(String customer, long seconds, String more) {
        Instant expires = clock.instant().plusSeconds(seconds);
        return "{\"iss\":\"%s\",\"aud\":\"anxin\",\"sub\":\"%s\",\"exp\":%d%s}"
                .formatted(shop, customer, expires.getEpochSecond(), more);
    }

    private static String hmac(String algorithm, String secret, String claims) {
        try {
            var signed = b64("{\"alg\":\"" + algorithm + "\"}") + "." + b64(claims);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + b64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String eddsa(KeyPair pair, String claims) throws Exception {
        var signed = b64("{\"alg\":\"EdDSA\"}") + "." + b64(claims);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + b64(signature.sign());
    }

    private static String b64(String text) {
        return b64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String b64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
