package anxin.aftersales.making;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.PreparingTime;
import anxin.commerce.Orders;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is made to order takes as long as its steps together. */
@Component
class MakingTime implements PreparingTime {

    private final CaseStore cases;
    private final Orders orders;

    MakingTime(CaseStore cases, Orders orders) {
        this.cases = cases;
        this.orders = orders;
    }

    @Override
    public Duration of(CaseRow row) {
        var lines = cases.lines(row.shop(), row.id()).stream().map(CaseStore.Line::lineId).toList();
        return orders.find(row.shop(), row.orderNo())
                .map(order -> MadeToOrder.time(order.order(), lines))
                .orElse(Duration.ZERO);
    }
}
