package anxin.scripts.coverage;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.language.Intents;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which of the things that customers want we have words for, and what is missing first. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/script-coverage")
class CoverageController {

    /**
     * @param asked how often it was wanted in the sample
     * @param scripts how many live scripts fit it
     * @param example what a customer wrote; null without the right to read conversations
     */
    record IntentCoverage(
            String intent, String name, int asked, int scripts, @Nullable String example) {}

    /**
     * @param sampled how many messages of the last 30 days were looked at
     * @param understood how many of them want something that we know
     * @param covered how many of these have a fitting script
     */
    record ScriptCoverage(
            Instant at, int sampled, int understood, int covered, List<IntentCoverage> intents) {}

    private final Coverage coverage;
    private final Intents intents;

    CoverageController(Coverage coverage, Intents intents) {
        this.coverage = coverage;
        this.intents = intents;
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping
    @Operation(summary = "The share of customers' messages with a fitting script, by intent")
    ScriptCoverage getScriptCoverage(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "zh")
                    @Pattern(
                            regexp = "zh|en|ja|es|th|vi|id|ms|tl",
                            message = "zh, en, ja, es, th, vi, id, ms, tl")
                    String language,
            Caller.Permitted caller,
            Locale reader) {
        caller.requireIn(shop);
        var report = coverage.of(shop, language);
        var names =
                intents.of(shop).stream()
                        .collect(
                                Collectors.toMap(
                                        Intents.Intent::key, one -> one.name().in(reader)));
        var mayRead = caller.may(Permission.CONVERSATION_READ);
        return new ScriptCoverage(
                report.at(),
                report.sampled(),
                report.understood(),
                report.covered(),
                report.wanted().stream()
                        .map(
                                one ->
                                        new IntentCoverage(
                                                one.intent(),
                                                names.getOrDefault(one.intent(), one.intent()),
                                                one.asked(),
                                                one.scripts(),
                                                mayRead && !one.example().isEmpty()
                                                        ? one.example()
                                                        : null))
                        .toList());
    }
}
