package anxin.aftersales.rulebook;

import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.rulebook.TrialStore.Trial;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The draft tried on past cases: what would have been decided differently. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/policy/trials/{id}")
class TrialController {

    /** {@code cases} is on how many, newest first. */
    record NewTrial(
            @Min(value = 1, message = "1到20000 | 1 to 20,000")
                    @Max(value = 20_000, message = "1到20000 | 1 to 20,000")
                    int cases) {}

    /** How far a trial has come. */
    record TrialView(
            UUID id,
            TrialStore.State state,
            int against,
            int total,
            int done,
            int differing,
            int unreadable,
            Instant requestedAt,
            @Nullable Instant endedAt) {}

    /** What was, or would have been, decided. */
    record VerdictView(
            Decision.Outcome outcome,
            String outcomeText,
            String ruleId,
            String ruleText,
            @Nullable String typeText,
            @Nullable Long refundMinor,
            @Nullable String freightText,
            @Nullable String approvalTier,
            @Nullable Double deadlineHours) {}

    /** A case that the draft decides differently. */
    record TrialDifferenceView(
            UUID caseId,
            String no,
            String orderNo,
            String title,
            String currency,
            Instant submittedAt,
            VerdictView before,
            VerdictView after) {}

    private final Trials trials;
    private final TrialStore store;
    private final JsonMapper json;

    TrialController(Trials trials, TrialStore store, JsonMapper json) {
        this.trials = trials;
        this.store = store;
        this.json = json;
    }

    @Needs(Permission.POLICY_READ)
    @PutMapping
    TrialView tryPolicy(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid NewTrial body,
            Caller.Permitted caller) {
        return view(trials.ask(caller, shop, id, body.cases()));
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping
    TrialView readPolicyTrial(@PathVariable ShopId shop, @PathVariable UUID id) {
        return view(find(shop, id));
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping("/differences")
    Page<TrialDifferenceView> listPolicyTrialDifferences(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size,
            Locale language) {
        find(shop, id);
        return store.differences(shop, id, after, size)
                .map(
                        found ->
                                new TrialDifferenceView(
                                        found.caseId(),
                                        found.no(),
                                        found.orderNo(),
                                        found.title(),
                                        found.currency(),
                                        found.submittedAt(),
                                        verdict(found.before(), language),
                                        verdict(found.after(), language)));
    }

    private Trial find(ShopId shop, UUID id) {
        return store.find(shop, id).orElseThrow(() -> Problem.missing("policy-trial"));
    }

    private VerdictView verdict(String written, Locale language) {
        var verdict = json.readValue(written, Verdict.class);
        var freight = verdict.freightPayer();
        var type = verdict.type();
        return new VerdictView(
                verdict.outcome(),
                InWords.of(verdict.outcome()).in(language),
                verdict.ruleId(),
                RuleText.of(ReasonCode.valueOf(verdict.ruleId())).title().in(language),
                type == null ? null : CaseType.valueOf(type).text().in(language),
                verdict.refundMinor(),
                freight == null ? null : InWords.of(freight).in(language),
                verdict.approvalTier(),
                verdict.deadlineHours());
    }

    private static TrialView view(Trial trial) {
        return new TrialView(
                trial.id(),
                trial.state(),
                trial.against(),
                trial.total(),
                trial.done(),
                trial.differing(),
                trial.unreadable(),
                trial.requestedAt(),
                trial.endedAt());
    }
}
