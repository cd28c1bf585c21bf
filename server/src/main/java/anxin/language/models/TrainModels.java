package anxin.language.models;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.Loop;
import anxin.language.catalogue.ShopIntents;
import anxin.language.learn.Classifier;
import anxin.language.learn.Labelled;
import anxin.language.learn.NGrams.Shape;
import anxin.language.learn.Report;
import anxin.language.learn.Report.Answer;
import anxin.language.text.Normaliser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the shops' models in the background, one after the other. Each is judged on examples that
 * it had not seen, and goes live by itself only when it is no worse than the one that is.
 */
@Component
class TrainModels extends Loop {

    private static final Logger log = LoggerFactory.getLogger(TrainModels.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So much worse on its own examples is within the luck of the draw. */
    static final double TOLERANCE = 0.02;

    private final Models shipped;
    private final ModelStore store;
    private final ShopIntents intents;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    TrainModels(
            Models shipped,
            ModelStore store,
            ShopIntents intents,
            FactLog facts,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("language-models", PAUSE, PATIENCE, background);
        this.shipped = shipped;
        this.store = store;
        this.intents = intents;
        this.facts = facts;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    void wake() {
        ring();
    }

    @Override
    protected void round() {
        var next = store.take(clock.instant());
        while (next.isPresent()) {
            train(next.get());
            next = store.take(clock.instant());
        }
    }

    private void train(ModelStore.Row model) {
        var shop = new ShopId(model.shopId());
        try {
            var own = intents.ofShop(shop);
            var examples = intents.examples(shop);
            var merges = ShopIntents.merges(own);
            var answers = new ArrayList<Answer>();
            int learned = 0;
            for (var group : groups(examples)) {
                var part = examples(group, examples, merges);
                learned += part.size();
                answers.addAll(train(model, shop, group, part));
            }
            finish(model, shop, answers, learned);
        } catch (RuntimeException e) {
            log.warn("model {} of {} could not be learned", model.version(), shop, e);
            store.fail(shop, model.version(), String.valueOf(e.getMessage()), clock.instant());
        }
    }

    /** The groups in whose languages the shop has examples; Chinese, when it has only merged. */
    private static List<Group> groups(List<ShopIntents.Example> examples) {
        var groups =
                Arrays.stream(Group.values())
                        .filter(
                                group ->
                                        examples.stream()
                                                .anyMatch(one -> Group.of(one.language()) == group))
                        .toList();
        return groups.isEmpty() ? List.of(Group.CHINESE) : groups;
    }

    /** The shipped examples and the shop's; where both have a text, the shop's word counts. */
    private List<Labelled> examples(
            Group group, List<ShopIntents.Example> own, Map<String, String> merges) {
        var once = new LinkedHashMap<String, Labelled>();
        for (var example : shipped.intentExamples(group)) {
            once.put(example.text(), example);
        }
        for (var example : own) {
            if (Group.of(example.language()) == group) {
                var text = Normaliser.of(example.text());
                once.put(text, new Labelled(example.intent(), text));
            }
        }
        return once.values().stream()
                .map(one -> new Labelled(merges.getOrDefault(one.label(), one.label()), one.text()))
                .toList();
    }

    private List<Answer> train(
            ModelStore.Row model, ShopId shop, Group group, List<Labelled> examples) {
        var trained =
                Classifier.train(
                        examples,
                        shipped.learner(group),
                        Shape.MESSAGE,
                        percent -> store.progress(shop, model.version(), percent));
        var bytes = new ByteArrayOutputStream();
        try {
            trained.classifier().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.keep(shop, model.version(), group, bytes.toByteArray());
        return trained.heldOut().stream()
                .map(
                        one ->
                                new Answer(
                                        "",
                                        one.example().label(),
                                        one.verdict().best().label(),
                                        one.verdict().best().confidence(),
                                        one.verdict().inScope(),
                                        one.example().text()))
                .toList();
    }

    private void finish(ModelStore.Row model, ShopId shop, List<Answer> answers, int learned) {
        var report = new Report(answers, Labelled.OUT_OF_SCOPE);
        var known = answers.stream().map(Answer::truth).distinct().count();
        transaction.executeWithoutResult(
                status -> {
                    store.finish(
                            shop,
                            model.version(),
                            new ModelStore.Grades(
                                    (int) known,
                                    learned,
                                    report.accuracy(),
                                    report.macroF1(),
                                    report.calibrationError(),
                                    json.writeValueAsString(report.confusions())),
                            clock.instant());
                    var live = store.find(shop, intents.state(shop).liveModel());
                    var before = live.map(ModelStore.Row::accuracy).orElse(null);
                    if (model.goesLive()
                            && (before == null || report.accuracy() >= before - TOLERANCE)) {
                        intents.putLive(shop, model.version());
                    }
                    store.forgetOld(shop);
                    facts.append(
                            new NewFact(
                                    shop,
                                    "language.model-trained",
                                    "language-model:" + model.version(),
                                    model.askedBy(),
                                    null,
                                    Audience.NONE,
                                    Map.of(
                                            "version", model.version(),
                                            "accuracy", report.accuracy(),
                                            "live",
                                                    intents.state(shop).liveModel()
                                                            == model.version())));
                });
    }
}
