package anxin.language.understand;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.language.Analysis;
import anxin.language.Analysis.Emotion;
import anxin.language.Analysis.Entity;
import anxin.language.Analysis.Signal;
import anxin.language.Language;
import anxin.language.Language.Message;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts in, what they say out. Nothing of it is kept. */
@RestController
@RequestMapping("/api/v1/language")
class AnalysisController {

    /**
     * What is known around a text.
     *
     * @param shop whose intents count; without it the shipped ones
     * @param products titles of what the talk may be about
     * @param before what the same writer said just before
     */
    record Context(
            @Nullable ShopId shop,
            @Nullable @Size(max = 50, message = "最多50个 | at most 50")
                    List<
                                    @NotNull(message = "不能为空 | must not be null")
                                    @Size(max = 300, message = "过长 | too long") String>
                            products,
            @Nullable @Size(max = TEXT, message = "过长 | too long") String before) {}

    record NewAnalysis(
            @NotBlank(message = "缺少文字 | the text is missing")
                    @Size(max = TEXT, message = "最多2000字 | at most 2000 characters")
                    String text,
            @Nullable
                    @Pattern(
                            regexp = "zh|en|ja|es|th|vi|id|ms|tl",
                            message = "zh, en, ja, es, th, vi, id, ms, tl")
                    String language,
            @Nullable @Valid Context context) {}

    record NewAnalyses(
            @NotEmpty(message = "请至少给一条 | give at least one")
                    @Size(max = BATCH, message = "最多100条 | at most 100")
                    List<@NotNull(message = "不能为空 | must not be null") @Valid NewAnalysis>
                            messages) {}

    record GuessView(String key, String name, float confidence) {}

    record FeelingView(Emotion kind, float confidence, float strength) {}

    record WordingView(int from, int to, String words, String problem, String proposal) {}

    /**
     * What was understood.
     *
     * @param inScope how probable it is that the text is about anything the shop knows, 0 to 1
     * @param wantsPerson the writer asks for a person
     * @param model the version of the shop's model that said so; 0 is the shipped one
     */
    record AnalysisView(
            String language,
            float languageConfidence,
            List<GuessView> intents,
            float inScope,
            List<Entity> entities,
            FeelingView emotion,
            List<Signal> escalations,
            boolean wantsPerson,
            List<WordingView> wordings,
            List<String> keywords,
            int model) {

        static AnalysisView of(Analysis one, Locale reader) {
            return new AnalysisView(
                    one.language(),
                    one.languageConfidence(),
                    one.intents().stream()
                            .map(
                                    intent ->
                                            new GuessView(
                                                    intent.key(),
                                                    intent.name().in(reader),
                                                    intent.confidence()))
                            .toList(),
                    one.inScope(),
                    one.entities(),
                    new FeelingView(
                            one.feeling().emotion(),
                            one.feeling().confidence(),
                            one.feeling().strength()),
                    one.signals(),
                    one.wantsPerson(),
                    one.wordings().stream()
                            .map(
                                    finding ->
                                            new WordingView(
                                                    finding.from(),
                                                    finding.to(),
                                                    finding.words(),
                                                    finding.problem().in(reader),
                                                    finding.proposal()))
                            .toList(),
                    one.keywords(),
                    one.model());
        }
    }

    record AnalysesView(List<AnalysisView> items) {}

    private static final int TEXT = 2000;
    private static final int BATCH = 100;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(2);

    /**
     * Whoever comes when so many are served waits, and is asked to come again when it takes long.
     */
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    private final Language language;

    AnalysisController(Language language) {
        this.language = language;
    }

    @PostMapping("/analysis")
    @Needs(Permission.LANGUAGE_READ)
    @Operation(
            summary = "What a text says: its language, intents, entities, feeling and signals",
            description = "Nothing is kept. The first call opens the models, in a few seconds.")
    AnalysisView analyseText(
            @RequestBody @Valid NewAnalysis body, Caller.Permitted caller, Locale reader) {
        var message = message(body, caller);
        return AnalysisView.of(inPlace(() -> language.analyse(message)), reader);
    }

    @PostMapping("/analyses")
    @Needs(Permission.LANGUAGE_READ)
    @Operation(summary = "The same for up to 100 texts at once")
    AnalysesView analyseTexts(
            @RequestBody @Valid NewAnalyses body, Caller.Permitted caller, Locale reader) {
        var messages = body.messages().stream().map(one -> message(one, caller)).toList();
        return new AnalysesView(
                inPlace(() -> language.analyse(messages)).stream()
                        .map(one -> AnalysisView.of(one, reader))
                        .toList());
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw Problem.busy(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(RETRY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Message message(NewAnalysis body, Caller.Permitted caller) {
        var context = body.context();
        if (context == null) {
            return new Message(body.text(), body.language(), null, List.of(), null);
        }
        var shop = context.shop();
        if (shop != null) {
            caller.requireIn(shop);
        }
        var products = context.products();
        return new Message(
                body.text(),
                body.language(),
                shop,
                products == null ? List.of() : products,
                context.before());
    }
}
