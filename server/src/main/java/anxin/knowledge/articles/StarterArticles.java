package anxin.knowledge.articles;

import anxin.commerce.DemoLoaded;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the articles that are shipped for the demo shops on their shelves, once. */
@Component
class StarterArticles implements FactListener {

    private static final String ACTOR = "system";

    private final ArticleStore store;
    private final JsonMapper json;

    StarterArticles(ArticleStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String name() {
        return "knowledge.starter-articles";
    }

    @Override
    public void on(Fact fact) {
        if (fact.type().equals(DemoLoaded.TYPE)) {
            var loaded = json.readValue(fact.payload(), DemoLoaded.class);
            loaded.shops().forEach(shop -> load(shop, loaded.at()));
        }
    }

    private void load(ShopId shop, Instant at) {
        var sheets = Sheet.of("starter/" + shop);
        sheets.forEach(sheet -> put(shop, sheet, at));
        if (!sheets.isEmpty()) {
            store.nextEdition(shop);
        }
    }

    private void put(ShopId shop, Sheet sheet, Instant at) {
        var id =
                UUID.nameUUIDFromBytes(
                        (shop + "/" + sheet.key() + "/" + sheet.language())
                                .getBytes(StandardCharsets.UTF_8));
        var article =
                new Article(
                        id,
                        Article.Kind.FAQ,
                        sheet.language(),
                        sheet.questions().getFirst(),
                        1,
                        1,
                        null,
                        false,
                        null,
                        null,
                        null,
                        Library.FRESH_DAYS,
                        ACTOR,
                        at,
                        at.plus(Duration.ofDays(Library.FRESH_DAYS)),
                        0,
                        0,
                        0,
                        null,
                        ACTOR,
                        at,
                        at);
        if (!store.add(shop, article)) {
            return;
        }
        var text =
                new Article.Text(
                        sheet.questions().getFirst(),
                        sheet.questions().subList(1, sheet.questions().size()),
                        sheet.answer(),
                        sheet.audience(),
                        List.of(),
                        null,
                        null);
        store.write(shop, id, 1, text, ACTOR, at);
        store.reviewed(shop, id, 1, new ArticleStore.Verdict(true, null, ACTOR, at));
        store.change(shop, 1, article);
    }
}
