/** The gateway of the demo shops. */
@NullMarked
package anxin.payments.simulated;

import org.jspecify.annotations.NullMarked;
