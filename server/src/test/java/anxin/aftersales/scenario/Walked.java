package anxin.aftersales.scenario;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.cases.Move;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down which rows of the table of transitions cases have walked. */
public class Walked implements CaseFollower {

    private record Step(CaseState from, CaseEvent event, CaseState to) {}

    private final Set<Step> steps = ConcurrentHashMap.newKeySet();

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        steps.add(new Step(before.state(), move.event(), after.state()));
    }

    boolean has(Lifecycle.Transition row) {
        return steps.stream()
                .anyMatch(
                        step ->
                                step.event() == row.event()
                                        && row.from().contains(step.from())
                                        && row.to().contains(step.to()));
    }
}
