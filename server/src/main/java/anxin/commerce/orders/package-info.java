/** Orders: what the shop sold, with the shares of every discount frozen. */
@NullMarked
package anxin.commerce.orders;

import org.jspecify.annotations.NullMarked;
