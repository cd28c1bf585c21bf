/** Which gateway serves which means of payment of a shop, with the keys sealed. */
@NullMarked
package anxin.payments.connections;

import org.jspecify.annotations.NullMarked;
