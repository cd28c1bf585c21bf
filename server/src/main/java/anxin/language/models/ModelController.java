package anxin.language.models;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import anxin.language.catalogue.ShopIntents;
import anxin.language.learn.Report.Confusion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop's models: trained on wish, judged before they go live, and any earlier one back at once.
 */
@RestController
@RequestMapping("/api/v1/shops/{shop}/language-models")
class ModelController {

    /** {@code goesLive}: by itself, when it is no worse than the one that is live. */
    record NewModel(@Nullable Boolean goesLive) {}

    record Live(@NotNull(message = "缺少版本 | the version is missing") Integer version) {}

    record ConfusionView(
            String truth,
            String truthName,
            String said,
            String saidName,
            int count,
            String example) {}

    /**
     * One version.
     *
     * @param current whether it was learned from the intents as they are now
     * @param progress in per cent
     * @param accuracy on examples that it had not seen, 0 to 1
     * @param calibration by how much what it says of its certainty is wrong on average
     */
    record ModelView(
            UUID id,
            int version,
            ModelStore.State state,
            boolean live,
            boolean current,
            int progress,
            String askedBy,
            Instant askedAt,
            @Nullable Instant finishedAt,
            int intents,
            int examples,
            @Nullable Double accuracy,
            @Nullable Double macroF1,
            @Nullable Double calibration,
            List<ConfusionView> confusions,
            @Nullable String trouble) {}

    /**
     * @param live the version that answers; 0 is the shipped one
     * @param changed whether the intents were changed since the newest model was learned
     */
    record ModelsView(int live, boolean changed, List<ModelView> models) {}

    private final ModelStore store;
    private final ShopModels models;
    private final ShopIntents intents;
    private final TrainModels training;
    private final FactLog facts;
    private final Names names;
    private final JsonMapper json;
    private final Clock clock;

    ModelController(
            ModelStore store,
            ShopModels models,
            ShopIntents intents,
            TrainModels training,
            FactLog facts,
            Names names,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.models = models;
        this.intents = intents;
        this.training = training;
        this.facts = facts;
        this.names = names;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.LANGUAGE_READ)
    @Operation(summary = "The shop's models, the newest first, and which of them answers")
    ModelsView listLanguageModels(
            @PathVariable ShopId shop, Caller.Permitted caller, Locale language) {
        caller.requireIn(shop);
        return view(shop, language);
    }

    @PutMapping("/{id}")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(
            summary = "Learns the intents as they are now, in the background",
            description = "The same id again asks for nothing new.")
    ModelsView trainLanguageModel(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid NewModel body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var state = intents.state(shop);
        if (state.version() == 0) {
            throw Problem.refused(
                    "nothing-to-learn",
                    "尚未修改任何意图，正在使用内置模型",
                    "No intent was changed yet; the shipped model answers");
        }
        store.ask(
                shop,
                id,
                state.version(),
                !Boolean.FALSE.equals(body.goesLive()),
                caller.actor(),
                clock.instant());
        AfterCommit.run(training::wake);
        return view(shop, language);
    }

    @PutMapping("/live")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(
            summary =
                    "Lets a version answer from now on, an earlier one or 0, the shipped one, too")
    ModelsView putLanguageModelLive(
            @PathVariable ShopId shop,
            @RequestBody @Valid Live body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        int version = body.version();
        if (version != 0 && !store.canAnswer(shop, version)) {
            throw Problem.refused(
                    "model-not-ready",
                    "该版本尚未训练完成，或已被清理",
                    "This version is not trained, or no longer kept");
        }
        intents.putLive(shop, version);
        facts.append(
                new NewFact(
                        shop,
                        "language.model-put-live",
                        "language-model:" + version,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("version", version)));
        return view(shop, language);
    }

    private ModelsView view(ShopId shop, Locale language) {
        var state = intents.state(shop);
        var rows = store.ofShop(shop);
        var known = models.recogniser(null).names();
        var own = intents.ofShop(shop);
        var named = new HashMap<>(known);
        own.forEach(row -> named.put(row.key(), row.name()));
        var people = names.of(rows.stream().map(ModelStore.Row::askedBy).distinct().toList());
        var learned = rows.stream().mapToInt(ModelStore.Row::knows).max().orElse(0);
        return new ModelsView(
                state.liveModel(),
                state.version() > learned,
                rows.stream()
                        .map(
                                row ->
                                        new ModelView(
                                                row.id(),
                                                row.version(),
                                                row.state(),
                                                row.version() == state.liveModel(),
                                                row.knows() == state.version(),
                                                row.progress(),
                                                people.getOrDefault(row.askedBy(), row.askedBy()),
                                                row.askedAt(),
                                                row.finishedAt(),
                                                row.intents(),
                                                row.examples(),
                                                row.accuracy(),
                                                row.macroF1(),
                                                row.calibration(),
                                                confusions(row, named, language),
                                                row.trouble()))
                        .toList());
    }

    private List<ConfusionView> confusions(
            ModelStore.Row row, Map<String, Text> named, Locale language) {
        var text = row.confusions();
        if (text == null) {
            return List.of();
        }
        return json.readValue(text, new TypeReference<List<Confusion>>() {}).stream()
                .map(
                        one ->
                                new ConfusionView(
                                        one.truth(),
                                        name(one.truth(), named, language),
                                        one.said(),
                                        name(one.said(), named, language),
                                        one.count(),
                                        one.example()))
                .toList();
    }

    private static String name(String key, Map<String, Text> named, Locale language) {
        var name = named.get(key);
        return name == null ? key : name.in(language);
    }
}
