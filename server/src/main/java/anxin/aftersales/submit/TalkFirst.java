package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.ReplyClock;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Flag;
import org.springframework.stereotype.Component;

/**
 * Who asked for a person is spoken to before money closes the matter; but nobody's call keeps back
 * for long what the rules have granted.
 */
@Component
public class TalkFirst {

    private final ReplyClock replies;
    private final CaseStore cases;

    TalkFirst(ReplyClock replies, CaseStore cases) {
        this.replies = replies;
        this.cases = cases;
    }

    /** Whether the customer asked for a person and none has spoken yet. */
    public boolean isOwed(CaseRow of) {
        return replies.wantsPerson(of.shop(), of.id());
    }

    /**
     * Whether the rules granted the money already and only a talk stood before it: then nobody's
     * authority is needed for it.
     */
    public boolean isGranted(CaseRow of) {
        return of.flags().contains(Flag.HUMAN_REQUESTED.name())
                && of.approvedMinor() == 0
                && !of.isAtPlatform()
                && cases.decisions(of.shop(), of.id())
                        .getLast()
                        .outcome()
                        .equals(Decision.Outcome.AUTO_APPROVE.name());
    }

    /** What is decided again once nobody has called for a day goes its way. */
    boolean holds(CaseRow of, Decision decision, CaseEvent event) {
        return Auditor.talksFirst(decision) && event != CaseEvent.RUN_OUT && isOwed(of);
    }
}
