package anxin.scripts.wording;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.language.Meaning;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what to mend in a text before a customer reads it; forbids nothing. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/wording-checks")
class WordingController {

    /**
     * @param language its code; without it, by the letters of the text
     * @param template whether it is a script with blanks
     */
    record WordingToCheck(
            @NotNull(message = "不能为空 | must be there")
                    @Size(max = 8000, message = "最多8000字 | at most 8,000 characters")
                    String text,
            @Nullable
                    @Pattern(
                            regexp = "zh|en|ja|es|th|vi|id|ms|tl",
                            message = "zh, en, ja, es, th, vi, id, ms, tl")
                    String language,
            @Nullable Boolean template) {}

    /**
     * @param start where the sentence begins whose place {@code proposal} takes, and {@code end}
     *     where it ends
     */
    record WordingSlip(
            Slip.Kind kind,
            int from,
            int to,
            String words,
            String problem,
            int start,
            int end,
            String proposal) {}

    record WordingChecked(String language, List<WordingSlip> slips) {}

    private final WordingReview review;
    private final Meaning meaning;

    WordingController(WordingReview review, Meaning meaning) {
        this.review = review;
        this.meaning = meaning;
    }

    @Needs(Permission.SCRIPT_READ)
    @PostMapping
    @Operation(summary = "What is vague, blaming, rude or more than the policy grants in a text")
    WordingChecked checkWording(
            @PathVariable ShopId shop,
            @RequestBody @Valid WordingToCheck body,
            Caller.Permitted caller,
            Locale reader) {
        caller.requireIn(shop);
        var said = body.language();
        var language = said == null ? meaning.languages(body.text()).getFirst() : said;
        var slips = review.of(shop, body.text(), language, Boolean.TRUE.equals(body.template()));
        return new WordingChecked(
                language,
                slips.stream()
                        .map(
                                one ->
                                        new WordingSlip(
                                                one.kind(),
                                                one.from(),
                                                one.to(),
                                                one.words(),
                                                one.problem().in(reader),
                                                one.start(),
                                                one.end(),
                                                one.proposal()))
                        .toList());
    }
}
