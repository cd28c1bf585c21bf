package anxin.journal.trail;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class JournalTest {

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final ShopId other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired FactLog facts;
    @Autowired TestClock clock;
    @Autowired JsonMapper json;
    Caller.Staff zhouNing =
            new Caller.Staff(
                    UUID.randomUUID(),
                    "",
                    java.util.Set.of(),
                    null,
                    java.util.Set.of(),
                    "L1",
                    java.util.Set.of());

    @BeforeEach
    void aDayAtHarbourTea() {
        zhouNing = people.staff("Zhou Ning", List.of(Permission.CASE_READ), "L1", List.of(), shop);
        tell(shop, "aftersales.case-opened", "case:1", "customer:lin-xiao", Map.of("no", "AS1"));
        clock.forward(Duration.ofMinutes(1));
        tell(
                shop,
                "aftersales.case-approved",
                "case:1",
                zhouNing.actor(),
                Map.of("note", "50%_off"));
        clock.forward(Duration.ofMinutes(1));
        tell(
                shop,
                "commerce.order-seen",
                "order:HT-1",
                zhouNing.actor(),
                Map.of("fields", List.of("phone")));
        tell(other, "aftersales.case-opened", "case:2", "customer:lin-xiao", Map.of("no", "AS2"));
    }

    @Test
    void who_did_what_newest_first_by_name() {
        var entries = search("");
        assertThat(types(entries))
                .containsExactly(
                        "commerce.order-seen",
                        "aftersales.case-approved",
                        "aftersales.case-opened");
        assertThat(entries.get(0).path("actorName").asString()).isEqualTo("Zhou Ning");
        assertThat(entries.get(0).path("details").path("fields").get(0).asString())
                .isEqualTo("phone");
    }

    @Test
    void a_search_by_actor_type_subject_time_and_words() {
        assertThat(types(search("&actor=" + zhouNing.actor()))).hasSize(2);
        assertThat(types(search("&type=aftersales.*"))).hasSize(2);
        assertThat(types(search("&type=aftersales.case-opened"))).hasSize(1);
        assertThat(types(search("&subject=case:1"))).hasSize(2);
        assertThat(types(search("&q=AS1"))).containsExactly("aftersales.case-opened");
        assertThat(types(search("&q=50%25_"))).containsExactly("aftersales.case-approved");
        assertThat(types(search("&q=50__"))).as("no pattern of the reader's").isEmpty();
        var minuteAgo = clock.instant().minus(Duration.ofMinutes(1));
        assertThat(types(search("&from=" + minuteAgo))).hasSize(2);
        assertThat(types(search("&to=" + minuteAgo))).hasSize(1);
    }

    @Test
    void pages_continue_where_the_one_before_ended() {
        var first = page("?size=2", reader(shop));
        assertThat(first.path("items").size()).isEqualTo(2);
        var second = page("?size=2&after=" + first.path("next").asString(), reader(shop));
        assertThat(types(second.path("items"))).containsExactly("aftersales.case-opened");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void what_happened_in_another_shop_is_not_seen_even_when_asked_for() {
        assertThat(page("", reader(other)).toString()).contains("AS2").doesNotContain("AS1");
        assertThat(http.get().uri("/api/v1/journal?shop=" + shop).with(reader(other)))
                .hasStatus(404);
    }

    private RequestPostProcessor reader(ShopId where) {
        return people.asStaff(Permission.JOURNAL_READ, where);
    }

    private JsonNode search(String more) {
        return page("?shop=" + shop + more, reader(shop)).path("items");
    }

    private JsonNode page(String query, RequestPostProcessor who) {
        var answer =
                http.get().uri(java.net.URI.create("/api/v1/journal" + query)).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static List<String> types(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.path("type").asString()).toList();
    }

    private void tell(ShopId where, String type, String subject, String actor, Object what) {
        facts.append(new NewFact(where, type, subject, actor, null, Audience.NONE, what));
    }
}
