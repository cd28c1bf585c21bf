package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.ReturnReminder;
import anxin.aftersales.telling.Teller.Occasion;
import anxin.aftersales.template.Step;
import anxin.aftersales.template.Tales.Happened;
import anxin.work.Deadline;
import anxin.work.DeadlineHandler;
import anxin.work.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reminds customers of goods that they have to send back; one that has moved on is left alone. */
@Component
class RemindToReturn implements DeadlineHandler {

    private static final Step REMINDER = Step.find(Step.RETURN_REMINDER).orElseThrow();

    private final CaseStore cases;
    private final Teller teller;
    private final Deadlines deadlines;
    private final Clock clock;

    RemindToReturn(CaseStore cases, Teller teller, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.teller = teller;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReturnReminder.DEADLINE;
    }

    @Override
    public void missed(Deadline deadline) {
        var id = UUID.fromString(deadline.subject().substring("case:".length()));
        cases.find(deadline.shop(), id)
                .filter(of -> of.state() == CaseState.WAIT_BUYER_RETURN)
                .ifPresent(of -> remind(of, deadline));
    }

    private void remind(CaseRow of, Deadline deadline) {
        var due = of.deadlineAt();
        var hours = Integer.parseInt(deadline.detail());
        if (due == null || !due.minus(Duration.ofHours(hours)).equals(deadline.dueAt())) {
            return; // They were given another time since, which has reminders of its own.
        }
        teller.tell(
                new Occasion(
                        of,
                        "reminder:" + hours + ":" + due,
                        new Happened(
                                REMINDER,
                                of.state(),
                                deadline.dueAt(),
                                due,
                                Map.of("hours", hours)),
                        "system",
                        Map.of()));
        deadlines.set(ReturnReminder.before(due, of.shop(), of.id(), clock.instant()));
    }
}
