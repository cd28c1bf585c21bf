/** Stores: what they confirm, receive and hand over, by the code on the customer's phone. */
@NullMarked
package anxin.aftersales.store;

import org.jspecify.annotations.NullMarked;
