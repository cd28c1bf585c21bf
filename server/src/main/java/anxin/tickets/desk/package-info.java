/** Where people work on tickets: opened once, listed, owned, told to the customer, closed. */
@NullMarked
package anxin.tickets.desk;

import org.jspecify.annotations.NullMarked;
