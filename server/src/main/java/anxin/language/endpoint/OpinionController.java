package anxin.language.endpoint;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.language.Analysis;
import anxin.language.Drafting;
import anxin.language.Drafting.Draft.Unavailable;
import anxin.language.Drafting.Draft.Unfounded;
import anxin.language.Drafting.Draft.Written;
import anxin.language.Drafting.Errand;
import anxin.language.Drafting.Line;
import anxin.language.Drafting.Purpose;
import anxin.language.Drafting.Source;
import anxin.language.Drafting.Who;
import anxin.language.Language;
import anxin.language.Language.Message;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wanted, with a second opinion where our own is not sure. */
@RestController
@RequestMapping("/api/v1/language")
class OpinionController {

    private static final float SURE = 0.7f;

    record NewOpinion(
            @NotNull(message = "缺少店铺 | the shop is missing") ShopId shop,
            @NotBlank(message = "缺少文字 | the text is missing")
                    @Size(max = 2_000, message = "最多2000字 | at most 2000 characters")
                    String text) {}

    enum By {
        /** We were sure enough, or nobody else could be asked. */
        OURSELVES,
        MODEL
    }

    /**
     * @param own what we hold most probable, and how probable that is
     * @param because why no second opinion counts; null when there is one, or none was needed
     */
    record OpinionView(
            String intent,
            String name,
            By by,
            String own,
            float confidence,
            @Nullable String because) {}

    private final Language language;
    private final Drafting drafting;

    OpinionController(Language language, Drafting drafting) {
        this.language = language;
        this.drafting = drafting;
    }

    @Needs(Permission.LANGUAGE_READ)
    @PostMapping("/opinions")
    @Operation(
            summary = "What a text wants; where we are unsure the shop's language model is asked")
    OpinionView askOpinion(
            @RequestBody @Valid NewOpinion body, Caller.Permitted caller, Locale reader) {
        caller.requireIn(body.shop());
        var analysis =
                language.analyse(new Message(body.text(), null, body.shop(), List.of(), null));
        var own = analysis.intents().getFirst();
        if (own.confidence() >= SURE) {
            return view(own, own, By.OURSELVES, null, reader);
        }
        var draft = drafting.draft(errand(body, analysis), caller.actor());
        return switch (draft) {
            case Written written ->
                    analysis.intents().stream()
                            .filter(one -> one.key().equals(written.text()))
                            .findFirst()
                            .map(one -> view(one, own, By.MODEL, null, reader))
                            .orElseGet(() -> view(own, own, By.OURSELVES, null, reader));
            case Unfounded unfounded ->
                    view(own, own, By.OURSELVES, unfounded.because().in(reader), reader);
            case Unavailable unavailable ->
                    view(own, own, By.OURSELVES, unavailable.trouble().name(), reader);
        };
    }

    private static Errand errand(NewOpinion body, Analysis analysis) {
        return new Errand(
                body.shop(),
                Purpose.OPINION,
                List.of(new Line(Who.CUSTOMER, body.text())),
                analysis.intents().stream()
                        .map(one -> new Source(one.key(), one.name().en(), one.name().zh()))
                        .toList(),
                analysis.language(),
                Set.of());
    }

    private static OpinionView view(
            Analysis.Intent intent,
            Analysis.Intent own,
            By by,
            @Nullable String because,
            Locale reader) {
        return new OpinionView(
                intent.key(), intent.name().in(reader), by, own.key(), own.confidence(), because);
    }
}
