/** Customers who wait for a person's words, and the calls that ended their waiting. */
@NullMarked
package anxin.aftersales.talk;

import org.jspecify.annotations.NullMarked;
