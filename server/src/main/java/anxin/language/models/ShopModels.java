package anxin.language.models;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.language.Analysis.Intent;
import anxin.language.catalogue.Shipped;
import anxin.language.catalogue.ShopIntents;
import anxin.language.catalogue.ShopIntents.State;
import anxin.language.learn.Classifier;
import anxin.language.learn.Classifier.Guess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which model answers for which shop. A shop's own stays in memory as long as there is room. */
@Component
public class ShopModels {

    private static final Logger log = LoggerFactory.getLogger(ShopModels.class);

    private record Loaded(State state, Recogniser recogniser) {}

    private final Models shipped;
    private final ModelStore store;
    private final ShopIntents intents;
    private final Map<ShopId, SoftReference<Loaded>> loaded = new ConcurrentHashMap<>();

    ShopModels(Models shipped, ModelStore store, ShopIntents intents) {
        this.shipped = shipped;
        this.store = store;
        this.intents = intents;
    }

    /**
     * The model that is live in the shop; the shipped one for none, and where nothing was changed.
     */
    public Recogniser recogniser(@Nullable ShopId shop) {
        if (shop == null) {
            return recogniser(State.UNTOUCHED, List.of(), Map.of());
        }
        var state = intents.state(shop);
        var reference = loaded.get(shop);
        var known = reference == null ? null : reference.get();
        if (known != null && known.state().equals(state)) {
            return known.recogniser();
        }
        var fresh = recogniser(state, intents.ofShop(shop), parts(shop, state.liveModel()));
        loaded.put(shop, new SoftReference<>(new Loaded(state, fresh)));
        return fresh;
    }

    private Map<Group, Classifier> parts(ShopId shop, int version) {
        var parts = new EnumMap<Group, Classifier>(Group.class);
        for (var group : Group.values()) {
            if (version > 0) {
                store.part(shop, version, group)
                        .ifPresent(
                                bytes -> {
                                    try {
                                        parts.put(
                                                group,
                                                Classifier.read(
                                                        new ByteArrayInputStream(bytes),
                                                        group.embedder()));
                                    } catch (IOException ofAnotherVersion) {
                                        log.info(
                                                "the model {} of {} is learned again: {}",
                                                version,
                                                shop,
                                                ofAnotherVersion.getMessage());
                                        store.again(shop, version);
                                    }
                                });
            }
        }
        return parts;
    }

    private Recogniser recogniser(
            State state, List<ShopIntents.Row> own, Map<Group, Classifier> parts) {
        return new Recogniser(
                state.liveModel(),
                group -> {
                    var part = parts.get(group);
                    return part == null ? shipped.intents(group) : part;
                },
                names(own),
                ShopIntents.merges(own));
    }

    private static Map<String, Text> names(List<ShopIntents.Row> own) {
        var names = new LinkedHashMap<String, Text>();
        Shipped.intents().forEach((key, intent) -> names.put(key, intent.name()));
        own.forEach(row -> names.put(row.key(), row.name()));
        return names;
    }

    /** A model with the names and merges of its shop. */
    public record Recogniser(
            int version,
            Function<Group, Classifier> parts,
            Map<String, Text> names,
            Map<String, String> merges) {

        public Classifier classifier(Group group) {
            return parts.apply(group);
        }

        /**
         * The guesses under the shop's names: what was merged counts for what it was merged into.
         */
        public List<Intent> name(List<Guess> guesses) {
            return guesses.stream()
                    .filter(guess -> names.containsKey(guess.label()))
                    .collect(
                            Collectors.toMap(
                                    guess -> merges.getOrDefault(guess.label(), guess.label()),
                                    Guess::confidence,
                                    Float::sum,
                                    LinkedHashMap::new))
                    .entrySet()
                    .stream()
                    .map(one -> new Intent(one.getKey(), name(one.getKey()), one.getValue()))
                    .sorted(Comparator.comparing(Intent::confidence).reversed())
                    .toList();
        }

        private Text name(String key) {
            return names.getOrDefault(key, Text.of(key, key));
        }
    }
}
