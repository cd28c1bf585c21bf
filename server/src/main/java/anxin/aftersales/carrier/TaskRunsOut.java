package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A carrier that does not answer in time: told once to whoever leads logistics. */
@Component
class TaskRunsOut implements DeadlineHandler {

    record LogisticsLate(String caseNo, String kind, String escalatedTo) {}

    private final LogisticsTasks tasks;
    private final CaseStore cases;
    private final FactLog facts;

    TaskRunsOut(LogisticsTasks tasks, CaseStore cases, FactLog facts) {
        this.tasks = tasks;
        this.cases = cases;
        this.facts = facts;
    }

    @Override
    public String kind() {
        return LogisticsTasks.DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("task:".length()));
        if (!tasks.escalate(deadline.shop(), id)) {
            return;
        }
        tasks.find(List.of(deadline.shop()), id)
                .flatMap(task -> cases.find(deadline.shop(), task.caseId()))
                .ifPresent(
                        of ->
                                facts.append(
                                        new NewFact(
                                                of.shop(),
                                                "aftersales.logistics-late",
                                                of.subject(),
                                                "system",
                                                of.customerId(),
                                                Audience.STAFF,
                                                new LogisticsLate(
                                                        of.no(),
                                                        deadline.detail(),
                                                        "LOGISTICS_MANAGER"))));
    }
}
