package anxin.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class PeopleControllerTest {

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID id = UUID.randomUUID();
    private final String login = "p-" + id;

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired SignIn signIn;
    @Autowired StaffReader staff;
    @Autowired JsonMapper json;

    @Test
    void a_new_person_gets_a_first_password_that_is_shown_once_and_must_be_changed() {
        var admin = admin(shop);
        var password = field(add(admin, "agent"), "password");
        assertThat(add(admin, "agent"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("password")
                .isNull();
        var someone = signIn.with(login, password, "198.51.100.9").orElseThrow();
        assertThat(someone.passwordStale()).isTrue();
        assertThat(someone.staff().shops()).containsExactly(shop);
        assertThat(someone.roles()).containsExactly("agent");
    }

    @Test
    void a_sign_in_name_is_taken_once_whatever_its_case() {
        add(admin(shop), "agent");
        assertThat(
                        put(
                                admin(shop),
                                "/api/v1/people/" + UUID.randomUUID(),
                                person(login.toUpperCase(java.util.Locale.ROOT), "agent", shop)))
                .hasStatus(409);
    }

    @Test
    void a_change_needs_the_version_one_has_seen_and_works_at_the_next_request() {
        var admin = admin(shop);
        add(admin, "agent");
        assertThat(patch(admin, null, "{\"name\":\"周宁\"}")).hasStatus(428);
        assertThat(patch(admin, "\"7\"", "{\"name\":\"周宁\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current")
                .isEqualTo(1);
        var them = people.as(staff.find(id).orElseThrow().staff());
        assertThat(http.get().uri("/api/v1/journal").with(them)).hasStatus(403);
        assertThat(patch(admin, "\"1\"", "{\"roles\":[\"manager\"]}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"");
        assertThat(http.get().uri("/api/v1/journal").with(them)).hasStatusOk();
        assertThat(patch(admin, "\"2\"", "{\"active\":false}")).hasStatusOk();
        assertThat(http.get().uri("/api/v1/journal").with(them)).hasStatus(401);
    }

    @Test
    void an_administrator_of_one_shop_reaches_nobody_in_another() {
        add(admin(shop), "agent");
        var stranger = admin(other);
        assertThat(http.get().uri("/api/v1/people/" + id).with(stranger)).hasStatus(404);
        assertThat(patch(stranger, "\"1\"", "{\"name\":\"x\"}")).hasStatus(404);
        assertThat(put(stranger, "/api/v1/people/" + id + "/password", "")).hasStatus(404);
        assertThat(http.get().uri("/api/v1/people?q=" + login).with(stranger))
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/api/v1/people?q=" + login).with(admin(shop)))
                .bodyJson()
                .extractingPath("items[0].login")
                .isEqualTo(login);
        assertThat(
                        put(
                                admin(shop),
                                "/api/v1/people/" + UUID.randomUUID(),
                                person("q-" + id, "agent", other)))
                .hasStatus(404);
        assertThat(patch(admin(shop), "\"1\"", "{\"allShops\":true}")).hasStatus(404);
        assertThat(patch(admin(shop), "\"1\"", "{\"shops\":[\"%s\"]}".formatted(other)))
                .hasStatus(404);
    }

    @Test
    void nobody_gives_a_role_with_more_than_they_have() {
        var small =
                people.asStaff(
                        List.of(
                                Permission.PEOPLE_MANAGE,
                                Permission.CASE_READ,
                                Permission.COMMERCE_READ,
                                Permission.WAREHOUSE_WORK,
                                Permission.TICKET_ANSWER),
                        shop);
        assertThat(put(small, "/api/v1/people/" + id, person(login, "administrator", shop)))
                .hasStatus(403);
        assertThat(put(small, "/api/v1/people/" + id, person(login, "warehouse", shop)))
                .hasStatusOk();
        assertThat(patch(small, "\"1\"", "{\"roles\":[\"manager\"]}")).hasStatus(403);
        assertThat(
                        put(
                                small,
                                "/api/v1/shops/" + shop + "/roles/strong",
                                "{\"nameZh\":\"强\",\"nameEn\":\"Strong\",\"permissions\":[\"APPROVE_REFUND\"],\"tier\":\"L1\"}"))
                .hasStatus(403);
    }

    @Test
    void nobody_takes_over_a_superior_by_resetting_the_password() {
        add(admin(shop), "manager");
        var small = people.asStaff(List.of(Permission.PEOPLE_MANAGE), shop);
        assertThat(put(small, "/api/v1/people/" + id + "/password", "")).hasStatus(403);
        assertThat(patch(small, "\"1\"", "{\"active\":false}")).hasStatus(403);
    }

    @Test
    void a_reset_password_replaces_the_old_one_and_signs_out() {
        var admin = admin(shop);
        var old = field(add(admin, "agent"), "password");
        var them = people.as(staff.find(id).orElseThrow().staff());
        assertThat(http.get().uri("/api/v1/session").with(them)).hasStatusOk();
        var fresh = field(put(admin, "/api/v1/people/" + id + "/password", ""), "password");
        assertThat(http.get().uri("/api/v1/session").with(them)).hasStatus(401);
        assertThat(signIn.with(login, old, "198.51.100.9")).isEmpty();
        assertThat(signIn.with(login, fresh, "198.51.100.9")).isPresent();
    }

    @Test
    void nobody_raises_themselves() {
        var admin = people.staff("Admin", List.of(Permission.values()), "L5", List.of(), shop);
        assertThat(
                        http.patch()
                                .uri("/api/v1/people/" + admin.id())
                                .with(people.as(admin))
                                .header("If-Match", "\"1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"allShops\":true}"))
                .hasStatus(422);
    }

    @Test
    void a_shop_makes_roles_and_teams_of_its_own_which_no_other_sees() {
        var admin = admin(shop);
        assertThat(
                        put(
                                admin,
                                "/api/v1/shops/" + shop + "/roles/night",
                                "{\"nameZh\":\"夜班\",\"nameEn\":\"Night\",\"permissions\":[\"CASE_READ\"],\"tier\":\"L1\"}"))
                .hasStatusOk();
        assertThat(
                        put(
                                admin,
                                "/api/v1/shops/" + shop + "/teams/night",
                                "{\"nameZh\":\"夜班组\",\"nameEn\":\"Night\"}"))
                .hasStatusOk();
        assertThat(add(admin, shop + ":night")).hasStatusOk();
        assertThat(patch(admin, "\"1\"", "{\"teams\":[\"" + shop + ":night\"]}")).hasStatusOk();
        assertThat(staff.find(id).orElseThrow().staff().teams()).containsExactly(shop + ":night");
        for (var path : List.of("/api/v1/roles", "/api/v1/teams")) {
            assertThat(http.get().uri(path).with(admin)).bodyText().contains(shop + ":night");
            assertThat(http.get().uri(path).with(admin(other)))
                    .bodyText()
                    .doesNotContain(shop + ":night");
        }
        assertThat(
                        put(
                                admin(other),
                                "/api/v1/people/" + UUID.randomUUID(),
                                person("r-" + id, shop + ":night", other)))
                .hasStatus(400);
    }

    @Test
    void somebody_works_in_the_stores_that_are_chosen_and_in_all_without_a_choice() {
        var admin = admin(shop);
        stores(shop, "S01");
        stores(other, "S09");
        add(admin, "store");
        assertThat(staff.find(id).orElseThrow().staff().mayInStore(shop, "S02")).isTrue();
        assertThat(patch(admin, "\"1\"", works(shop, "S01")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("stores[0].name")
                .isEqualTo("沙坡尾店");
        var someone = staff.find(id).orElseThrow().staff();
        assertThat(someone.mayInStore(shop, "S01")).isTrue();
        assertThat(someone.mayInStore(shop, "S02")).isFalse();
        assertThat(someone.mayInStore(other, "S01")).isFalse();
        assertThat(http.get().uri("/api/v1/people?q=" + login).with(admin))
                .bodyJson()
                .extractingPath("items[0].stores[0].id")
                .isEqualTo("S01");
        assertThat(patch(admin, "\"2\"", "{\"name\":\"丁敏\"}")).hasStatusOk();
        assertThat(staff.find(id).orElseThrow().staff().stores()).hasSize(1);
        assertThat(patch(admin, "\"3\"", "{\"stores\":[]}")).hasStatusOk();
        assertThat(staff.find(id).orElseThrow().staff().mayInStore(shop, "S02")).isTrue();
    }

    @Test
    void a_store_is_one_we_know_and_of_one_of_the_persons_shops() {
        var both =
                people.as(
                        people.staff(
                                "A", List.of(Permission.values()), "L5", List.of(), shop, other));
        stores(shop, "S01");
        stores(other, "S09");
        add(both, "store");
        for (var wrong : List.of(works(shop, "S77"), works(other, "S09"), works(shop, ""))) {
            assertThat(patch(both, "\"1\"", wrong)).hasStatus(400).bodyText().contains("/stores");
        }
        assertThat(patch(both, "\"1\"", works(shop, "S01"))).hasStatusOk();
        assertThat(patch(both, "\"2\"", "{\"shops\":[\"%s\"]}".formatted(other)))
                .as("without a store left, everything would be open")
                .hasStatus(400);
    }

    @Test
    void nobody_chooses_their_own_stores() {
        var me = people.staff("A", List.of(Permission.values()), "L5", List.of(), shop);
        assertThat(
                        http.patch()
                                .uri("/api/v1/people/" + me.id())
                                .with(people.as(me))
                                .header("If-Match", "\"1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"stores\":[]}"))
                .hasStatus(422);
    }

    private void stores(ShopId where, String store) {
        var admin = admin(where);
        var name = "\"name\":{\"zh\":\"沙坡尾店\",\"en\":\"Shapowei\"}";
        put(
                admin,
                "/api/v1/shops/" + where,
                "{%s,\"zone\":\"Asia/Shanghai\",\"currency\":\"CNY\"}".formatted(name));
        assertThat(
                        put(
                                admin,
                                "/api/v1/shops/" + where + "/stores/" + store,
                                "{\"id\":\"%s\",%s}".formatted(store, name)))
                .hasStatusOk();
    }

    private static String works(ShopId where, String store) {
        return "{\"stores\":[{\"shop\":\"%s\",\"id\":\"%s\"}]}".formatted(where, store);
    }

    private RequestPostProcessor admin(ShopId where) {
        Caller.Staff admin =
                people.staff("Admin", List.of(Permission.values()), "L5", List.of(), where);
        return people.as(admin);
    }

    private MvcTestResult add(RequestPostProcessor admin, String role) {
        return put(admin, "/api/v1/people/" + id, person(login, role, shop));
    }

    private static String person(String login, String role, ShopId shop) {
        return "{\"login\":\"%s\",\"name\":\"Zhou Ning\",\"shops\":[\"%s\"],\"roles\":[\"%s\"]}"
                .formatted(login, shop, role);
    }

    private MvcTestResult put(RequestPostProcessor caller, String path, String body) {
        return http.put()
                .uri(path)
                .with(caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult patch(
            RequestPostProcessor caller, @Nullable String version, String body) {
        var request =
                http.patch()
                        .uri("/api/v1/people/" + id)
                        .with(caller)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }

    private String field(MvcTestResult result, String name) {
        assertThat(result).hasStatusOk();
        return json.readTree(result.getResponse().getContentAsByteArray()).path(name).asString();
    }
}
