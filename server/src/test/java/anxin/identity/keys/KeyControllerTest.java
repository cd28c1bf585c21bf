package anxin.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class KeyControllerTest {

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID id = UUID.randomUUID();

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired ApiKeys keys;
    @Autowired JsonMapper json;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    @Test
    void a_key_is_shown_once_and_works_at_once() {
        var admin = admin();
        var secret = secret(create(admin, id, shop, "CASE_READ"));
        assertThat(secret).startsWith("axk_");
        assertThat(keys.find(secret)).isPresent();
        assertThat(create(admin, id, shop, "CASE_READ"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("secret")
                .isNull();
        assertThat(http.get().uri("/api/v1/keys").with(admin))
                .hasStatusOk()
                .bodyText()
                .contains(secret.substring(0, 10))
                .doesNotContain(secret);
        assertThat(
                        db.sql("select k::text from identity.api_key k where k.id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single())
                .doesNotContain(secret);
    }

    @Test
    void after_a_rotation_the_old_secret_is_good_for_the_grace_period() {
        var admin = admin();
        var old = secret(create(admin, id, shop, "CASE_READ"));
        assertThat(keys.find(old)).isPresent();
        var fresh = secret(rotate(admin, "\"1\"", "{\"graceMinutes\":60}"));
        assertThat(keys.find(fresh)).isPresent();
        assertThat(keys.find(old)).isPresent();
        clock.forward(Duration.ofMinutes(60));
        assertThat(keys.find(old)).isEmpty();
        assertThat(keys.find(fresh)).isPresent();
    }

    @Test
    void two_who_rotate_at_once_do_not_push_out_each_others_secret() {
        var admin = admin();
        create(admin, id, shop, "CASE_READ");
        assertThat(rotate(admin, null, "{}")).hasStatus(428);
        assertThat(rotate(admin, "\"1\"", "{}")).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(rotate(admin, "\"1\"", "{}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current")
                .isEqualTo(2);
    }

    @Test
    void a_revoked_key_is_out_at_once_for_good() {
        var admin = admin();
        var secret = secret(create(admin, id, shop, "CASE_READ"));
        assertThat(keys.find(secret)).isPresent();
        assertThat(http.delete().uri("/api/v1/keys/" + id).with(admin)).hasStatusOk();
        assertThat(keys.find(secret)).isEmpty();
        assertThat(rotate(admin, "\"2\"", "{}")).hasStatus(422);
    }

    @Test
    void when_a_key_was_last_used_is_noted_once_a_minute() {
        var secret = secret(create(admin(), id, shop, "CASE_READ"));
        keys.find(secret);
        var first = lastUsed();
        clock.forward(Duration.ofSeconds(30));
        keys.find(secret);
        assertThat(lastUsed()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(31));
        keys.find(secret);
        assertThat(lastUsed()).isAfter(first);
    }

    @Test
    void nobody_gives_what_they_do_not_have() {
        var admin = people.asStaff(List.of(Permission.KEYS_MANAGE, Permission.CASE_READ), shop);
        assertThat(create(admin, id, shop, "CASE_DECIDE")).hasStatus(403);
        assertThat(create(admin, id, other, "CASE_READ")).hasStatus(404);
        assertThat(
                        put(
                                admin,
                                "/api/v1/keys/" + id,
                                "{\"name\":\"all\",\"scopes\":[\"CASE_READ\"]}"))
                .as("every shop")
                .hasStatus(404);
        assertThat(create(admin, id, shop, "CASE_READ")).hasStatusOk();
    }

    @Test
    void a_key_of_another_shop_is_not_there() {
        create(admin(), id, shop, "CASE_READ");
        var stranger = people.asStaff(List.of(Permission.values()), other);
        assertThat(rotate(stranger, "\"1\"", "{}")).hasStatus(404);
        assertThat(http.delete().uri("/api/v1/keys/" + id).with(stranger)).hasStatus(404);
        assertThat(http.get().uri("/api/v1/keys").with(stranger))
                .bodyText()
                .doesNotContain(id.toString());
    }

    @Test
    void the_shell_of_this_machine_gets_a_key_by_the_file_only_its_user_can_read()
            throws Exception {
        var file = Path.of("target/test-home/local-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var token = Files.readString(file);
        var secret = secret(local(token, "127.0.0.1"));
        assertThat(keys.find(secret))
                .hasValueSatisfying(
                        client ->
                                assertThat(client.permissions())
                                        .containsExactly(Permission.COMMERCE_WRITE));
        assertThat(local("guess", "127.0.0.1")).hasStatus(404);
        assertThat(local(token, "203.0.113.9")).hasStatus(404);
    }

    private MvcTestResult local(String token, String from) {
        return http.post()
                .uri("/api/v1/local/keys")
                .with(
                        request -> {
                            request.setRemoteAddr(from);
                            return request;
                        })
                .header("X-Local-Token", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"scopes\":[\"COMMERCE_WRITE\"]}")
                .exchange();
    }

    private java.time.Instant lastUsed() {
        return db.sql("select k.last_used_at from identity.api_key k where k.id = :id")
                .param("id", id)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private RequestPostProcessor admin() {
        return people.asStaff(List.of(Permission.values()), shop);
    }

    private MvcTestResult create(
            RequestPostProcessor caller, UUID key, ShopId forShop, String scope) {
        return put(
                caller,
                "/api/v1/keys/" + key,
                "{\"name\":\"import\",\"scopes\":[\"%s\"],\"shops\":[\"%s\"]}"
                        .formatted(scope, forShop));
    }

    private MvcTestResult rotate(
            RequestPostProcessor caller, @Nullable String version, String body) {
        var request =
                http.put()
                        .uri("/api/v1/keys/" + id + "/rotation")
                        .with(caller)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }

    private MvcTestResult put(RequestPostProcessor caller, String path, String body) {
        return http.put()
                .uri(path)
                .with(caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String secret(MvcTestResult made) {
        assertThat(made).hasStatusOk();
        return json.readTree(made.getResponse().getContentAsByteArray()).path("secret").asString();
    }
}
