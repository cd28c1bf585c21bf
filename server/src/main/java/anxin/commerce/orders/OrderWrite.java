package anxin.commerce.orders;

import anxin.commerce.Contact;
import anxin.commerce.Order;
import anxin.commerce.intake.Source;

/** One order, checked and ready to be written if it is the newer. */
record OrderWrite(Order order, Contact contact, Source source, String document) {

    String number() {
        return order.no();
    }

    long paidMinor() {
        return order.lines().stream().mapToLong(Order.Line::paidMinor).sum() + order.freightMinor();
    }
}
