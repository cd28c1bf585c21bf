/** A few tickets for the demo shops. */
@NullMarked
package anxin.tickets.demo;

import org.jspecify.annotations.NullMarked;
