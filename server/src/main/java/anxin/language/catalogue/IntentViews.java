package anxin.language.catalogue;

import anxin.identity.Names;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intents of a shop as people read them. */
@Component
class IntentViews {

    /**
     * @param own made by the shop
     * @param renamed a shipped one under another name
     * @param mergedInto the intent that it counts for
     */
    record IntentItem(
            String key,
            String scene,
            String name,
            String nameZh,
            String nameEn,
            boolean own,
            boolean renamed,
            @Nullable String mergedInto,
            int shippedExamples,
            int ownExamples) {}

    /** {@code version} counts the changes. */
    record IntentsView(int version, List<IntentItem> intents) {}

    record ExampleView(
            UUID id, String language, String text, String createdBy, Instant createdAt) {}

    record ShippedExample(String language, String slice, String text) {}

    record IntentView(
            IntentItem intent,
            String description,
            List<ExampleView> examples,
            List<ShippedExample> shipped) {}

    static final String OWN_SCENE = "own";
    private static final int SHOWN = 20;

    private final ShopIntents store;
    private final Names names;

    IntentViews(ShopIntents store, Names names) {
        this.store = store;
        this.names = names;
    }

    IntentsView all(ShopId shop, Locale language) {
        return new IntentsView(store.state(shop).version(), items(shop, language));
    }

    private List<IntentItem> items(ShopId shop, Locale language) {
        var own = store.ofShop(shop);
        var counts = store.exampleCounts(shop);
        var shippedCounts = Shipped.exampleCounts();
        var items = new ArrayList<IntentItem>();
        for (var intent : Shipped.intents().values()) {
            var row = own.stream().filter(one -> one.key().equals(intent.key())).findFirst();
            var name = row.map(ShopIntents.Row::name).orElse(intent.name());
            items.add(
                    new IntentItem(
                            intent.key(),
                            intent.scene(),
                            name.in(language),
                            name.zh(),
                            name.en(),
                            false,
                            !name.equals(intent.name()),
                            row.map(ShopIntents.Row::mergedInto).orElse(null),
                            shippedCounts.getOrDefault(intent.key(), 0),
                            counts.getOrDefault(intent.key(), 0)));
        }
        own.stream()
                .filter(ShopIntents.Row::own)
                .forEach(
                        row ->
                                items.add(
                                        new IntentItem(
                                                row.key(),
                                                OWN_SCENE,
                                                row.name().in(language),
                                                row.nameZh(),
                                                row.nameEn(),
                                                true,
                                                false,
                                                row.mergedInto(),
                                                0,
                                                counts.getOrDefault(row.key(), 0))));
        return items;
    }

    IntentView one(ShopId shop, String key, Locale language) {
        var item =
                items(shop, language).stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> Problem.missing("intent"));
        var shipped = Shipped.intents().get(key);
        var description = shipped == null ? Text.of("", "") : shipped.description();
        var examples = store.examples(shop, key);
        var people =
                names.of(examples.stream().map(ShopIntents.Example::createdBy).distinct().toList());
        return new IntentView(
                item,
                description.in(language),
                examples.stream()
                        .map(
                                one ->
                                        new ExampleView(
                                                one.id(),
                                                one.language(),
                                                one.text(),
                                                people.getOrDefault(
                                                        one.createdBy(), one.createdBy()),
                                                one.createdAt()))
                        .toList(),
                shipped(key));
    }

    private static List<ShippedExample> shipped(String key) {
        return Shipped.LANGUAGES.stream()
                .flatMap(
                        language ->
                                Shipped.examples(language).stream()
                                        .filter(one -> one.intent().equals(key))
                                        .limit(SHOWN)
                                        .map(
                                                one ->
                                                        new ShippedExample(
                                                                language, one.slice(), one.text())))
                .toList();
    }
}
