package anxin.aftersales.followup;

import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The customer said “not solved” and we died before the case that goes on with it was there. */
@Component
class ReopenDue implements DeadlineHandler {

    private final Reopen reopen;

    ReopenDue(Reopen reopen) {
        this.reopen = reopen;
    }

    @Override
    public String kind() {
        return FollowUps.REOPEN;
    }

    @Override
    public void missed(Deadline deadline) {
        reopen.reopen(
                deadline.shop(), UUID.fromString(deadline.subject().substring("case:".length())));
    }
}
