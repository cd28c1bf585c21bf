package anxin.aftersales.portal;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.Lifecycle;
import java.util.List;
import java.util.Set;

/** T21: a refused request may be put differently, or with more proof, twice. */
final class Revisions {

    static final int MOST = 2;
    private static final Set<String> STEPS = Set.of("REVISED", "PROOF_AFTER_REFUSAL");

    private Revisions() {}

    static int left(CaseRow row, List<CaseFile.Entry> timeline) {
        if (!Lifecycle.allows(row.state(), CaseEvent.REVISE)) {
            return 0;
        }
        var used = timeline.stream().filter(entry -> STEPS.contains(entry.step())).count();
        return Math.max(0, MOST - (int) used);
    }
}
