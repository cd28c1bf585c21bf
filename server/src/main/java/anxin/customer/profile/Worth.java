package anxin.customer.profile;

import anxin.commerce.Buyers;
import anxin.commerce.Buyers.Bought;
import anxin.commerce.Buyers.Buyer;
import anxin.customer.Customer;
import anxin.customer.CustomerValues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By what somebody paid in the last year, and at least what the shop's own rating says. */
@Component
class Worth implements CustomerValues {

    private static final Duration YEAR = Duration.ofDays(365);

    /** What the first, the second… value begins with, in fen. */
    private static final List<BigDecimal> STEPS =
            List.of(
                    BigDecimal.ONE,
                    BigDecimal.valueOf(200_00),
                    BigDecimal.valueOf(500_00),
                    BigDecimal.valueOf(1_000_00),
                    BigDecimal.valueOf(2_000_00),
                    BigDecimal.valueOf(5_000_00),
                    BigDecimal.valueOf(10_000_00),
                    BigDecimal.valueOf(20_000_00),
                    BigDecimal.valueOf(50_000_00));

    private static final Map<String, Integer> TIERS = Map.of("SILVER", 3, "GOLD", 6, "DIAMOND", 9);

    private final Buyers buyers;
    private final Clock clock;

    Worth(Buyers buyers, Clock clock) {
        this.buyers = buyers;
        this.clock = clock;
    }

    @Override
    public Map<Customer, Integer> of(Collection<Customer> customers) {
        var values = new HashMap<Customer, Integer>();
        customers.forEach(one -> values.put(one, 0));
        buyers.bought(
                        customers.stream().map(one -> new Buyer(one.shop(), one.id())).toList(),
                        clock.instant().minus(YEAR))
                .forEach(
                        one ->
                                values.put(
                                        new Customer(one.buyer().shop(), one.buyer().customerId()),
                                        value(one)));
        return values;
    }

    static int value(Bought bought) {
        var paid = bought.paidFen();
        var byMoney = STEPS.stream().filter(step -> paid.compareTo(step) >= 0).count();
        var tier = bought.tier();
        return Math.max((int) byMoney, tier == null ? 0 : TIERS.getOrDefault(tier, 0));
    }
}
