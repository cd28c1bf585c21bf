package anxin.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.commerce.DemoLoaded;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.Position;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The demo shops know something on their first day. */
@AnxinTest
class StarterArticlesTest {

    @Autowired StarterArticles starter;
    @Autowired LiveArticles live;
    @Autowired JsonMapper json;

    @Test
    void the_articles_of_the_demo_stand_on_the_shelf_once() {
        var shops = List.of(new ShopId("harbour-tea"), new ShopId("mulan"), new ShopId("no-demo"));
        var at = Instant.parse("2026-11-13T02:00:00Z");
        var fact =
                new Fact(
                        Position.START,
                        null,
                        DemoLoaded.TYPE,
                        "demo",
                        "system",
                        null,
                        Audience.NONE,
                        at,
                        json.writeValueAsString(new DemoLoaded(at, 1, shops)));
        starter.on(fact);
        starter.on(fact);

        var known = live.of(shops.getFirst());
        assertThat(known).hasSizeGreaterThan(30);
        assertThat(known).extracting(LiveArticles.Live::language).contains("zh", "en");
        assertThat(known)
                .anySatisfy(
                        one -> {
                            assertThat(one.question()).isEqualTo("茶叶怎么保存");
                            assertThat(one.phrasings()).contains("绿茶要放冰箱吗");
                        });
        assertThat(known)
                .filteredOn(one -> one.audience() == anxin.knowledge.articles.Audience.STAFF)
                .isNotEmpty();
        assertThat(live.of(shops.getLast())).isEmpty();
    }
}
