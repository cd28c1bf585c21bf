/**
 * The demo shops: made from a seed, the same every time, and believable to somebody in the trade.
 */
@NullMarked
package anxin.commerce.demo;

import org.jspecify.annotations.NullMarked;
