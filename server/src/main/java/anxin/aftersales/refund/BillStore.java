package anxin.aftersales.refund;

import anxin.kernel.ShopId;
import anxin.payments.Bill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the gateways' bills said, and which days were read. */
@Component
class BillStore {

    private final JdbcClient db;

    BillStore(JdbcClient db) {
        this.db = db;
    }

    Optional<LocalDate> lastDay(ShopId shop, String gateway) {
        return day(shop, gateway, "max");
    }

    Optional<LocalDate> firstDay(ShopId shop, String gateway) {
        return day(shop, gateway, "min");
    }

    private Optional<LocalDate> day(ShopId shop, String gateway, String which) {
        return db.sql(
                        "select "
                                + which
                                + "(d.day) as day from aftersales.bill_day d where d.shop_id = :shop and d.gateway = :gateway having count(*) > 0")
                .param("shop", shop.value())
                .param("gateway", gateway)
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    /** False when another node has read this day. */
    boolean begin(ShopId shop, String gateway, LocalDate day, int refunds, Instant now) {
        return db.sql(
                                """
                        insert into aftersales.bill_day (shop_id, gateway, day, refunds, differences, read_at)
                        values (:shop, :gateway, :day, :refunds, 0, :now)
                        on conflict do nothing
                        """)
                        .param("shop", shop.value())
                        .param("gateway", gateway)
                        .param("day", day)
                        .param("refunds", refunds)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(ShopId shop, String gateway, LocalDate day, int differences) {
        db.sql(
                        """
                update aftersales.bill_day
                   set differences = :differences
                 where shop_id = :shop and gateway = :gateway and day = :day
                """)
                .param("differences", differences)
                .param("shop", shop.value())
                .param("gateway", gateway)
                .param("day", day)
                .update();
    }

    void keep(ShopId shop, String gateway, LocalDate day, Bill.Entry entry) {
        db.sql(
                        """
                insert into aftersales.bill_line (shop_id, gateway, out_refund_no, day, amount_minor, currency, paid)
                values (:shop, :gateway, :no, :day, :minor, :currency, :paid)
                on conflict do nothing
                """)
                .param("shop", shop.value())
                .param("gateway", gateway)
                .param("no", entry.outRefundNo())
                .param("day", day)
                .param("minor", entry.amountMinor())
                .param("currency", entry.currency())
                .param("paid", entry.paid())
                .update();
    }

    /**
     * Paid by our books in this time, and in no bill. The time ends where the bills of the day of
     * the payment and of the one behind it have been read: a gateway may count a refund at midnight
     * to either.
     */
    List<String> inNoBill(ShopId shop, String gateway, Instant from, Instant to) {
        return db.sql(
                        """
                select i.out_refund_no
                  from aftersales.refund_intent i
                 where i.shop_id = :shop and i.gateway = :gateway and i.status = 'SUCCEEDED'
                   and i.changed_at >= :from and i.changed_at < :to
                   and not exists (select 1 from aftersales.bill_line b
                                    where b.shop_id = i.shop_id and b.gateway = i.gateway and b.out_refund_no = i.out_refund_no)
                 order by i.out_refund_no
                """)
                .param("shop", shop.value())
                .param("gateway", gateway)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getString("out_refund_no"))
                .list();
    }
}
