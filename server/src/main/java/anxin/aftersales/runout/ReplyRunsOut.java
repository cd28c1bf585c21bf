package anxin.aftersales.runout;

import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.ReplyClock;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A customer's message that no person answered in time: told once to the team's lead, never twice.
 */
@Component
class ReplyRunsOut implements DeadlineHandler {

    record ReplyLate(String no, String messageId, String escalatedTo) {}

    private final CaseStore cases;
    private final ReplyClock replies;
    private final FactLog facts;

    ReplyRunsOut(CaseStore cases, ReplyClock replies, FactLog facts) {
        this.cases = cases;
        this.replies = replies;
        this.facts = facts;
    }

    @Override
    public String kind() {
        return ReplyClock.DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("case:".length()));
        replies.late(deadline.shop(), id);
        cases.find(deadline.shop(), id)
                .ifPresent(
                        row ->
                                facts.append(
                                        new NewFact(
                                                row.shop(),
                                                "aftersales.reply-late",
                                                row.subject(),
                                                "system",
                                                row.customerId(),
                                                Audience.STAFF,
                                                new ReplyLate(
                                                        row.no(),
                                                        deadline.detail(),
                                                        "TEAM_LEAD"))));
    }
}
