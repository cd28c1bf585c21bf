package anxin.aftersales.talk;

import anxin.aftersales.cases.CaseFollower;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.Move;
import anxin.aftersales.cases.ReplyClock;
import org.springframework.stereotype.Component;

/** Who takes a request back waits for nobody's call about it. */
@Component
class NobodyWaits implements CaseFollower {

    private final ReplyClock replies;

    NobodyWaits(ReplyClock replies) {
        this.replies = replies;
    }

    @Override
    public void moved(CaseRow before, CaseRow after, Move move) {
        if (after.state().isFinal() && "BUYER_CANCEL".equals(after.result())) {
            replies.stop(after.shop(), after.id());
        }
    }
}
