package anxin.commerce.orders;

import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order, checked and ready to be written if it is the newer. */
record OrderWrite(Order order, Contact contact, Source source, String document, Instant listedAt)
        implements Write {

    @Override
    public String key() {
        return order.no();
    }

    @Nullable String customerId() {
        Order.@Nullable Buyer customer = order.customer();
        return customer == null ? null : customer.id();
    }

    @Nullable String title() {
        return order.lines().getFirst().title();
    }

    long paidMinor() {
        return order.lines().stream().mapToLong(Order.Line::paidMinor).sum() + order.freightMinor();
    }
}
