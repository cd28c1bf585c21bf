package anxin.commerce.orders;

import static anxin.commerce.intake.Columns.strings;

import anxin.commerce.Buyers;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up orders, customer by customer; at most so many of each. */
@Repository
class BuyerStore implements Buyers {

    private static final int MOST_ORDERS = 50;

    private final JdbcClient db;

    BuyerStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Bought> bought(Collection<Buyer> buyers, Instant since) {
        if (buyers.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                select k.shop_id, k.customer_id, p.paid_minor * coalesce((n.document ->> 'fxToCny')::numeric, 1) as paid_fen,
                       n.document -> 'customer' ->> 'tier' as tier
                  from (select distinct w.shop_id, w.customer_id
                          from unnest(:shops, :customers) as w (shop_id, customer_id)) k
                 cross join lateral (
                       select sum(r.paid_minor) as paid_minor, (array_agg(r.number order by r.listed_at desc))[1] as newest
                         from (select o.number, o.listed_at, o.paid_minor
                                 from commerce.shop_order o
                                where o.shop_id = k.shop_id and o.customer_id = k.customer_id and o.listed_at >= :since
                                  and o.pay_status = 'PAID'
                                order by o.listed_at desc, o.number
                                limit :most) r) p
                  join commerce.shop_order n on n.shop_id = k.shop_id and n.number = p.newest
                """)
                .param("shops", strings(buyers, one -> one.shop().value()))
                .param("customers", strings(buyers, Buyer::customerId))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST_ORDERS)
                .query(
                        (row, n) ->
                                new Bought(
                                        new Buyer(
                                                new ShopId(row.getString("shop_id")),
                                                row.getString("customer_id")),
                                        row.getBigDecimal("paid_fen"),
                                        row.getString("tier")))
                .list();
    }
}
