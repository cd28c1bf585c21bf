package anxin.language.models;

import anxin.language.catalogue.Shipped;
import anxin.language.encoder.Embedder;
import anxin.language.learn.Classifier;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import anxin.language.text.Normaliser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The shipped models. Nothing is opened or learned before it is asked for. */
@Component
public class Models {

    private static final int EACH_LANGUAGE = 700;

    private final Map<Group, Supplier<Classifier>> intents = new EnumMap<>(Group.class);
    private final Map<Group, Supplier<Classifier>> emotions = new EnumMap<>(Group.class);
    private final Supplier<Tongues> tongues;
    private final Kept kept;
    private final int most;

    @Autowired
    Models(
            @Value("${anxin.home:.anxin}") Path home,
            @Value("${anxin.language.examples:10000}") int most) {
        this(new Kept(Prepared.IN_JAR, home.resolve("language")), most);
    }

    /** For whoever judges the product as it is shipped. */
    public Models(Path folder) {
        this(new Kept(Prepared.IN_JAR, folder), Integer.MAX_VALUE);
    }

    private Models(Kept kept, int most) {
        this.kept = kept;
        this.most = most;
        for (var group : Group.values()) {
            var name = group.name().toLowerCase(Locale.ROOT);
            intents.put(
                    group,
                    Once.of(
                            () ->
                                    kept.open(
                                            "intents-" + name,
                                            intentExamples(group),
                                            group.embedder(),
                                            Shape.MESSAGE)));
            if (group != Group.OTHERS) {
                emotions.put(
                        group,
                        Once.of(
                                () ->
                                        kept.open(
                                                "emotions-" + name,
                                                examples(group, Shipped::emotions),
                                                group.embedder(),
                                                Shape.MESSAGE)));
            }
        }
        tongues =
                Once.of(
                        () ->
                                new Tongues(
                                        kept.open(
                                                "languages",
                                                languageExamples(),
                                                Embedder.NONE,
                                                Tongues.LETTERS)));
    }

    public Classifier intents(Group group) {
        return intents.getOrDefault(group, Models::unknown).get();
    }

    /** None where there are no examples to learn from. */
    public Optional<Classifier> emotions(Group group) {
        var model = emotions.get(group);
        return model == null ? Optional.empty() : Optional.of(model.get());
    }

    public Tongues tongues() {
        return tongues.get();
    }

    /** The embedder of the group with a memory for the examples, to learn from them. */
    Embedder learner(Group group) {
        return kept.vectors(group.embedder());
    }

    /** Learns what is not learned yet. */
    void learn() {
        for (var group : Group.values()) {
            intents(group);
            emotions(group);
        }
        tongues();
    }

    private static Classifier unknown() {
        throw new IllegalStateException("no model for this group");
    }

    /** What the shipped model of the group is learned from, normalised, each text once. */
    public List<Labelled> intentExamples(Group group) {
        var examples =
                new ArrayList<>(
                        examples(
                                group,
                                language ->
                                        Shipped.examples(language).stream()
                                                .map(one -> new Labelled(one.intent(), one.text()))
                                                .toList()));
        examples.addAll(examples(group, Shipped::outOfScope));
        return examples;
    }

    private List<Labelled> examples(Group group, Function<String, List<Labelled>> of) {
        var counted = new HashMap<String, Integer>();
        var once = new LinkedHashMap<String, Labelled>();
        for (var language : group.languages()) {
            for (var example : of.apply(language)) {
                var text = Normaliser.of(example.text());
                if (!once.containsKey(text)
                        && counted.merge(language + example.label(), 1, Integer::sum) <= most) {
                    once.put(text, new Labelled(example.label(), text));
                }
            }
        }
        return List.copyOf(once.values());
    }

    /** Alike many of each language, so that none is guessed because it is frequent here. */
    private static List<Labelled> languageExamples() {
        var once = new LinkedHashMap<String, Labelled>();
        for (var language : Shipped.LANGUAGES) {
            Stream.of(
                            Shipped.languages().stream()
                                    .filter(one -> one.label().equals(language))
                                    .map(Labelled::text),
                            Shipped.examples(language).stream().map(Shipped.Example::text),
                            Shipped.emotions(language).stream().map(Labelled::text),
                            Shipped.outOfScope(language).stream().map(Labelled::text))
                    .flatMap(texts -> texts)
                    .map(Normaliser::plain)
                    .distinct()
                    .limit(EACH_LANGUAGE)
                    .forEach(text -> once.putIfAbsent(text, new Labelled(language, text)));
        }
        return List.copyOf(once.values());
    }
}
