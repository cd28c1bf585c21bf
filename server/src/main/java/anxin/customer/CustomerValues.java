package anxin.customer;

import java.util.Collection;
import java.util.Map;

/** How much people matter to a shop. */
public interface CustomerValues {

    /** From 0, of whoever has bought nothing in the last year, to 9. */
    Map<Customer, Integer> of(Collection<Customer> customers);
}
