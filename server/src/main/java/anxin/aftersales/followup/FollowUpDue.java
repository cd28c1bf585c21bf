package anxin.aftersales.followup;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseStore;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A day after its end a case is asked about. */
@Component
class FollowUpDue implements DeadlineHandler {

    private final CaseStore cases;
    private final FollowUps followUps;

    FollowUpDue(CaseStore cases, FollowUps followUps) {
        this.cases = cases;
        this.followUps = followUps;
    }

    @Override
    public String kind() {
        return CaseChanges.FOLLOW_UP;
    }

    @Override
    public void missed(Deadline deadline) {
        cases.find(deadline.shop(), UUID.fromString(deadline.subject().substring("case:".length())))
                .filter(of -> of.state().isFinal())
                .ifPresent(followUps::ask);
    }
}
