package anxin.scripts.trial;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.scripts.library.Shelf;
import anxin.scripts.trial.ScriptTrials.Said;
import anxin.scripts.trial.ScriptTrials.Trial;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two scripts for one situation: begun, looked at, ended. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/script-trials")
class ScriptTrialController {

    private static final String MISSING = "不能为空 | must be there";
    private static final String CONTENT = "CONTENT";

    /**
     * @param first the key of one script, and {@code second} that of the other
     */
    record NewScriptTrial(
            @NotBlank(message = MISSING) String language,
            @NotBlank(message = MISSING) String first,
            @NotBlank(message = MISSING) String second) {}

    /**
     * One of the two.
     *
     * @param said in how many conversations; each counts once
     * @param solved how many of them were closed and did not come back
     * @param heard how many customers wrote again, and how many of them were content
     */
    record TrialArm(String key, int said, int solved, int heard, int content) {}

    /**
     * The first over the second.
     *
     * @param low the true difference lies between this and {@code high} nineteen times in twenty
     */
    record TrialDifference(
            double difference, double low, double high, Difference.Verdict verdict) {}

    /**
     * @param enough as many conversations of each are needed to say anything
     */
    record ScriptTrialView(
            UUID id,
            String language,
            TrialArm first,
            TrialArm second,
            TrialDifference solved,
            TrialDifference content,
            int enough,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    private final ScriptTrials trials;
    private final Shelf shelf;
    private final Names names;
    private final Clock clock;

    ScriptTrialController(ScriptTrials trials, Shelf shelf, Names names, Clock clock) {
        this.trials = trials;
        this.shelf = shelf;
        this.names = names;
        this.clock = clock;
    }

    @Needs(Permission.SCRIPT_READ)
    @GetMapping
    @Operation(summary = "The newest hundred comparisons of two scripts, with what came of them")
    List<ScriptTrialView> listScriptTrials(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return trials.of(shop).stream().map(one -> view(shop, one)).toList();
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{id}")
    @Operation(summary = "Begins to compare two live scripts; the id again begins nothing new")
    ScriptTrialView beginScriptTrial(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid NewScriptTrial body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var trial =
                new Trial(
                        id,
                        body.language(),
                        body.first(),
                        body.second(),
                        caller.actor(),
                        clock.instant(),
                        null);
        if (trials.find(shop, id).isEmpty()) {
            requireTwo(shop, trial);
            trials.add(shop, trial);
        }
        return view(shop, trials.find(shop, id).orElseThrow());
    }

    private void requireTwo(ShopId shop, Trial trial) {
        var live = shelf.live(shop, trial.language()).stream().map(Shelf.Live::key).toList();
        if (!live.contains(trial.first())) {
            throw Problem.invalid("/first", "没有这条已上线的话术", "is no live script");
        }
        if (!live.contains(trial.second()) || trial.second().equals(trial.first())) {
            throw Problem.invalid("/second", "应为另一条已上线的话术", "must be another live script");
        }
        if (trials.isBusy(shop, trial)) {
            throw Problem.refused(
                    "trial-running",
                    "其中一条正在对比中，请先结束",
                    "One of the two is being compared; end that first");
        }
    }

    @Needs(Permission.SCRIPT_REVIEW)
    @PutMapping("/{id}/end")
    @Operation(summary = "Ends a comparison; both scripts are offered to all again")
    ScriptTrialView endScriptTrial(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        trials.end(shop, id, clock.instant());
        return view(shop, trials.find(shop, id).orElseThrow(() -> Problem.missing("trial")));
    }

    private ScriptTrialView view(ShopId shop, Trial trial) {
        var ended = trial.endedAt();
        var said = trials.said(shop, trial, ended == null ? clock.instant() : ended);
        var first =
                arm(
                        trial.first(),
                        said.stream()
                                .filter(one -> one.key().equals(trial.first()))
                                .filter(one -> !trial.isSecond(one.conversation()))
                                .toList());
        var second =
                arm(
                        trial.second(),
                        said.stream()
                                .filter(one -> one.key().equals(trial.second()))
                                .filter(one -> trial.isSecond(one.conversation()))
                                .toList());
        return new ScriptTrialView(
                trial.id(),
                trial.language(),
                first,
                second,
                difference(first.solved(), first.said(), second.solved(), second.said()),
                difference(first.content(), first.heard(), second.content(), second.heard()),
                Difference.ENOUGH,
                names.of(List.of(trial.startedBy()))
                        .getOrDefault(trial.startedBy(), trial.startedBy()),
                trial.startedAt(),
                ended);
    }

    private static TrialArm arm(String key, List<Said> said) {
        var heard = said.stream().filter(one -> one.mood() != null).toList();
        return new TrialArm(
                key,
                said.size(),
                (int) said.stream().filter(Said::solved).count(),
                heard.size(),
                (int) heard.stream().filter(one -> CONTENT.equals(one.mood())).count());
    }

    private static TrialDifference difference(
            int firstHits, int firstAll, int secondHits, int secondAll) {
        var found = Difference.of(firstHits, firstAll, secondHits, secondAll);
        return new TrialDifference(found.difference(), found.low(), found.high(), found.verdict());
    }
}
