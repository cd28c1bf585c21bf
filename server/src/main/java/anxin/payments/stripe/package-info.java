/** Stripe. */
@NullMarked
package anxin.payments.stripe;

import org.jspecify.annotations.NullMarked;
