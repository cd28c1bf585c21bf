package anxin.aftersales.carrier;

import anxin.aftersales.cases.CaseRow;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Logistics' part of what is made to order: to send it, or not to let it go. */
@Component
public class Dispatches {

    private final LogisticsTasks tasks;

    Dispatches(LogisticsTasks tasks) {
        this.tasks = tasks;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(ShopId shop, UUID caseId) {
        tasks.open(shop, caseId, LogisticsTasks.Kind.HOLD);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CaseRow of) {
        tasks.drop(of, List.of(LogisticsTasks.Kind.HOLD));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void send(CaseRow of) {
        tasks.open(of.shop(), of.id(), LogisticsTasks.Kind.DISPATCH);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(CaseRow of) {
        tasks.drop(of, List.of(LogisticsTasks.Kind.DISPATCH));
    }
}
