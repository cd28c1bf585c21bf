package anxin.aftersales.origin;

import anxin.aftersales.OrderCases;
import anxin.kernel.Money;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases on an order, for other modules. */
@Component
class CasesOfOrder implements OrderCases {

    private record Row(String no, long minor, String currency, boolean open) {
        OrderCase toCase() {
            return new OrderCase(no, new Money(minor, currency), open);
        }
    }

    private final JdbcClient db;

    CasesOfOrder(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<OrderCase> of(ShopId shop, OrderNumber order) {
        return db
                .sql(
                        """
                select c.no, case when c.approved_minor > 0 then c.approved_minor else c.refundable_minor end as minor,
                       c.currency, c.final_at is null as open
                  from aftersales.after_sale_case c
                 where c.shop_id = :shop and c.order_no = :order
                 order by c.submitted_at desc, c.id desc
                 limit 10
                """)
                .param("shop", shop.value())
                .param("order", order.value())
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(Row::toCase)
                .toList();
    }
}
