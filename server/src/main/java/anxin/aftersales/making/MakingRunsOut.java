package anxin.aftersales.making;

import anxin.aftersales.cases.CaseStore;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A step that takes too long: told once to whoever leads those who make it. */
@Component
class MakingRunsOut implements DeadlineHandler {

    private final MakingSteps steps;
    private final MakingNews news;
    private final CaseStore cases;

    MakingRunsOut(MakingSteps steps, MakingNews news, CaseStore cases) {
        this.steps = steps;
        this.news = news;
        this.cases = cases;
    }

    @Override
    public String kind() {
        return MakingSteps.DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("making:".length()));
        if (!steps.escalate(deadline.shop(), id)) {
            return;
        }
        steps.find(List.of(deadline.shop()), id)
                .ifPresent(
                        step ->
                                cases.find(deadline.shop(), step.caseId())
                                        .ifPresent(of -> news.late(of, step)));
    }
}
