package anxin.aftersales.making;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.Move;
import org.springframework.stereotype.Component;

/** Begins the making when goods are owed, and ends it with the case's need of it. */
@Component
class FollowMaking implements CaseFollower {

    private final Making making;

    FollowMaking(Making making) {
        this.making = making;
    }

    @Override
    public boolean waitsFor(CaseState state) {
        return state == CaseState.REPLACEMENT_PREPARING;
    }

    @Override
    public void opened(CaseRow row) {
        making.begin(row);
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        if (before.state() == after.state()) {
            return;
        }
        if (after.state() == CaseState.REPLACEMENT_PREPARING) {
            making.begin(after);
        } else if (before.state() == CaseState.REPLACEMENT_PREPARING) {
            making.drop(after);
        }
        if (after.state() == CaseState.CLOSED) {
            making.keep(after);
        }
    }
}
