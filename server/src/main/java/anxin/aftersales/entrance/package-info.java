/**
 * How customers come in: by a link their shop signed, or by an order number and a one-time code.
 */
@NullMarked
package anxin.aftersales.entrance;

import org.jspecify.annotations.NullMarked;
