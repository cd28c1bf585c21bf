package anxin.aftersales.refund;

import anxin.kernel.ShopId;
import anxin.payments.Bill;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A bill as the gateway writes it, read into a shop's books. */
public final class BillOfTheDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BillOfTheDay() {}

    /** {@code paid} are numbers and sums that the gateway has paid. */
    public static void read(
            Reconciliation into, ShopId shop, Instant now, List<Map.Entry<String, Long>> paid) {
        into.compare(
                shop,
                "FAKE",
                ZONE,
                now.atZone(ZONE).toLocalDate(),
                new Bill(
                        paid.stream()
                                .map(
                                        one ->
                                                new Bill.Entry(
                                                        one.getKey(),
                                                        "G-" + one.getKey(),
                                                        one.getValue(),
                                                        "CNY",
                                                        true))
                                .toList()));
    }
}
