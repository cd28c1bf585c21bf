package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseChanges;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.making.Making;
import anxin.commerce.Order;
import anxin.kernel.ShopId;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What follows from the birth of a case, in the transaction of its birth. */
@Component
class Births {

    private final CaseChanges changes;
    private final Making making;

    Births(CaseChanges changes, Making making) {
        this.changes = changes;
        this.making = making;
    }

    void follow(Collection<Auditor.Opened> born) {
        for (var one : born) {
            var row = one.row();
            changes.opened(new ShopId(row.shop_id()), row.id(), CaseState.valueOf(row.state()));
            tellMakers(row, one.order().order());
        }
    }

    /** Whoever makes the goods hears of it, wherever the case lives. */
    void tellMakers(SubmitStore.NewCase row, Order order) {
        making.asked(
                new ShopId(row.shop_id()),
                row.id(),
                row.type(),
                CaseState.valueOf(row.state()),
                order,
                row.lines().stream().map(SubmitStore.NewLine::line_id).toList());
    }
}
