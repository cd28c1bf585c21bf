package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Policy;
import anxin.aftersales.rulebook.TrialStore.Trial;
import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a draft to be tried on past cases. */
@Component
class Trials {

    private static final int MOST_OPEN = 3;

    private final TrialStore trials;
    private final PolicyStore store;
    private final PolicyBook book;
    private final TrialBell bell;
    private final JsonMapper json;
    private final Clock clock;

    Trials(
            TrialStore trials,
            PolicyStore store,
            PolicyBook book,
            TrialBell bell,
            JsonMapper json,
            Clock clock) {
        this.trials = trials;
        this.store = store;
        this.book = book;
        this.bell = bell;
        this.json = json;
        this.clock = clock;
    }

    /** The draft as it stands now; the same id again answers with the same trial. */
    @Transactional
    Trial ask(Caller caller, ShopId shop, UUID id, int cases) {
        var there = trials.find(shop, id);
        if (there.isPresent()) {
            return there.get();
        }
        if (trials.open(shop) >= MOST_OPEN) {
            throw Problem.conflict(
                    "trials-running",
                    "已有试算正在进行，请等它完成",
                    "Other trials are still running; wait for them to finish");
        }
        var document =
                store.draft(shop)
                        .map(PolicyStore.Draft::document)
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "no-draft",
                                                "没有草稿可以试算",
                                                "There is no draft to try"));
        var checked = Policy.check(json.readTree(document));
        if (!checked.wrong().isEmpty()) {
            throw Problem.invalid(checked.wrong());
        }
        trials.ask(
                shop,
                id,
                document,
                book.inForce(shop).version(),
                cases,
                caller.actor(),
                clock.instant());
        AfterCommit.run(bell::ring);
        return trials.find(shop, id).orElseThrow(() -> Problem.missing("policy-trial"));
    }
}
