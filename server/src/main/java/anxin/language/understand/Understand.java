package anxin.language.understand;

import anxin.language.Analysis;
import anxin.language.Analysis.Intent;
import anxin.language.Language;
import anxin.language.Wording;
import anxin.language.encoder.Embedder;
import anxin.language.encoder.Remembering;
import anxin.language.learn.Classifier.Guess;
import anxin.language.learn.Classifier.Verdict;
import anxin.language.models.Group;
import anxin.language.models.Models;
import anxin.language.models.ShopModels;
import anxin.language.models.ShopModels.Recogniser;
import anxin.language.text.Normaliser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class Understand implements Language {

    private static final int MOST_INTENTS = 3;
    private static final float SURE = 0.6f;
    private static final int SHORT = 12;
    private static final String PERSON = "human_agent";

    /** Days are those of the customers; the first market is China. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Models models;
    private final ShopModels shops;
    private final Clock clock;
    private final Map<Group, Embedder> embedders = new EnumMap<>(Group.class);

    Understand(Models models, ShopModels shops, Clock clock) {
        this.models = models;
        this.shops = shops;
        this.clock = clock;
        for (var group : Group.values()) {
            embedders.put(group, new Remembering(group.embedder()));
        }
    }

    /** A message with what every look at it needs. */
    private record Read(Message message, Guess language, String plain) {
        Group group() {
            return Group.of(language.label());
        }
    }

    @Override
    public Analysis analyse(Message message) {
        return analyse(List.of(message)).getFirst();
    }

    @Override
    public List<Analysis> analyse(List<Message> messages) {
        var read = messages.stream().map(this::read).toList();
        var vectors = vectors(read);
        var recognisers =
                messages.stream()
                        .map(Message::shop)
                        .distinct()
                        .collect(Collectors.toMap(shop -> String.valueOf(shop), shops::recogniser));
        var entities = new Entities(LocalDate.ofInstant(clock.instant(), ZONE));
        var analyses = new ArrayList<Analysis>(read.size());
        for (var one : read) {
            var recogniser = recognisers.get(String.valueOf(one.message().shop()));
            if (recogniser == null) {
                throw new IllegalStateException("no recogniser");
            }
            analyses.add(
                    analyse(
                            one,
                            recogniser,
                            vectors.getOrDefault(one.group(), Map.of()),
                            entities));
        }
        return analyses;
    }

    private Read read(Message message) {
        var told = message.language();
        return new Read(
                message,
                told == null ? models.tongues().of(message.text()) : new Guess(told, 1),
                Normaliser.of(message.text()));
    }

    /** Of each group the vectors of its texts, and of what was said before them. */
    private Map<Group, Map<String, float[]>> vectors(List<Read> read) {
        var vectors = new EnumMap<Group, Map<String, float[]>>(Group.class);
        for (var group : Group.values()) {
            var texts =
                    read.stream()
                            .filter(one -> one.group() == group)
                            .flatMap(one -> java.util.stream.Stream.of(one.plain(), together(one)))
                            .distinct()
                            .toList();
            var encoded = embedders.getOrDefault(group, Embedder.NONE).encode(texts);
            var known = new java.util.HashMap<String, float[]>();
            for (int i = 0; i < texts.size(); i++) {
                known.put(texts.get(i), encoded.get(i));
            }
            vectors.put(group, known);
        }
        return vectors;
    }

    private static String together(Read one) {
        var before = one.message().before();
        return before == null ? one.plain() : Normaliser.of(before) + " " + one.plain();
    }

    private Analysis analyse(
            Read one, Recogniser recogniser, Map<String, float[]> vectors, Entities entities) {
        var text = one.message().text();
        Function<String, float[]> vector = plain -> vectors.getOrDefault(plain, new float[0]);
        var classifier = recogniser.classifier(one.group());
        var verdict = classifier.judge(one.plain(), vector.apply(one.plain()));
        if (one.message().before() != null
                && (one.plain().length() < SHORT || verdict.best().confidence() < SURE)) {
            verdict = mean(verdict, classifier.judge(together(one), vector.apply(together(one))));
        }
        var intents = recogniser.name(verdict.guesses()).stream().limit(MOST_INTENTS).toList();
        var named = entities.in(text, one.message().products());
        return new Analysis(
                one.language().label(),
                one.language().confidence(),
                intents,
                verdict.inScope(),
                named,
                models.emotions(one.group())
                        .map(
                                model ->
                                        Feelings.of(
                                                text,
                                                model.judge(
                                                        one.plain(), vector.apply(one.plain()))))
                        .orElseGet(() -> Feelings.of(text)),
                Signals.in(text),
                Signals.asksForPerson(text) || wants(PERSON, intents),
                Wording.check(text, one.language().label()),
                Keywords.of(text, named),
                recogniser.version());
    }

    private static boolean wants(String key, List<Intent> intents) {
        return !intents.isEmpty()
                && intents.getFirst().key().equals(key)
                && intents.getFirst().confidence() >= SURE;
    }

    /** What is thought of the words alone and of the words in their place, weighed alike. */
    private static Verdict mean(Verdict alone, Verdict together) {
        var other =
                together.guesses().stream()
                        .collect(Collectors.toMap(Guess::label, Guess::confidence));
        var guesses =
                alone.guesses().stream()
                        .map(
                                guess ->
                                        new Guess(
                                                guess.label(),
                                                (guess.confidence()
                                                                + other.getOrDefault(
                                                                        guess.label(), 0f))
                                                        / 2))
                        .sorted(java.util.Comparator.comparing(Guess::confidence).reversed())
                        .toList();
        return new Verdict(guesses, Math.max(alone.inScope(), together.inScope()));
    }
}
