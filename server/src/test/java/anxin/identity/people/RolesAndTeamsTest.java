package anxin.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class RolesAndTeamsTest {

    private static final String ROLE =
            "{\"nameZh\":\"夜班\",\"nameEn\":\"Night\",\"permissions\":[\"CASE_READ\"],\"tier\":\"L1\"}";

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired StaffReader staff;

    @ParameterizedTest
    @ValueSource(strings = {"roles", "teams"})
    void a_change_needs_the_version_one_has_seen(String kind) {
        var admin = admin();
        assertThat(put(admin, kind, "night", ROLE)).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(patch(admin, kind, null, "{\"nameEn\":\"Late\"}")).hasStatus(428);
        assertThat(patch(admin, kind, "\"1\"", "{\"nameEn\":\"Late\"}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .extractingPath("nameZh")
                .isEqualTo("夜班");
        assertThat(patch(admin, kind, "\"1\"", "{\"nameEn\":\"Later\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "teams"})
    void the_same_sent_twice_is_made_once_and_another_of_the_same_id_is_refused(String kind) {
        var admin = admin();
        assertThat(put(admin, kind, "night", ROLE)).hasStatusOk();
        assertThat(put(admin, kind, "night", ROLE)).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(put(admin, kind, "night", ROLE.replace("Night", "Other")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:anxin:problem:name-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "teams"})
    void what_nobody_has_is_taken_away(String kind) {
        var admin = admin();
        put(admin, kind, "night", ROLE);
        assertThat(delete(admin, kind, null)).hasStatus(428);
        assertThat(delete(admin, kind, "\"7\"")).hasStatus(409);
        assertThat(delete(admin, kind, "\"1\"")).hasStatus(204);
        assertThat(delete(admin, kind, "\"1\"")).hasStatus(404);
        assertThat(http.get().uri("/api/v1/" + kind).with(admin))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(shop.value());
    }

    @Test
    void what_somebody_has_stays_and_it_is_told_who() {
        var admin = admin();
        put(admin, "roles", "night", ROLE);
        put(admin, "teams", "night", ROLE);
        var id = UUID.randomUUID();
        assertThat(
                        send(
                                HttpMethod.PUT,
                                admin,
                                "/api/v1/people/" + id,
                                null,
                                """
                                {"login":"p-%1$s","name":"周宁","shops":["%2$s"],
                                 "roles":["%2$s:night"],"teams":["%2$s:night"]}
                                """
                                        .formatted(id, shop)))
                .hasStatusOk();
        for (var kind : List.of("roles", "teams")) {
            var refusal = delete(admin, kind, "\"1\"");
            assertThat(refusal).hasStatus(422);
            assertThat(refusal)
                    .bodyJson()
                    .hasPathSatisfying(
                            "title", title -> assertThat(title).asString().contains("周宁"))
                    .extractingPath("users[0].id")
                    .isEqualTo(id.toString());
        }
        assertThat(staff.find(id).orElseThrow().staff().may(Permission.CASE_READ)).isTrue();
    }

    @Test
    void new_rights_of_a_role_count_for_all_who_have_it() {
        var admin = admin();
        put(admin, "roles", "night", ROLE);
        var id = UUID.randomUUID();
        send(
                HttpMethod.PUT,
                admin,
                "/api/v1/people/" + id,
                null,
                "{\"login\":\"p-%1$s\",\"name\":\"n\",\"shops\":[\"%2$s\"],\"roles\":[\"%2$s:night\"]}"
                        .formatted(id, shop));
        var them = people.as(staff.find(id).orElseThrow().staff());
        assertThat(http.get().uri("/api/v1/journal").with(them)).hasStatus(403);
        patch(admin, "roles", "\"1\"", "{\"permissions\":[\"CASE_READ\",\"JOURNAL_READ\"]}");
        assertThat(http.get().uri("/api/v1/journal").with(them)).hasStatusOk();
    }

    @Test
    void nobody_touches_a_role_that_has_more_than_they_have() {
        put(admin(), "roles", "night", ROLE.replace("CASE_READ", "APPROVE_REFUND"));
        var small = people.asStaff(List.of(Permission.PEOPLE_MANAGE, Permission.CASE_READ), shop);
        assertThat(patch(small, "roles", "\"1\"", "{\"nameEn\":\"x\"}")).hasStatus(403);
        assertThat(delete(small, "roles", "\"1\"")).hasStatus(403);
        put(small, "roles", "day", ROLE);
        assertThat(
                        send(
                                HttpMethod.PATCH,
                                small,
                                "/api/v1/shops/" + shop + "/roles/day",
                                "\"1\"",
                                "{\"permissions\":[\"APPROVE_REFUND\"]}"))
                .hasStatus(403);
    }

    @Test
    void each_step_stands_in_the_journal() {
        var admin = admin();
        put(admin, "teams", "night", ROLE);
        patch(admin, "teams", "\"1\"", "{\"nameEn\":\"Late\"}");
        delete(admin, "teams", "\"2\"");
        assertThat(http.get().uri("/api/v1/journal?type=identity.team-*&shop=" + shop).with(admin))
                .bodyJson()
                .extractingPath("items[*].type")
                .asArray()
                .containsExactly(
                        "identity.team-removed", "identity.team-changed", "identity.team-added");
    }

    private RequestPostProcessor admin() {
        return people.as(
                people.staff("Admin", List.of(Permission.values()), "L5", List.of(), shop));
    }

    private MvcTestResult put(RequestPostProcessor caller, String kind, String name, String body) {
        var path = "/api/v1/shops/" + shop + "/" + kind + "/" + name;
        return send(HttpMethod.PUT, caller, path, null, body);
    }

    private MvcTestResult patch(
            RequestPostProcessor caller, String kind, @Nullable String version, String body) {
        var path = "/api/v1/shops/" + shop + "/" + kind + "/night";
        return send(HttpMethod.PATCH, caller, path, version, body);
    }

    private MvcTestResult delete(
            RequestPostProcessor caller, String kind, @Nullable String version) {
        var path = "/api/v1/shops/" + shop + "/" + kind + "/night";
        return send(HttpMethod.DELETE, caller, path, version, "");
    }

    private MvcTestResult send(
            HttpMethod method,
            RequestPostProcessor caller,
            String path,
            @Nullable String version,
            String body) {
        var request =
                http.method(method)
                        .uri(path)
                        .with(caller)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }
}
