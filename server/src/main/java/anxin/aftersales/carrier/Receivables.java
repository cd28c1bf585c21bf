package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.refund.Refunds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that went back at the first scan for goods that never came: asked for, never taken. */
@Component
public class Receivables {

    private final LogisticsTasks tasks;
    private final Refunds refunds;

    Receivables(LogisticsTasks tasks, Refunds refunds) {
        this.tasks = tasks;
        this.refunds = refunds;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void openWherePaid(CaseRow late) {
        var paid = refunds.promised(late.shop(), late.id());
        if (paid > 0) {
            tasks.open(late, LogisticsTasks.Kind.RECEIVABLE, null, null, paid);
        }
    }
}
