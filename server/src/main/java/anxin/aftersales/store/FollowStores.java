package anxin.aftersales.store;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Move;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A store has a task exactly as long as its case waits for it. */
@Component
class FollowStores implements CaseFollower {

    private static final Set<CaseState> WITH_A_STORE =
            EnumSet.of(CaseState.WAIT_STORE_CONFIRM, CaseState.WAIT_BUYER_RETURN);
    private static final String CHOSEN = "STORE:";

    private final CaseStore cases;
    private final StoreTasks tasks;
    private final JsonMapper json;

    FollowStores(CaseStore cases, StoreTasks tasks, JsonMapper json) {
        this.cases = cases;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public boolean waitsFor(CaseState state) {
        return state == CaseState.WAIT_STORE_CONFIRM;
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        follow(before, after);
    }

    @Override
    public void opened(CaseRow row) {
        follow(null, row);
    }

    private void follow(@Nullable CaseRow before, CaseRow after) {
        var arrives =
                after.state() == CaseState.WAIT_STORE_CONFIRM
                        && (before == null
                                || before.state() != after.state()
                                || chose(before, after));
        var leaves =
                before != null
                        && WITH_A_STORE.contains(before.state())
                        && !WITH_A_STORE.contains(after.state());
        if (arrives || leaves) {
            tasks.done(after, StoreTasks.Outcome.LAPSED, "system", after.changedAt());
        }
        if (arrives) {
            tasks.open(after, StoreTasks.Kind.CONFIRM, store(after), after.changedAt());
        }
    }

    /** Another store was chosen while the first was late: the decision is another. */
    private static boolean chose(CaseRow before, CaseRow after) {
        return before.escalations() == after.escalations();
    }

    /** The chosen store, or the one of the order, as the last decision saw it. */
    private String store(CaseRow of) {
        var facts = json.readTree(cases.decisions(of.shop(), of.id()).getLast().facts());
        var chosen = facts.path("request").path("earlier").path("chosen").asString("");
        return chosen.startsWith(CHOSEN)
                ? chosen.substring(CHOSEN.length())
                : facts.path("order").path("store").path("id").asString("");
    }
}
